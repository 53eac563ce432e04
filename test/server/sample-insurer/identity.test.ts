import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { type Insurer, startInsurer } from "./client.ts"

let insurer: Insurer
beforeEach(() => {
  insurer = startInsurer()
})
afterEach(() => insurer.close())

describe("identity.find", () => {
  it.each([
    ["policy number and last four", { policyNo: "P20230001234", idLast4: "1036" }, "C1001", 2, 1],
    ["policy number in small letters", { policyNo: "p20230001234", idLast4: "1036" }, "C1001", 2, 1],
    ["policy number and name", { policyNo: "P20230001234", name: "张伟" }, "C1001", 2, 1],
    ["identity card and name", { idNumber: "110101198503121036", name: "张伟" }, "C1001", 2, 1],
    ["mobile and name", { mobile: "13800001001", name: "张伟" }, "C1001", 2, 1],
    ["mobile alone, which proves nothing", { mobile: "13800001001" }, "C1001", 1, 0],
    ["the insured's own last four", { policyNo: "P20220001004", idLast4: "1103" }, "C1005", 2, 1],
    ["a passport", { idType: "passport", idNumber: "530412347", name: "sarah miller" }, "C1013", 2, 1],
    [
      "a permit of Hong Kong",
      { idType: "hkMoTwPermit", idNumber: "h60412346", name: "陈家豪" },
      "C1046",
      2,
      1,
    ],
    [
      "a permanent resident's card",
      { idType: "foreignPermanentResident", idNumber: "911410198112010016", name: "Kim Minho" },
      "C1047",
      2,
      1,
    ],
  ])("finds by %s", async (_by, facts, customer, factsMatched, level) => {
    const { status, body } = await insurer.call("identity.find", facts)
    expect([status, body.factsMatched, body.proof]).toEqual([200, factsMatched, { id: customer, level }])
  })

  it.each([
    ["a wrong last four", { policyNo: "P20230001234", idLast4: "0000" }],
    ["a policy that does not exist", { policyNo: "P29990001234", idLast4: "1036" }],
    ["a policy number alone", { policyNo: "P20230001234" }],
    ["a wrong name", { mobile: "13800001001", name: "李四" }],
    ["a card's number as a passport", { idType: "passport", idNumber: "110101198503121036" }],
    ["no facts", {}],
  ])("gives the same miss for %s", async (_why, facts) => {
    const { status, text } = await insurer.call("identity.find", facts)
    expect([status, text]).toEqual([404, '{"error":"NO_MATCH"}'])
  })

  it("locks a fact at the third miss within 24 hours, whether it exists or not", async () => {
    for (const policyNo of ["P20230001234", "P29990001234"]) {
      const miss = { policyNo, idLast4: "0000" }
      expect((await insurer.call("identity.find", miss)).body.error).toBe("NO_MATCH")
      expect((await insurer.call("identity.find", miss)).body.error).toBe("NO_MATCH")
      expect((await insurer.call("identity.find", miss)).body.error).toBe("LOCKED")
      expect((await insurer.call("identity.find", { policyNo, idLast4: "1036" })).body.error).toBe("LOCKED")
    }
    const nextDay = { now: "2026-03-03T10:00:01+08:00" }
    const again = await insurer.call("identity.find", { policyNo: "P20230001234", idLast4: "1036" }, nextDay)
    expect(again.status).toBe(200)
  })

  it("tells that no mobile is registered", async () => {
    const { body } = await insurer.call("identity.find", { policyNo: "P20150001048", name: "水清" })
    expect([body.hasMobile, body.maskedMobile]).toEqual([false, ""])
  })
})

describe("one-time codes", () => {
  const sendCode = async () => {
    const { body } = await insurer.call("identity.find", { policyNo: "P20230001234", idLast4: "1036" })
    return insurer.call("identity.sendCode", { candidate: body.candidate })
  }

  it("proves level 2 with the code that was sent", async () => {
    const sent = await sendCode()
    expect(sent.body).toEqual({
      codeRef: "V000001",
      maskedMobile: "138****1001",
      expiresAt: "2026-03-02T10:05:00+08:00",
    })
    const checked = await insurer.call("identity.checkCode", { codeRef: "V000001", code: "861 001" })
    expect(checked.body).toEqual({ proof: { id: "C1001", level: 2 }, customer: "C1001" })
  })

  it("locks at the third wrong code, and sends no other", async () => {
    await sendCode()
    const wrong = { codeRef: "V000001", code: "000000" }
    expect((await insurer.call("identity.checkCode", wrong)).body.error).toBe("WRONG_CODE")
    expect((await insurer.call("identity.checkCode", wrong)).body.error).toBe("WRONG_CODE")
    expect((await insurer.call("identity.checkCode", wrong)).body.error).toBe("LOCKED")
    expect((await insurer.call("identity.checkCode", { ...wrong, code: "861001" })).body.error).toBe("LOCKED")
    expect((await sendCode()).body.error).toBe("LOCKED")
  })

  it("lets a code expire after five minutes", async () => {
    await sendCode()
    const late = { now: "2026-03-02T10:05:01+08:00" }
    const checked = await insurer.call("identity.checkCode", { codeRef: "V000001", code: "861001" }, late)
    expect(checked.body.error).toBe("EXPIRED")
  })

  it("sends nothing to nobody, nor to who has no mobile", async () => {
    expect((await insurer.call("identity.sendCode", { candidate: "K0" })).body.error).toBe("NOT_FOUND")
    const { body } = await insurer.call("identity.find", { policyNo: "P20150001048", name: "水清" })
    const sent = await insurer.call("identity.sendCode", { candidate: body.candidate })
    expect([sent.status, sent.body.error]).toEqual([422, "NO_MOBILE"])
  })
})

describe("faces", () => {
  it("proves level 3", async () => {
    const { body } = await insurer.call("identity.checkFace", { customer: "C1002" })
    const result = await insurer.call("identity.faceResult", { customer: "C1002", faceRef: body.faceRef })
    expect(result.body).toEqual({ proof: { id: "C1002", level: 3 }, customer: "C1002" })
  })

  it("links to where customers reach its pages", async () => {
    const reachable = startInsurer({ publicUrl: "https://core.example/" })
    const { body } = await reachable.call("identity.checkFace", { customer: "C1002" })
    expect(body.link).toBe("https://core.example/faces/F000001")
    reachable.close()
  })

  it("has no face of who gave none, and none of another customer", async () => {
    expect((await insurer.call("identity.checkFace", { customer: "C1013" })).body.error).toBe("NO_FACE")
    const { body } = await insurer.call("identity.checkFace", { customer: "C1002" })
    const other = await insurer.call("identity.faceResult", { customer: "C1001", faceRef: body.faceRef })
    expect(other.body.error).toBe("NO_FACE")
  })

  it("can be made to fail, and expires", async () => {
    const { body } = await insurer.call("identity.checkFace", { customer: "C1002" })
    const asked = { customer: "C1002", faceRef: body.faceRef }
    await insurer.send("POST", `/play/faces/${body.faceRef}/fail`)
    expect((await insurer.call("identity.faceResult", asked)).body.error).toBe("NO_FACE")
    await insurer.send("POST", `/play/faces/${body.faceRef}/pass`)
    expect((await insurer.call("identity.faceResult", asked)).status).toBe(200)
    const late = await insurer.call("identity.faceResult", asked, { now: "2026-03-02T10:10:01+08:00" })
    expect(late.body.error).toBe("NO_FACE")
  })
})
