import { describe, expect, it } from "vitest"
import { checkFlowSet } from "../../../engine/check/check.ts"
import { findings } from "./find.ts"
import { sampleFlowSet } from "./sample-flow-set.ts"

const flow = (start: string, states: string, rest = "") => ({
  "sample/flow.yaml": `start: ${start}\n${rest}states:\n${states}  done: { type: final, outcome: done }\n`,
})
const find =
  "  find: { type: service, service: policy.find, input: { policyNo: slots.policyNo }, save: policy, to: { done: done, NOT_FOUND: TARGET } }\n"
const findTo = (target: string) => find.replace("TARGET", target)

const cycles: readonly (readonly [string, Readonly<Record<string, string>>, number])[] = [
  [
    "a collect whose slot is still filled",
    flow("ask", `  ask: { type: collect, slots: [policyNo], to: find }\n${findTo("ask")}`),
    1,
  ],
  [
    "a collect whose slot the way back clears",
    flow(
      "ask",
      `  ask: { type: collect, slots: [policyNo], to: find }\n${findTo("{ to: ask, clear: [policyNo] }")}`,
    ),
    0,
  ],
  [
    "a collect that reads back at every visit",
    flow("ask", `  ask: { type: collect, slots: [policyNo], confirm: summary, to: find }\n${findTo("ask")}`),
    0,
  ],
  [
    "a clear of another slot",
    flow(
      "ask",
      `  ask: { type: collect, slots: [policyNo], to: find }\n${findTo("{ to: ask, clear: [other] }")}`,
      "slots:\n  other: { type: text }\n",
    ),
    1,
  ],
  ["a service that calls itself", flow("find", findTo("find")), 1],
  [
    "messages and decisions only",
    flow(
      "one",
      `  one: { type: message, say: { zh: 好, en: Yes }, to: two }
  two: { type: decision, cases: { known: { when: customer.level > 1 } }, to: { known: done, else: one } }
`,
    ),
    1,
  ],
  [
    "a wait",
    flow(
      "one",
      `  one: { type: wait, on: { paid: { event: order.paid } }, to: { paid: two } }
  two: { type: decision, cases: { known: { when: customer.level > 1 } }, to: { known: done, else: one } }
`,
    ),
    0,
  ],
  [
    "a person",
    flow(
      "desk",
      "  desk: { type: handoff, queue: general, to: { returned: desk, timeout: done, unavailable: done } }\n",
    ),
    0,
  ],
  [
    "a queue that may be closed",
    flow(
      "desk",
      "  desk: { type: handoff, queue: general, to: { returned: done, timeout: done, unavailable: desk } }\n",
    ),
    1,
  ],
  [
    "a checkpoint whose amount is fetched anew",
    flow(
      "find",
      `${findTo("done").replace("done: done", "done: told")}
  told: { type: checkpoint, kind: disclosure, wording: sample-notice, binds: [derived.half], to: { accepted: find, declined: done } }
`,
      "derived:\n  half: { type: money, is: data.policy.refund / 2.0 }\n",
    ),
    0,
  ],
  [
    "a checkpoint that binds nothing of the cycle",
    flow(
      "find",
      `${findTo("done").replace("done: done", "done: told")}
  told: { type: checkpoint, kind: disclosure, wording: sample-notice, to: { accepted: find, declined: done } }
`,
    ),
    1,
  ],
  [
    "a checkpoint that was declined",
    flow(
      "told",
      "  told: { type: checkpoint, kind: disclosure, wording: sample-notice, to: { accepted: done, declined: told } }\n",
    ),
    0,
  ],
  [
    "an identity that fails at once",
    flow(
      "who",
      "  who: { type: checkpoint, kind: identity, level: 2, to: { accepted: done, failed: who } }\n",
    ),
    1,
  ],
  [
    "an entry of `on`",
    flow(
      "ask",
      "  ask: { type: collect, slots: [policyNo], on: { again: { says: { zh: [重来], en: [again] } } }, to: { filled: done, again: ask } }\n",
    ),
    0,
  ],
  [
    "a group that ends and begins again",
    flow(
      "inner",
      `  inner:
    type: group
    start: one
    states:
      one: { type: message, say: { zh: 好, en: Yes }, to: out }
      out: { type: final, outcome: again }
    to: { again: inner }
`,
    ),
    1,
  ],
]

/** Paths are judged only of a flow that compiles. */
function otherErrors(parts: Readonly<Record<string, string>>): readonly string[] {
  return checkFlowSet(sampleFlowSet(parts))
    .diagnostics.filter(
      ({ rule, severity }) => severity === "error" && !["idle-cycle", "no-way-out"].includes(rule),
    )
    .map(({ message }) => message)
}

