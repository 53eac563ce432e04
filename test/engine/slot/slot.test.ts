import { describe, expect, it } from "vitest"
import type { Json } from "../../../engine/index.ts"
import { flow, flowSet, talk, wording } from "../talk.ts"

const ends = `
  done: { type: final, outcome: done }
  kept: { type: final, outcome: kept }
`

/** A flow that collects these slots in this order. */
function collecting(slots: string, names: string, more = "", extra: Record<string, string> = {}) {
  const fields = `slots:\n${slots}\nstart: ask\nstates:\n  ask: { type: collect, slots: [${names}]${more}, to: done }${ends}`
  return flowSet({ ...flow("sample", fields), ...extra })
}
const open = (release: ReturnType<typeof flowSet>, slots?: Record<string, Json>) =>
  talk(release, { flow: "sample", ...(slots === undefined ? {} : { slots }) })

const basic = `  amount: { type: money, title: 金额, ask: 多少？, reask: 请再说一次金额。, valid: [{ when: value > 0, else: 金额要大于零。 }] }
  phone: { type: phone, title: 电话, ask: 电话？, sensitive: contact }
  way: { type: choice, title: 方式, ask: 怎么退？, options: { card: { label: 银行卡 }, cash: { label: 现金 } } }
  note: { type: text, title: 备注, ask: 备注？, optional: true }`

