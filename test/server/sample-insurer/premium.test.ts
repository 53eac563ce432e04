import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { z } from "zod"
import { events, type Insurer, refusedBy, startInsurer } from "./client.ts"

let insurer: Insurer
beforeEach(() => {
  insurer = startInsurer()
})
afterEach(() => insurer.close())

const on = (day: string) => ({ now: `${day}T10:00:00+08:00` })
const DUE = { customer: "C1080", policyNo: "P20230001080" }
const LAPSED = { customer: "C1026", policyNo: "P20210001026" }

async function pay(whose: typeof DUE, more: object = {}) {
  const { body } = await insurer.call("premium.status", whose)
  return insurer.call("payment.create", {
    customer: whose.customer,
    policyNos: [whose.policyNo],
    purpose: "premium",
    amount: body.amount,
    way: "link",
    ...more,
  })
}
const act = (path: string) => insurer.send("POST", `/play/${path}`)
const status = async (whose: typeof DUE) => (await insurer.call("premium.status", whose)).body
async function lastEvent() {
  const kept = z
    .array(z.object({ event: z.string(), correlation: z.unknown(), payload: z.unknown() }))
    .parse((await insurer.send("GET", "/events")).body.events)
    .at(-1)
  if (kept === undefined) throw new Error("No event was kept.")
  return kept
}

describe("where a premium stands", () => {
  it.each([
    ["due", "C1080", "P20230001080", { state: "due", amount: 6000, autoDebit: false }],
    ["debited soon", "C1081", "P20210001081", { state: "due", autoDebit: true, debit: { last4: "8120" } }],
    ["in grace", "C1034", "P20220001034", { state: "grace", graceEndsOn: "2026-04-11" }],
    ["in transit", "C1023", "P20220001023", { state: "inTransit", transit: { settlesBy: "2026-03-03" } }],
    [
      "failed",
      "C1040",
      "P20220001040",
      { failure: { reason: "insufficientBalance", retryOn: "2026-03-08" } },
    ],
    ["lent", "C1019", "P20190001019", { automaticLoan: { amount: 10000, total: 10100 } }],
    ["paid twice", "C1024", "P20210001024", { doublePaid: { amount: 5200, paidOn: "2026-02-18" } }],
    ["one year", "C1083", "P20250001083", { offer: { premium: 1280, lastPremium: 1095, guaranteed: false } }],
    ["dearer rider", "C1085", "P20210001085", { change: { fromAmount: 9565, toAmount: 9680 }, amount: 9680 }],
    ["suspended", "C1026", "P20210001026", { suspension: { total: 5108.22, withinLimit: true } }],
    ["two premiums owed", "C1087", "P20200001087", { suspension: { arrears: 16000 } }],
    ["suspended too long", "C1027", "P20180001027", { suspension: { withinLimit: false } }],
  ])("is told: %s", async (_state, customer, policyNo, expected) => {
    expect(await status({ customer, policyNo })).toMatchObject(expected)
  })

  it("is told to a payer by amount and date alone, and to nobody else", async () => {
    const payer = { customer: "C1043", policyNo: "P20230001042" }
    const body = await status(payer)
    expect(body).toMatchObject({ role: "payer", amount: 4500, lines: [], help: [] })
    for (const name of ["productNameZh", "debit", "lastPayment"]) expect(body).not.toHaveProperty(name)
    const list = await insurer.call("premium.list", { customer: "C1043" })
    expect(list.body.policies).toMatchObject([{ role: "payer", payable: true }])
    const stranger = await insurer.call("premium.status", { ...payer, customer: "C1001" })
    expect(stranger.body.error).toBe("NOT_FOUND")
  })

  it("names what the contract allows instead, the least harmful first", async () => {
    const { help } = await status({ customer: "C1081", policyNo: "P20210001081" })
    expect(
      z
        .array(z.object({ kind: z.string() }))
        .parse(help)
        .map(({ kind }) => kind),
    ).toEqual(["automaticLoan", "loan", "reducedPaidUp"])
  })
})

