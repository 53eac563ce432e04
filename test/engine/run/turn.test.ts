import { describe, expect, it } from "vitest"
import { canTake, createUnderstanding, nextInput, understandContext } from "../../../engine/index.ts"
import { flow, type Talk, talk, wording } from "../talk.ts"
import { runFlowSet, uncheckedFlowSet } from "./flow-set.ts"

const release = runFlowSet({
  ...flow(
    "order",
    `
slots:
  kind: { type: choice, title: 种类, ask: 种类？, options: { a: { label: 甲 }, b: { label: 乙 } } }
  note: { type: text, title: 备注, ask: 备注？ }
data: { quote: price.find }
on:
  hurry: { says: { zh: [快点] }, say: 马上 }
  leave: { says: { zh: [走了] } }
  late: { after: PT1H }
to: { leave: kept, late: kept }
start: ask
states:
  ask: { type: collect, slots: [kind], to: price }
  price: { type: service, service: price.find, input: { kind: slots.kind }, save: quote, to: { done: group } }
  group:
    type: group
    start: inner
    history: true
    on:
      help: { says: { zh: [帮助] } }
      hurry: { says: { zh: [快点] }, say: 组里马上 }
    states:
      inner: { type: collect, slots: [note], to: agree }
      agree:
        type: checkpoint
        kind: disclosure
        wording: terms
        on: { hurry: { says: { zh: [快点] }, say: 这里马上 } }
        to: { accepted: out, declined: no }
      out: { type: final, outcome: agreed }
      no: { type: final, outcome: refused }
    to: { agreed: second, refused: kept, help: helped }
  helped: { type: message, say: 帮您了, to: group }
  second: { type: checkpoint, kind: declaration, wording: again, to: { accepted: done, declined: kept } }
  kept: { type: final, outcome: kept }
  done: { type: final, outcome: done }
`,
  ),
  ...wording("terms", [{ version: "1", text: "请同意。" }]),
  ...wording("again", [{ version: "1", text: "再同意。" }]),
})
const releases = { current: release, all: { [release.id]: release } }

/** Stands at the service, which works. */
function busy(): Talk {
  const customer = talk(release, { flow: "order" })
  customer.tell("kind", "a")
  return customer
}
function atAgree(): Talk {
  const customer = busy()
  customer.returns("price.find", { price: 1 })
  customer.tell("note", "x")
  return customer
}
const drain = (customer: Talk) => {
  for (
    let next = nextInput(customer.conversation());
    next !== null;
    next = nextInput(customer.conversation())
  )
    customer.take({ ...next, now: customer.now() })
}

