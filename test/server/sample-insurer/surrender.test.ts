import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { type Insurer, startInsurer, surrender } from "./client.ts"

let insurer: Insurer
beforeEach(() => {
  insurer = startInsurer()
})
afterEach(() => insurer.close())

const ZHANG = { customer: "C1001", policyNo: "P20230001234", accountId: "A8120" }
const WANG = { customer: "C1003", policyNo: "P20210001003", accountId: "A0320" }
const BOUNCING = { customer: "C1025", policyNo: "P20220001025", accountId: "A2520" }
const status = (surrenderNo: unknown, customer = "C1001") =>
  insurer.call("policy.surrenderStatus", { surrenderNo, customer })

describe("policy.surrender", () => {
  it("takes the notice: cover ends with it, payment is due within 30 days, the debit ends", async () => {
    const { status: code, body } = await surrender(insurer, ZHANG)
    expect(code).toBe(200)
    expect(body).toEqual({
      surrenderNo: "S202603020001",
      policyNo: "P20230001234",
      part: "whole",
      state: "accepted",
      refund: 9600,
      accountId: "A8120",
      accountLast4: "8120",
      noticeAt: "2026-03-02T10:00:00+08:00",
      coverEndsAt: "2026-03-02T10:00:00+08:00",
      payBy: "2026-04-01",
      autoDebitEnded: true,
    })
  })

  it("ends the policy everywhere", async () => {
    await surrender(insurer, ZHANG)
    const { body: summary } = await insurer.call("policy.summary", {
      policyNo: ZHANG.policyNo,
      customer: "C1001",
    })
    expect(summary).toMatchObject({
      status: "ended",
      inForce: false,
      premiumState: "ended",
      endedOn: "2026-03-02",
    })
    const { body: listed } = await insurer.call("customer.policies", { customer: "C1001" })
    expect(listed.policies).toMatchObject([{ status: "ended", value: 0 }])
    const again = await surrender(insurer, ZHANG)
    expect([again.status, again.body.error]).toEqual([422, "BLOCKED"])
  })

  it.each([
    ["pledged", { customer: "C1020", policyNo: "P20190001020", accountId: "A2020" }],
    ["frozen by a court", { customer: "C1021", policyNo: "P20180001021", accountId: "A2120" }],
    ["with an open claim", { customer: "C1022", policyNo: "P20200001022", accountId: "A2220" }],
    ["with an intervention", { customer: "C1036", policyNo: "P20190001036", accountId: "A3620" }],
    ["ended", { customer: "C1045", policyNo: "P20200001045", accountId: "A4520" }],
  ])("is blocked for a policy %s", async (_why, input) => {
    expect((await surrender(insurer, input)).body.error).toBe("BLOCKED")
  })

  it.each([
    ["another amount", {}, { refund: 9600.01 }],
    ["a quote of the day before", { now: "2026-03-01T23:59:00+08:00" }, {}],
    ["a quote of another part", {}, { quoteId: "Q0" }],
  ])("refuses %s as a changed quote", async (_why, quotedAt, change) => {
    const { customer, policyNo } = ZHANG
    const quote = await insurer.call("policy.surrenderQuote", { customer, policyNo }, quotedAt)
    const { quoteId, refund } = quote.body
    const { body } = await insurer.call("policy.surrender", { ...ZHANG, quoteId, refund, ...change })
    expect(body.error).toBe("QUOTE_CHANGED")
  })

  it.each([
    ["closed", "A0132"],
    ["somebody else's", "A0133"],
    ["of a bank not supported", "A0134"],
    ["unknown", "A9999"],
  ])("takes no account that is %s", async (_why, accountId) => {
    expect((await surrender(insurer, { ...ZHANG, accountId })).body.error).toBe("ACCOUNT_UNUSABLE")
  })

  it("surrenders a rider alone and leaves the policy and its debit in force", async () => {
    const { body } = await surrender(insurer, { ...WANG, part: "hospital" })
    expect(body).toMatchObject({ part: "hospital", refund: 90, autoDebitEnded: false })
    const whole = await insurer.call("policy.surrenderQuote", { customer: "C1003", policyNo: WANG.policyNo })
    expect(whole.body).toMatchObject({ blocks: [], riders: [{ part: "waiver" }] })
    const rider = await insurer.call("policy.surrenderQuote", {
      customer: "C1003",
      policyNo: WANG.policyNo,
      part: "hospital",
    })
    expect(rider.body).toMatchObject({ refund: 0, blocks: [{ kind: "ended" }] })
    expect((await surrender(insurer, { ...WANG, part: "hospital" })).body.error).toBe("BLOCKED")
    expect((await surrender(insurer, WANG)).status).toBe(200)
  })

  it.each(["waiver", "hat"])("quotes no rider %s, which cannot be surrendered alone", async (part) => {
    const { body } = await insurer.call("policy.surrenderQuote", {
      customer: "C1003",
      policyNo: WANG.policyNo,
      part,
    })
    expect(body.error).toBe("NOT_FOUND")
  })

  it("is for the policyholder only", async () => {
    const notice = { ...ZHANG, customer: "C1005", policyNo: "P20220001004", quoteId: "Q0", refund: 1 }
    expect((await insurer.call("policy.surrender", notice)).body.error).toBe("NOT_ENTITLED")
  })
})

