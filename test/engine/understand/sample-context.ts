import type { Command, SlotView, UnderstandContext, Values } from "../../../engine/types.ts"
import { createUnderstanding } from "../../../engine/understand/index.ts"
import { sampleSource } from "./sample-source.ts"

export const understanding = createUnderstanding(sampleSource)

/** Slots of an open surrender and of a claim told before, as the engine shows them. */
export const slots: Readonly<Record<string, SlotView>> = {
  policyNo: { type: "policy-number", names: ["保单号", "policy number"] },
  reason: {
    type: "choice",
    names: ["退保原因", "reason"],
    optional: true,
    options: [
      { key: "money", label: "急用钱", says: ["缺钱", "资金周转", "I need the money"] },
      { key: "returns", label: "收益太低", says: ["收益不好", "poor returns"] },
      { key: "misled", label: "当初被误导", says: ["销售误导", "mis-sold"] },
    ],
  },
  account: {
    type: "choice",
    names: ["退款账户", "账号", "account"],
    options: [
      { key: "A8120", label: "尾号8120的卡", says: ["8120"] },
      { key: "A6621", label: "尾号6621的卡", says: ["6621"] },
    ],
  },
  happenedOn: { type: "date", names: ["出险日期", "date of the accident"], prefer: "past" },
  amount: { type: "money", names: ["费用", "amount"] },
  phone: { type: "phone", names: ["联系电话", "phone number"] },
  smokes: { type: "boolean", names: ["是否吸烟"] },
  holder: { type: "person-name", names: ["姓名", "name"] },
  what: { type: "text", names: ["经过"] },
}

const base = {
  locale: "zh",
  now: "2026-03-02T10:00:00+08:00",
  slots,
  intents: [{ intent: "askValue", says: ["现在退能拿多少", "现金价值有多少"] }],
}

/** Nothing is open yet. */
export const opening: UnderstandContext = { ...base, slots: {}, intents: [], filled: {} }
export const within = (filled: Values = {}): UnderstandContext => ({ ...base, flow: "surrender", filled })
export const asking = (slot: string, filled: Values = {}): UnderstandContext => ({
  ...within(filled),
  asking: { kind: "slot", slot },
})
export const confirming = (slot: string, filled: Values): UnderstandContext => ({
  ...within(filled),
  asking: { kind: "confirmation", slot },
})
export const gate: UnderstandContext = {
  ...within({ account: "A8120", policyNo: "P20230001234" }),
  asking: { kind: "checkpoint", accept: ["同意", "我已知晓并同意", "I agree"], wording: "surrender-loss" },
}

/** A command in short: `set-slot policyNo=P…`, with `?` when it is not certain. */
export function brief(command: Command): string {
  const sure = command.certain ? "" : "?"
  switch (command.command) {
    case "start-flow":
      return `start-flow ${command.flow}${sure}`
    case "set-slot":
      return `set-slot ${command.flow === undefined ? "" : `${command.flow}/`}${command.slot}=${shown(command.value)}${command.answer === true ? " (answer)" : ""}${sure}`
    case "correct-slot":
      return `correct-slot ${command.slot}${"value" in command ? `=${shown(command.value)}` : ""}${sure}`
    case "choose":
      return `choose ${command.option}${sure}`
    case "intent":
      return `intent ${command.intent}${sure}`
    case "ask-knowledge":
    case "chitchat":
      return `${command.command} ${command.topic}${sure}`
    case "clarify":
      return `clarify [${command.options.map(brief).join(" | ")}]`
    case "crisis":
      return `crisis ${command.kind}`
    default:
      return `${command.command}${command.command === "unknown" ? "" : sure}`
  }
}

export function read(context: UnderstandContext, text: string): readonly string[] {
  return understanding.understand(context, text).map(brief)
}

type Row = readonly [context: UnderstandContext, text: string, expected: readonly string[]]
/** Rows of a table by name, so that a test's title can show the text. */
export function rows(table: readonly Row[]) {
  return table.map(([context, text, expected]) => ({ context, text, expected }))
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value)
}