describe("the turn", () => {
  it("[T2] numbers its entries without gaps from 1, each with the turn that wrote it", () => {
    const customer = atAgree()
    expect(customer.entries.map(({ index }) => index)).toEqual(customer.entries.map((_, at) => at + 1))
    expect(customer.conversation().entries).toBe(customer.entries.length)
    expect(customer.entries.at(-1)?.turn).toBe(customer.conversation().seq)
  })

  it("[T3] does the commands of a message in their order and keeps what was proposed and what was done", () => {
    const customer = talk(release, { flow: "order" })
    customer.say(
      "甲, 备注急, 帮助",
      { command: "set-slot", slot: "kind", value: "a" },
      { command: "set-slot", slot: "note", value: "急" },
      { command: "intent", intent: "help" },
    )
    expect(customer.of("command").map(({ open }) => [open.command, open.done])).toEqual([
      ["set-slot", true],
      ["set-slot", true],
      ["intent", false],
    ])
    customer.returns("price.find", { price: 1 })
    expect(customer.at()).toBe("order/agree")
  })

  it("[T4] answers every message: what could not be done puts the open question again", () => {
    const customer = talk(release, { flow: "order" })
    customer.say("帮助", { command: "intent", intent: "help" })
    expect(customer.said()).toEqual(["种类？"])
    expect(customer.conversation().misses).toBe(0)
  })

  it("[T9] leaves a group by the outcome of its final, and stays inside for entries of its own", () => {
    const customer = atAgree()
    customer.choose("accept")
    expect(customer.at()).toBe("order/second")
  })

  it("[T9] comes back to where a group with history was left", () => {
    const customer = atAgree()
    customer.say("帮助", { command: "intent", intent: "help" })
    expect(customer.said()).toEqual(["帮您了", "terms\n请同意。"])
    expect(customer.at()).toBe("order/agree")
  })

  it("[T10] lets the inner entry win over the outer one of the same name", () => {
    const customer = talk(release, { flow: "order" })
    customer.say("快点", { command: "intent", intent: "hurry" })
    expect(customer.said()[0]).toBe("马上")
    customer.tell("kind", "a")
    customer.returns("price.find", {})
    customer.say("快点", { command: "intent", intent: "hurry" })
    expect(customer.said()[0]).toBe("组里马上")
    customer.tell("note", "x")
    customer.say("快点", { command: "intent", intent: "hurry" })
    expect(customer.said()).toEqual(["这里马上", "terms\n请同意。"])
  })

  it("[T10] takes an entry of the flow in every state of it, also inside groups", () => {
    const customer = atAgree()
    customer.say("走了", { command: "intent", intent: "leave" })
    expect(customer.outcomes()).toContain("order kept")
  })

  it("[T10] closes the hand-off in which an entry of the flow is taken", () => {
    const desk = runFlowSet(
      flow(
        "desk",
        `
on: { paid: { event: core.paid } }
to: { paid: thanks }
start: person
states:
  person: { type: handoff, queue: general, to: { returned: done, timeout: done, unavailable: done } }
  thanks: { type: message, say: 已付, to: done }
  done: { type: final, outcome: done }
`,
      ),
    )
    const customer = talk(desk, { flow: "desk" })
    customer.event("core.paid")
    expect(customer.said()[0]).toBe("已付")
    expect(customer.effects.map(({ effect }) => effect)).toContain("close-handoff")
    expect(customer.handoff()).toBeUndefined()
  })

  it("[T10] tells understanding which entries are open", () => {
    const names = (customer: Talk) =>
      understandContext(releases, customer.conversation(), customer.now()).intents.map(({ intent }) => intent)
    expect(names(talk(release, { flow: "order" }))).toEqual(["hurry", "leave"])
    expect(names(atAgree())).toContain("help")
  })

  it("[T11] fires a timer of the flow once, and ignores one of a visit that is over", () => {
    const customer = talk(release, { flow: "order" })
    const [timer = ""] = customer.timers.keys()
    customer.say("走了", { command: "intent", intent: "leave" })
    customer.fire(timer)
    expect(customer.of("timer.fired").map(({ open }) => open.ignored)).toEqual([true])
    const other = talk(release, { flow: "order" })
    other.wait("2026-03-02T12:00:00+08:00")
    expect(other.of("timer.fired").filter(({ open }) => open.name === "late")).toHaveLength(1)
    expect(other.outcomes()).toContain("order kept")
  })
})

describe("what it waits for", () => {
  it("[T19] tells a choice with its options, a slot with its type, a checkpoint with its buttons", () => {
    const customer = talk(release, { flow: "order" })
    expect(customer.waiting()).toMatchObject({ kind: "choice", id: "kind", input: { type: "choice" } })
    customer.choose("a")
    expect(customer.waiting()).toEqual({ kind: "service", id: "price.find" })
    customer.returns("price.find", {})
    expect(customer.waiting()).toMatchObject({ kind: "slot", id: "note", input: { type: "text" } })
    customer.tell("note", "x")
    expect(customer.waiting().options?.map(({ key }) => key)).toEqual(["accept", "decline"])
    customer.choose("decline")
    expect(customer.waiting()).toEqual({ kind: "nothing", id: "" })
  })
})

describe("precedence in one utterance", () => {
  const understanding = createUnderstanding(release)
  const read = (customer: Talk, text: string) =>
    understanding
      .understand(understandContext(releases, customer.conversation(), customer.now()), text)
      .map(({ command }) => command)

  it.each([
    ["转人工，甲", "human"],
    ["我要投诉，选甲", "complain"],
    ["甲，谢谢", "choose|set-slot"],
    ["算了不办了", "cancel"],
    ["你好", "chitchat"],
  ])("[T18] reads %s first as %s", (text, first) => {
    expect(read(talk(release, { flow: "order" }), text)[0]).toMatch(new RegExp(`^(${first})$`))
  })

  it("[T18] takes for a text slot what nothing else is certain of", () => {
    const customer = busy()
    customer.returns("price.find", {})
    expect(read(customer, "放在门口就行")).toEqual(["set-slot"])
    expect(read(customer, "转人工")[0]).toBe("human")
  })
})