describe("a payment", () => {
  it("settles, moves the premium to the next year, and tells of it", async () => {
    const { body } = await pay(DUE)
    expect(body).toMatchObject({ state: "awaiting", expiresAt: "2026-03-02T10:30:00+08:00" })
    await act(`payments/${body.paymentNo}/settle`)
    expect(await status(DUE)).toMatchObject({
      state: "notYetDue",
      dueOn: "2027-03-14",
      lastPayment: { amount: 6000, paidOn: "2026-03-02" },
    })
    const { event, payload } = await lastEvent()
    expect([event, refusedBy(events["payment.settled"], payload)]).toEqual(["payment.settled", null])
    expect(payload).toMatchObject({ nextDueOn: "2027-03-14" })
  })

  it("may be made for two policies at once", async () => {
    const both = { customer: "C1082", policyNo: "P20220001082" }
    const paid = await pay(both, { policyNos: ["P20220001082", "P20220011082"], amount: 14600 })
    await act(`payments/${paid.body.paymentNo}/settle`)
    expect([await status(both), await status({ ...both, policyNo: "P20220011082" })]).toMatchObject([
      { state: "notYetDue" },
      { state: "notYetDue" },
    ])
  })

  it.each([
    ["another amount", DUE, { amount: 1 }, "AMOUNT_CHANGED"],
    ["in transit", { customer: "C1023", policyNo: "P20220001023" }, { amount: 6500 }, "IN_TRANSIT"],
    ["not yet due", { customer: "C1001", policyNo: "P20230001234" }, {}, "ALREADY_PAID"],
    ["suspended", LAPSED, { amount: 5000 }, "NOT_PAYABLE"],
    ["not agreed to", LAPSED, { amount: 5108.22, purpose: "reinstatement" }, "NOT_PAYABLE"],
    ["somebody else's card", DUE, { way: "card", accountId: "A8033" }, "ACCOUNT_UNUSABLE"],
  ])("is refused: %s", async (_why, whose, more, error) => {
    expect((await pay(whose, more)).body.error).toBe(error)
  })

  it("from a card is with the bank, fails with a reason, and leaves the premium due", async () => {
    const { body } = await pay(DUE, { way: "card", accountId: "A8020" })
    expect(body).toMatchObject({ state: "processing", last4: "8020" })
    expect((await status(DUE)).state).toBe("inTransit")
    await act(`payments/${body.paymentNo}/limitExceeded`)
    expect((await status(DUE)).state).toBe("due")
    const { event, payload } = await lastEvent()
    expect([event, refusedBy(events["payment.failed"], payload)]).toEqual(["payment.failed", null])
  })

  it("replaces a link that was not paid, and cannot be settled twice", async () => {
    const first = await pay(DUE)
    const second = await pay(DUE)
    expect((await act(`payments/${first.body.paymentNo}/settle`)).status).toBe(409)
    expect((await act(`payments/${second.body.paymentNo}/settle`)).status).toBe(200)
    expect((await act(`payments/${second.body.paymentNo}/settle`)).status).toBe(409)
  })

  it("can be found out by its key", async () => {
    const { body } = await pay(DUE)
    const found = await insurer.call("payment.byKey", { key: "key-2" })
    expect(found.body).toMatchObject({ found: true, paymentNo: body.paymentNo })
    expect((await insurer.call("payment.byKey", { key: "none" })).body).toEqual({ found: false })
    const known = await insurer.call("payment.status", {
      paymentNo: body.paymentNo,
      customer: DUE.customer,
    })
    expect(known.body.state).toBe("awaiting")
  })

  it("renews a contract of one year, and takes its new price", async () => {
    const whose = { customer: "C1083", policyNo: "P20250001083" }
    const { body } = await pay(whose, { purpose: "renewal", amount: 1280 })
    await act(`payments/${body.paymentNo}/settle`)
    const after = await status(whose)
    expect(after).toMatchObject({ coverEndsOn: "2027-03-11", state: "oneYear" })
    expect(after).not.toHaveProperty("change")
    expect((await lastEvent()).payload).toMatchObject({ coverUntil: "2027-03-11" })
  })

  it("repays premiums lent, and the premium is paid again", async () => {
    const whose = { customer: "C1019", policyNo: "P20190001019" }
    const { body } = await pay(whose, { purpose: "loanRepayment", amount: 10100 })
    await act(`payments/${body.paymentNo}/settle`)
    expect((await status(whose)).state).toBe("notYetDue")
    const quote = await insurer.call("policy.surrenderQuote", whose)
    expect(quote.body).toMatchObject({ loan: 0, premiumsPaid: 70000 })
  })

  it("made twice goes back once", async () => {
    const whose = { customer: "C1024", policyNo: "P20210001024" }
    const { body } = await insurer.call("payment.refundDouble", whose)
    expect(body).toMatchObject({ amount: 5200, last4: "2420", state: "asked" })
    expect((await insurer.call("payment.refundDouble", whose)).body.error).toBe("NOTHING_TO_REFUND")
    expect((await insurer.call("payment.refundByKey", { key: "key-1" })).body.found).toBe(true)
    expect(await status(whose)).not.toHaveProperty("doublePaid")
    await act(`refunds/${body.refundNo}/pay`)
    const { payload } = await lastEvent()
    expect(refusedBy(events["payment.refunded"], payload)).toBeNull()
  })

  it("has an invoice", async () => {
    const { body } = await insurer.call("invoice.issue", { customer: "C1024", policyNo: "P20210001024" })
    expect(body).toMatchObject({ amount: 5200, fileName: `${body.invoiceNo}.pdf` })
    expect((await insurer.call("invoice.byKey", { key: "key-1" })).body.found).toBe(true)
    const none = await insurer.call("invoice.issue", { customer: "C1006", policyNo: "P20240001006" })
    expect(none.status).toBe(200)
  })

  it("is made at the cashier's page", async () => {
    const { body } = await pay(DUE)
    const page = await insurer.app.request(new URL(`http://core${body.link}`).pathname)
    expect(await page.text()).toContain(`/play/payments/${body.paymentNo}/settle`)
    const pressed = await insurer.app.request(`/play/payments/${body.paymentNo}/settle?at=cashier`, {
      method: "POST",
      headers: { accept: "text/html" },
    })
    expect(pressed.headers.get("location")).toBe(`/cashier/${body.paymentNo}`)
  })
})

