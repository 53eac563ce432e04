import { describe, expect, it } from "vitest"
import { flow, type Talk, talk, wording } from "../talk.ts"
import { runFlowSet } from "./flow-set.ts"

/** Asks, finds a price, says it, has it accepted, writes, and waits; `send` is the writing state. */
function orderFlow(send: string): string {
  return `
slots:
  kind: { type: choice, title: 种类, ask: 哪一种？, options: { a: { label: 甲 }, b: { label: 乙 } } }
  note: { type: text, title: 备注, ask: 备注？ }
  address: { type: text, title: 地址, ask: 地址？ }
data: { quote: price.find, order: order.send }
start: ask
states:
  ask: { type: collect, slots: [kind, note], to: price }
  price:
    type: service
    service: price.find
    input: { kind: slots.kind }
    save: quote
    to: { done: tell }
  tell: { type: message, say: "价{data.quote.price}", to: agree }
  agree:
    type: checkpoint
    kind: disclosure
    wording: terms
    binds: [data.quote.price]
    to: { accepted: where, declined: kept }
  where: { type: collect, slots: [address], to: send }
  send:
${send}
  after: { type: wait, on: { paid: { event: core.paid } }, to: { paid: done } }
  kept: { type: final, outcome: kept }
  done: { type: final, outcome: done }
`
}
const plainSend = `
    type: service
    service: order.send
    input: { kind: slots.kind, price: data.quote.price }
    save: order
    to: { done: after, unknown: after, REFUSED: { to: where, clear: [address] } }`
const texts = wording("terms", [{ version: "1", text: "价格{data.quote.price}，请同意。" }])
const plain = runFlowSet({ ...flow("order", orderFlow(plainSend)), ...texts })
const amendable = runFlowSet({
  ...flow("order", orderFlow(`${plainSend}\n    amend: order.amend`)),
  ...texts,
})

function atAddress(release = plain): Talk {
  const customer = talk(release, { flow: "order" })
  customer.tell("kind", "a")
  customer.tell("note", "快一点")
  customer.returns("price.find", { price: 10 })
  customer.choose("accept")
  return customer
}

function correctTo(customer: Talk, slot: string, value?: string) {
  customer.say("改", { command: "correct-slot", slot, ...(value === undefined ? {} : { value }) })
}

const operations = (customer: Talk) => customer.calls.map(({ operation }) => operation)

