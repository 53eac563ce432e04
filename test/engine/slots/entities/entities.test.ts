import { describe, expect, it } from "vitest"
import { HELD_WRONG } from "./held-wrong.ts"
import { judge, rowsOf, type Verdict } from "./measure.ts"

/** The share of rows that must be right; English within five points of Chinese. */
const SHARES: readonly (readonly [task: string, zh: number, en: number])[] = [
  ["number", 0.97, 0.95],
  ["percent", 0.95, 0.85],
  ["money", 0.93, 0.88],
  ["yes_no", 1, 0.95],
  ["date", 0.9, 0.85],
  ["datetime", 0.8, 0.75],
  ["daterange", 0.8, 0.75],
  ["duration", 0.9, 0.85],
  ["email", 1, 1],
]
const MOST_MADE_UP = 0.02

const heldWrong = new Set(HELD_WRONG.flatMap(({ rows }) => rows))
const verdicts = { zh: rowsOf("zh").map(judge), en: rowsOf("en").map(judge) }

describe("recognize, on the suites of others", () => {
  it.each(SHARES)("[S3] reads %s as they ask", (task, ...shares) => {
    for (const [index, locale] of (["zh", "en"] as const).entries()) {
      const counted = verdicts[locale].filter(({ row }) => row.task === task && !heldWrong.has(row.id))
      const wrong = counted.filter(({ isRight }) => !isRight)
      const share = counted.length === 0 ? 1 : 1 - wrong.length / counted.length
      expect(share, `${locale} ${task}: ${describeAll(wrong)}`).toBeGreaterThanOrEqual(shares[index] ?? 1)
    }
  })

  it.each(["zh", "en"] as const)("[S2] makes up no value where none is expected (%s)", (locale) => {
    const empty = verdicts[locale].filter(({ row }) => row.expected.length === 0 && !heldWrong.has(row.id))
    const madeUp = empty.filter(({ isMadeUp }) => isMadeUp)
    expect(empty.length).toBeGreaterThan(20)
    expect(madeUp.length / empty.length, describeAll(madeUp)).toBeLessThanOrEqual(MOST_MADE_UP)
  })

  it("[S3] names no row as wrongly expected that is read as expected", () => {
    const all = [...verdicts.zh, ...verdicts.en]
    const right = all.filter(({ row, isRight }) => heldWrong.has(row.id) && isRight)
    expect(describeAll(right)).toBe("")
    const known = new Set(all.map(({ row }) => row.id))
    expect([...heldWrong].filter((id) => !known.has(id))).toEqual([])
  })
})

function describeAll(list: readonly Verdict[]): string {
  return list
    .map(
      ({ row, said }) => `${row.id} ${row.text} → ${said.map(({ found }) => JSON.stringify(found?.value))}`,
    )
    .join("\n")
}
