import { z } from "zod"

const time = { now: z.string().optional(), locale: z.string().optional() }
const json = z.json()
const expectedCommand = z.looseObject({ command: z.string() })

const recognizeRow = z.strictObject({
  type: z.string(),
  text: z.string(),
  ...time,
  prefer: z.enum(["past", "future"]).optional(),
  options: z.array(z.looseObject({ key: z.string(), label: z.string() })).optional(),
  /** The value that is to be read; null for none. */
  value: json.optional(),
  /** Several values, each of them right. */
  anyOf: z.array(json).min(1).optional(),
})
const understandRow = z.strictObject({
  text: z.string(),
  ...time,
  flow: z.string().optional(),
  asking: json.optional(),
  slots: json.optional(),
  filled: json.optional(),
  /** Fields that the first command must have. */
  command: expectedCommand.optional(),
  /** All commands in their order, each with the fields that it must have. */
  commands: z.array(expectedCommand).min(1).optional(),
})
const intentRow = z.strictObject({ text: z.string(), intent: z.string() })
const knowledgeRow = z.strictObject({
  question: z.string(),
  answer: z.string(),
  locale: z.string().optional(),
})
const passageRow = z.strictObject({ question: z.string(), passage: z.string() })

export type RecognizeRow = z.infer<typeof recognizeRow>
export type UnderstandRow = z.infer<typeof understandRow>
export type IntentRow = z.infer<typeof intentRow>
export type KnowledgeRow = z.infer<typeof knowledgeRow>
export type PassageRow = z.infer<typeof passageRow>
export type EvaluationRow =
  | { readonly kind: "recognize"; readonly row: RecognizeRow }
  | { readonly kind: "understand"; readonly row: UnderstandRow }
  | { readonly kind: "intent"; readonly row: IntentRow }
  | { readonly kind: "knowledge"; readonly row: KnowledgeRow }
  | { readonly kind: "passage"; readonly row: PassageRow }

/** Returns a line of an evaluation file by its shape. Throws an error that names the line and what is wrong there. */
export function parseEvaluationRow(value: Readonly<Record<string, unknown>>, line: number): EvaluationRow {
  const has = (name: string) => Object.hasOwn(value, name)
  if (has("type") && (has("value") || has("anyOf")))
    return { kind: "recognize", row: parse(recognizeRow, value, line) }
  if (has("command") || has("commands")) return { kind: "understand", row: parse(understandRow, value, line) }
  if (has("intent")) return { kind: "intent", row: parse(intentRow, value, line) }
  if (has("answer")) return { kind: "knowledge", row: parse(knowledgeRow, value, line) }
  if (has("passage")) return { kind: "passage", row: parse(passageRow, value, line) }
  throw new Error(
    `Line ${line} does not say what is expected: give "value" or "anyOf" beside "type", "command" or "commands" or "intent" beside "text", "answer" or "passage" beside "question".`,
  )
}

function parse<Row>(schema: z.ZodType<Row>, value: unknown, line: number): Row {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "row"}: ${message}`)
  throw new Error(`Line ${line} is not as it should be: ${problems.join("; ")}.`)
}
