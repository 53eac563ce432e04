import { describe, expect, it } from "vitest"
import { createUnderstanding } from "../../engine/index.ts"
import { loadRelease } from "../../server/cli/load-release.ts"
import { judge } from "../../server/evaluation/judge.ts"
import { parseEvaluationRow } from "../../server/evaluation/row.ts"
import { summarize } from "../../server/evaluation/summary.ts"

const release = await loadRelease(new URL("../../flows", import.meta.url).pathname)
const understanding = createUnderstanding(release)
const now = "2026-03-02T10:00:00+08:00"
const evaluate = (rows: readonly Record<string, unknown>[], most = 10) => {
  const parsed = rows.map((row, at) => parseEvaluationRow(row, at + 1))
  return summarize(judge(parsed, { release, understanding, now, locale: "zh" }), most)
}

describe("evaluate", () => {
  it("counts right rows by kind, with what is made up and what is among five", () => {
    const { accuracies } = evaluate([
      { text: "我要退保", command: { command: "start-flow", flow: "surrender" } },
      { text: "我要退保", command: { command: "human" } },
      { type: "date", text: "昨天", value: "2026-03-01" },
      { type: "date", text: "昨天", anyOf: ["2026-02-28", "2026-03-01"] },
      { type: "date", text: "昨天", value: null },
      { type: "date", text: "没有", value: null },
      { question: "犹豫期几天", answer: "cooling-off-days" },
      { question: "宽限期几天", passage: "宽限期为六十日。" },
      { question: "贷款能贷多少", passage: "贷款不超过现金价值的百分之八十。" },
    ])
    expect(accuracies).toEqual([
      { name: "understand", rows: 2, right: 1, accuracy: 0.5 },
      { name: "date", rows: 4, right: 3, accuracy: 0.75, madeUp: 0.5 },
      { name: "knowledge", rows: 1, right: 1, accuracy: 1, amongFive: 1 },
      { name: "passage", rows: 2, right: 2, accuracy: 1, amongFive: 1 },
    ])
  })

  it("reads commands with a question open, all of them when all are named", () => {
    const slots = { amount: { type: "money", ask: "多少钱?" } }
    const filled = { command: "set-slot", slot: "amount", value: 5000 }
    const { accuracies } = evaluate([
      { text: "五千块", asking: "amount", slots, commands: [filled] },
      { text: "五千块", asking: "amount", slots, commands: [filled, { command: "human" }] },
    ])
    expect(accuracies[0]).toMatchObject({ rows: 2, right: 1 })
  })

  it("learns intents from the rest of the file", () => {
    const { accuracies } = evaluate(
      ["lost my card", "i lost a card", "my card is lost", "card lost please help"]
        .map((text) => ({ text, intent: "card" }))
        .concat(
          ["show the balance", "balance please", "what is the balance"].map((text) => ({
            text,
            intent: "balance",
          })),
        ),
    )
    expect(accuracies).toEqual([{ name: "intent", rows: 7, right: 7, accuracy: 1 }])
  })

  it("tells what was taken for what, and the surest errors first", () => {
    const wrong = { command: { command: "start-flow", flow: "complaint" } }
    const { confusions, worst } = evaluate([
      { text: "我要退保", ...wrong },
      { text: "我想退保", ...wrong },
      { text: "转人工", ...wrong },
    ])
    expect(confusions).toEqual([
      { name: "understand", expected: "start-flow complaint", got: "start-flow surrender", rows: 2 },
      { name: "understand", expected: "start-flow complaint", got: "human", rows: 1 },
    ])
    expect(worst.map(({ confidence }) => confidence)).toEqual(
      [...worst.map(({ confidence }) => confidence)].sort((a, b) => b - a),
    )
  })

  it.each([
    [{ text: "我要退保" }, "Line 1 does not say what is expected"],
    [{ type: "date", text: 5, value: null }, "text"],
    [{ question: "犹豫期几天", answer: "a", locle: "zh" }, "locle"],
  ])("refuses %j with the line and the reason", (row, message) => {
    expect(() => parseEvaluationRow(row, 1)).toThrow(message)
  })
})
