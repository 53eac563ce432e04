import { compileDocuments } from "../../../engine/compile/flow-set.ts"
import type { Release } from "../../../engine/index.ts"
import { flowSet } from "../talk.ts"

/** The settings of these tests: two events, and a slot that flows share. */
const settings = `
format: 1
name: 示例
locales: [zh]
currency: CNY
timeZone: Asia/Shanghai
calendar: { workdays: [1, 2, 3, 4, 5], hours: ["09:00-18:00"], quiet: ["21:30-08:30"] }
parameters: {}
queues:
  general: { title: 人工服务, skills: [zh], sla: PT60S, hours: ["00:00-24:00"] }
slots:
  policyNo: { type: text, title: 保单号, ask: 保单号是？ }
defaults:
  to: { failed: ended, timeout: ended, unavailable: ended }
  states:
    ended: { type: final, outcome: failedToHelp }
events:
  core.decided: { type: object, properties: { amount: { type: number } } }
  core.paid: { type: object, properties: {} }
`

const services = `
price.find:
  request: { method: GET, path: /price }
  input: { type: object, properties: { kind: { type: string }, amount: { type: number } } }
  output: { type: object, properties: { price: { type: number } } }
  effect: read
order.send:
  request: { method: POST, path: /orders }
  input: { type: object, properties: { kind: { type: string }, price: { type: number } } }
  output: { type: object, properties: { number: { type: string } } }
  errors: { REFUSED: { http: 409 } }
  effect: write
order.amend:
  request: { method: POST, path: /orders/amend }
  input: { type: object, properties: { kind: { type: string }, price: { type: number }, first: { type: object, properties: {} } } }
  output: { type: object, properties: { number: { type: string } } }
  effect: write
code.send:
  request: { method: POST, path: /codes }
  input: { type: object, properties: { kind: { type: string } } }
  output: { type: object, properties: {} }
  effect: notify
`

/** A pattern that says one text and is done. */
function says(id: string, text: string, takes = ""): readonly [string, string] {
  return [
    `patterns/${id}/flow.yaml`,
    `
format: 1
id: ${id}
title: ${id}
${takes === "" ? "" : `takes: { ${takes} }`}
outcomes: [done]
start: say
states:
  say: { type: message, say: "${text}", to: done }
  done: { type: final, outcome: done }
`,
  ]
}

/** A pattern that asks which of two outcomes it is. */
function asks(
  id: string,
  text: string,
  takes: string,
  yes: string,
  no: string,
  third = "",
): readonly [string, string] {
  return [
    `patterns/${id}/flow.yaml`,
    `
format: 1
id: ${id}
title: ${id}
${takes === "" ? "" : `takes: { ${takes} }`}
outcomes: [${yes}, ${no}${third === "" ? "" : `, ${third}`}]
slots:
  sure:
    type: choice
    title: 选择
    options: { ${yes}: { label: ${yes} }, ${no}: { label: ${no} }${third === "" ? "" : `, ${third}: { label: ${third} }`} }
    ask: "${text}"
start: ask
states:
  ask: { type: collect, slots: [sure], to: { filled: which, failed: ${no}, declined: ${no} } }
  which:
    type: decision
    cases: { yes: { when: "slots.sure == '${yes}'" }${third === "" ? "" : `, third: { when: "slots.sure == '${third}'" }`} }
    to: { yes: ${yes}, else: ${no}${third === "" ? "" : `, third: ${third}`} }
  ${yes}: { type: final, outcome: ${yes} }
  ${no}: { type: final, outcome: ${no} }
${third === "" ? "" : `  ${third}: { type: final, outcome: ${third} }`}
`,
  ]
}

