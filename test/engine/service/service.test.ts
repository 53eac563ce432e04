import { describe, expect, it } from "vitest"
import { flow, flowSet, talk } from "../talk.ts"

const operation = (id: string, effect: string, errors = "") => `
${id}:
  request: { method: POST, path: /x }
  input: { type: object, properties: { amount: { type: number }, key: { type: string }, first: { type: object } } }
  output: { type: object, properties: { no: { type: string }, state: { type: string } } }
  effect: ${effect}
${errors === "" ? "" : `  errors: ${errors}`}`
const services = [
  operation("order.find", "read", "{ NOT_FOUND: { http: 404 } }"),
  operation("order.submit", "write", "{ REFUSED: { http: 409 } }"),
  operation("order.change", "write"),
  operation("code.send", "notify"),
  operation("card.check", "read", "{ MISMATCH: { http: 409 } }"),
].join("")

const write = (more = "") => `
slots:
  amount: { type: money, title: 金额, ask: 多少？ }
  again: { type: text, title: 其他, ask: 还有什么？ }
data: { order: order.submit, found: order.find }
start: ask
states:
  ask: { type: collect, slots: [amount], to: submit }
  submit:
    type: service
    service: order.submit
    input: { amount: slots.amount }
    save: order
    ${more}
    to: { done: rest, REFUSED: { to: ask, clear: [amount] }, failed: kept, unknown: find }
  find:
    type: service
    service: order.find
    input: { key: keys.submit }
    save: found
    to: { done: sent, NOT_FOUND: ask2, failed: kept }
  sent:
    type: decision
    cases: { yes: { when: "data.found.state == 'sent'" } }
    to: { yes: rest, else: ask2 }
  ask2: { type: collect, slots: [again], confirm: summary, to: submit }
  rest: { type: collect, slots: [again], to: done }
  done: { type: final, outcome: done }
  kept: { type: final, outcome: kept }
`
const open = (fields: string) =>
  talk(flowSet({ ...flow("sample", fields), "services.yaml": services }), { flow: "sample" })
function submitting(more?: string) {
  const customer = open(write(more))
  customer.tell("amount", 500)
  return customer
}
const keys = (customer: ReturnType<typeof open>, name: string) =>
  customer.calls.filter((call) => call.operation === name).map(({ key }) => key)

describe("services", () => {
  it.each([
    ["returned", { is: "returned", output: { no: "S1" } }, "sample/rest"],
    ["a declared error", { is: "error", error: "REFUSED" }, "sample/ask"],
    ["an undeclared error", { is: "error", error: "done" }, "ended"],
    ["failed", { is: "failed", reason: "down" }, "ended"],
    ["unknown", { is: "unknown", reason: "no answer" }, "sample/find"],
  ] as const)("[F30] a write leaves by its exit when it has %s", (_, result, at) => {
    const customer = submitting()
    customer.answer("order.submit", result)
    if (at === "ended") expect(customer.outcomes()).toContain("sample kept")
    else expect(customer.at()).toBe(at)
  })

  it("[F30] says that a service is down when its failure is left to the default", () => {
    const text = write().replace("failed: kept, unknown: find", "unknown: find")
    const customer = open(text)
    customer.tell("amount", 500)
    customer.answer("order.submit", { is: "failed", reason: "down" })
    expect(customer.said()).toEqual(["暂时查不到。"])
    expect(customer.outcomes()).toContain("sample failedToHelp")
  })

  it("[F31] a read has no key; a write and a notice have", () => {
    const customer = submitting()
    expect(keys(customer, "order.submit")[0]).toMatch(/^run-C1-1-\d+:submit:[0-9a-f]{16}:0$/)
    customer.answer("order.submit", { is: "unknown", reason: "no answer" })
    expect(keys(customer, "order.find")).toEqual([undefined])
  })

  it("[F31] the same intention has the same key after unknown, and a read finds out by it", () => {
    const customer = submitting()
    customer.answer("order.submit", { is: "unknown", reason: "no answer" })
    const [key] = keys(customer, "order.submit")
    expect(customer.calls.at(-1)).toMatchObject({ operation: "order.find", input: { key } })
    customer.answer("order.find", { is: "error", error: "NOT_FOUND" })
    expect(keys(customer, "order.submit")).toHaveLength(1)
    customer.tell("again", "好")
    customer.choose("yes")
    expect(keys(customer, "order.submit")).toEqual([key, key])
  })

  it("[F31] after a definite answer a new try has a new key", () => {
    const customer = submitting()
    customer.answer("order.submit", { is: "error", error: "REFUSED" })
    customer.tell("amount", 500)
    const [first, second] = keys(customer, "order.submit")
    expect(second).not.toBe(first)
    expect(second).toMatch(/:1$/)
  })

  it("[F31] another input is another intention", () => {
    const customer = submitting()
    customer.answer("order.submit", { is: "unknown", reason: "no answer" })
    customer.answer("order.find", { is: "error", error: "NOT_FOUND" })
    const other = open(write())
    other.tell("amount", 501)
    expect(keys(other, "order.submit")[0]).not.toBe(keys(customer, "order.submit")[0])
  })

  it("[F32] unknown is never sent again by a correction, which comes too late", () => {
    const customer = submitting()
    customer.answer("order.submit", { is: "unknown", reason: "no answer" })
    customer.returns("order.find", { state: "open" })
    customer.say("改成600", { command: "correct-slot", slot: "amount", value: 600 })
    expect(customer.said()[0]).toBe("已经提交，改不了了。")
    expect(keys(customer, "order.submit")).toHaveLength(1)
    expect(customer.slot("amount")?.value).toBe(500)
  })

  it("[F32] a write that was answered is amended with its first answer, or nothing moves", () => {
    const amended = submitting("amend: order.change")
    amended.returns("order.submit", { no: "S1" })
    amended.say("改成600", { command: "correct-slot", slot: "amount", value: 600 })
    expect(amended.calls.at(-1)).toMatchObject({
      operation: "order.change",
      input: { amount: 600, first: { no: "S1" } },
    })
    const fixed = submitting()
    fixed.returns("order.submit", { no: "S1" })
    fixed.say("改成600", { command: "correct-slot", slot: "amount", value: 600 })
    expect(fixed.calls).toHaveLength(1)
    expect(fixed.at()).toBe("sample/rest")
  })

  it("[F33] what comes while a service works waits in order for its one result", () => {
    const customer = submitting()
    expect(customer.waiting()).toEqual({ kind: "service", id: "order.submit" })
    customer.say("改成600", { command: "correct-slot", slot: "amount", value: 600 })
    customer.say("喂", { command: "chitchat", topic: "greeting" })
    expect(customer.said()).toEqual([])
    expect(customer.slot("amount")?.value).toBe(500)
    expect(customer.conversation().inbox.map(({ kind }) => kind)).toEqual(["message", "message"])
    expect(customer.of("customer.said").map(({ personal }) => personal.text)).toEqual([
      "500",
      "改成600",
      "喂",
    ])
  })

  it("[F33] takes one result only; a second one is recorded and moves nothing", () => {
    const customer = submitting()
    const [call] = customer.calls
    customer.returns("order.submit", { no: "S1" })
    const before = customer.conversation().runs
    customer.replay(call?.id ?? "", { is: "returned", output: { no: "S2" } })
    expect(customer.conversation().runs).toEqual(before)
    expect(customer.of("service.returned")).toHaveLength(2)
  })
})

