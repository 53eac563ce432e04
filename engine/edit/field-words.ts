import type { Words } from "./words.ts"

/** How the fields of a flow's files are called; of what is not here the name as it is written. */
const words: Readonly<Record<string, Words>> = {
  title: { zh: "标题", en: "the title" },
  note: { zh: "备注", en: "the note" },
  say: { zh: "话术", en: "what is said" },
  tone: { zh: "不同情绪的话术", en: "what is said by mood" },
  wording: { zh: "合规话术", en: "the wording" },
  questionnaire: { zh: "问卷", en: "the questionnaire" },
  ask: { zh: "问法", en: "the question" },
  reask: { zh: "再问的问法", en: "the question asked again" },
  help: { zh: "解释", en: "the explanation" },
  slots: { zh: "信息项", en: "what is asked" },
  options: { zh: "选项", en: "the options" },
  valid: { zh: "校验", en: "the validation" },
  cases: { zh: "分路条件", en: "the cases" },
  when: { zh: "条件", en: "the condition" },
  is: { zh: "内容", en: "the content" },
  kind: { zh: "种类", en: "the kind" },
  type: { zh: "类型", en: "the type" },
  evidence: { zh: "确认方式", en: "the evidence" },
  binds: { zh: "绑定的内容", en: "what is bound" },
  level: { zh: "核验级别", en: "the level" },
  validFor: { zh: "有效时间", en: "how long it is valid" },
  service: { zh: "系统调用", en: "the service" },
  input: { zh: "输入", en: "the input" },
  output: { zh: "返回", en: "the output" },
  save: { zh: "结果名称", en: "the name of the result" },
  queue: { zh: "坐席队列", en: "the queue" },
  sla: { zh: "接入时限", en: "the time to take over" },
  reason: { zh: "转接原因", en: "the reason" },
  returns: { zh: "交回的结果", en: "the outcomes given back" },
  proves: { zh: "核验身份", en: "the proof of identity" },
  flow: { zh: "子流程", en: "the sub-flow" },
  until: { zh: "等待", en: "what is waited for" },
  silence: { zh: "沉默时间", en: "the silence" },
  after: { zh: "时间", en: "the time" },
  says: { zh: "客户的说法", en: "what customers say" },
  event: { zh: "事件", en: "the event" },
  outcome: { zh: "结局", en: "the outcome" },
  outcomes: { zh: "结局", en: "the outcomes" },
  start: { zh: "起点", en: "the start" },
  triggers: { zh: "进入方式", en: "how it begins" },
  to: { zh: "去向", en: "where it leads" },
  on: { zh: "随时可能发生的事", en: "what may happen meanwhile" },
  attempts: { zh: "最多问几次", en: "the attempts" },
  confirm: { zh: "核对方式", en: "the confirmation" },
  optional: { zh: "是否可以跳过", en: "whether it may be skipped" },
  sensitive: { zh: "敏感信息", en: "the sensitivity" },
  text: { zh: "正文", en: "the text" },
  value: { zh: "数值", en: "the value" },
}

const locales: Readonly<Record<string, Words>> = {
  zh: { zh: "中文", en: "Chinese" },
  en: { zh: "英文", en: "English" },
}

/** Returns how a field is called. */
export function fieldInWords(field: string): Words {
  return words[field] ?? { zh: field, en: field }
}

/** Returns how a language is called. */
export function localeInWords(locale: string): Words {
  return locales[locale] ?? { zh: locale, en: locale }
}
