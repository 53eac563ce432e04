import { describe, expect, it } from "vitest"
import { findings } from "./find.ts"

const flow = (body: string) => ({ "sample/flow.yaml": body })
const done = "  done: { type: final, outcome: done }\n"

/** A flow with everything that a place may read. */
const rich = (states: string) =>
  flow(`takes: { level: integer }
gives: { paid: money }
slots:
  reason:
    type: choice
    options:
      money: { label: { zh: 急用钱, en: Money } }
    ask: { zh: 为什么?, en: Why? }
  amount:
    type: money
    ask: { zh: 多少?, en: How much? }
    valid:
      - { when: value > 0, else: { zh: "{value}太少。", en: "{value} is too little." } }
  account:
    type: choice
    options: { from: data.policy.riders, key: item.name, label: "{item.name}" }
    ask: { zh: 哪个?, en: Which? }
data: { policy: policy.find, ended: policy.end, payment: order.paid }
derived:
  large: { type: boolean, is: slots.amount > 1000 }
start: first
states:
${states}${done}`)

const deciding = (when: string) =>
  rich(`  first:
    type: decision
    cases:
      yes: { when: ${JSON.stringify(when)} }
    to: { yes: end, else: done }
  end:
    type: service
    service: policy.end
    input: { policyNo: slots.policyNo }
    save: ended
    to: { done: done, unknown: done }
`)

describe("expression", () => {
  it.each([
    "slots.reason == 'money' && derived.large",
    "has(data.policy.riders) && data.policy.riders.exists(r, r.name == 'A')",
    "data.payment.amount > parameters.coolingOffDays",
    "data.level >= 2 && customer.level >= 2",
    "has(keys.end)",
  ])("[F15] accepts %s", (when) => {
    expect(findings("expression", deciding(when))).toEqual([])
  })

  it.each([
    ["slots.reason == 'mony'", '"slots.reason" is never "mony".', 'Did you mean "money"?'],
    ["slots.amount + 1", "The result is a number, but yes or no is needed here.", "Compare something"],
    ["slots.amout > 1", '"slots" has no "amout".', 'Did you mean "slots.amount"?'],
    ["event.amount > 1", 'There is no "event" here.', "has a value elsewhere"],
    ["value > 1", 'There is no "value" here.', "has a value elsewhere"],
    ["has(keys.first)", '"keys" has no "first".', "end"],
    ["derived.large > 1", "Yes/no > number is not possible.", "Both sides"],
    ["slots.reason = 'money'", "The expression cannot be read", "Compare with =="],
  ])("[F15] refuses %s", (when, message, help) => {
    const [found = "", ...more] = findings("expression", deciding(when))
    expect(found).toContain(message)
    expect(found).toContain(help)
    expect(more).toEqual([])
  })

  it("[F15] knows the payload where an event is awaited, and only there", () => {
    const waiting = (when: string, until: string) =>
      rich(`  first:
    type: wait
    until: { at: ${JSON.stringify(until)} }
    on:
      paid: { event: order.paid, when: ${JSON.stringify(when)}, save: payment }
    to: { paid: done }
`)
    expect(findings("expression", waiting("event.amount > 0", "addDays(today, 3)"))).toEqual([])
    expect(findings("expression", waiting("event.amunt > 0", "event.amount"))).toHaveLength(2)
    expect(findings("expression", waiting("event.amount > 0", "3"))).toEqual([
      expect.stringContaining("The result is a number, but a text is needed here."),
    ])
  })

  it.each([
    ["valid", "value > 0", "value > 'much'"],
    ["options", "from: data.policy.riders", "from: data.policy.refund"],
    ["options", "key: item.name", "key: item.nam"],
    ["derived", "is: slots.amount > 1000", "is: slots.amount"],
  ])("[F15] checks the %s of a slot or derived value", (_, right, wrong) => {
    const parts = deciding("derived.large")
    const text = parts["sample/flow.yaml"] ?? ""
    expect(text).toContain(right)
    expect(findings("expression", flow(text.replace(right, wrong)))).not.toEqual([])
  })

  it("[F19] wants what an operation's input, a sub-flow's take and a final's output are", () => {
    const other = `format: 1
id: other
title: { zh: 其他, en: Other }
takes: { topic: text }
outcomes: [done]
start: done
states:
  done: { type: final, outcome: done }
`
    const parts = (no: string, topic: string, paid: string) => ({
      "other/flow.yaml": other,
      "sample/flow.yaml": `gives: { paid: money }
start: end
states:
  end: { type: service, service: policy.end, input: { policyNo: "${no}" }, to: { done: sub, unknown: sub } }
  sub: { type: subflow, flow: other, input: { topic: "${topic}" }, to: done }
  done: { type: final, outcome: done, output: { paid: "${paid}" } }
`,
    })
    expect(findings("expression", parts("slots.policyNo", "'x'", "1.5"))).toEqual([])
    expect(findings("expression", parts("1", "1", "'x'"))).toHaveLength(3)
  })
})

