import { describe, expect, it } from "vitest"
import { flow, type Talk, talk, wording } from "../talk.ts"
import { runFlowSet } from "./flow-set.ts"

const first = (id: string) => `
slots:
  ${id}: { type: text, title: ${id}, ask: ${id}？ }
start: ask
states:
  ask: { type: collect, slots: [${id}], to: done }
  done: { type: final, outcome: done }
`
const parked = `
correlate: { number: data.order.number }
slots:
  kind: { type: text, title: 种类, ask: 种类？ }
  wish: { type: text, title: 愿望, ask: 愿望？ }
data: { order: order.send, decided: core.decided }
start: ask
states:
  ask: { type: collect, slots: [kind], to: send }
  send:
    type: service
    service: order.send
    input: { kind: slots.kind }
    save: order
    to: { done: after, unknown: after, REFUSED: after }
  after:
    type: wait
    until: { after: P3D }
    on:
      state: { says: { zh: [到哪了] }, say: "在办{data.order.number}" }
      stop: { says: { zh: [不要了] } }
      decided: { event: core.decided, save: decided, when: event.amount > 0 }
    to: { decided: route, stop: done, timeout: late }
  route: { type: decision, cases: { big: { when: data.decided.amount > 100 } }, to: { big: tell, else: done } }
  tell: { type: message, say: "决定{data.decided.amount}", to: more }
  late: { type: message, say: "过期", to: done }
  more: { type: collect, slots: [wish], to: done }
  done: { type: final, outcome: done }
`
const agreed = `
slots:
  last: { type: text, title: 最后, ask: 最后？ }
start: agree
states:
  agree: { type: checkpoint, kind: disclosure, wording: terms, to: { accepted: ask, declined: done } }
  ask: { type: collect, slots: [last], to: done }
  done: { type: final, outcome: done }
`
const release = runFlowSet({
  ...flow("alpha", first("alpha")),
  ...flow("beta", first("beta")),
  ...flow("claim", parked),
  ...flow("agreed", agreed),
  ...wording("terms", [{ version: "1", text: "请同意。" }]),
  "knowledge/all.yaml": `
- id: price-question
  ask: { zh: [多少钱] }
  say: 看情况。
  offers: alpha
`,
})

const start = (customer: Talk, id: string) => customer.say(id, { command: "start-flow", flow: id })

/** Parks a claim of that number. */
function park(customer: Talk, number: string) {
  customer.tell("kind", "x")
  customer.returns("order.send", { number })
}

describe("the stack of runs", () => {
  it("[T5] begins a flow given at the opening before the first message, below the greeting", () => {
    const customer = talk(release, { flow: "alpha" })
    expect(customer.said()).toEqual(["您好", "alpha？"])
  })

  it("[T5] puts a new topic on top and takes the interrupted one up again, its question asked anew", () => {
    const customer = talk(release, { flow: "alpha" })
    start(customer, "beta")
    expect(customer.said()).toEqual(["beta？"])
    customer.tell("beta", "1")
    expect(customer.said()).toEqual(["接着办alpha", "alpha？"])
    customer.tell("alpha", "1")
    expect(customer.outcomes()).toEqual(expect.arrayContaining(["beta done", "alpha done"]))
    expect(customer.said()).toEqual(["alpha办完了 done"])
  })

  it("[T5] repeats the question of the flow on top when it is asked for, and counts no miss", () => {
    const customer = talk(release, { flow: "alpha" })
    start(customer, "alpha")
    expect(customer.said()).toEqual(["alpha？"])
    expect(customer.conversation().misses).toBe(0)
    expect(customer.conversation().stack).toHaveLength(1)
  })

  it("[T6] asks before it leaves what is above a flow that is further down", () => {
    const customer = talk(release, { flow: "alpha" })
    start(customer, "beta")
    start(customer, "alpha")
    expect(customer.waiting().options?.map(({ label }) => label)).toEqual(["先去alpha", "继续beta", "都不是"])
    customer.choose("option1")
    expect(customer.said()).toEqual(["接着办alpha", "alpha？"])
    expect(customer.outcomes()).toContain("beta cancelled")
  })

  it("[T6] stays when the customer wants to stay", () => {
    const customer = talk(release, { flow: "alpha" })
    start(customer, "beta")
    start(customer, "alpha")
    customer.choose("option2")
    expect(customer.said()).toEqual(["再说一遍", "beta？"])
  })

  it("[T6] asks before another flow interrupts a run that has passed a checkpoint, and keeps what was told for it", () => {
    const customer = talk(release, { flow: "agreed" })
    customer.choose("accept")
    customer.say(
      "先办beta",
      { command: "start-flow", flow: "beta" },
      { command: "set-slot", slot: "beta", value: "7", flow: "beta" },
    )
    expect(customer.said()[0]).toMatch(/^哪一个/)
    customer.choose("option1")
    expect(customer.of("slot.filled").at(-1)?.open.slot).toBe("beta")
    expect(customer.said()).toEqual(["接着办agreed", "最后？"])
  })

  it("[T6] does not ask a second time about a flow that was chosen among two readings", () => {
    const customer = talk(release, { flow: "agreed" })
    customer.choose("accept")
    customer.say("beta还是alpha", {
      command: "clarify",
      options: [
        { command: "start-flow", flow: "beta", confidence: 0.5, certain: false },
        { command: "start-flow", flow: "alpha", confidence: 0.5, certain: false },
      ],
    })
    customer.choose("option1")
    expect(customer.said()).toEqual(["beta？"])
  })

  it("[T6] offers parked runs of a flow, and a new one", () => {
    const customer = talk(release, { flow: "claim" })
    park(customer, "N1")
    start(customer, "claim")
    expect(customer.waiting().options).toHaveLength(3)
    expect(customer.waiting().options?.[0]?.label).toContain("N1")
    customer.choose("option1")
    expect(customer.waiting().kind).toBe("event")
    start(customer, "claim")
    customer.choose("option2")
    expect(customer.said()).toEqual(["种类？"])
    expect(Object.keys(customer.conversation().runs)).toHaveLength(2)
  })

  it("[T6] starts no pattern and no flow that does not exist", () => {
    const customer = talk(release, { flow: "alpha" })
    start(customer, "cancel")
    expect(customer.said()).toEqual(["alpha？"])
    start(customer, "nowhere")
    expect(customer.of("command").map(({ open }) => open.done)).toEqual([false, false])
  })
})