describe("what the customer saw", () => {
  it("[T12] counts an answer only when its question was on the screen, else asks again without a miss", () => {
    const customer = talk(release, { flow: "order" })
    customer.choose("a", 1)
    expect(customer.slot("kind")).toBeUndefined()
    expect(customer.said()).toEqual(["种类？"])
    customer.sayAt(1, "甲", { command: "set-slot", slot: "kind", value: "a", answer: true })
    expect(customer.slot("kind")).toBeUndefined()
    expect(customer.conversation().misses).toBe(0)
    customer.choose("a")
    expect(customer.slot("kind")?.value).toBe("a")
  })

  it("[T12] counts a value that needs no question, whatever was on the screen", () => {
    const customer = talk(release, { flow: "order" })
    customer.sayAt(1, "要甲", { command: "set-slot", slot: "kind", value: "a" })
    expect(customer.slot("kind")?.value).toBe("a")
  })

  it("[T12] accepts a checkpoint only after its text was shown", () => {
    const customer = atAgree()
    customer.choose("accept", customer.lastEntry() - 3)
    expect(customer.at()).toBe("order/agree")
    expect(customer.evidence()).toEqual([])
  })

  it("[T13] passes one checkpoint with one answer", () => {
    const customer = atAgree()
    customer.say("同意", { command: "affirm" }, { command: "affirm" })
    expect(customer.at()).toBe("order/second")
    expect(customer.evidence().map(({ wording: id }) => id)).toEqual(["terms"])
  })

  it("[T13] takes no choice that is not offered", () => {
    const customer = talk(release, { flow: "order" })
    customer.choose("c")
    expect(customer.said()).toEqual(["种类？"])
    expect(customer.conversation().misses).toBe(0)
  })
})

describe("while a service works", () => {
  it("[T14] messages, timers and events wait in order for the turn after the result", () => {
    const customer = busy()
    customer.say("备注急", { command: "set-slot", slot: "note", value: "急" })
    customer.say("走了", { command: "intent", intent: "leave" })
    customer.event("core.paid")
    expect(customer.conversation().inbox.map(({ kind }) => kind)).toEqual(["message", "message", "event"])
    expect(nextInput(customer.conversation())).toBeNull()
    expect(customer.said()).toEqual([])
    customer.returns("price.find", { price: 1 })
    expect(customer.at()).toBe("order/inner")
    drain(customer)
    expect(customer.slot("note")).toBeUndefined()
    expect(customer.conversation().inbox).toEqual([])
    expect(customer.outcomes()).toContain("order kept")
    expect(customer.of("slot.filled").map(({ open }) => open.slot)).toContain("note")
  })

  it("[T14] records what was said the moment that it comes in, once", () => {
    const customer = busy()
    customer.say("走了", { command: "intent", intent: "leave" })
    customer.returns("price.find", {})
    drain(customer)
    expect(customer.of("customer.said").filter(({ personal }) => personal.text === "走了")).toHaveLength(1)
  })

  it("[T14] puts a later message behind those that wait", () => {
    const customer = busy()
    customer.say("备注急", { command: "set-slot", slot: "note", value: "急" })
    customer.returns("price.find", {})
    const input = { kind: "choice", choice: "a", seen: 1, now: customer.now() } as const
    expect(canTake(customer.conversation(), input)).toBe(false)
    customer.take(input)
    expect(customer.conversation().inbox.map(({ kind }) => kind)).toEqual(["message", "choice"])
  })

  it("[T4] leaves what a customer writes to the person who holds the conversation", () => {
    const customer = talk(
      runFlowSet(
        flow(
          "desk",
          `
start: person
states:
  person: { type: handoff, queue: general, returns: [solved], to: { returned: done, solved: done, timeout: done, unavailable: done } }
  done: { type: final, outcome: done }
`,
        ),
      ),
      { flow: "desk" },
    )
    customer.say("在吗", { command: "cancel" })
    customer.upload({ id: "D1", name: "a.jpg", mediaType: "image/jpeg", size: 1 })
    expect(customer.said()).toEqual([])
    expect(customer.at()).toBe("desk/person")
  })

  it("[T14] records and ignores a result that nobody waits for", () => {
    const customer = busy()
    customer.take({
      kind: "service",
      call: "other",
      result: { is: "returned", output: {} },
      now: customer.now(),
    })
    expect(customer.at()).toBe("order/price")
    expect(customer.waiting().kind).toBe("service")
  })

  it("[T15] drops what waits when the conversation has ended before it", () => {
    const customer = busy()
    customer.say("再见", { command: "end" })
    customer.tell("sure", "ended")
    customer.tell("score", 5)
    customer.say("还有", { command: "unknown" })
    customer.returns("price.find", {})
    drain(customer)
    expect(customer.conversation().status).toBe("ended")
    expect(customer.conversation().inbox).toEqual([])
    expect(() => customer.say("还有")).toThrow('The conversation "C1" has ended')
  })
})