describe("automatic debit", () => {
  it("is set to an own account and ended again", async () => {
    const set = await insurer.call("mandate.set", { ...DUE, accountId: "A8021" })
    expect(set.body).toMatchObject({ on: true, last4: "8021", nextDueOn: "2026-03-14" })
    expect((await status(DUE)).debit).toMatchObject({ accountId: "A8021" })
    expect((await insurer.call("mandate.end", DUE)).body).toMatchObject({ on: false })
    expect((await insurer.call("mandate.status", DUE)).body.on).toBe(false)
    expect((await insurer.call("mandate.end", DUE)).body.error).toBe("NO_MANDATE")
  })

  it("is refused on an account that is not the policyholder's own", async () => {
    const husband = { customer: "C1042", policyNo: "P20230001042" }
    expect((await insurer.call("mandate.set", { ...husband, accountId: "A4320" })).body.error).toBe("NOT_OWN")
  })

  it("takes a new card with the bank's code", async () => {
    const people = z
      .object({
        people: z.array(
          z.object({
            customer: z.string(),
            cards: z.array(z.object({ number: z.string(), answer: z.string() })),
          }),
        ),
      })
      .parse((await insurer.send("GET", "/people")).body).people
    const cards = people.find(({ customer }) => customer === DUE.customer)?.cards ?? []
    const number = cards.find((card) => card.number.endsWith("8031"))?.number ?? ""
    const { customer } = DUE
    const sent = await insurer.call("account.sendBindCode", { customer, number })
    const { codeRef } = sent.body
    expect((await insurer.call("account.bindStatus", { customer, codeRef })).body.bound).toBe(false)
    expect((await insurer.call("account.bind", { customer, codeRef, code: "000000" })).body.error).toBe(
      "WRONG_CODE",
    )
    const late = await insurer.call(
      "account.bind",
      { customer, codeRef, code: "861080" },
      { now: "2026-03-02T10:06:00+08:00" },
    )
    expect(late.body.error).toBe("EXPIRED")
    const bound = await insurer.call("account.bind", { customer, codeRef, code: "861080" })
    expect(bound.body).toMatchObject({ accountId: "A8031" })
    expect((await insurer.call("account.bindStatus", { customer, codeRef })).body.bound).toBe(true)
    for (const { number: other, answer } of cards.filter((card) => card.answer !== "OK"))
      expect((await insurer.call("account.sendBindCode", { customer, number: other })).body.error).toBe(
        answer,
      )
  })
})