describe("parked runs", () => {
  it("[T7] leave the stack at a wait, and the interrupted one is taken up again", () => {
    const customer = talk(release, { flow: "alpha" })
    start(customer, "claim")
    park(customer, "N1")
    expect(customer.said()).toEqual(["接着办alpha", "alpha？"])
    expect(customer.of("run.parked")).toHaveLength(1)
  })

  it("[T7] come back on top when they have something to say", () => {
    const customer = talk(release, { flow: "claim" })
    park(customer, "N1")
    start(customer, "alpha")
    customer.event("core.decided", { amount: 500 }, { number: "N1" })
    expect(customer.said()).toEqual(["决定500", "愿望？"])
    customer.tell("wish", "x")
    expect(customer.said()).toEqual(["接着办alpha", "alpha？"])
  })

  it("[T7] run through decisions and end in silence when there is nothing to say", () => {
    const customer = talk(release, { flow: "claim" })
    park(customer, "N1")
    customer.event("core.decided", { amount: 5 }, { number: "N1" })
    expect(customer.said()).toEqual([])
    expect(customer.outcomes()).toContain("claim done")
  })

  it("[T7] wait with what they have to say while a checkpoint is open", () => {
    const customer = talk(release, { flow: "claim" })
    park(customer, "N1")
    start(customer, "agreed")
    customer.event("core.decided", { amount: 500 }, { number: "N1" })
    expect(customer.said()).toEqual([])
    expect(customer.at()).toBe("agreed/agree")
    customer.choose("accept")
    expect(customer.said().slice(0, 3)).toEqual(["最后？", "决定500", "愿望？"])
  })

  it("[R16] make what was only offered beside an answer give way, which is not put again", () => {
    const customer = talk(release, { flow: "claim" })
    park(customer, "N1")
    customer.say("多少钱", { command: "ask-knowledge", topic: "price-question" })
    expect(customer.said()).toEqual(["看情况。 办alpha？"])
    customer.event("core.decided", { amount: 500 }, { number: "N1" })
    expect(customer.said()).toEqual(["决定500", "愿望？"])
    customer.tell("wish", "x")
    expect(customer.said()).not.toContain("看情况。 办alpha？")
  })

  it("[T7] take an event only for the run whose keys it has", () => {
    const customer = talk(release, { flow: "claim" })
    park(customer, "N1")
    start(customer, "claim")
    customer.choose("option2")
    park(customer, "N2")
    customer.event("core.decided", { amount: 5 }, { number: "N2" })
    const left = Object.values(customer.conversation().runs).map(({ correlation }) => correlation)
    expect(left).toEqual([{ number: "N1" }])
  })

  it("[T7] keep an event that no state accepts yet until one does", () => {
    const early = runFlowSet(
      flow(
        "early",
        `
correlate: { number: data.order.number }
slots:
  kind: { type: text, title: 种类, ask: 种类？ }
data: { order: order.send }
start: send
states:
  send: { type: service, service: order.send, save: order, to: { done: ask, unknown: ask, REFUSED: ask } }
  ask: { type: collect, slots: [kind], to: after }
  after: { type: wait, on: { paid: { event: core.paid } }, to: { paid: done } }
  done: { type: final, outcome: done }
`,
      ),
    )
    const customer = talk(early, { flow: "early" })
    customer.returns("order.send", { number: "N1" })
    customer.event("core.paid", {}, { number: "N1" })
    expect(customer.at()).toBe("early/ask")
    customer.tell("kind", "x")
    expect(customer.outcomes()).toContain("early done")
  })

  it("[T8] answer what is asked about them, below the entries of the run on top", () => {
    const customer = talk(release, { flow: "claim" })
    park(customer, "N1")
    start(customer, "alpha")
    customer.say("到哪了", { command: "intent", intent: "state" })
    expect(customer.said()).toEqual(["在办N1", "alpha？"])
  })

  it("[T8] ask which is meant when two of them fit", () => {
    const customer = talk(release, { flow: "claim" })
    park(customer, "N1")
    start(customer, "claim")
    customer.choose("option2")
    park(customer, "N2")
    customer.say("到哪了", { command: "intent", intent: "state" })
    expect(customer.waiting().options?.map(({ label }) => label)).toEqual([
      "到哪了 N1",
      "到哪了 N2",
      "都不是",
    ])
    customer.choose("option2")
    expect(customer.said()[0]).toBe("在办N2")
  })

  it("[T8] are on the stack at most once a flow: the second goes on when the first is through", () => {
    const customer = talk(release, { flow: "claim" })
    park(customer, "N1")
    start(customer, "claim")
    customer.choose("option2")
    customer.event("core.decided", { amount: 500 }, { number: "N1" })
    expect(customer.at()).toBe("claim/ask")
    customer.tell("kind", "x")
    customer.returns("order.send", { number: "N2" })
    expect(customer.said()).toEqual(["决定500", "愿望？"])
    expect(customer.conversation().stack).toHaveLength(1)
  })
})
