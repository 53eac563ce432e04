import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { z } from "zod"
import { claimActs } from "../../../server/sample-insurer/claims/claim-acts.ts"
import { events, type Insurer, refusedBy, startInsurer } from "./client.ts"

let insurer: Insurer
beforeEach(() => {
  insurer = startInsurer()
})
afterEach(() => insurer.close())

const SHEN = { customer: "C1063", policies: ["P20250001063"], accountId: "A6320" }
const STAYS = [{ hospital: "协和医院", cost: 3600 }]
const EVENT = { kind: "medical", eventOn: "2026-02-20", concerns: "self" }

async function report(customer: string, event: object = EVENT) {
  const { body } = await insurer.call("claim.report", { ...event, customer })
  return { claimNo: String(body.claimNo), ...EVENT, ...event, customer }
}
async function submitted(who = SHEN) {
  const { claimNo } = await report(who.customer)
  await insurer.call("claim.submit", { claimNo, ...who, stays: STAYS, documents: ["records", "invoices"] })
  return { claimNo, customer: who.customer }
}
const act = (claimNo: string, name: string) => insurer.send("POST", `/play/claims/${claimNo}/${name}`)
const told = async () =>
  z
    .array(z.object({ event: z.string(), payload: z.record(z.string(), z.unknown()) }))
    .parse((await insurer.send("GET", "/events")).body.events)

describe("a report", () => {
  it("is taken of anybody, has a number, and is found by its key", async () => {
    const told = { kind: "accident", eventOn: "2026-03-01", concerns: "parent", insuredName: "王桂兰" }
    const { body } = await insurer.call("claim.report", { ...told, phone: "13812345678" }, { key: "k1" })
    expect(body).toEqual({ claimNo: "R202603020001", reportedAt: "2026-03-02T10:00:00+08:00" })
    expect((await insurer.call("claim.reportByKey", { key: "k1" })).body.claimNo).toBe(body.claimNo)
    expect((await insurer.call("claim.reportByKey", { key: "k2" })).body).toEqual({ found: false })
  })

  it("can be amended until a benefit is asked for", async () => {
    const { claimNo, customer } = await report("C1063")
    const first = { claimNo, reportedAt: "2026-03-02T10:00:00+08:00" }
    const amended = { ...EVENT, eventOn: "2026-02-18", customer, first }
    expect((await insurer.call("claim.reportAmend", amended)).body).toEqual(first)
    expect((await insurer.call("claim.status", { claimNo, customer })).body.eventOn).toBe("2026-02-18")
    await insurer.call("claim.submit", { claimNo, ...SHEN })
    expect((await insurer.call("claim.reportAmend", amended)).body.error).toBe("TOO_LATE")
  })
})

describe("claim.cover", () => {
  it.each([
    ["the insured", "C1003", EVENT, "entitled", ["insured", "insured"]],
    [
      "the guardian of two children",
      "C1060",
      { ...EVENT, concerns: "child" },
      "entitled",
      ["guardian", "guardian"],
    ],
    [
      "one of two beneficiaries",
      "C1009",
      { ...EVENT, kind: "death", concerns: "spouse" },
      "entitled",
      ["beneficiary"],
    ],
    [
      "a husband for his wife",
      "C1004",
      { ...EVENT, kind: "criticalIllness", concerns: "spouse" },
      "otherAdult",
      [],
    ],
    ["an heir", "C1004", { ...EVENT, kind: "death", concerns: "spouse" }, "heirs", []],
    ["nobody's policy of this kind", "C1001", EVENT, "none", []],
  ])("finds for %s every policy that may answer", async (_who, customer, event, who, roles) => {
    const { body } = await insurer.call("claim.cover", await report(customer, event))
    const policies = z.array(z.object({ role: z.string() })).parse(body.policies)
    expect([body.who, policies.map(({ role }) => role)]).toEqual([who, roles])
  })

  it("finds nothing that began after the event", async () => {
    const { body } = await insurer.call(
      "claim.cover",
      await report("C1063", { ...EVENT, eventOn: "2025-01-05" }),
    )
    expect(body.who).toBe("none")
  })
})