describe("reinstatement", () => {
  const apply = () => insurer.call("reinstatement.apply", { ...LAPSED, amount: 5108.22, disclosureNo: "D1" })

  it("is agreed to, paid with the interest of that day, and the cover goes on", async () => {
    const { body } = await apply()
    expect(body).toMatchObject({ state: "applied", decideBy: "2026-03-09", agreedOn: "2026-04-01" })
    await act(`reinstatements/${body.reinstatementNo}/agree`)
    const { event, payload } = await lastEvent()
    expect([event, refusedBy(events["reinstatement.decided"], payload)]).toEqual([
      "reinstatement.decided",
      null,
    ])
    const paid = await insurer.call("payment.create", {
      customer: LAPSED.customer,
      policyNos: [LAPSED.policyNo],
      purpose: "reinstatement",
      amount: 5108.22,
      way: "link",
    })
    await act(`payments/${paid.body.paymentNo}/settle`)
    expect(await status(LAPSED)).toMatchObject({ state: "notYetDue" })
    const summary = await insurer.call("policy.summary", LAPSED)
    expect(summary.body).toMatchObject({ status: "inForce", inForce: true })
  })

  it("takes every premium that was missed", async () => {
    const whose = { customer: "C1087", policyNo: "P20200001087" }
    const { suspension } = await status(whose)
    const { total } = z.object({ total: z.number() }).parse(suspension)
    const { body } = await insurer.call("reinstatement.apply", { ...whose, amount: total })
    await act(`reinstatements/${body.reinstatementNo}/agree`)
    const paid = await insurer.call("payment.create", {
      ...{ customer: whose.customer, policyNos: [whose.policyNo] },
      ...{ purpose: "reinstatement", amount: total, way: "link" },
    })
    await act(`payments/${paid.body.paymentNo}/settle`)
    expect((await status(whose)).state).toBe("notYetDue")
  })

  it("is refused with the one reason that the law knows", async () => {
    const { body } = await apply()
    await act(`reinstatements/${body.reinstatementNo}/refuse`)
    const { payload } = await lastEvent()
    expect(refusedBy(events["reinstatement.decided"], payload)).toBeNull()
    expect(payload).toMatchObject({
      result: "refused",
      reasonZh: expect.stringContaining("危险程度显著增加"),
    })
    expect((await act(`reinstatements/${body.reinstatementNo}/agree`)).status).toBe(409)
  })

  it("counts as agreed to when nothing was said for 30 days", async () => {
    const { body } = await apply()
    const at = async (day: string) =>
      (
        await insurer.call(
          "reinstatement.status",
          { reinstatementNo: body.reinstatementNo, customer: LAPSED.customer },
          on(day),
        )
      ).body.state
    expect([await at("2026-04-01"), await at("2026-04-02")]).toEqual(["applied", "agreed"])
  })

  it("can be withdrawn, found out by its key, and asked for once at a time", async () => {
    const { body } = await apply()
    expect((await insurer.call("reinstatement.byKey", { key: "key-1" })).body.found).toBe(true)
    expect((await apply()).body.error).toBe("ALREADY_APPLIED")
    const { customer } = LAPSED
    const { reinstatementNo } = body
    const gone = await insurer.call("reinstatement.withdraw", { reinstatementNo, customer })
    expect(gone.body.state).toBe("withdrawn")
    expect((await apply()).status).toBe(200)
    expect((await insurer.call("reinstatement.withdraw", { reinstatementNo, customer })).body.error).toBe(
      "ALREADY_DECIDED",
    )
  })

  it("comes too late after two years", async () => {
    const late = { customer: "C1027", policyNo: "P20180001027" }
    const { suspension } = await status(late)
    const { total } = z.object({ total: z.number() }).parse(suspension)
    expect((await insurer.call("reinstatement.apply", { ...late, amount: total })).body.error).toBe(
      "TOO_LATE",
    )
    const inForce = await insurer.call("reinstatement.apply", { ...DUE, amount: 6000 })
    expect(inForce.body.error).toBe("NOT_SUSPENDED")
  })
})

describe("the page", () => {
  it.each([
    ["renewal.due", "due"],
    ["renewal.debit-failed", "debitFailed"],
    ["policy.suspended", "suspended"],
  ])("sends %s to the policyholder's conversation", async (event, notice) => {
    expect((await act(`premiums/${DUE.policyNo}/notices/${event}`)).status).toBe(200)
    const kept = await lastEvent()
    expect(kept).toMatchObject({ event, correlation: { customer: DUE.customer }, payload: { notice } })
    expect(refusedBy(events[event], kept.payload)).toBeNull()
  })

  it("moves the due day, and shows what is on its way", async () => {
    await act(`premiums/${DUE.policyNo}/due-in/-20`)
    expect((await status(DUE)).state).toBe("grace")
    const { body } = await pay(DUE)
    await insurer.call("reinstatement.apply", { ...LAPSED, amount: 5108.22 })
    await insurer.call("payment.refundDouble", { customer: "C1024", policyNo: "P20210001024" })
    const page = await insurer.app.request("/?lang=en", { headers: { "x-now": "2026-03-02T10:00:00+08:00" } })
    const text = await page.text()
    for (const part of [String(body.paymentNo), "with underwriting", "to be given back", "P20230001080"])
      expect(text).toContain(part)
  })

  it("answers what cannot be done", async () => {
    expect((await act("payments/F0/settle")).status).toBe(404)
    expect((await act("payments/F0/burn")).status).toBe(400)
    expect((await act("premiums/P0/notices/renewal.due")).status).toBe(404)
    expect((await act("premiums/P0/due-in/soon")).status).toBe(400)
    expect((await act("refunds/U0/pay")).status).toBe(404)
    expect((await act("reinstatements/X0/agree")).status).toBe(404)
  })
})
