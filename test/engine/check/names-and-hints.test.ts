import { describe, expect, it } from "vitest"
import { checkFlowSet } from "../../../engine/check/check.ts"
import { clauseCoverage } from "../../../engine/check/clause-coverage.ts"
import { patternContracts } from "../../../engine/check/pattern-contracts.ts"
import { parseSelector, selects } from "../../../engine/check/selector.ts"
import { findings } from "./find.ts"
import { sampleFlowSet } from "./sample-flow-set.ts"

describe("names", () => {
  const slots = (slot: string) => ({
    "sample/flow.yaml": `slots:\n  reason: ${slot}\nstart: ask\nstates:\n  ask: { type: collect, slots: [reason], to: done }\n  done: { type: final, outcome: done }\n`,
  })
  const ask = "ask: { zh: 问, en: Ask }"

  it.each([
    [`{ type: text, ${ask} }`, null],
    ["{ type: text, default: x }", null],
    ["{ type: text }", "is asked for, but has no question"],
    [`{ type: txt, ${ask} }`, 'Did you mean "text"?'],
    [`{ type: choice, ${ask} }`, "is a choice without options"],
    [`{ type: text, options: { a: { label: { zh: 甲, en: A } } }, ${ask} }`, 'but its type is "text"'],
    [
      `{ type: choice, options: { a: { label: { zh: 甲, en: A } } }, default: b }`,
      "which is none of its options",
    ],
    [`{ type: list, ${ask} }`, "does not say what its records hold"],
    [`{ type: list, of: { cost: { type: money, ${ask} } } }`, null],
    [`{ type: list, of: { cost: { type: money } } }`, 'The field "cost" of the list "reason" is asked for'],
    [
      `{ type: list, min: 3, max: 2, of: { cost: { type: money, ${ask} } } }`,
      "at least 3 records and at most 2",
    ],
    [
      `{ type: choice, options: { skip: { label: { zh: 甲, en: A } } }, ${ask} }`,
      "the key of a button of ours",
    ],
    [`{ type: choice, options: { skipIt: { label: { zh: 甲, en: A } } }, ${ask} }`, null],
    [`{ type: text, needs: sample-notcie, ${ask} }`, 'Did you mean "sample-notice"?'],
    [`{ type: text, of: { cost: { type: money, ${ask} } }, ${ask} }`, "has fields, but is no list"],
  ])("[F18] slot %s", (slot, message) => {
    const found = findings("slot-shape", slots(slot))
    expect(found).toHaveLength(message === null ? 0 : 1)
    if (message !== null) expect(found[0]).toContain(message)
  })

  it.each([
    ['types:\n  code: { pattern: "[0-9" }\n', "is no regular expression"],
    ["types:\n  code: {}\n", "needs either a pattern or values"],
    ["types:\n  money: { pattern: a }\n", "is a built-in type"],
  ])("[F18] declared type %j", (types, message) => {
    expect(findings("slot-shape", { "flowset.yaml": types })).toEqual([expect.stringContaining(message)])
  })

  it("[F19] gives an amendment what the write gets, and the first answer beside it", () => {
    const services = `policy.end:
  request: { method: POST, path: /ends }
  input: { type: object, required: [policyNo], properties: { policyNo: { type: string } } }
  output: { type: object, properties: { number: { type: string } } }
  effect: write
policy.amend:
  request: { method: POST, path: /amends }
  input: { type: object, required: [policyNo, first], properties: { policyNo: { type: string }, first: { type: object }, day: { type: string } } }
  output: { type: object, properties: { number: { type: string } } }
  effect: write
`
    const files = (required: string) => ({
      "services.yaml": services.replace("[policyNo, first]", required),
      "sample/flow.yaml": `data: {}
start: end
states:
  end: { type: service, service: policy.end, amend: policy.amend, input: { policyNo: "'P1'" }, to: { done: done, unknown: done } }
  done: { type: final, outcome: done }
`,
    })
    expect(findings("service-input", files("[policyNo, first]"))).toEqual([])
    expect(findings("service-input", files("[policyNo, first, day]"))).toEqual([
      expect.stringContaining('The operation "policy.amend" needs "day", which is not given.'),
    ])
  })

  it("[F18] follows sub-flows until one runs an earlier one", () => {
    const runs = (id: string, flow: string) => `format: 1
id: ${id}
title: { zh: 流程, en: Flow }
outcomes: [done]
start: sub
states:
  sub: { type: subflow, flow: ${flow}, to: done }
  done: { type: final, outcome: done }
`
    const files = { "one/flow.yaml": runs("one", "two"), "two/flow.yaml": runs("two", "one") }
    expect(findings("subflow-name", files)[0]).toContain('The flow "one" runs itself: one → two → one.')
  })

  it("[F18] refuses an overflow that comes back", () => {
    const queues = `queues:
  general: { title: { zh: 甲, en: A }, sla: PT60S, overflow: other }
  other: { title: { zh: 乙, en: B }, sla: PT60S, overflow: general }
`
    expect(findings("queue-name", { "flowset.yaml": queues })[0]).toContain("general → other → general")
  })
})

