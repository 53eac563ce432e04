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

const now = "2026-03-02T10:00:00+08:00"
const understanding = createUnderstanding(release)

/** The commands of a first message, in short. */
const read = (text: string) => {
  const locale = /\p{Script=Han}/u.test(text) ? "zh" : "en"
  return understanding
    .understand({ locale, now, slots: {}, intents: [], filled: {} }, text)
    .map((command) => {
      if (command.command === "set-slot") return `${command.flow}/${command.slot}=${command.value}`
      return "flow" in command ? `${command.command} ${command.flow}` : command.command
    })
}

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
  { release, understanding, now, locale: "zh" },
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

  it.each([
    ["我要把终身寿险退了，不划算", ["start-flow surrender", "surrender/reason=returns"]],
    [
      "昨天在家摔了一跤要理赔",
      ["start-flow claims", "claims/place=家", "claims/kind=accident", "claims/eventOn=2026-03-01"],
    ],
    ["我上个月买的保险，现在住院了要理赔", ["start-flow claims", "claims/kind=medical"]],
    // What is a reason for the one is no wish for the other.
    [
      "cash is tight, I want to give up my policy, hospital bills please",
      ["start-flow surrender", "surrender/reason=money"],
    ],
    ["hospital bills, surrender my policy", ["start-flow surrender", "surrender/reason=money"]],
    ["claim my hospital bills", ["start-flow claims", "claims/kind=medical"]],
    ["请人工复核", ["ask-knowledge"]],
    // A greeting alone would be no answer to what is asked beside it.
    ["HELLO??? my car insurance claim where is my money its been 3 weeks", ["unknown"]],
    ["hello, my daughter set this up for me", ["chitchat"]],
  ])("[U2] takes from %s all that it tells", (text, commands) => {
    expect(read(text)).toEqual(commands)
  })
})