describe("finding out", () => {
  it("finds by the key what arrived, and nothing by another", async () => {
    const { body } = await surrender(insurer, ZHANG, { key: "run-1/submit" })
    const found = await insurer.call("policy.surrenderByKey", { key: "run-1/submit" })
    expect(found.body).toEqual({ found: true, ...body })
    expect((await insurer.call("policy.surrenderByKey", { key: "other" })).body).toEqual({ found: false })
  })

  it("does not find what was refused", async () => {
    await insurer.call("policy.surrender", { ...ZHANG, quoteId: "Q0", refund: 1 }, { key: "refused" })
    expect((await insurer.call("policy.surrenderByKey", { key: "refused" })).body).toEqual({ found: false })
  })

  it("tells nobody else's surrender", async () => {
    const { body } = await surrender(insurer, ZHANG)
    expect((await status(body.surrenderNo, "C1002")).body.error).toBe("NOT_FOUND")
  })
})

describe("what happens to a surrender", () => {
  const act = (surrenderNo: unknown, name: string) =>
    insurer.send("POST", `/play/surrenders/${surrenderNo}/${name}`)
  const events = async () => (await insurer.send("GET", "/events")).body.events

  it("is paid, and says so by event", async () => {
    const { body } = await surrender(insurer, ZHANG)
    await act(body.surrenderNo, "pay")
    expect((await status(body.surrenderNo)).body).toMatchObject({
      state: "paid",
      paidOn: "2026-03-02",
      withdrawable: false,
    })
    expect(await events()).toMatchObject([
      {
        event: "surrender.paid",
        correlation: { surrenderNo: body.surrenderNo },
        payload: { surrenderNo: body.surrenderNo, amount: 9600, paidOn: "2026-03-02", accountLast4: "8120" },
      },
    ])
  })

  it("can be withdrawn until it is confirmed; cover then goes on", async () => {
    const { body } = await surrender(insurer, ZHANG)
    const named = { surrenderNo: body.surrenderNo, customer: "C1001" }
    const withdrawn = await insurer.call("policy.surrenderWithdraw", named)
    expect(withdrawn.body).toMatchObject({ state: "withdrawn", withdrawnAt: "2026-03-02T10:00:00+08:00" })
    const { body: summary } = await insurer.call("policy.summary", {
      policyNo: ZHANG.policyNo,
      customer: "C1001",
    })
    expect(summary).toMatchObject({ status: "inForce", autoDebit: true })
    expect((await surrender(insurer, ZHANG)).body.surrenderNo).toBe("S202603020002")
  })

  it("cannot be withdrawn once confirmed", async () => {
    const { body } = await surrender(insurer, ZHANG)
    await act(body.surrenderNo, "confirm")
    const named = { surrenderNo: body.surrenderNo, customer: "C1001" }
    expect((await status(body.surrenderNo)).body.withdrawable).toBe(false)
    expect((await insurer.call("policy.surrenderWithdraw", named)).body.error).toBe("ALREADY_CONFIRMED")
  })

  it("is withdrawn by a person, and says so by event", async () => {
    const { body } = await surrender(insurer, ZHANG)
    await act(body.surrenderNo, "withdraw-confirm")
    expect(await events()).toMatchObject([
      { event: "surrender.withdrawn", payload: { withdrawnAt: "2026-03-02T10:00:00+08:00" } },
    ])
    expect((await status(body.surrenderNo)).body.state).toBe("withdrawn")
  })

  it("comes back from an account that bounces, and goes to another", async () => {
    const { body } = await surrender(insurer, BOUNCING)
    const { surrenderNo } = body
    expect(body.state).toBe("accepted")
    expect(await events()).toMatchObject([
      {
        event: "surrender.account-rejected",
        correlation: { surrenderNo },
        payload: { accountLast4: "2520" },
      },
    ])
    expect((await status(surrenderNo, "C1025")).body).toMatchObject({
      state: "accountRejected",
      rejectedBecauseZh: "银行退回：账户状态异常",
    })
    const amended = await insurer.call("policy.surrenderAmend", {
      customer: "C1025",
      surrenderNo,
      accountId: "A2521",
    })
    expect(amended.body).toMatchObject({ surrenderNo, state: "accepted", accountId: "A2521", refund: 8960 })
    expect((await act(surrenderNo, "pay")).body.state).toBe("paid")
  })

  it.each([
    ["reject-account", "accountRejected"],
    ["confirm", "confirmed"],
  ])("can be made to: %s", async (name, state) => {
    const { body } = await surrender(insurer, ZHANG)
    expect((await act(body.surrenderNo, name)).body.state).toBe(state)
  })

  it("refuses what is too late, unknown, or no act", async () => {
    const { body } = await surrender(insurer, ZHANG)
    await act(body.surrenderNo, "pay")
    expect((await act(body.surrenderNo, "pay")).status).toBe(409)
    expect((await act("S0", "pay")).status).toBe(404)
    expect((await act(body.surrenderNo, "burn")).status).toBe(400)
  })
})

