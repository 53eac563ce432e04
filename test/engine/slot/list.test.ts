import { describe, expect, it } from "vitest"
import { flow, flowSet, talk } from "../talk.ts"

function release(bounds = "", fields = "slots: [stays], confirm: summary") {
  const text = `
slots:
  name: { type: text, title: 姓名, ask: 姓名？ }
  stays:
    type: list
    title: 住院
    each: 请说说这次住院。
    sensitive: health
    ${bounds}
    of:
      hospital: { type: text, title: 医院, ask: 哪家医院？ }
      on: { type: date, title: 日期, ask: 哪天？, valid: [{ when: "value <= '2026-03-02'", else: 日期还没有到。 }] }
start: ask
states:
  ask: { type: collect, ${fields}, to: next }
  next: { type: collect, slots: [name], to: done }
  done: { type: final, outcome: done }
`
  return flowSet(flow("sample", text))
}
const open = (bounds?: string, fields?: string) => talk(release(bounds, fields), { flow: "sample" })
type Customer = ReturnType<typeof open>

function stay(customer: Customer, hospital: string, on: string) {
  customer.tell("stays.hospital", hospital)
  customer.tell("stays.on", on)
}
function twoStays() {
  const customer = open()
  stay(customer, "协和", "2026-01-05")
  customer.choose("yes")
  stay(customer, "同仁", "2026-02-01")
  customer.choose("no")
  return customer
}
const first = { hospital: "协和", on: "2026-01-05" }
const second = { hospital: "同仁", on: "2026-02-01" }

describe("lists", () => {
  it("[S16] are told record by record, each introduced, until there are no more", () => {
    const customer = open()
    expect(customer.said()).toEqual(["请说说这次住院。\n哪家医院？"])
    expect(customer.waiting()).toMatchObject({ kind: "slot", id: "stays.hospital", input: { type: "text" } })
    stay(customer, "协和", "2026-01-05")
    expect(customer.said()).toEqual(["还有吗？"])
    customer.choose("yes")
    expect(customer.said()).toEqual(["请说说这次住院。\n哪家医院？"])
    stay(customer, "同仁", "2026-02-01")
    customer.say("没了", { command: "deny" })
    expect(customer.slot("stays")).toMatchObject({ status: "filled", value: [first, second] })
  })

  it("[S16] take the next record at once from whoever tells it instead of yes", () => {
    const customer = open()
    stay(customer, "协和", "2026-01-05")
    customer.tell("stays.hospital", "同仁")
    expect(customer.said()).toEqual(["哪天？"])
    customer.tell("stays.on", "2026-02-01")
    customer.choose("no")
    expect(customer.slot("stays")?.value).toEqual([first, second])
  })

  it("[S16] seal every field under its class", () => {
    const customer = open()
    customer.tell("stays.hospital", "协和")
    expect(customer.of("slot.filled").at(-1)).toMatchObject({ dataClass: "health" })
  })

  it.each([
    ["stays.on", "昨天", /好像不对/],
    ["stays.on", "2027-01-01", /^日期还没有到。$/],
    ["stays.hospital", 5, /好像不对/],
  ])("[S17] refuse in %s the value %j", (slot, value, said) => {
    const customer = open()
    customer.tell(slot, value)
    expect(customer.said()[0]).toMatch(said)
    expect(customer.slot("stays")).toEqual({ status: "empty", misses: 1 })
  })

  it("[S17] close at once when full, and not before they have enough", () => {
    const full = open("max: 1")
    stay(full, "协和", "2026-01-05")
    expect(full.waiting()).toMatchObject({ kind: "confirmation", id: "ask" })
    const short = open("min: 2")
    stay(short, "协和", "2026-01-05")
    short.choose("no")
    expect(short.said()).toEqual(["请说说这次住院。\n哪家医院？"])
  })

  it("[S17] may be empty when none is needed", () => {
    const customer = open("min: 0")
    customer.say("没有", { command: "deny" })
    expect(customer.slot("stays")).toMatchObject({ status: "filled", value: [] })
  })

  it("[S16] ask for another record in the author's words", () => {
    const customer = open("more: 还有别的就诊吗？")
    stay(customer, "协和", "2026-01-05")
    expect(customer.said().at(-1)).toBe("还有别的就诊吗？")
  })

  it("[S17] may be passed over when they are optional", () => {
    const customer = open("optional: true")
    customer.say("跳过", { command: "skip" })
    expect(customer.slot("stays")?.status).toBe("refused")
  })

  it("[S18] correct one field of a record by its ordinal, and read back again", () => {
    const customer = twoStays()
    customer.say("第二次是友谊医院", { command: "correct-slot", slot: "stays.2.hospital", value: "友谊" })
    expect(customer.slot("stays")?.value).toEqual([first, { ...second, hospital: "友谊" }])
    expect(customer.said().at(-1)).toContain("友谊")
  })

  it("[S18] remove a record by its ordinal", () => {
    const customer = twoStays()
    customer.say("第一次不算", { command: "correct-slot", slot: "stays.1" })
    expect(customer.slot("stays")?.value).toEqual([second])
  })

  it("[S18] correct a record while more are being told", () => {
    const customer = open()
    stay(customer, "协和", "2026-01-05")
    customer.say("是同仁", { command: "correct-slot", slot: "stays.1.hospital", value: "同仁" })
    expect(customer.said().at(-1)).toBe("还有吗？")
    customer.choose("no")
    expect(customer.slot("stays")?.value).toEqual([{ ...first, hospital: "同仁" }])
  })

  it.each([
    ["stays.3.hospital", "友谊"],
    ["stays.1.on", "明天"],
    ["stays.1.ward", "三"],
  ])("[S18] leave the list as it is for %s: %j", (slot, value) => {
    const customer = twoStays()
    customer.say("改一下", { command: "correct-slot", slot, value })
    expect(customer.slot("stays")?.value).toEqual([first, second])
  })

  it("[S18] take one more record after they were closed, and the flow comes by again", () => {
    const customer = twoStays()
    customer.choose("yes")
    expect(customer.at()).toBe("sample/next")
    customer.tell("stays.hospital", "友谊")
    expect(customer.at()).toBe("sample/ask")
    customer.tell("stays.on", "2026-02-20")
    customer.choose("no")
    expect(customer.slot("stays")?.value).toHaveLength(3)
  })
})
