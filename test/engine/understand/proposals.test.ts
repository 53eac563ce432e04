import { describe, expect, it } from "vitest"
import type { Proposal, UnderstandContext } from "../../../engine/index.ts"
import { createUnderstanding } from "../../../engine/understand/index.ts"
import { sampleSource } from "./sample-source.ts"

const understanding = createUnderstanding(sampleSource)
const base: UnderstandContext = {
  locale: "zh",
  now: "2026-03-02T10:00:00+08:00",
  slots: {
    amount: { type: "money", names: ["金额"] },
    day: { type: "date", names: ["出险日期"], prefer: "past" },
    note: { type: "text", names: ["经过"] },
    reason: {
      type: "choice",
      names: ["原因"],
      options: [
        { key: "money", label: "急用钱" },
        { key: "other", label: "其他" },
      ],
    },
  },
  filled: { amount: 300 },
  intents: [{ intent: "askValue", says: ["现在退能拿多少"] }],
}
const check = (text: string, proposal: Proposal, context: Partial<UnderstandContext> = {}) =>
  understanding.check({ ...base, ...context }, text, [proposal])

describe("what a language model proposes", () => {
  it.each<[string, string, Proposal, Partial<UnderstandContext>, Record<string, unknown>]>([
    [
      "a value, as the recogniser reads it",
      "花了有五百块吧",
      { command: "set-slot", slot: "amount", text: "五百块" },
      { filled: {} },
      { command: "set-slot", slot: "amount", value: 500, text: "五百块", start: 3 },
    ],
    [
      "another value for a filled slot, as a correction",
      "花了有五百块吧",
      { command: "set-slot", slot: "amount", text: "五百块" },
      {},
      { command: "correct-slot", slot: "amount", value: 500 },
    ],
    [
      "words for the text that is asked",
      "就那么摔了",
      { command: "set-slot", slot: "note", text: "就那么摔了" },
      { asking: { kind: "slot", slot: "note" } },
      { command: "set-slot", slot: "note", value: "就那么摔了", answer: true },
    ],
    [
      "an entry that is open",
      "能落几个子儿",
      { command: "intent", intent: "askValue", text: "落几个子儿" },
      {},
      { command: "intent", intent: "askValue" },
    ],
    [
      "another flow while a question is open, as a question",
      "换个事",
      { command: "start-flow", flow: "surrender", text: "换个事" },
      { flow: "claims", asking: { kind: "slot", slot: "day" } },
      { command: "clarify", certain: false },
    ],
  ])("[U10] may be %s", (_, text, proposal, context, expected) => {
    const { accepted, refused } = check(text, proposal, context)
    expect(refused).toEqual([])
    expect(accepted).toEqual([expect.objectContaining({ ...expected, by: "model" })])
  })

  it.each<[string, string, Proposal, Partial<UnderstandContext>, string]>([
    [
      "a value that the words do not say",
      "花了不少",
      { command: "set-slot", slot: "amount", text: "不少" },
      {},
      "not-read",
    ],
    [
      "another value than the words say",
      "花了五百块",
      { command: "set-slot", slot: "amount", value: 5000, text: "五百块" },
      {},
      "other-value",
    ],
    [
      "an option that the words do not name",
      "手头紧",
      { command: "set-slot", slot: "reason", value: "money", text: "手头紧" },
      {},
      "not-read",
    ],
    [
      "words that were not said",
      "花了五百块",
      { command: "set-slot", slot: "amount", text: "八百块" },
      {},
      "not-said",
    ],
    ["text that is not asked", "摔了", { command: "set-slot", slot: "note", text: "摔了" }, {}, "not-open"],
    [
      "an acceptance of a checkpoint",
      "同意",
      { command: "affirm", text: "同意" },
      { asking: { kind: "checkpoint", accept: ["同意"], wording: "loss" } },
      "checkpoint",
    ],
    [
      "a yes where a no was said",
      "不是的",
      { command: "affirm", text: "不是的" },
      { asking: { kind: "confirmation" } },
      "not-read",
    ],
    ["nothing at all", "嗯哼", { command: "", text: "嗯哼" }, {}, "not-allowed"],
    ["the name of something inherited", "嗯哼", { command: "constructor", text: "嗯哼" }, {}, "not-allowed"],
  ])("[U10] may not be %s", (_, text, proposal, context, why) => {
    const { accepted, refused } = check(text, proposal, context)
    expect(accepted).toEqual([])
    expect(refused).toEqual([{ proposal, why }])
  })

  it("[U10] is done by precedence, and no more than six", () => {
    const proposals: Proposal[] = [
      { command: "start-flow", flow: "surrender", text: "退" },
      { command: "human", text: "找人" },
      ...Array.from({ length: 6 }, () => ({ command: "repeat", text: "找人" })),
    ]
    const { accepted, refused } = understanding.check(base, "找人退", proposals)
    expect(accepted.map(({ command }) => command)).toEqual([
      "human",
      "repeat",
      "repeat",
      "repeat",
      "repeat",
      "start-flow",
    ])
    expect(refused.map(({ why }) => why)).toEqual(["too-many", "too-many"])
  })
})
