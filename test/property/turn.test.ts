import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type Command,
  type Conversation,
  type Entry,
  type Input,
  openConversation,
  type TurnResult,
  turn,
} from "../../engine/index.ts"
import { applyPatch, toPatch } from "../../server/conversation/patch.ts"
import { runFlowSet } from "../engine/run/flow-set.ts"
import { flow, wording } from "../engine/talk.ts"

const release = runFlowSet({
  ...flow(
    "order",
    `
correlate: { number: data.order.number }
slots:
  kind: { type: choice, title: 种类, ask: 种类？, options: { a: { label: 甲 }, b: { label: 乙 } } }
  name: { type: text, title: 姓名, ask: 姓名？, optional: true }
  policyNo: { type: text, title: 保单, ask: 保单？, check: { service: price.find, input: { kind: value }, else: 没有 } }
data: { quote: price.find, order: order.send, person: inner }
on: { leave: { says: { zh: [走了] } }, late: { after: PT1H } }
to: { leave: kept, late: kept }
start: who
states:
  who: { type: subflow, flow: inner, save: person, to: { done: ask, kept: kept, failedToHelp: kept } }
  ask: { type: collect, slots: [kind, name, policyNo], to: price }
  price: { type: service, service: price.find, input: { kind: slots.kind }, save: quote, to: { done: steps } }
  steps:
    type: group
    start: agree
    history: true
    on: { help: { says: { zh: [帮助] } } }
    states:
      agree: { type: checkpoint, kind: disclosure, wording: terms, to: { accepted: code, declined: no } }
      code: { type: service, service: code.send, input: { kind: slots.kind }, to: { done: out } }
      out: { type: final, outcome: agreed }
      no: { type: final, outcome: refused }
    to: { agreed: send, refused: kept, help: helped }
  helped: { type: message, say: 帮您了, to: steps }
  send:
    type: service
    service: order.send
    input: { kind: slots.kind, price: data.quote.price }
    save: order
    amend: order.amend
    to: { done: after, unknown: after, REFUSED: after }
  after:
    type: wait
    until: { after: P2D }
    on: { paid: { event: core.paid }, state: { says: { zh: [到哪了] }, say: 在办 } }
    to: { paid: thanks, timeout: kept }
  thanks: { type: message, say: 谢谢, to: done }
  kept: { type: final, outcome: kept }
  done: { type: final, outcome: done }
`,
  ),
  ...flow(
    "inner",
    `
gives: { age: integer }
slots:
  age: { type: integer, title: 年龄, ask: 年龄？ }
start: ask
states:
  ask: { type: collect, slots: [age], confirm: summary, to: { filled: done, declined: kept } }
  kept: { type: final, outcome: kept }
  done: { type: final, outcome: done, output: { age: slots.age } }
`,
  ),
  ...wording("terms", [{ version: "1", text: "价格{data.quote.price}，请同意。" }]),
})
const releases = { current: release, all: { [release.id]: release } }

/** What may happen next; which timer, call or option it is depends on where the conversation stands. */
type Happening =
  | { readonly is: "commands"; readonly commands: readonly Command[] }
  | { readonly is: "choose" | "timer" | "answer"; readonly at: number; readonly how: number }
  | { readonly is: "event" }

