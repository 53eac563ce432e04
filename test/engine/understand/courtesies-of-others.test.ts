import { describe, expect, it } from "vitest"
import { createUnderstanding } from "../../../engine/understand/index.ts"
import { readRows } from "../../data/read-rows.ts"
import { sampleSource } from "./sample-source.ts"

type Row = { readonly text: string; readonly intent: string }

/** Sentences of English insurance dialogues (MultiDoGO) that are one thing only, with what they may be read as. */
const rows = readRows<Row>("multidogo-insurance.jsonl.gz")
const expected: Readonly<Record<string, readonly string[]>> = {
  confirmation: ["affirm"],
  rejection: ["deny"],
  thankyou: ["thanks"],
  openinggreeting: ["greeting"],
}
const YES_NO = new Set(["confirmation", "rejection"])

describe("what English customers say beside the matter", () => {
  const understanding = createUnderstanding(sampleSource)
  /** "Ok thanks bye" thanks and leaves. */
  const meant = ({ text, intent }: Row): readonly string[] => {
    const asking = YES_NO.has(intent) ? { asking: { kind: "confirmation" as const } } : {}
    const context = {
      locale: "en",
      now: "2026-03-02T10:00:00+08:00",
      slots: {},
      filled: {},
      intents: [],
      ...asking,
    }
    const [first, second] = understanding
      .understand(context, text)
      .map((command) => (command.command === "chitchat" ? command.topic : command.command))
    return first === "end" && second !== undefined ? [first, second] : [first ?? "nothing"]
  }
  const share = (intent: string, isRight: (meanings: readonly string[]) => boolean) => {
    const own = rows.filter((row) => row.intent === intent)
    return own.filter((row) => isRight(meant(row))).length / own.length
  }

  it.each(Object.entries(expected))("[U1] is read right in 0.95 of each kind: %s", (intent, meanings) => {
    expect(
      share(intent, (meant) => meant.some((meaning) => meanings.includes(meaning))),
    ).toBeGreaterThanOrEqual(0.95)
  })

  it("[U1] is no answer, thanks or greeting where it is off the topic", () => {
    const answers = new Set(["affirm", "deny", "thanks", "greeting", "choose", "set-slot"])
    expect(
      share("outofdomain", (meant) => !meant.some((meaning) => answers.has(meaning))),
    ).toBeGreaterThanOrEqual(0.95)
  })
})