describe("filling", () => {
  it("[S5] asks one slot a message, and passes over what was told before", () => {
    const customer = open(collecting(basic, "amount, phone, way, note"))
    expect(customer.said()).toEqual(["多少？"])
    customer.say(
      "退500到卡上",
      { command: "set-slot", slot: "amount", value: 500 },
      { command: "set-slot", slot: "way", value: "card" },
    )
    expect(customer.said()).toEqual(["电话？"])
    customer.tell("phone", "13812345678")
    expect(customer.said()).toEqual(["备注？"])
    customer.choose("skip")
    expect(customer.outcomes()).toContain("sample done")
  })

  it("[S6] remembers by whom, when and with which words a value came", () => {
    const customer = open(collecting(basic, "amount, way, note"), { note: "急" })
    expect(customer.slot("note")?.from).toEqual({ by: "channel", at: "2026-03-02T10:00:00+08:00" })
    customer.say("退500元", {
      command: "set-slot",
      slot: "amount",
      value: 500,
      text: "500元",
      start: 1,
      end: 5,
    })
    const [said] = customer.of("customer.said")
    expect(customer.slot("amount")?.from).toEqual({
      ...{ by: "said", at: customer.now(), entry: said?.index },
      ...{ text: "500元", start: 1, end: 5 },
    })
    const amount = customer.of("slot.filled").find(({ open }) => open.slot === "amount")
    expect(amount).toMatchObject({ dataClass: "conversation", personal: { value: 500, text: "500元" } })
  })

  it("[S6] a button is chosen, and a sensitive value is sealed under its class", () => {
    const customer = open(collecting(basic, "way, phone, note"))
    customer.choose("card")
    customer.tell("phone", "13812345678")
    const filled = customer.of("slot.filled")
    expect(filled.map(({ open, dataClass }) => [open.slot, open.by, dataClass])).toEqual([
      ["way", "chosen", "conversation"],
      ["phone", "said", "contact"],
    ])
  })

  it.each([
    ["amount", "五百"],
    ["amount", -5],
    ["phone", "123"],
    ["way", "bitcoin"],
    ["note", 5],
  ])("[S7] refuses for %s the value %j whoever proposed it, and counts a miss", (slot, value) => {
    const customer = open(collecting(basic, slot))
    customer.tell(slot, value)
    expect(customer.slot(slot)).toEqual({ status: "empty", misses: 1 })
    expect(customer.said()[0]).toMatch(value === -5 ? "金额要大于零。" : /好像不对/)
    expect(customer.at()).toBe("sample/ask")
  })

  it("[S7] asks again with other words after a miss, and gives up after the attempts", () => {
    const customer = open(collecting(basic, "amount", ", attempts: 2"))
    customer.tell("amount", -1)
    expect(customer.said()).toEqual(["金额要大于零。", "请再说一次金额。"])
    customer.tell("amount", -1)
    expect(customer.outcomes()).toContain("sample failedToHelp")
  })

  it("[S7] leaves out what a channel brings in a wrong form, without a word to the customer", () => {
    const customer = open(collecting(basic, "phone"), { phone: "123" })
    expect(customer.said()).toEqual(["电话？"])
    expect(customer.slot("phone")).toBeUndefined()
    expect(customer.of("problem").map(({ open }) => open.code)).toEqual(["value-refused"])
  })

  it("[S7] takes no choice that is not on the screen", () => {
    const customer = open(collecting(basic, "note"))
    customer.choose("anything")
    expect(customer.slot("note")).toBeUndefined()
    expect(customer.said()).toEqual(["备注？"])
  })

  it("[S8] confirms what it is not sure of, and asks anew when that is wrong", () => {
    const customer = open(collecting(basic, "amount"))
    customer.say("大概五百", { command: "set-slot", slot: "amount", value: 500, certain: false })
    expect(customer.waiting()).toMatchObject({ kind: "confirmation", id: "amount" })
    customer.choose("no")
    expect(customer.said()).toEqual(["多少？"])
    customer.say("大概五百", { command: "set-slot", slot: "amount", value: 500, certain: false })
    customer.say("对", { command: "affirm" })
    expect(customer.outcomes()).toContain("sample done")
  })

  it.each([
    ["never", true, false],
    ["always", true, true],
  ])("[S8] with confirm %s a certain value (%s) is confirmed: %s", (confirm, certain, isAsked) => {
    const slots = `  amount: { type: money, title: 金额, ask: 多少？, confirm: ${confirm} }`
    const customer = open(collecting(slots, "amount"))
    customer.say("500", { command: "set-slot", slot: "amount", value: 500, certain })
    expect(customer.waiting().kind === "confirmation").toBe(isAsked)
    if (isAsked) customer.choose("yes")
    expect(customer.outcomes()).toContain("sample done")
  })

  it("[S9] asks and keeps a slot only while its condition holds", () => {
    const slots = `  way: { type: choice, title: 方式, ask: 怎么退？, options: { card: { label: 卡 }, cash: { label: 现金 } } }
  card: { type: text, title: 卡号, ask: 卡号？, when: "slots.way == 'card'" }`
    const customer = open(collecting(slots, "way, card", ", confirm: summary"))
    customer.choose("card")
    customer.tell("card", "8120")
    customer.say("还是现金", { command: "correct-slot", slot: "way", value: "cash" })
    expect(customer.slot("card")).toBeUndefined()
    expect(customer.said().at(-1)).not.toContain("卡号")
    customer.choose("yes")
    expect(customer.outcomes()).toContain("sample done")
  })

  it("[S9] clears what depends on a value that changes", () => {
    const slots = `  policy: { type: text, title: 保单, ask: 哪份？ }
  amount: { type: money, title: 金额, ask: 多少？, clearedBy: [policy] }`
    const customer = open(collecting(slots, "policy, amount", ", confirm: summary"))
    customer.tell("policy", "A")
    customer.tell("amount", 5)
    customer.say("是B", { command: "correct-slot", slot: "policy", value: "B" })
    expect(customer.slot("amount")).toBeUndefined()
    expect(customer.said().at(-1)).toBe("多少？")
    expect(customer.of("slot.cleared").map(({ open }) => open.slot)).toEqual(["amount"])
  })

  it("[S10] reads all back, changes one row, and leaves on a yes only", () => {
    const customer = open(collecting(basic, "amount, note", ", confirm: summary"))
    customer.tell("amount", 500)
    customer.choose("skip")
    expect(customer.said()).toEqual(["请您核对以下信息：\n金额 500.00元\n备注 未提供"])
    customer.choose("change:amount")
    expect(customer.said()).toEqual(["多少？"])
    customer.tell("amount", 600)
    expect(customer.said().at(-1)).toContain("600.00元")
    customer.say("不对", { command: "deny" })
    expect(customer.waiting()).toMatchObject({ kind: "choice" })
    customer.say("金额是700", { command: "correct-slot", slot: "amount", value: 700 })
    expect(customer.said().at(-1)).toContain("700.00元")
    customer.say("对", { command: "affirm" })
    expect(customer.outcomes()).toContain("sample done")
  })

  it("[S10] reads back again before a yes counts when a value changed in the same message", () => {
    const customer = open(collecting(basic, "amount", ", confirm: summary"))
    customer.tell("amount", 500)
    customer.say("700，对", { command: "set-slot", slot: "amount", value: 700 }, { command: "affirm" })
    expect(customer.outcomes()).not.toContain("sample done")
    expect(customer.said().at(-1)).toContain("700.00元")
  })

  it("[S11] passes over an optional slot, and asks once why not before it gives up another", () => {
    const customer = open(collecting(basic, "note, amount"))
    customer.choose("skip")
    expect(customer.slot("note")?.status).toBe("refused")
    expect(customer.of("slot.refused")).toHaveLength(1)
    customer.say("不想说", { command: "skip" })
    expect(customer.said()).toEqual(["请再说一次金额。"])
  })

  it("[S11] passes over an optional slot by a button in its own words", () => {
    const customer = open(
      collecting("  code: { type: text, title: 编号, ask: 编号？, optional: true, skip: 没有编号 }", "code"),
    )
    expect(customer.waiting().options).toEqual([{ key: "skip", label: "没有编号" }])
    customer.choose("skip")
    expect(customer.of("slot.refused")).toHaveLength(1)
  })

  it("[S11] fills a default without asking", () => {
    const customer = open(collecting("  way: { type: text, title: 方式, ask: 怎么？, default: 卡 }", "way"))
    expect(customer.of("slot.filled")[0]).toMatchObject({ open: { slot: "way", by: "default" } })
    expect(customer.outcomes()).toContain("sample done")
  })

  it("[S12] keeps files as they come, and only while files are asked for", () => {
    const customer = open(collecting("  papers: { type: documents, title: 材料, ask: 请上传。 }", "papers"))
    const file = { id: "D1", name: "诊断.jpg", mediaType: "image/jpeg", size: 9 }
    expect(customer.waiting().input).toEqual({ type: "documents", upload: true })
    customer.upload(file)
    expect(customer.said()[0]).toBe("已收到诊断.jpg。")
    expect(customer.of("slot.filled")[0]?.personal?.value).toEqual([file])
  })
})

