import { describe, expect, it } from "vitest"
import { checkFlowSet } from "../../../engine/check/check.ts"
import { sampleFlowSet } from "./sample-flow-set.ts"

/** Returns what the rule says of the sample flow with other fields, as `value @ the way there`. */
function unfilled(flow: string, parts: Readonly<Record<string, string>> = {}): readonly string[] {
  const { diagnostics } = checkFlowSet(sampleFlowSet({ "sample/flow.yaml": flow, ...parts }))
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([])
  return diagnostics
    .filter(({ rule }) => rule === "value-filled")
    .map(({ message }) => {
      const [, value = "", way = ""] =
        /^"(.+?)" may have no value here: .* on the way (.+)\.$/.exec(message) ?? []
      return `${value} @ ${way}`
    })
}

const kind =
  "  kind: { type: choice, title: { zh: 类, en: Kind }, ask: { zh: 哪种？, en: Which? }, options: { a: { label: { zh: 甲, en: A } }, b: { label: { zh: 乙, en: B } } } }\n"
const when =
  "  extra: { type: text, title: { zh: 补充, en: Extra }, ask: { zh: 说说？, en: Tell? }, when: \"slots.kind == 'a'\" }\n"
const done = "  done: { type: final, outcome: done }\n"
const say = (value: string, to = "done") =>
  `{ type: message, say: { zh: "{${value}}", en: "{${value}}" }, to: ${to} }`
const find = (done: string, otherwise: string) =>
  `{ type: service, service: policy.find, input: { policyNo: slots.policyNo }, save: policy, to: { done: ${done}, failed: ${otherwise}, NOT_FOUND: ${otherwise} } }`
const ask = (slots: string, to: string) =>
  `{ type: collect, slots: [${slots}], to: { filled: ${to}, failed: done } }`

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "a text after an answer that may not have come",
    `start: ask\nstates:\n  ask: ${ask("policyNo", "find")}\n  find: ${find("show", "show")}\n  show: ${say("data.policy.refund")}\n${done}`,
    ["data.policy.refund @ sample/ask#filled → sample/find#failed → sample/show"],
  ],
  [
    "a text after the answer",
    `start: ask\nstates:\n  ask: ${ask("policyNo", "find")}\n  find: ${find("show", "done")}\n  show: ${say("data.policy.refund")}\n${done}`,
    [],
  ],
  [
    "a required input that a way does not fill",
    `start: which\nstates:\n  which: { type: decision, cases: { known: { when: customer.level > 0 } }, to: { known: find, else: ask } }\n  ask: ${ask("policyNo", "find")}\n  find: ${find("done", "done")}\n${done}`,
    ["slots.policyNo @ sample/which#known → sample/find"],
  ],
  [
    "a way that only a value opens",
    `start: which\nstates:\n  which: { type: decision, cases: { known: { when: has(slots.policyNo) } }, to: { known: find, else: ask } }\n  ask: ${ask("policyNo", "find")}\n  find: ${find("done", "done")}\n${done}`,
    [],
  ],
  [
    "the way on which a value is not missing",
    `start: which\nstates:\n  which: { type: decision, cases: { missing: { when: "!has(slots.policyNo)" } }, to: { missing: done, else: find } }\n  find: ${find("done", "done")}\n${done}`,
    [],
  ],
  [
    "one of two values, whichever way was taken",
    `data: { policy: policy.find, ended: policy.end }\nderived: { number: { type: text, is: "has(data.ended) ? 'ended' : data.policy.policyNo" } }\nstart: ask\nstates:\n  ask: ${ask("policyNo", "end")}\n  end: { type: service, service: policy.end, input: { policyNo: slots.policyNo }, save: ended, to: { done: show, failed: find, unknown: done } }\n  find: ${find("show", "done")}\n  show: ${say("derived.number")}\n${done}`,
    [],
  ],
  [
    "one of two values, of which neither came on one way",
    `data: { policy: policy.find, ended: policy.end }\nderived: { number: { type: text, is: "has(data.ended) ? 'ended' : data.policy.policyNo" } }\nstart: ask\nstates:\n  ask: ${ask("policyNo", "end")}\n  end: { type: service, service: policy.end, input: { policyNo: slots.policyNo }, save: ended, to: { done: show, failed: find, unknown: done } }\n  find: ${find("show", "show")}\n  show: ${say("derived.number")}\n${done}`,
    ["data.policy.policyNo @ sample/ask#filled → sample/end#failed → sample/find#failed → sample/show"],
  ],
  [
    "an optional slot",
    `slots:\n  note: { type: text, optional: true, title: { zh: 备注, en: Note }, ask: { zh: 备注？, en: Note? } }\nstart: ask\nstates:\n  ask: ${ask("note", "show")}\n  show: ${say("slots.note")}\n${done}`,
    ["slots.note @ sample/ask#filled → sample/show"],
  ],
  [
    "a slot that is asked only sometimes, read in that case",
    `slots:\n${kind}${when}start: ask\nstates:\n  ask: ${ask("kind, extra", "which")}\n  which: { type: decision, cases: { a: { when: "slots.kind == 'a'" } }, to: { a: show, else: done } }\n  show: ${say("slots.extra")}\n${done}`,
    [],
  ],
  [
    "a slot that is asked only sometimes, read always",
    `slots:\n${kind}${when}start: ask\nstates:\n  ask: ${ask("kind, extra", "show")}\n  show: ${say("slots.extra")}\n${done}`,
    ["slots.extra @ sample/ask#filled → sample/show"],
  ],
  [
    "a slot that the way cleared",
    `start: ask\nstates:\n  ask: { type: collect, slots: [policyNo], to: { filled: { to: show, clear: [policyNo] }, failed: done } }\n  show: ${say("slots.policyNo")}\n${done}`,
    ["slots.policyNo @ sample/ask#filled → sample/show"],
  ],
  [
    "what an event brings, in its own words",
    `data: { paid: order.paid }\nstart: wait\nstates:\n  wait: { type: wait, until: { after: P1D }, on: { paid: { event: order.paid, save: paid, say: { zh: "{data.paid.amount}", en: "{data.paid.amount}" } } }, to: { timeout: done } }\n${done}`,
    [],
  ],
  [
    "an entry of the flow, where its state comes before the value",
    `start: ask\non:\n  howMuch: { title: { zh: 多少, en: How much }, says: { zh: [多少钱], en: [how much] }, say: { zh: "{data.policy.refund}", en: "{data.policy.refund}" } }\nstates:\n  ask: ${ask("policyNo", "find")}\n  find: ${find("again", "done")}\n  again: { type: collect, slots: [policyNo], confirm: summary, to: { filled: done, failed: done } }\n${done}`,
    ["data.policy.refund @ sample/ask"],
  ],
  [
    "the side that a choice of a text shows",
    `slots:\n${kind}start: ask\nstates:\n  ask: ${ask("kind", "show")}\n  show: { type: message, say: { zh: "{slots.kind, select, a {{data.policy.refund}} other {}}", en: "{slots.kind, select, a {{data.policy.refund}} other {}}" }, to: done }\n${done}`,
    [],
  ],
]

