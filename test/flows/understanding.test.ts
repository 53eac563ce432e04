import { describe, expect, it } from "vitest"
import { createUnderstanding } from "../../engine/index.ts"
import { loadRelease } from "../../server/cli/load-release.ts"
import { judge } from "../../server/evaluation/judge.ts"
import { parseEvaluationRow } from "../../server/evaluation/row.ts"
import { readRows } from "../data/read-rows.ts"

const release = await loadRelease(new URL("../../flows", import.meta.url).pathname)
const rows = readRows<Record<string, unknown>>("flow-set.jsonl").map((row, at) =>
  parseEvaluationRow(row, at + 1),
)

/**
 * What customers say to the services of the flow set, in their own manner: hurried, chatty, misspelt, dialect; none of it
 * stands in the flows. Rows of a service that the flow set does not have yet are left out.
 */
const verdicts = judge(
  rows.filter(
    ({ kind, row }) =>
      kind !== "understand" ||
      typeof row.command?.flow !== "string" ||
      release.flows[row.command.flow] !== undefined,
  ),
  { release, understanding: createUnderstanding(release), now: "2026-03-02T10:00:00+08:00", locale: "zh" },
)
const share = (name: string, isRight: (verdict: (typeof verdicts)[number]) => boolean) => {
  const own = verdicts.filter((one) => one.name === name)
  return own.filter(isRight).length / own.length
}

describe("the flow set understands its customers", () => {
  it("[U5] begins what they want for 0.8 of their first words", () => {
    expect(share("understand", ({ isRight }) => isRight)).toBeGreaterThanOrEqual(0.8)
  })

  it("[U5] finds the entry that answers first for 0.85 of their questions, among five for 0.95", () => {
    expect(share("knowledge", ({ isRight }) => isRight)).toBeGreaterThanOrEqual(0.85)
    expect(share("knowledge", ({ place = 0 }) => place > 0)).toBeGreaterThanOrEqual(0.95)
  })
})