describe("text", () => {
  const saying = (zh: string) =>
    rich(`  first:\n    type: message\n    say: { zh: ${JSON.stringify(zh)}, en: Yes. }\n    to: done\n`)

  it.each([
    "可退{data.policy.refund}。",
    "{slots.reason, select, money {急用钱} other {其他}}",
    "{data.policy.riders, plural, other {#个附加险}}",
    "{parameters.coolingOffDays}天,{today}",
  ])("[F16] accepts %s", (zh) => {
    expect(findings("text", saying(zh))).toEqual([])
  })

  it.each([
    ["可退{data.policy.refnd}。", "There is no {data.policy.refnd}.", "{data.policy.refund}"],
    [
      "可退{data.policy.refund.cents}。",
      "There is no {data.policy.refund.cents}.",
      "is a money, without parts",
    ],
    ["可退{refund}。", "There is no {refund}.", "A path begins with slots, data"],
    ["因为{reason}。", "There is no {reason}.", "{slots.reason}"],
    ["可退{data.policy.refund", "A brace is not closed.", "{slots.policyNo}"],
    ["{slots.reason, select, money {急用钱}}", "The case `other` is missing.", "other {…}"],
    ["{data.policy.refund, number}", "asks ICU for a format of its own", "declared type"],
  ])("[F16] refuses %s", (zh, message, help) => {
    const [found = "", ...more] = findings("text", saying(zh))
    expect(found).toContain(message)
    expect(found).toContain(help)
    expect(more).toEqual([])
  })

  it("[F16] checks a wording in each flow that shows it, at the wording's own line", () => {
    const wording = `format: 1
id: loss
title: { zh: 告知, en: Notice }
versions:
  - version: "1"
    effectiveFrom: 2026-01-01
    text:
      zh: 可退{data.policy.refund}。
      en: You get {data.quote.refund}.
    accept: { zh: [同意], en: [I agree] }
`
    const parts = {
      "wordings/loss.yaml": wording,
      ...rich(
        "  first: { type: checkpoint, kind: disclosure, wording: loss, to: { accepted: done, declined: done } }\n",
      ),
    }
    expect(findings("text", parts)).toEqual([
      'wordings/loss.yaml:9 There is no {data.quote.refund} in the flow "sample", which shows this text. → "data" has level, policy, ended, payment.',
    ])
  })

  it("[F16] lets an answer of the knowledge base name parameters only", () => {
    const entry = (say: string) => ({
      "knowledge/a.yaml": `- id: a\n  ask: { zh: [几天], en: [how long] }\n  say: { zh: "${say}", en: Yes. }\n`,
    })
    expect(findings("text", entry("{parameters.coolingOffDays}天"))).toEqual([])
    expect(findings("text", entry("{slots.policyNo}"))).toHaveLength(1)
  })

  it("[F16] knows `item` in rows and options, with the fields of the list", () => {
    const rows = (value: string) =>
      rich(`  first:
    type: message
    say:
      - card:
          rows:
            - { from: data.policy.riders, label: "{item.name}", value: "${value}" }
    to: done
`)
    expect(findings("text", rows("{item.name}"))).toEqual([])
    expect(findings("text", rows("{item.nmae}"))).toEqual([
      expect.stringContaining("Did you mean {item.name}?"),
    ])
  })
})

describe("locale-missing", () => {
  const say = (text: string) =>
    flow(`start: tell\nstates:\n  tell: { type: message, say: ${text}, to: done }\n${done}`)

  it.each([
    ["{ zh: 好, en: Good }", 0],
    ["{ zh: 好 }", 1],
    ["{ zh: 好, en: Good, fr: Bon }", 1],
    ["好", 1],
    ['"{slots.policyNo} 100 — 3"', 0],
  ])("[F17] %s gives %i finding", (text, count) => {
    expect(findings("locale-missing", say(text))).toHaveLength(count)
  })

  it("[F17] is an error for a regulated text", () => {
    const wording = `format: 1
id: loss
title: { zh: 告知, en: Notice }
versions:
  - version: "1"
    effectiveFrom: 2026-01-01
    text: { zh: 好 }
    accept: { zh: [同意] }
`
    expect(findings("locale-missing", { "wordings/loss.yaml": wording })).toEqual([
      expect.stringContaining(
        'wordings/loss.yaml:7 This text is missing in "en". → Add "en": a customer may only accept',
      ),
      expect.stringContaining('wordings/loss.yaml:8 This text is missing in "en".'),
    ])
  })
})
