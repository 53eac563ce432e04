import { patternContracts } from "../../../engine/check/pattern-contracts.ts"
import { wordingHash } from "../../../engine/check/wording-hash.ts"
import type { FlowSetFiles } from "../../../engine/compile/model.ts"

/**
 * Returns a small complete flow set without errors, with parts replaced: a fragment of a file that is there replaces
 * its top-level fields, everything else is taken as a whole file. An empty text takes the file away.
 */
export function sampleFlowSet(parts: FlowSetFiles = {}): FlowSetFiles {
  const files: Record<string, string> = { ...base }
  for (const [file, part] of Object.entries(parts)) {
    const known = base[file]
    if (part === "") delete files[file]
    else files[file] = known === undefined || !isMap(part) ? part : merged(known, part)
  }
  return files
}

/** Returns the lines, from 1, of a file that carry the mark `# here`. */
export function markedLines(text: string): readonly number[] {
  return text.split("\n").flatMap((line, index) => (line.includes("# here") ? [index + 1] : []))
}

function isMap(text: string): boolean {
  return /^[A-Za-z]/.test(text)
}

function merged(known: string, part: string): string {
  const fields = (text: string) =>
    text.split(/^(?=[A-Za-z][\w.-]*:)/m).map((field) => [field.split(":")[0] ?? "", field] as const)
  return [...new Map([...fields(known), ...fields(part)]).values()].join("")
}

const settings = `format: 1
name: { zh: 示例, en: Sample }
locales: [zh, en]
currency: CNY
timeZone: Asia/Shanghai
calendar: { workdays: [1, 2, 3, 4, 5], hours: ["09:00-18:00"] }
parameters:
  coolingOffDays: { value: 15, type: integer, source: house, title: { zh: 犹豫期天数, en: Days } }
queues:
  general: { title: { zh: 人工服务, en: Service }, skills: [zh], sla: PT60S }
slots:
  policyNo:
    type: policy-number
    title: { zh: 保单号, en: Policy number }
    ask: { zh: 请告诉我保单号。, en: What is your policy number? }
defaults:
  to:
    failed: toPerson
    timeout: toPerson
    unavailable: toPerson
  states:
    toPerson:
      type: final
      outcome: resolvedByPerson
events:
  order.paid:
    type: object
    required: [amount]
    properties:
      amount: { type: number, format: money }
terms:
  avoid: { zh: [缴费, 续费, "亲，"], en: [system error] }
`

const services = `policy.find:
  request: { method: GET, path: "/policies/{policyNo}" }
  input: { type: object, required: [policyNo], properties: { policyNo: { type: string } } }
  output:
    type: object
    required: [policyNo, refund]
    properties:
      policyNo: { type: string }
      refund: { type: number, format: money }
      riders: { type: array, items: { type: object, properties: { name: { type: string } } } }
  errors: { NOT_FOUND: { http: 404 } }
  effect: read
policy.end:
  request: { method: POST, path: "/policies/{policyNo}/end" }
  input: { type: object, required: [policyNo], properties: { policyNo: { type: string } } }
  output: { type: object, properties: { number: { type: string } } }
  effect: write
`

const flow = `format: 1
id: sample
title: { zh: 示例, en: Sample }
outcomes: [done, resolvedByPerson]
triggers:
  examples:
    zh: [看保单, 查保单, 我的保单, 保单怎么样, 保单信息, 看看我的保险, 保险情况, 查一下保险]
    en: [my policy, show my policy, policy please, what do I have, look it up, my cover, see cover, insurance]
data:
  policy: policy.find
start: ask
states:
  ask:
    type: collect
    slots: [policyNo]
    to: find
  find:
    type: service
    service: policy.find
    input:
      policyNo: slots.policyNo
    save: policy
    to:
      done: show
      NOT_FOUND: done
  show:
    type: message
    say:
      zh: 可退{data.policy.refund}。
      en: You get {data.policy.refund}.
    to: done
  done:
    type: final
    outcome: done
`

const notice = { text: { zh: "请知晓。", en: "Please note." }, accept: { zh: ["同意"], en: ["I agree"] } }

const wording = `format: 1
id: sample-notice
title: { zh: 告知, en: Notice }
versions:
  - version: "1"
    effectiveFrom: "2026-01-01"
    approved:
      by: compliance
      on: "2025-12-20"
      sha256: ${wordingHash({ version: "1", effectiveFrom: "2026-01-01", ...notice })}
    text: ${JSON.stringify(notice.text)}
    accept: ${JSON.stringify(notice.accept)}
`

const questions = [{ id: "smoking", ask: { zh: "您吸烟吗?", en: "Do you smoke?" } }]
const questionnaire = `format: 1
id: sample-questions
title: { zh: 询问, en: Questions }
versions:
  - version: "1"
    effectiveFrom: "2026-01-01"
    approved:
      by: compliance
      on: "2025-12-20"
      sha256: ${wordingHash({ version: "1", effectiveFrom: "2026-01-01", questions })}
    questions: ${JSON.stringify(questions)}
`

function patternFlow(id: string): string {
  const { takes, outcomes, gives = [] } = patternContracts[id] ?? { takes: {}, outcomes: [] }
  const cases = outcomes.slice(1).map((name, index) => `      ${name}: { when: customer.level == ${index} }`)
  const targets = outcomes.slice(1).map((name) => `      ${name}: ${name}`)
  const finals = outcomes.map((name, index) => {
    const output = index === 0 ? gives.map((given) => `    output: { ${given}: "'1'" }`) : []
    return [`  ${name}:`, "    type: final", `    outcome: ${name}`, ...output].join("\n")
  })
  const [first = "done"] = outcomes
  return [
    "format: 1",
    `id: ${id}`,
    `title: { zh: 模式, en: Pattern }`,
    ...(Object.keys(takes).length === 0 ? [] : [`takes: ${JSON.stringify(takes)}`]),
    ...(gives.length === 0 ? [] : [`gives: { ${gives.map((given) => `${given}: text`).join(", ")} }`]),
    `outcomes: [${outcomes.join(", ")}]`,
    ...(cases.length === 0
      ? [`start: ${first}`, "states:"]
      : [
          "start: which",
          "states:",
          "  which:",
          "    type: decision",
          "    cases:",
          ...cases,
          "    to:",
          ...targets,
        ]),
    ...(cases.length === 0 ? [] : [`      else: ${first}`]),
    ...finals,
    "",
  ].join("\n")
}

const base: FlowSetFiles = {
  "flowset.yaml": settings,
  "services.yaml": services,
  "sample/flow.yaml": flow,
  "wordings/sample-notice.yaml": wording,
  "questionnaires/sample-questions.yaml": questionnaire,
  ...Object.fromEntries(
    Object.keys(patternContracts).map((id) => [`patterns/${id}/flow.yaml`, patternFlow(id)]),
  ),
}