describe("bounds", () => {
  const final = "  done: { type: final, outcome: done }"
  const decide = (to: string) =>
    `{ type: decision, cases: { a: { when: now == '' } }, to: { a: done, else: ${to} } }`
  it.each([
    ["two decisions", `start: one\nstates:\n  one: ${decide("two")}\n  two: ${decide("one")}\n${final}`],
    [
      "a sub-flow without a state that waits",
      `start: one\nstates:\n  one: { type: subflow, flow: short, to: one }\n${final}`,
    ],
  ])("[T16] ends a run that goes round %s in one turn, and goes to a person", (_name, states) => {
    const short = flow("short", `start: done\nstates:\n${final}`, "[done]")
    const customer = talk(uncheckedFlowSet({ ...flow("loops", states), ...short }), { flow: "loops" })
    expect(customer.of("problem").map(({ open }) => open.code)).toEqual(["endless-loop"])
    expect(customer.outcomes()).toContain("loops failed")
    expect(customer.said()).toContain("转人工")
  })

  const services = (next: string) => `
start: one
data: { quote: price.find }
slots: { note: { type: text, title: 备注, ask: 备注？ } }
states:
  one: { type: service, service: price.find, input: { kind: now }, save: quote, to: { done: ${next} } }
  two: { type: service, service: price.find, input: { kind: today }, save: quote, to: { done: one } }
  which: ${decide("one")}
  ask: { type: collect, slots: [note], to: { filled: { to: one, clear: [note] } } }
  paused: { type: wait, until: { after: PT2M }, to: { timeout: one } }
${final}
`
  const looping = (next: string) =>
    talk(uncheckedFlowSet({ ...flow("loops", services(next)) }), { flow: "loops" })
  const problemsOf = (customer: Talk) => customer.of("problem").map(({ open }) => open.code)

  it.each([
    ["itself", "one", 1],
    ["a decision", "which", 1],
    ["another service", "two", 2],
  ])("[T16] ends a run that goes round a service and %s over several turns", (_name, next, calls) => {
    const customer = looping(next)
    for (let call = 0; call < calls; call += 1) {
      expect(problemsOf(customer)).toEqual([])
      customer.returns("price.find", {})
    }
    expect(problemsOf(customer)).toEqual(["endless-loop"])
    expect(customer.calls).toHaveLength(calls)
    expect(customer.outcomes()).toContain("loops failed")
    expect(customer.said()).toContain("转人工")
    expect(customer.conversation()).not.toHaveProperty("passed")
  })

  it("[T16] lets a service be called again and again when the customer is asked in between", () => {
    const customer = looping("ask")
    for (const note of ["一", "二", "三"]) {
      customer.returns("price.find", {})
      customer.tell("note", note)
    }
    expect(problemsOf(customer)).toEqual([])
    expect(customer.calls).toHaveLength(4)
  })

  it("[T16] lets a service be called again after a wait", () => {
    const customer = looping("paused")
    for (const minutes of ["02", "04", "06"]) {
      customer.returns("price.find", {})
      customer.wait(`2026-03-02T10:${minutes}:00+08:00`)
    }
    expect(problemsOf(customer)).toEqual([])
    expect(customer.calls).toHaveLength(4)
  })
})