const notify = `
slots:
  mobile: { type: text, title: 手机, ask: 手机？ }
  name: { type: text, title: 姓名, ask: 姓名？ }
  code: { type: text, title: 验证码, ask: 验证码？ }
start: who
states:
  who: { type: collect, slots: [name, mobile], to: send }
  send: { type: service, service: code.send, input: { key: slots.mobile }, to: { done: ask, failed: kept } }
  ask: { type: collect, slots: [code], to: done }
  done: { type: final, outcome: done }
  kept: { type: final, outcome: kept }
`

describe("notices", () => {
  it("[F34] are sent once per input, and a correction may pass them", () => {
    const customer = open(notify)
    customer.tell("name", "张三")
    customer.tell("mobile", "138")
    customer.returns("code.send")
    customer.say("我叫李四", { command: "correct-slot", slot: "name", value: "李四" })
    expect(customer.calls).toHaveLength(1)
    expect(customer.at()).toBe("sample/ask")
    customer.say("手机是139", { command: "correct-slot", slot: "mobile", value: "139" })
    expect(customer.calls.map(({ input }) => input)).toEqual([{ key: "138" }, { key: "139" }])
    const [first, second] = keys(customer, "code.send")
    expect(first).not.toBe(second)
  })
})

const checked = `
slots:
  card: { type: text, title: 卡号, ask: 卡号？, check: { service: card.check, save: bank, input: { key: value }, else: 卡号不对。 } }
  name: { type: text, title: 姓名, ask: 姓名？ }
data: { bank: card.check }
start: ask
states:
  ask: { type: collect, slots: [card, name], to: done }
  done: { type: final, outcome: done }
`

describe("checks of slots", () => {
  function checking() {
    const customer = open(checked)
    customer.tell("card", "1111")
    return customer
  }

  it("[S19] the talk goes on while a value is checked, and the state waits for the answer", () => {
    const customer = checking()
    expect(customer.slot("card")?.status).toBe("checking")
    expect(customer.said()).toEqual(["姓名？"])
    customer.tell("name", "张三")
    expect(customer.waiting()).toEqual({ kind: "service", id: "card.check" })
    customer.returns("card.check", { no: "工行" })
    expect(customer.outcomes()).toContain("sample done")
  })

  it("[S19] keeps the answer of a check that names where", () => {
    const customer = checking()
    customer.returns("card.check", { no: "工行" })
    expect(customer.slot("card")).toMatchObject({ status: "filled", value: "1111" })
    expect(customer.data()).toEqual({ bank: { no: "工行" } })
  })

  it("[S19] clears what the service does not confirm, says why and counts a miss", () => {
    const customer = checking()
    customer.answer("card.check", { is: "error", error: "MISMATCH" })
    expect(customer.said()).toEqual(["卡号不对。", "卡号？"])
    expect(customer.slot("card")).toEqual({ status: "empty", misses: 1 })
  })

  it("[S20] ignores a late answer about a value that was corrected since", () => {
    const customer = checking()
    customer.say("是2222", { command: "correct-slot", slot: "card", value: "2222" })
    expect(customer.calls.map(({ input }) => input)).toEqual([{ key: "1111" }, { key: "2222" }])
    customer.answer("card.check", { is: "error", error: "MISMATCH" })
    expect(customer.slot("card")).toMatchObject({ status: "checking", value: "2222" })
    expect(customer.said()).toEqual([])
    customer.returns("card.check", {})
    expect(customer.slot("card")).toMatchObject({ status: "filled", value: "2222" })
  })

  it("[S20] a value not filled yet is read by nothing", () => {
    const customer = checking()
    customer.tell("name", "张三")
    expect(customer.at()).toBe("sample/ask")
    expect(customer.outcomes()).not.toContain("sample done")
  })

  it.each(["failed", "unknown"] as const)("[S20] leaves by failed when the service has %s", (is) => {
    const customer = checking()
    customer.answer("card.check", { is, reason: "down" })
    expect(customer.outcomes()).toContain("sample failedToHelp")
    expect(customer.said()).toEqual(["暂时查不到。"])
  })
})