describe("what was told elsewhere", () => {
  const needing = `slots:
  illness: { type: text, title: 病情, ask: 什么病？, needs: health, sensitive: health }
start: consent
states:
  consent: { type: checkpoint, kind: consent, wording: health, to: { accepted: ask, declined: kept } }
  ask: { type: collect, slots: [illness], to: done }${ends}`
  const consenting = flowSet({
    ...flow("sample", needing),
    ...wording("health", [{ version: "1", text: "健康信息。" }]),
  })

  it("[S13] keeps sealed what needs a checkpoint, and puts it to the customer right after", () => {
    const customer = open(consenting)
    customer.tell("illness", "骨折")
    expect(customer.slot("illness")?.status).toBe("offered")
    expect(customer.of("slot.offered")[0]).toMatchObject({ dataClass: "health" })
    customer.choose("accept")
    expect(customer.said()).toEqual(["病情还是「骨折」吗？"])
    customer.choose("yes")
    expect(customer.outcomes()).toContain("sample done")
  })

  it("[S13] asks anew when what was offered is not so", () => {
    const customer = open(consenting)
    customer.tell("illness", "骨折")
    customer.choose("accept")
    customer.say("不是", { command: "deny" })
    expect(customer.said()).toEqual(["什么病？"])
  })

  it("[S14] offers a shared slot to a later run, and never assumes it", () => {
    const asking = (id: string) =>
      flow(id, `start: ask\nstates:\n  ask: { type: collect, slots: [policyNo], to: done }${ends}`)
    const base = flowSet({ ...asking("one"), ...asking("two"), "flowset.yaml": sharing })
    const customer = talk(base, { flow: "one" })
    customer.tell("policyNo", "P20230001234")
    customer.say("另一件事", { command: "start-flow", flow: "two" })
    expect(customer.said()).toEqual(["保单号还是「P20230001234」吗？"])
    customer.say("不，是这份", { command: "set-slot", slot: "policyNo", value: "P20230005678" })
    expect(customer.outcomes()).toContain("two done")
  })
})

