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
  // "Ok thanks bye" and "nothing else thank you" leave.
  thankyou: ["thanks", "end"],
  openinggreeting: ["greeting"],
}
const YES_NO = new Set(["confirmation", "rejection"])

describe("what English customers say beside the matter", () => {
  const understanding = createUnderstanding(sampleSource)
  const meant = ({ text, intent }: Row): string => {
    const asking = YES_NO.has(intent) ? { asking: { kind: "confirmation" as const } } : {}
    const context = {
      locale: "en",
      now: "2026-03-02T10:00:00+08:00",
      slots: {},
      filled: {},
      intents: [],
      ...asking,
    }
    const [first] = understanding.understand(context, text)
    return first?.command === "chitchat" ? first.topic : (first?.command ?? "nothing")
  }
  const share = (intent: string, isRight: (meaning: string) => boolean) => {
    const own = rows.filter((row) => row.intent === intent)
    return own.filter((row) => isRight(meant(row))).length / own.length
  }

  it.each(Object.entries(expected))("[U1] is read right in 0.95 of each kind: %s", (intent, meanings) => {
    expect(share(intent, (meaning) => meanings.includes(meaning))).toBeGreaterThanOrEqual(0.95)
  })

  it("[U1] is no answer, thanks or greeting where it is off the topic", () => {
    const answers = new Set(["affirm", "deny", "thanks", "greeting", "choose", "set-slot"])
    expect(share("outofdomain", (meaning) => !answers.has(meaning))).toBeGreaterThanOrEqual(0.95)
  })
})