const sure = { confidence: 1, certain: true } as const
const commands: readonly Command[] = [
  { command: "start-flow", flow: "order", ...sure },
  { command: "start-flow", flow: "inner", ...sure },
  { command: "set-slot", slot: "age", value: 30, ...sure },
  { command: "set-slot", slot: "age", value: 31, confidence: 0.6, certain: false },
  { command: "set-slot", slot: "kind", value: "a", ...sure },
  { command: "set-slot", slot: "policyNo", value: "P1", ...sure },
  { command: "set-slot", slot: "name", value: "李", ...sure },
  { command: "correct-slot", slot: "kind", value: "b", ...sure },
  { command: "correct-slot", slot: "age", value: 40, ...sure },
  { command: "correct-slot", slot: "policyNo", ...sure },
  { command: "intent", intent: "help", ...sure },
  { command: "intent", intent: "state", ...sure },
  { command: "intent", intent: "leave", ...sure },
  { command: "affirm", ...sure },
  { command: "deny", ...sure },
  { command: "skip", ...sure },
  { command: "go-back", ...sure },
  { command: "cancel", ...sure },
  { command: "repeat", ...sure },
  { command: "pause", ...sure },
  { command: "human", ...sure },
  { command: "withdraw-consent", ...sure },
  { command: "chitchat", topic: "greeting", ...sure },
  { command: "unknown", confidence: 1, certain: false },
]
const which = { at: fc.nat(7), how: fc.nat(9) }
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ is: fc.constant("choose" as const), ...which }) },
  { weight: 4, arbitrary: fc.record({ is: fc.constant("answer" as const), ...which }) },
  {
    weight: 6,
    arbitrary: fc.record({
      is: fc.constant("commands" as const),
      commands: fc.array(fc.constantFrom(...commands), { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant("timer" as const), ...which }) },
  { weight: 1, arbitrary: fc.constant({ is: "event" as const }) },
)

type Step = (conversation: Conversation, input: Input) => TurnResult
type Held = {
  readonly conversation: Conversation
  readonly entries: readonly Entry[]
  readonly results: string
}

/** Holds a conversation in which these things happen, one an hour; `step` takes each turn. */
function hold(happenings: readonly Happening[], step: Step): Held {
  let conversation = openConversation({ id: "C1", locale: "zh", channel: "web", release: release.id })
  const entries: Entry[] = []
  const results: TurnResult[] = []
  const take = (input: Input) => {
    const result = step(conversation, input)
    conversation = result.conversation
    entries.push(...result.entries)
    results.push(result)
  }
  take({ kind: "open", flow: "order", now: "2026-03-02T08:00:00+08:00" })
  for (const [index, happened] of happenings.entries()) {
    if (conversation.status === "ended") break
    const now = `2026-03-02T${String(9 + index).padStart(2, "0")}:00:00+08:00`
    const input = inputOf(conversation, happened, now)
    if (input !== null) take(input)
  }
  return { conversation, entries, results: JSON.stringify(results) }
}

function inputOf(conversation: Conversation, happened: Happening, now: string): Input | null {
  const seen = conversation.entries
  const runs = Object.values(conversation.runs)
  switch (happened.is) {
    case "commands":
      return { kind: "message", text: "话", commands: happened.commands, seen, now }
    case "choose": {
      const options = conversation.question?.options ?? []
      const option = options[happened.at % Math.max(1, options.length)]
      return option === undefined ? null : { kind: "choice", choice: option.key, seen, now }
    }
    case "timer": {
      const timers = runs.flatMap((run) => run.timers)
      const timer = timers[happened.at % Math.max(1, timers.length)]
      return timer === undefined ? null : { kind: "timer", timer: timer.id, now }
    }
    case "answer": {
      const calls = runs.flatMap((run) => run.pending)
      const call = calls[happened.at % Math.max(1, calls.length)]
      if (call === undefined) return null
      if (happened.how === 9)
        return { kind: "service", call: call.id, result: { is: "failed", reason: "x" }, now }
      if (happened.how === 8)
        return { kind: "service", call: call.id, result: { is: "unknown", reason: "x" }, now }
      const output = { price: happened.how, number: "N1" }
      return { kind: "service", call: call.id, result: { is: "returned", output }, now }
    }
    case "event":
      return { kind: "event", event: "core.paid", correlation: { number: "N1" }, payload: {}, now }
  }
}

const plain: Step = (conversation, input) => turn(releases, conversation, input)
const throughJson: Step = (conversation, input) =>
  turn(releases, JSON.parse(JSON.stringify(conversation)), JSON.parse(JSON.stringify(input)))
const talks = fc.array(happening, { maxLength: 14 })
const runs = { numRuns: 300, seed: 20260302 }

describe("laws of the turn", () => {
  it("[T17] gives the same for the same, byte for byte", () => {
    fc.assert(
      fc.property(talks, (happenings) => {
        expect(hold(happenings, plain).results).toBe(hold(happenings, plain).results)
      }),
      runs,
    )
  })

  it("[T17] gives the same after the conversation went through JSON between every two inputs", () => {
    fc.assert(
      fc.property(talks, (happenings) => {
        expect(hold(happenings, throughJson).results).toBe(hold(happenings, plain).results)
      }),
      runs,
    )
  })

  it("changes a conversation by what is stored of it, byte for byte", () => {
    fc.assert(
      fc.property(talks, (happenings) => {
        let stored: unknown = null
        hold(happenings, (before, input) => {
          const result = turn(releases, before, input)
          const patch = toPatch(stored === null ? null : before, result.conversation)
          stored = patch === null ? stored : applyPatch(stored, JSON.parse(JSON.stringify(patch)))
          expect(JSON.stringify(stored)).toBe(JSON.stringify(result.conversation))
          return result
        })
      }),
      runs,
    )
  })

  it("[T2] numbers entries without gaps whatever happens, and every id is given once", () => {
    fc.assert(
      fc.property(talks, (happenings) => {
        const { entries, conversation } = hold(happenings, plain)
        expect(entries.map(({ index }) => index)).toEqual(entries.map((_, at) => at + 1))
        expect(conversation.entries).toBe(entries.length)
        const calls = entries.flatMap((entry) => (entry.kind === "service.called" ? [entry.open.call] : []))
        expect(new Set(calls).size).toBe(calls.length)
      }),
      runs,
    )
  })

  it("[T6] holds a flow at most once on the stack, and every run of it exists", () => {
    fc.assert(
      fc.property(talks, (happenings) => {
        const { conversation } = hold(happenings, plain)
        const flows = conversation.stack.map((id) => conversation.runs[id]?.flow)
        const business = flows.filter((id) => id === "order" || id === "inner")
        expect(new Set(business).size).toBe(business.length)
        expect(flows).not.toContain(undefined)
      }),
      runs,
    )
  })

  it("[R5] never sends two different orders in one run", () => {
    fc.assert(
      fc.property(talks, (happenings) => {
        const { entries } = hold(happenings, plain)
        const sent = entries.flatMap((entry) =>
          entry.kind === "service.called" && entry.open.operation === "order.send" ? [entry.open.key] : [],
        )
        const answered = new Map<string | undefined, number>()
        for (const key of sent) {
          const run = key?.split(":")[0]
          answered.set(run, (answered.get(run) ?? 0) + 1)
        }
        expect([...answered.values()].every((times) => times === 1)).toBe(true)
      }),
      runs,
    )
  })
})
