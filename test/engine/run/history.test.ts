import { describe, expect, it } from "vitest"
import { flow, type Talk, talk, wording } from "../talk.ts"
import { runFlowSet } from "./flow-set.ts"

const operations = (customer: Talk) => customer.calls.map(({ operation }) => operation)
const repairs = (customer: Talk, slot: string, value: string) =>
  customer.say("改", { command: "correct-slot", slot, value })

describe("cycles and checks in memory", () => {
  const cycle = runFlowSet(
    flow(
      "cycle",
      `
slots:
  first: { type: text, title: 起头, ask: 起头？ }
  kind: { type: text, title: 种类, ask: 哪种？ }
  again: { type: boolean, title: 再来, ask: 再来？ }
data: { quote: price.find }
start: begin
states:
  begin: { type: collect, slots: [first], to: ask }
  ask: { type: collect, slots: [kind], to: price }
  price: { type: service, service: price.find, input: { kind: slots.kind }, save: quote, to: { done: more } }
  more: { type: collect, slots: [again], to: which }
  which:
    type: decision
    cases: { again: { when: slots.again } }
    to: { again: { to: ask, clear: [kind, again] }, else: done }
  done: { type: final, outcome: done }
`,
    ),
  )

  it("[R8] serves each memory once, so a cycle walked anew calls again", () => {
    const customer = talk(cycle, { flow: "cycle" })
    customer.tell("first", "x")
    customer.tell("kind", "a")
    customer.returns("price.find", { price: 1 })
    repairs(customer, "first", "y")
    expect(operations(customer)).toEqual(["price.find"])
    customer.choose("yes")
    customer.tell("kind", "a")
    expect(operations(customer)).toEqual(["price.find", "price.find"])
  })

  const checked = runFlowSet(
    flow(
      "checked",
      `
slots:
  policyNo: { type: text, title: 保单, ask: 保单？, check: { service: price.find, input: { kind: value }, save: found, else: 没有 } }
  note: { type: text, title: 备注, ask: 备注？ }
  more: { type: text, title: 其他, ask: 其他？ }
data: { found: price.find }
start: ask
states:
  ask: { type: collect, slots: [policyNo, note], to: tell }
  tell: { type: message, say: "价{data.found.price}", to: more }
  more: { type: collect, slots: [more], to: done }
  done: { type: final, outcome: done }
`,
    ),
  )

  it("[R9] keeps what the check of a slot has saved while the slot stands", () => {
    const customer = talk(checked, { flow: "checked" })
    customer.tell("policyNo", "P1")
    customer.tell("note", "a")
    customer.returns("price.find", { price: 7 })
    expect(customer.said()).toEqual(["价7", "其他？"])
    repairs(customer, "note", "b")
    expect(customer.data().found).toEqual({ price: 7 })
    expect(operations(customer)).toEqual(["price.find"])
  })
})

describe("checkpoints in memory", () => {
  const optional = runFlowSet({
    ...flow(
      "optional",
      `
slots:
  kind: { type: text, title: 种类, ask: 哪种？ }
  more: { type: text, title: 其他, ask: 其他？ }
start: ask
states:
  ask: { type: collect, slots: [kind], to: offer }
  offer: { type: checkpoint, kind: consent, wording: offer, to: { accepted: more, declined: more } }
  more: { type: collect, slots: [more], to: done }
  done: { type: final, outcome: done }
`,
    ),
    ...wording("offer", [{ version: "1", text: "可以给您发消息吗？" }]),
  })

  it("[R1] leaves a checkpoint declined that was declined", () => {
    const customer = talk(optional, { flow: "optional" })
    customer.tell("kind", "a")
    customer.choose("decline")
    repairs(customer, "kind", "b")
    expect(customer.said()).toEqual(["更正 种类:a>b", "其他？"])
  })
})