const sharing = `
format: 1
name: 示例
locales: [zh]
currency: CNY
timeZone: Asia/Shanghai
calendar: { workdays: [1, 2, 3, 4, 5], hours: ["09:00-18:00"] }
parameters: {}
queues: { general: { title: 人工, sla: PT60S } }
slots:
  policyNo: { type: policy-number, title: 保单号, ask: 保单号？ }
defaults:
  to: { failed: ended, timeout: ended, unavailable: ended }
  states: { ended: { type: final, outcome: failedToHelp } }
`

describe("choices from data", () => {
  const services = `
policies.list:
  request: { method: GET, path: /policies }
  input: { type: object, properties: {} }
  output: { type: object, properties: { policies: { type: array, items: { type: object, properties: { no: { type: string }, name: { type: string } } } } } }
  effect: read
`
  const fields = `slots:
  which: { type: choice, title: 保单, ask: 哪份？, options: { from: data.found.policies, key: item.no, label: "{item.name}", also: { none: { label: 都不是 } } } }
data: { found: policies.list }
start: find
states:
  find: { type: service, service: policies.list, save: found, to: ask }
  ask: { type: collect, slots: [which], confirm: summary, to: done }${ends}`
  const release = flowSet({ ...flow("sample", fields), "services.yaml": services })

  it("[S15] offers what the data has, and refuses what it has not", () => {
    const customer = open(release)
    customer.returns("policies.list", { policies: [{ no: "A", name: "安康" }] })
    expect(customer.waiting().options).toEqual([
      { key: "A", label: "安康" },
      { key: "none", label: "都不是" },
    ])
    customer.tell("which", "B")
    expect(customer.slot("which")?.value).toBeUndefined()
    customer.tell("which", "A")
    expect(customer.said().at(-1)).toContain("保单 安康")
  })

  it("[S15] empties a fixed option whose condition holds no longer", () => {
    const customer = open(
      flowSet({
        ...flow(
          "sample",
          `slots:
  wish: { type: choice, title: 想办的事, ask: 想怎么办？, options: { pay: { label: 交费, when: "!has(data.found) || size(data.found.policies) > 0" }, leave: { label: 不办 } } }
  other: { type: text, title: 其他, ask: 其他？ }
data: { found: policies.list }
start: first
states:
  first: { type: collect, slots: [wish, other], to: find }
  find: { type: service, service: policies.list, save: found, to: ask }
  ask: { type: collect, slots: [wish], to: done }${ends}`,
        ),
        "services.yaml": services,
      }),
    )
    customer.tell("wish", "pay")
    customer.tell("other", "没有")
    customer.returns("policies.list", { policies: [] })
    expect(customer.waiting()).toMatchObject({ id: "wish", options: [{ key: "leave" }] })
    expect(customer.slot("wish")?.value).toBeUndefined()
  })
})