describe("rules", () => {
  const rule = (form: string) => ({ "rules.yaml": `rules:\n  - id: one\n    ${form}\n` })

  it.each([
    ['requires: { of: "service:policy.find", where: data.policy.refund > 0, all: ["ask:policyNo"] }', null],
    ['holds: { of: "service:*[effect=read]", is: slots.policyNo != "" }', null],
    ["never: ask:cardPin", null],
    ['reachable: { from: every-waiting-state, to: "outcome:sample/done" }', null],
    ['atMost: { of: "state:sample/*", times: 2, per: run }', null],
    ['requires: { of: "service:policy.fnid", all: ["ask:policyNo"] }', 'Did you mean "policy.find"?'],
    ['requires: { of: "service:policy.find" }', "does not say what must come before"],
    ['requires: { of: "servce:policy.find", all: ["ask:policyNo"] }', "is no name that a rule may use"],
    ['requires: { of: "service:policy.find", all: ["handoff"] }', '"handoff" means nothing'],
    ['never: "service:*[efect=write]"', 'Did you mean "effect"?'],
    ['holds: { of: "service:policy.find", is: data.policy.refnd > 0 }', 'Did you mean "data.policy.refund"?'],
    ['never: ask:cardPin\n    atMost: { of: "ask:policyNo", times: 1, per: run }', "has 2 forms"],
    ["basis: house", "has no form"],
  ])("[F24] %s", (form, message) => {
    const found = findings("rules", rule(form))
    expect(found).toHaveLength(message === null ? 0 : 1)
    if (message !== null) expect(found[0]).toContain(message)
  })

  it.each([
    ["checkpoint:*[kind=identity,level>=3]", { kind: "identity", level: 3 }, true],
    ["checkpoint:*[kind=identity,level>=3]", { kind: "identity", level: 2 }, false],
    ["checkpoint:strong*", { kind: "identity" }, true],
    ["checkpoint:weak*", { kind: "identity" }, false],
    ["checkpoint:*[kind!=identity]", { kind: "consent" }, true],
    ["checkpoint:*[level<3]", {}, false],
  ])("[F24] %s selects %j: %s", (text, attributes, expected) => {
    const selector = parseSelector(text)
    if (selector === null) throw new Error(`${text} is a selector`)
    expect(selects(selector, { kind: "checkpoint", name: "strongIdentity", flow: "a", attributes })).toBe(
      expected,
    )
  })

  it.each(["", "handoff:general", "state", "state:", "state:a[b]", "state:a[b=c", "nothing:a"])(
    "[F24] %j is no selector",
    (text) => {
      expect(parseSelector(text)).toBeNull()
    },
  )
})

describe("pattern", () => {
  it("[F25] misses every pattern that is not there", () => {
    const none = Object.fromEntries(
      Object.keys(patternContracts).map((id) => [`patterns/${id}/flow.yaml`, ""]),
    )
    expect(findings("pattern", none)).toHaveLength(Object.keys(patternContracts).length)
  })

  it("[F25] lets a pattern have more outcomes and use less than it is given", () => {
    const files = {
      "patterns/end/flow.yaml": `format: 1
id: end
title: { zh: 结束, en: End }
outcomes: [ended, kept, resolvedByPerson]
start: which
states:
  which: { type: decision, cases: { a: { when: customer.level > 0 } }, to: { a: ended, else: kept } }
  ended: { type: final, outcome: ended }
  kept: { type: final, outcome: kept }
`,
    }
    expect(findings("pattern", files)).toEqual([])
  })
})

describe("triggers", () => {
  const eight = "[a1, a2, a3, a4, a5, a6, a7, 看 保单！]"
  const other = (examples: string) => `format: 1
id: other
title: { zh: 其他, en: Other }
outcomes: [done]
${examples}start: done
states:
  done: { type: final, outcome: done }
`

  it("[F23] takes phrases that differ in signs, spaces and case only for the same", () => {
    const files = {
      "other/flow.yaml": other(
        `triggers: { examples: { zh: ${eight}, en: [MY POLICY, b1, b2, b3, b4, b5, b6, b7] } }\n`,
      ),
    }
    const found = findings("triggers", files).join("\n")
    expect(found).toContain('"看保单" is an example of the flow "sample" and of "other"')
    expect(found).toContain('"my policy" is an example of the flow "sample" and of "other"')
  })

  it("[F23] asks no examples of a flow that has no triggers", () => {
    expect(findings("triggers", { "other/flow.yaml": other("") })).toEqual([])
  })

  it("[F23] warns of a question that also starts a flow", () => {
    const files = {
      "knowledge/a.yaml": "- id: a\n  ask: { zh: [看保单], en: [how] }\n  say: { zh: 好, en: Yes }\n",
    }
    expect(findings("triggers", files)).toEqual([
      expect.stringContaining('"看保单" is asked of the entry "a" and of the flow "sample"'),
    ])
  })
})