describe("claim.coverCheck", () => {
  const check = async (customer: string, policies: readonly string[], event: object = EVENT) => {
    const { claimNo, kind, eventOn } = await report(customer, event)
    return (await insurer.call("claim.coverCheck", { claimNo, customer, policies, kind, eventOn })).body
  }

  it.each([
    ["C1063", "P20250001063", EVENT, "normal", [], "self"],
    ["C1060", "P20250001060", { ...EVENT, concerns: "child" }, "normal", [], "guardian"],
    ["C1060", "P20250011060", { ...EVENT, concerns: "child" }, "normal", [], "minor"],
    [
      "C1001",
      "P20230001234",
      { ...EVENT, kind: "criticalIllness" },
      "person",
      ["amount", "youngContract"],
      "self",
    ],
    [
      "C1009",
      "P20180001008",
      { ...EVENT, kind: "death", concerns: "spouse" },
      "person",
      ["death", "amount"],
      "relative",
    ],
  ])(
    "routes %s on %s and says whose consent is needed",
    async (customer, policyNo, event, route, reasons, by) => {
      expect(await check(customer, [policyNo], event)).toMatchObject({ route, reasons, consentBy: by })
    },
  )

  it("names all papers at once, for a guardian the guardianship too", async () => {
    const ids = z.array(z.object({ id: z.string() }))
    const own = ids.parse((await check("C1063", SHEN.policies)).documents)
    expect(own.map(({ id }) => id)).toEqual(["identity", "records", "invoices", "feeList", "settlement"])
    const child = ids.parse(
      (await check("C1060", ["P20250001060"], { ...EVENT, concerns: "child" })).documents,
    )
    expect(child.at(-1)?.id).toBe("guardianship")
  })

  it("is for nobody else", async () => {
    expect((await check("C1064", SHEN.policies)).error).toBe("NOT_ENTITLED")
  })
})

describe("claim.checkDocuments", () => {
  it("tells papers by their names, else in their order, and which cannot be read", async () => {
    const { claimNo } = await report("C1063")
    const documents = ["发票.jpg", "病历模糊.jpg", "IMG_1.jpg"].map((name, at) => ({ id: `D${at}`, name }))
    const needed = ["identity", "records", "invoices"]
    const { body } = await insurer.call("claim.checkDocuments", { claimNo, documents, needed })
    expect(body).toEqual({ received: ["invoices", "identity"], unclear: ["records"] })
  })
})

