import { describe, expect, it } from "vitest"
import { createClassifier } from "../../../engine/understand/index.ts"
import { readRows } from "../../data/read-rows.ts"

type Row = { readonly text: string; readonly intent: string }

/** What insurance callers said in 22 intents (NatCS of DSTC11 track 2), each row tested by a classifier that never saw it. */
const rows = readRows<Row>("dstc11-insurance.jsonl")
const FOLDS = 5
/** Rows stand by intent, so every fifth of them is a fair share of each. */
const foldOf = (at: number) => at % FOLDS

/** What insurance customers say beside their business (MultiDoGO). Some of it is business of ours, so all is never refused. */
const asides = [
  ...new Set(
    readRows<Row>("multidogo-insurance.jsonl.gz")
      .filter(({ intent }) => intent === "outofdomain")
      .map(({ text }) => text),
  ),
]
const otherBusiness = [
  "I want to transfer money to my brother's account",
  "what is the exchange rate for euros today",
  "can you raise my credit card limit",
  "book me a flight to Paris next Monday",
  "I want to return the shoes I ordered",
  "my internet has been down since yesterday",
  "can you recommend a good restaurant",
  "where is my package",
  "I'd like to order a large pizza",
  "I want to upgrade my mobile data plan",
  "cancel my hotel reservation",
  "I need to schedule an appointment with the dentist",
  "I forgot my PIN for the ATM",
  "I want to apply for a job at your company",
  "can I reschedule my flight",
  "my washing machine is leaking, send a technician",
  "I need a taxi to the airport",
  "turn off the lights in the living room",
  "I want to report a lost passport",
  "add milk to my shopping list",
]

describe("insurance callers", () => {
  const classifiers = Array.from({ length: FOLDS }, (_, fold) =>
    createClassifier(rows.filter((_row, at) => foldOf(at) !== fold)),
  )
  const read = rows.map(({ text, intent }, at) => {
    const [best] = classifiers[foldOf(at)]?.classify(text) ?? []
    return { isRight: best?.intent === intent, confidence: best?.confidence ?? 0 }
  })
  const accuracy = read.filter(({ isRight }) => isRight).length / read.length
  const threshold =
    read.map(({ confidence }) => confidence).sort((a, b) => a - b)[Math.floor(read.length * 0.05)] ?? 1
  const refused = (texts: readonly string[]) =>
    texts.filter((text) => (classifiers[0]?.classify(text)[0]?.confidence ?? 0) < threshold).length /
    texts.length

  it("[U8] are understood in 0.95 of their first words", () => {
    expect(accuracy).toBeGreaterThanOrEqual(0.95)
  })

  it("[U8] are believed as far as they are understood", () => {
    const mean = read.reduce((sum, { confidence }) => sum + confidence, 0) / read.length
    expect(Math.abs(mean - accuracy)).toBeLessThan(0.05)
  })

  it("[U8] are told from what is beside the matter, 0.85 of it, while 0.05 of them are asked again", () => {
    expect(asides.length).toBeGreaterThan(400)
    expect(refused(asides)).toBeGreaterThanOrEqual(0.85)
    expect(refused(otherBusiness)).toBeGreaterThanOrEqual(0.9)
  })
})