describe("policy.surrenderAmend", () => {
  it("takes another account by the first answer, and the other values as they stood", async () => {
    const { body: first } = await surrender(insurer, ZHANG)
    const amended = await insurer.call("policy.surrenderAmend", {
      ...ZHANG,
      accountId: "A6621",
      refund: 9600,
      first,
    })
    expect(amended.body).toEqual({ ...first, accountId: "A6621", accountLast4: "6621" })
  })

  it.each([
    ["another policy", { policyNo: "P20200001002" }],
    ["another amount", { refund: 1 }],
    ["another part", { part: "hospital" }],
  ])("cannot change it to %s", async (_what, change) => {
    const { body: first } = await surrender(insurer, ZHANG)
    const amended = await insurer.call("policy.surrenderAmend", {
      customer: "C1001",
      accountId: "A6621",
      surrenderNo: first.surrenderNo,
      ...change,
    })
    expect([amended.status, amended.body.error]).toEqual([409, "TOO_LATE"])
  })

  it("is too late once paid", async () => {
    const { body: first } = await surrender(insurer, ZHANG)
    await insurer.send("POST", `/play/surrenders/${first.surrenderNo}/pay`)
    const amended = await insurer.call("policy.surrenderAmend", { ...ZHANG, accountId: "A6621", first })
    expect(amended.body.error).toBe("TOO_LATE")
  })

  it("needs to know which", async () => {
    const amended = await insurer.call("policy.surrenderAmend", { customer: "C1001", accountId: "A6621" })
    expect([amended.status, amended.body.error]).toEqual([400, "INVALID_INPUT"])
  })
})