describe("a claim", () => {
  it("is taken once, complete on that day, and asked for twice is refused", async () => {
    const { claimNo, customer } = await submitted()
    const { body } = await insurer.call("claim.status", { claimNo, customer })
    expect(body).toMatchObject({ state: "deciding", completeOn: "2026-03-02", accountLast4: "6320" })
    expect((await insurer.call("claim.submit", { claimNo, ...SHEN })).body.error).toBe("DUPLICATE")
    const again = await report("C1063")
    expect((await insurer.call("claim.submit", { claimNo: again.claimNo, ...SHEN })).body.error).toBe(
      "DUPLICATE",
    )
  })

  it("blocks a surrender while it is open", async () => {
    await submitted()
    const quote = await insurer.call("policy.surrenderQuote", { customer: "C1063", policyNo: "P20250001063" })
    expect(quote.body.blocks).toMatchObject([{ kind: "openClaim" }])
  })

  it("is told to nobody else", async () => {
    const { claimNo } = await submitted()
    expect((await insurer.call("claim.status", { claimNo, customer: "C1064" })).body.error).toBe("NOT_FOUND")
  })

  it.each([
    ["decide-full", { state: "decided", result: "paid", amount: 3600 }],
    ["decide-partly", { state: "decided", result: "partly", amount: 2160, noticeName: "R202603020001.pdf" }],
    ["decide-advance", { state: "deciding", result: "advance", amount: 1440 }],
    ["refuse", { state: "refused", result: "refused", noticeName: "R202603020001.pdf" }],
    ["investigate", { state: "investigating" }],
    ["ask-documents", { state: "documentsMissing" }],
  ])("can be made to: %s", async (name, then) => {
    const claim = await submitted()
    await act(claim.claimNo, name)
    expect((await insurer.call("claim.status", claim)).body).toMatchObject(then)
  })

  it("is paid after it was accepted; what was paid ahead is deducted", async () => {
    const claim = await submitted()
    await act(claim.claimNo, "decide-advance")
    await act(claim.claimNo, "pay")
    await act(claim.claimNo, "decide-full")
    expect((await act(claim.claimNo, "pay")).status).toBe(409)
    expect((await insurer.call("claim.accept", claim)).body).toMatchObject({ state: "agreed", amount: 2160 })
    await act(claim.claimNo, "pay")
    const paid = (await told()).filter(({ event }) => event === "claim.paid")
    expect(paid.map(({ payload }) => payload.amount)).toEqual([1440, 2160])
  })

  it("comes back from an account that bounces, and goes to another", async () => {
    const claim = await submitted({ customer: "C1069", policies: ["P20250001069"], accountId: "A6920" })
    await act(claim.claimNo, "decide-full")
    await insurer.call("claim.accept", claim)
    expect((await told()).at(-1)).toMatchObject({
      event: "claim.account-rejected",
      payload: { accountLast4: "6920" },
    })
    const changed = await insurer.call("claim.changeAccount", { ...claim, accountId: "A6921" })
    expect(changed.body).toMatchObject({ state: "agreed", accountLast4: "6921" })
  })

  it("goes on with the papers that were asked for", async () => {
    const claim = await submitted()
    await act(claim.claimNo, "ask-documents")
    const { body } = await insurer.call("claim.supplement", { ...claim, documents: ["records", "invoices"] })
    expect(body.state).toBe("deciding")
  })

  it("can be withdrawn until it is agreed", async () => {
    const claim = await submitted()
    expect((await insurer.call("claim.withdraw", claim)).body.state).toBe("withdrawn")
    expect((await insurer.call("claim.accept", claim)).body.error).toBe("WRONG_STATE")
  })
})

describe("what people do with a claim", () => {
  it.each(
    claimActs.filter((name) => name !== "pay" && name !== "reject-account" && !name.includes("consent")),
  )("%s tells of it by an event with the payload declared", async (name) => {
    const { claimNo } = await submitted()
    await act(claimNo, name)
    const [sent] = await told()
    expect(refusedBy(events[sent?.event ?? ""], sent?.payload)).toBeNull()
  })

  it.each(["consent", "decline-consent"])("%s answers a minor's link", async (name) => {
    const { claimNo } = await report("C1060", { ...EVENT, concerns: "child" })
    await act(claimNo, name)
    const [sent] = await told()
    expect(sent?.event).toBe("claim.consent-answered")
    expect(refusedBy(events["claim.consent-answered"], sent?.payload)).toBeNull()
  })

  it("is refused when it is unknown, too late or no act", async () => {
    const { claimNo } = await submitted()
    await act(claimNo, "refuse")
    expect((await act(claimNo, "refuse")).status).toBe(409)
    expect((await act("R0", "refuse")).status).toBe(404)
    expect((await act(claimNo, "burn")).status).toBe(400)
  })

  it("stands on the page, with what is open now", async () => {
    const { claimNo } = await submitted()
    const page = await (await insurer.app.request("/?lang=en")).text()
    expect(page).toContain(`/play/claims/${claimNo}/decide-full`)
    expect(page).not.toContain(`/play/claims/${claimNo}/pay`)
  })
})