describe("corrections across sub-flows and runs", () => {
  const nested = runFlowSet({
    ...flow(
      "outer",
      `
slots:
  wish: { type: text, title: 愿望, ask: 愿望？ }
data: { person: inner }
start: who
states:
  who: { type: subflow, flow: inner, save: person, to: { done: price, kept: done, failedToHelp: done } }
  price: { type: service, service: price.find, input: { kind: data.person.name }, to: { done: ask } }
  ask: { type: collect, slots: [wish], to: done }
  done: { type: final, outcome: done }
`,
    ),
    ...flow(
      "inner",
      `
gives: { name: text }
slots:
  name: { type: text, title: 姓名, ask: 姓名？ }
  age: { type: text, title: 年龄, ask: 年龄？ }
start: ask
states:
  ask: { type: collect, slots: [name, age], to: hello }
  hello: { type: message, say: "您好{slots.name}", to: done }
  done: { type: final, outcome: done, output: { name: slots.name } }
`,
    ),
  })

  function atWish() {
    const customer = talk(nested, { flow: "outer" })
    customer.tell("name", "李")
    customer.tell("age", "30")
    customer.returns("price.find", {})
    return customer
  }

  it("[R10] corrects what was told in a sub-flow that is finished, and walks inside it", () => {
    const customer = atWish()
    repairs(customer, "age", "31")
    expect(customer.said()).toEqual(["更正 年龄:30>31", "愿望？"])
    expect(customer.slot("age", "who")?.value).toBe("31")
    expect(operations(customer)).toEqual(["price.find"])
  })

  it("[R10] takes the new result of the sub-flow to the states behind it", () => {
    const customer = atWish()
    repairs(customer, "name", "王")
    expect(customer.said()).toEqual(["更正 姓名:李>王", "您好王"])
    expect(customer.calls.at(-1)?.input).toEqual({ kind: "王" })
  })

  it("[R10] names a slot of another flow by its path", () => {
    const customer = atWish()
    repairs(customer, "who/name", "赵")
    expect(customer.slot("name", "who")?.value).toBe("赵")
  })
})

describe("going back", () => {
  const steps = runFlowSet(
    flow(
      "steps",
      `
slots:
  a: { type: text, title: 甲, ask: 甲？ }
  b: { type: text, title: 乙, ask: 乙？ }
  c: { type: text, title: 丙, ask: 丙？ }
data: { order: order.send }
start: one
states:
  one: { type: collect, slots: [a, b], to: say }
  say: { type: message, say: 说过, to: two }
  two: { type: collect, slots: [c], to: send }
  send: { type: service, service: order.send, input: { kind: slots.c }, save: order, to: { done: last, unknown: last, REFUSED: last } }
  last: { type: wait, on: { paid: { event: core.paid } }, to: { paid: done } }
  done: { type: final, outcome: done }
`,
    ),
  )

  it("[R11] asks again what was answered last, and keeps the rest", () => {
    const customer = talk(steps, { flow: "steps" })
    customer.tell("a", "1")
    customer.tell("b", "2")
    customer.say("上一步", { command: "go-back" })
    expect(customer.said()).toEqual(["回到乙", "乙？"])
    expect(customer.slot("a")?.value).toBe("1")
    customer.tell("b", "3")
    expect(customer.said()).toEqual(["丙？"])
  })

  it("[R11] goes back within the collect that is open", () => {
    const customer = talk(steps, { flow: "steps" })
    customer.tell("a", "1")
    customer.say("上一步", { command: "go-back" })
    expect(customer.said()).toEqual(["回到甲", "甲？"])
  })

  it("[R11] says so when there is nothing to go back to", () => {
    const customer = talk(steps, { flow: "steps" })
    customer.say("上一步", { command: "go-back" })
    expect(customer.said()).toEqual(["回到", "甲？"])
  })

  it("[R11] does not go back past a write", () => {
    const customer = talk(
      runFlowSet(
        flow(
          "steps",
          `
slots:
  c: { type: text, title: 丙, ask: 丙？ }
  d: { type: text, title: 丁, ask: 丁？ }
data: { order: order.send }
start: two
states:
  two: { type: collect, slots: [c], to: send }
  send: { type: service, service: order.send, input: { kind: slots.c }, save: order, to: { done: last, unknown: last, REFUSED: last } }
  last: { type: collect, slots: [d], to: done }
  done: { type: final, outcome: done }
`,
        ),
      ),
      { flow: "steps" },
    )
    customer.tell("c", "3")
    customer.returns("order.send", {})
    customer.say("上一步", { command: "go-back" })
    expect(customer.said()).toEqual(["太晚了 丙"])
    customer.choose("kept")
    expect(customer.said()).toEqual(["丁？"])
    expect(customer.slot("c")?.value).toBe("3")
  })
})