const other = (gives: string, states: string) =>
  `format: 1\nid: other\ntitle: { zh: 其他, en: Other }\n${gives}outcomes: [found, lost]\nstart: which\nstates:\n  which: { type: decision, cases: { known: { when: customer.level > 0 } }, to: { known: found, else: lost } }\n${states}`
const runs = (to: string) =>
  `data: { about: other }\nstart: other\nstates:\n  other: { type: subflow, flow: other, save: about, to: { found: show, lost: ${to} } }\n  show: ${say("data.about.name")}\n${done}`

describe("what is read", () => {
  it.each(cases)("[F45] is filled or told: %s", (_, flow, told) => {
    expect(unfilled(flow)).toEqual(told)
  })

  it("[F45] of a sub-flow is there after the outcomes that give it", () => {
    const files = {
      "other/flow.yaml": other(
        "gives: { name: text }\n",
        "  found: { type: final, outcome: found, output: { name: \"'n'\" } }\n  lost: { type: final, outcome: lost }\n",
      ),
    }
    expect(unfilled(runs("done"), files)).toEqual([])
    expect(unfilled(runs("show"), files)).toEqual(["data.about.name @ sample/other#lost → sample/show"])
  })

  it("[F45] of what a flow takes is there when each that runs it gives it, and it begins in no other way", () => {
    const taking = (triggers: string) =>
      `format: 1\nid: other\ntitle: { zh: 其他, en: Other }\n${triggers}takes: { topic: text }\noutcomes: [done]\nstart: show\nstates:\n  show: ${say("data.topic")}\n${done}`
    const give = (input: string) =>
      `start: other\nstates:\n  other: { type: subflow, flow: other, ${input}to: { done: done } }\n${done}`
    const given = "input: { topic: \"'t'\" }, "
    expect(unfilled(give(given), { "other/flow.yaml": taking("") })).toEqual([])
    expect(unfilled(give(""), { "other/flow.yaml": taking("") })).toEqual(["data.topic @ other/show"])
  })
})