describe("corrections walk by memory", () => {
  it("[R1] passes in silence what rests on unchanged values, and tells the change in one sentence", () => {
    const customer = atAddress()
    correctTo(customer, "note", "慢一点")
    expect(operations(customer)).toEqual(["price.find"])
    expect(customer.said()).toEqual(["更正 备注:快一点>慢一点", "地址？"])
    expect(customer.at()).toBe("order/where")
    expect(customer.evidence()).toHaveLength(1)
    expect(customer.data().quote).toEqual({ price: 10 })
  })

  it("[R1] marks in the log what memory passed", () => {
    const customer = atAddress()
    correctTo(customer, "note", "慢一点")
    const passed = customer
      .last()
      .filter((entry) => entry.kind === "state.entered" && entry.open.remembered === true)
    expect(passed.map((entry) => entry.kind === "state.entered" && entry.open.from)).toEqual([
      "order/price",
      "order/tell",
    ])
  })

  it("[R2] acts anew from the first state whose values changed, with evidence asked where its text changed", () => {
    const customer = atAddress()
    correctTo(customer, "kind", "b")
    expect(operations(customer)).toEqual(["price.find", "price.find"])
    customer.returns("price.find", { price: 20 })
    expect(customer.said()).toEqual(["价20", "terms\n价格20，请同意。"])
    customer.choose("accept")
    expect(customer.said()).toEqual(["地址？"])
  })

  it("[R2] serves later states again when the new answer is like the old one", () => {
    const customer = atAddress()
    correctTo(customer, "kind", "b")
    customer.returns("price.find", { price: 10 })
    expect(customer.said()).toEqual(["地址？"])
    expect(customer.at()).toBe("order/where")
  })

  it("[R2] asks for a value that was only taken back", () => {
    const customer = atAddress()
    correctTo(customer, "kind")
    expect(customer.said()).toEqual(["更正 种类:甲>", "哪一种？"])
  })

  it("[R3] tells several corrections of one message in one sentence", () => {
    const customer = atAddress()
    customer.say(
      "都改",
      { command: "correct-slot", slot: "note", value: "慢" },
      { command: "correct-slot", slot: "kind", value: "b" },
    )
    expect(customer.said()).toEqual(["更正 备注:快一点>慢,种类:甲>乙"])
  })

  it("[R3] corrects a value that is simply told again with another content", () => {
    const customer = atAddress()
    customer.tell("note", "慢")
    expect(customer.said()).toEqual(["更正 备注:快一点>慢", "地址？"])
  })

  it("[R3] moves nothing for the same value, and asks the open question again", () => {
    const customer = atAddress()
    customer.tell("note", "快一点")
    expect(customer.said()).toEqual(["地址？"])
    expect(customer.of("slot.corrected")).toEqual([])
  })

  it("[R4] passes a write whose input is the same", () => {
    const customer = atAddress()
    customer.tell("address", "北京")
    customer.returns("order.send", { number: "N1" })
    correctTo(customer, "note", "慢")
    expect(operations(customer)).toEqual(["price.find", "order.send"])
    expect(customer.waiting().kind).toBe("event")
    expect(customer.data().order).toEqual({ number: "N1" })
  })

  it("[R5] moves nothing when a write without amend would change", () => {
    const customer = atAddress()
    customer.tell("address", "北京")
    customer.returns("order.send", { number: "N1" })
    correctTo(customer, "kind", "b")
    expect(customer.said()).toEqual(["太晚了 种类"])
    expect(customer.slot("kind")?.value).toBeUndefined()
    customer.choose("kept")
    expect(customer.slot("kind")?.value).toBe("a")
    expect(customer.at()).toBe("")
    expect(customer.waiting().kind).toBe("event")
    expect(operations(customer)).toEqual(["price.find", "order.send"])
  })

  it("[R5] does not pass a write of which nobody knows what became", () => {
    const customer = atAddress()
    customer.tell("address", "北京")
    customer.answer("order.send", { is: "unknown", reason: "timeout" })
    correctTo(customer, "kind", "b")
    expect(customer.said()).toEqual(["太晚了 种类"])
    expect(operations(customer)).toEqual(["price.find", "order.send"])
  })

  it("[R5] lets go on after a write that was refused: nothing was done", () => {
    const customer = atAddress()
    customer.tell("address", "北京")
    customer.answer("order.send", { is: "error", error: "REFUSED" })
    expect(customer.of("problem").map(({ open }) => open.code)).toEqual([])
  })

  it("[R6] amends a write with the changed input and its first answer", () => {
    const customer = atAddress(amendable)
    customer.tell("address", "北京")
    customer.returns("order.send", { number: "N1" })
    correctTo(customer, "kind", "b")
    customer.returns("price.find", { price: 10 })
    expect(operations(customer)).toEqual(["price.find", "order.send", "price.find", "order.amend"])
    expect(customer.calls.at(-1)?.input).toEqual({ kind: "b", price: 10, first: { number: "N1" } })
    customer.returns("order.amend", { number: "N2" })
    expect(customer.data().order).toEqual({ number: "N2" })
    expect(customer.waiting().kind).toBe("event")
  })

  it("[R6] compares a later correction with the amended input", () => {
    const customer = atAddress(amendable)
    customer.tell("address", "北京")
    customer.returns("order.send", { number: "N1" })
    correctTo(customer, "kind", "b")
    customer.returns("price.find", { price: 10 })
    customer.returns("order.amend", { number: "N2" })
    correctTo(customer, "note", "慢")
    expect(operations(customer)).toHaveLength(4)
    expect(customer.waiting().kind).toBe("event")
  })
})

describe("corrections that are found too late on the way", () => {
  const found = runFlowSet({
    ...flow(
      "order",
      orderFlow(`
    type: service
    service: order.send
    input: { price: data.quote.price }
    save: order
    to: { done: after, unknown: after, REFUSED: { to: where, clear: [address] } }`),
    ),
    ...texts,
  })

  it("[R7] stands as before when the walk meets a changed write", () => {
    const customer = atAddress(found)
    customer.tell("address", "北京")
    customer.returns("order.send", { number: "N1" })
    correctTo(customer, "kind", "b")
    customer.returns("price.find", { price: 20 })
    customer.choose("accept")
    expect(customer.said()).toEqual(["太晚了 "])
    customer.choose("kept")
    expect(operations(customer)).toEqual(["price.find", "order.send", "price.find"])
    expect(customer.slot("kind")?.value).toBe("a")
    expect(customer.data().quote).toEqual({ price: 10 })
    expect(customer.waiting().kind).toBe("event")
  })

  const branching = runFlowSet(
    flow(
      "order",
      `
slots:
  kind: { type: choice, title: 种类, ask: 哪一种？, options: { a: { label: 甲 }, b: { label: 乙 } } }
  more: { type: text, title: 其他, ask: 其他？ }
data: { order: order.send }
start: ask
states:
  ask: { type: collect, slots: [kind], to: route }
  route: { type: decision, cases: { a: { when: "slots.kind == 'a'" } }, to: { a: send, else: done } }
  send: { type: service, service: order.send, save: order, to: { done: more, unknown: more, REFUSED: more } }
  more: { type: collect, slots: [more], to: done }
  done: { type: final, outcome: done }
`,
    ),
  )

  it("[R7] stands as before when the walk would end without a write that was done", () => {
    const customer = talk(branching, { flow: "order" })
    customer.tell("kind", "a")
    customer.returns("order.send", { number: "N1" })
    correctTo(customer, "kind", "b")
    expect(customer.said()).toEqual(["更正 种类:甲>乙", "太晚了 "])
    customer.choose("kept")
    expect(customer.slot("kind")?.value).toBe("a")
    expect(customer.said()).toEqual(["其他？"])
  })
})