describe("idle-cycle", () => {
  it.each(cycles)("[F21] %s", (_, parts, count) => {
    expect(otherErrors(parts)).toEqual([])
    expect(findings("idle-cycle", parts)).toHaveLength(count)
  })

  it("[F21] names the cycle by its exits, from the state that comes first", () => {
    const [parts] = cycles.map(([, files]) => files)
    expect(findings("idle-cycle", parts ?? {})).toEqual([
      expect.stringContaining(
        "Nothing waits on this cycle: sample/ask#filled → sample/find#NOT_FOUND → sample/ask.",
      ),
    ])
  })

  it("[F21] looks into a sub-flow: one that asks waits, one that may pass at once does not", () => {
    const other = (ask: string) => `format: 1
id: other
title: { zh: 其他, en: Other }
outcomes: [done, resolvedByPerson]
start: known
states:
  known: { type: decision, cases: { known: { when: customer.level > 1 } }, to: { known: ${ask}, else: ask } }
  ask: { type: collect, slots: [policyNo], to: done }
  done: { type: final, outcome: done }
`
    const loop = flow(
      "sub",
      "  sub: { type: subflow, flow: other, to: { done: sub, resolvedByPerson: done } }\n",
    )
    expect(findings("idle-cycle", { "other/flow.yaml": other("ask"), ...loop })).toEqual([])
    expect(findings("idle-cycle", { "other/flow.yaml": other("done"), ...loop })).toHaveLength(1)
  })

  it("[F21] finds the one idle way in a knot of many that wait", () => {
    const size = 14
    const asks = Array.from(
      { length: size },
      (_, i) => `  ask${i}:
    type: collect
    slots: [slot${i}]
    to: { filled: way${i} }
  way${i}:
    type: decision
    cases: { a: { when: customer.level == 1 }, b: { when: customer.level == 2 } }
    to: { a: { to: ask${(i + 1) % size}, clear: [slot${(i + 1) % size}] }, b: { to: ask${(i * 5 + 3) % size}, clear: [slot${(i * 5 + 3) % size}] }, else: ${i === 9 ? "ask4" : "done"} }
`,
    )
    const slots = asks.map((_, i) => `  slot${i}: { type: text, ask: { zh: 问, en: Ask } }\n`).join("")
    const parts = flow("ask0", asks.join(""), `slots:\n${slots}`)
    expect(otherErrors(parts)).toEqual([])
    expect(findings("idle-cycle", parts)).toEqual([])
    const tight = parts["sample/flow.yaml"].replace("a: { to: ask10, clear: [slot10] }", "a: ask9")
    expect(findings("idle-cycle", { "sample/flow.yaml": tight })).toEqual([
      expect.stringContaining("sample/ask9#filled → sample/way9#a → sample/ask9"),
    ])
  })
})

describe("unreachable and no-way-out", () => {
  it.each([
    ["an exit", flow("one", "  one: { type: message, say: { zh: 好, en: Yes }, to: done }\n")],
    [
      "an entry of `on` of the flow",
      flow(
        "one",
        "  one: { type: collect, slots: [policyNo], to: done }\n  two: { type: message, say: { zh: 好, en: Yes }, to: done }\n",
        "on: { more: { says: { zh: [更多], en: [more] } } }\nto: { more: two }\n",
      ),
    ],
    [
      "the start of a group and its final",
      flow(
        "inner",
        `  inner:
    type: group
    start: one
    states:
      one: { type: message, say: { zh: 好, en: Yes }, to: out }
      out: { type: final, outcome: fine }
    to: { fine: two }
  two: { type: message, say: { zh: 好, en: Yes }, to: done }
`,
      ),
    ],
    ["a default", flow("desk", "  desk: { type: handoff, queue: general, to: done }\n")],
  ])("[F22] follows %s", (_, parts) => {
    expect(otherErrors(parts)).toEqual([])
    expect(findings("unreachable", parts)).toEqual([])
  })

  it("[F22] tells an unreachable group once, not each state in it", () => {
    const parts = flow(
      "done",
      `  inner:
    type: group
    start: one
    states:
      one: { type: message, say: { zh: 好, en: Yes }, to: out }
      out: { type: final, outcome: fine }
    to: { fine: done }
`,
    )
    expect(findings("unreachable", parts)).toEqual([
      expect.stringContaining('No exit leads to the group "inner"'),
    ])
  })

  it("[F22] refuses a flow without any final", () => {
    const parts = {
      "sample/flow.yaml":
        "start: one\nstates:\n  one: { type: wait, on: { paid: { event: order.paid } }, to: { paid: one } }\n",
    }
    expect(findings("no-way-out", parts)).toEqual([expect.stringContaining('The flow "sample" has no final')])
  })
})