const clarify = `
format: 1
id: clarify
title: clarify
takes: { question: text, options: list }
gives: { choice: text }
outcomes: [chosen, none]
slots:
  choice:
    type: choice
    title: 意思
    options: { from: data.options, key: item.key, label: "{item.label}", also: { neither: { label: 都不是 } } }
    ask: "哪一个：{data.question}"
start: ask
states:
  ask: { type: collect, slots: [choice], to: { filled: which, failed: none, declined: none } }
  which:
    type: decision
    cases: { neither: { when: "slots.choice == 'neither'" } }
    to: { neither: none, else: chosen }
  chosen: { type: final, outcome: chosen, output: { choice: slots.choice } }
  none: { type: final, outcome: none }
`

const correct = `
format: 1
id: correct
title: correct
takes: { changes: list }
outcomes: [done]
derived:
  told: { type: text, is: "data.changes.map(c, c.label + ':' + c.from + '>' + c.to).join(',')" }
start: say
states:
  say: { type: message, say: "更正 {derived.told}", to: done }
  done: { type: final, outcome: done }
`

/** Patterns that say what they were given, so that a test reads when each starts and what it takes. */
const patterns: Readonly<Record<string, string>> = Object.fromEntries([
  ["patterns/clarify/flow.yaml", clarify],
  ["patterns/correct/flow.yaml", correct],
  asks("cancel", "不办{data.title}了？", "title: text", "confirmed", "kept"),
  asks("end", "结束？{data.title}", "open: boolean, title: text", "ended", "kept"),
  asks("skip", "需要{data.label}：{data.why}", "label: text, why: text", "goOn", "declined"),
  asks(
    "knowledge-answer",
    "{data.answer} 办{data.offersTitle}？",
    "answer: text, source: text, offers: text, offersTitle: text, busy: boolean",
    "accepted",
    "done",
  ),
  asks("too-late-to-correct", "太晚了 {data.label}", "label: text", "resolvedByPerson", "kept"),
  asks(
    "cannot-understand",
    "没听懂 {data.misses} {data.label}",
    "misses: integer, label: text",
    "again",
    "resolvedByPerson",
  ),
  asks("human-requested", "转人工", "", "returned", "unavailable", "resolvedByPerson"),
  asks("crisis", "请马上求助 {data.kind}", "kind: text", "returned", "unavailable", "resolvedByPerson"),
  says("session-start", "您好"),
  says("go-back", "回到{data.label}", "possible: boolean, label: text"),
  says("repeat", "再说一遍"),
  says("pause", "好，等您"),
  says("chitchat", "闲聊 {data.topic}", "topic: text"),
  says("out-of-scope", "这个我不懂"),
  says("silence", "还在吗 {data.count}", "count: integer"),
  says("resume", "接着办{data.title}", "title: text"),
  says("completed", "{data.title}办完了 {data.outcome}", "title: text, outcome: text"),
  says("consent-withdrawn", "已撤回{data.title}", "title: text"),
  says("service-down", "暂时不行", "service: text"),
  says("internal-error", "出错了"),
  [
    "patterns/survey/flow.yaml",
    `
format: 1
id: survey
title: survey
takes: { title: text }
gives: { score: integer }
outcomes: [done]
slots:
  score: { type: integer, title: 评分, ask: 打几分？ }
start: ask
states:
  ask: { type: collect, slots: [score], to: { filled: done, failed: done, declined: done } }
  done: { type: final, outcome: done, output: { score: slots.score } }
`,
  ],
])

/** The same without the rules of `check`, which forbid what the turn must bear nevertheless. */
export function uncheckedFlowSet(files: Readonly<Record<string, string>>): Release {
  const { release, diagnostics } = compileDocuments({
    ...{ "flowset.yaml": settings, "services.yaml": services },
    ...patterns,
    ...files,
  })
  if (release === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"))
  return release
}

/** Returns a compiled flow set of these files over the settings, services and speaking patterns of these tests. */
export function runFlowSet(files: Readonly<Record<string, string>>): Release {
  return flowSet({ "flowset.yaml": settings, "services.yaml": services, ...patterns, ...files })
}
