import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { z } from "zod"
import { type Insurer, startInsurer } from "./client.ts"

let insurer: Insurer
beforeEach(() => {
  insurer = startInsurer()
})
afterEach(() => insurer.close())

describe("accounts", () => {
  it("lists the paying account first, and whose each is", async () => {
    const zhang = await insurer.call("account.list", { customer: "C1001" })
    expect(zhang.body.accounts).toMatchObject([
      { accountId: "A8120", last4: "8120", own: true, paying: true },
      { accountId: "A6621", last4: "6621", own: true, paying: false },
    ])
    const dou = await insurer.call("account.list", { customer: "C1042" })
    expect(dou.body.accounts).toMatchObject([{ accountId: "A4320", own: false, paying: true }, {}, {}])
    const wechat = await insurer.call("account.list", { customer: "C1033" })
    expect(wechat.body.accounts).toMatchObject([{ paying: false }, { paying: false }])
  })

  it.each([
    ["a known account", { accountId: "A6621" }, "A6621"],
    ["an own card by number", "0131", "A0131"],
    ["a closed card", "0132", "CLOSED"],
    ["somebody else's card", "0133", "NOT_OWN"],
    ["a card of a bank not supported", "0134", "UNSUPPORTED_BANK"],
    ["a number that no bank knows", { number: "6222020000000000000" }, "UNKNOWN_ACCOUNT"],
    ["an id that is not the customer's", { accountId: "A0220" }, "UNKNOWN_ACCOUNT"],
    ["another name", { accountId: "A6621", name: "李四" }, "NOT_OWN"],
    ["the own name", { accountId: "A6621", name: "张伟" }, "A6621"],
  ])("verifies %s", async (_what, account, expected) => {
    const input = typeof account === "string" ? { number: await cardNumber("C1001", account) } : account
    const { body } = await insurer.call("account.verify", { customer: "C1001", ...input })
    expect(body.error ?? body.accountId).toBe(expected)
  })

  it("does not take another customer's card for one's own", async () => {
    const number = await cardNumber("C1002", "0220")
    expect((await insurer.call("account.verify", { customer: "C1001", number })).body.error).toBe("NOT_OWN")
  })

  async function cardNumber(customer: string, last4: string): Promise<string> {
    const cards = z.array(z.object({ number: z.string() }))
    const people = z.object({ people: z.array(z.object({ customer: z.string(), cards })) })
    const everybody = people.parse((await insurer.send("GET", "/people")).body).people
    const one = everybody.find((person) => person.customer === customer)
    return one?.cards.find(({ number }) => number.endsWith(last4))?.number ?? expect.fail(last4)
  }
})

describe("complaints", () => {
  it("are open to anyone, and answered within 15 days, 30 when complex", async () => {
    const { body } = await insurer.call("complaint.open", { what: "销售时没有说明损失" }, { key: "k" })
    expect(body).toEqual({
      complaintNo: "T202603020001",
      openedAt: "2026-03-02T10:00:00+08:00",
      answerBy: "2026-03-17",
      answerByIfComplex: "2026-04-01",
    })
    expect((await insurer.call("complaint.byKey", { key: "k" })).body).toEqual({ found: true, ...body })
    expect((await insurer.call("complaint.byKey", { key: "other" })).body).toEqual({ found: false })
    const { complaintNo } = body
    expect((await insurer.call("complaint.status", { complaintNo })).body).toEqual({ ...body, state: "open" })
    expect((await insurer.call("complaint.status", { complaintNo: "T0" })).body.error).toBe("NOT_FOUND")
  })
})

describe("call-backs", () => {
  it.each([
    ["on a working morning", "2026-03-02T10:00:00+08:00", false, "2026-03-02T18:00:00+08:00"],
    ["late in the afternoon", "2026-03-02T16:00:00+08:00", false, "2026-03-03T18:00:00+08:00"],
    ["on a Friday evening", "2026-03-06T20:00:00+08:00", false, "2026-03-09T18:00:00+08:00"],
    ["urgently, at night", "2026-03-08T02:00:00+08:00", true, "2026-03-08T02:30:00+08:00"],
  ])("are promised %s", async (_when, now, urgent, callBy) => {
    const asked = { topic: "surrender", phone: "13912345678", urgent }
    const { body } = await insurer.call("callback.request", asked, { now, key: "k" })
    expect(body).toMatchObject({ callBy, phoneMasked: "139****5678" })
    expect((await insurer.call("callback.byKey", { key: "k" })).body).toEqual({ found: true, ...body })
  })

  it("go to the registered mobile when no number is told", async () => {
    const { body } = await insurer.call("callback.request", { topic: "surrender", customer: "C1001" })
    expect(body.phoneMasked).toBe("138****1001")
  })

  it("need a number", async () => {
    expect((await insurer.call("callback.request", { topic: "surrender" })).body.error).toBe("INVALID_INPUT")
    expect((await insurer.call("callback.byKey", { key: "none" })).body).toEqual({ found: false })
  })
})