describe("hints", () => {
  const say = (zh: string) => ({
    "sample/flow.yaml": `start: tell\nstates:\n  tell: { type: message, say: { zh: ${JSON.stringify(zh)}, en: Yes }, to: done }\n  done: { type: final, outcome: done }\n`,
  })

  it.each([
    ["请缴费", 1],
    ["亲，您好", 1],
    ["手续费为零", 0],
    ["请勿缴费，能不能赔由理赔人员审核", 1],
    ["赔不赔、能不能赔由理赔人员审核", 0],
    ["您的母亲，可以同办", 0],
    ["The system error", 0],
  ])("[F26] terms: %s gives %i", (zh, count) => {
    expect(findings("terms", say(zh))).toHaveLength(count)
  })

  it.each([
    ["15天内", 1],
    ["15 日", 1],
    ["第15条", 0],
    ["3月15日", 0],
    ["2026年3月15日", 0],
    ["2026-03-15", 0],
    ["15:00以前", 0],
    ["15.确认", 0],
    ["150天", 0],
    ["尾号15", 0],
    ["P15天", 0],
    ["{parameters.coolingOffDays}天", 0],
  ])("[F26] digits: %s gives %i", (zh, count) => {
    expect(findings("digits", say(zh))).toHaveLength(count)
  })

  it("[F26] counts as used what a wording, a rule, an option or another derived value reads", () => {
    const files = {
      "sample/flow.yaml": `data: { policy: policy.find, ended: policy.end }
slots:
  rider:
    type: choice
    options: { from: data.policy.riders, key: item.name, label: "{item.name}" }
    ask: { zh: 哪个?, en: Which? }
derived:
  half: { type: money, is: derived.whole / 2.0 }
  whole: { type: money, is: "10.0" }
start: ask
states:
  ask: { type: collect, slots: [rider], to: gate }
  gate: { type: checkpoint, kind: disclosure, wording: loss, to: { accepted: done, declined: done } }
  done: { type: final, outcome: done }
`,
      "wordings/loss.yaml": `format: 1
id: loss
title: { zh: 告知, en: Notice }
versions:
  - version: "1"
    effectiveFrom: 2026-01-01
    text: { zh: "{derived.half}", en: "{derived.half}" }
    accept: { zh: [同意], en: [I agree] }
`,
      "rules.yaml": 'rules:\n  - id: one\n    holds: { of: "ask:rider", is: has(data.ended.number) }\n',
    }
    expect(findings("unused", files).filter((found) => found.startsWith("sample/"))).toEqual([])
  })

  it("[F43] tells the clauses on sale that no entry answers, and what is about no clause", () => {
    const product = (onSale: boolean) =>
      `    onSale: ${onSale}\n    title: { zh: 甲, en: A }\n    clauses: { "1.1": { zh: 一, en: One }, "1.2": { zh: 二, en: Two } }\n`
    const files = (about: string) => ({
      "products.yaml": `one:\n${product(true)}two:\n${product(false)}`,
      "knowledge/sample.yaml": `- id: first\n  ask: { zh: [甲], en: [a] }\n  say: { zh: 甲, en: A }\n  about: ["${about}"]\n`,
    })
    expect(findings("clause-answered", files("clause:one/1.1"))).toHaveLength(1)
    expect(findings("knowledge", files("clause:one/1.1"))).toEqual([])
    expect(findings("knowledge", files("clause:one/1.3"))).toHaveLength(1)
    expect(findings("knowledge", files("product:three"))).toHaveLength(1)
    const { release } = checkFlowSet(sampleFlowSet(files("clause:one/1.1")))
    expect(clauseCoverage(release?.products ?? {}, release?.knowledge ?? [])).toEqual([
      { product: "one", clauses: 2, answered: 1, open: ["1.2"] },
    ])
  })

  it("[F26] hints refuse no release", () => {
    const { release, diagnostics } = checkFlowSet(sampleFlowSet(say("请缴费,15天内")))
    expect(diagnostics.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["terms", "digits", "unused"]))
    expect(release).toBeDefined()
  })
})
