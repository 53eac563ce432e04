import {
  type ChoiceOption,
  type Command,
  createClassifier,
  createRetriever,
  type Release,
  recognize,
  type Understanding,
  understandingInput,
} from "../../engine/index.ts"
import type {
  EvaluationRow,
  IntentRow,
  KnowledgeRow,
  PassageRow,
  RecognizeRow,
  UnderstandRow,
} from "./row.ts"

/**
 * What came of a row. `name`: what it counts under. `place`: where the right answer stood in a list, from 1, 0 for
 * nowhere. `confidence`: of what was read.
 */
export type Verdict = {
  readonly name: string
  readonly text: string
  readonly expected: string
  readonly got: string
  readonly isRight: boolean
  readonly confidence: number
  readonly place?: number
}

export type JudgeSources = {
  readonly release: Release
  readonly understanding: Understanding
  readonly now: string
  readonly locale: string
  /** What intents are learned from; without them each row by the other four fifths of the file. */
  readonly examples?: readonly IntentRow[]
}

/** Judges the rows of one file. */
export function judge(rows: readonly EvaluationRow[], sources: JudgeSources): readonly Verdict[] {
  const intents = intentJudge(
    rows.flatMap((one) => (one.kind === "intent" ? [one.row] : [])),
    sources.examples,
  )
  const passages = passageJudge(rows.flatMap((one) => (one.kind === "passage" ? [one.row] : [])))
  const judgeRow = (one: EvaluationRow): Verdict => {
    switch (one.kind) {
      case "recognize":
        return judgeRecognition(one.row, sources)
      case "understand":
        return judgeCommands(one.row, sources)
      case "intent":
        return intents(one.row)
      case "knowledge":
        return judgeKnowledge(one.row, sources)
      case "passage":
        return passages(one.row)
    }
  }
  return rows.map(judgeRow)
}

const FOLDS = 5
const LISTED = 5
const NOTHING = "nothing"

function judgeRecognition(row: RecognizeRow, { now, locale }: JudgeSources): Verdict {
  const { type, text, prefer, options, value, anyOf } = row
  const found = recognize(type, text, {
    now: row.now ?? now,
    locale: row.locale ?? locale,
    ...(prefer === undefined ? {} : { prefer }),
    ...(options === undefined ? {} : { options: options as readonly ChoiceOption[] }),
  })
  const expected = (anyOf ?? [value ?? null]).map((one) => (one === null ? NOTHING : JSON.stringify(one)))
  const got = found === null ? NOTHING : JSON.stringify(found.value)
  return {
    ...{ name: type, text, got, expected: expected.join(" or "), isRight: expected.includes(got) },
    confidence: found === null ? 0 : found.certain ? 1 : 0.5,
  }
}

function judgeCommands(row: UnderstandRow, { release, understanding, now, locale }: JudgeSources): Verdict {
  const { text, command, commands } = row
  const context = understandingInput(release, { ...row, now: row.now ?? now, locale: row.locale ?? locale })
  const read = understanding.understand(context, text)
  const wanted = commands ?? (command === undefined ? [] : [command])
  const isRight =
    (commands === undefined || commands.length === read.length) &&
    wanted.every((one, at) => fits(one, read[at] as Readonly<Record<string, unknown>> | undefined))
  return {
    ...{ name: "understand", text, isRight, confidence: read[0]?.confidence ?? 0 },
    expected: wanted.map((one) => labelOf(one as { readonly command: string })).join(" + "),
    got: (commands === undefined ? read.slice(0, 1) : read).map(labelOf).join(" + "),
  }
}

function fits(
  wanted: Readonly<Record<string, unknown>>,
  read: Readonly<Record<string, unknown>> = {},
): boolean {
  return Object.entries(wanted).every(([name, value]) => JSON.stringify(read[name]) === JSON.stringify(value))
}

function judgeKnowledge({ question, answer, locale }: KnowledgeRow, sources: JudgeSources): Verdict {
  const found = sources.understanding.knowledge(question, locale ?? sources.locale)
  return inList("knowledge", question, answer, found)
}

/** A command by what tells it from others of its kind. */
function labelOf(command: Partial<Command> | { readonly command: string }): string {
  const fields = command as Readonly<Record<string, unknown>>
  const about = ["flow", "slot", "topic", "intent", "option", "kind"]
    .map((name) => fields[name])
    .filter(Boolean)
  return [fields.command, ...about].join(" ")
}

function intentJudge(
  rows: readonly IntentRow[],
  examples?: readonly IntentRow[],
): (row: IntentRow) => Verdict {
  const given = examples === undefined ? null : createClassifier(examples)
  const folds =
    given === null
      ? Array.from({ length: FOLDS }, (_, fold) =>
          createClassifier(rows.filter((_row, at) => at % FOLDS !== fold)),
        )
      : []
  const places = new Map(rows.map((row, at) => [row, at]))
  return (row) => {
    const classifier = given ?? folds[(places.get(row) ?? 0) % FOLDS]
    const [best] = classifier?.classify(row.text) ?? []
    const got = best?.intent ?? NOTHING
    return {
      ...{ name: "intent", text: row.text, expected: row.intent, got },
      ...{ isRight: got === row.intent, confidence: best?.confidence ?? 0 },
    }
  }
}

function passageJudge(rows: readonly PassageRow[]): (row: PassageRow) => Verdict {
  const passages = [...new Set(rows.map(({ passage }) => passage))]
  const retriever = createRetriever(passages.map((text) => ({ id: text, text })))
  return ({ question, passage }) => inList("passage", question, passage, retriever.retrieve(question, LISTED))
}

function inList(
  name: string,
  text: string,
  expected: string,
  found: readonly { readonly id: string; readonly score: number }[],
): Verdict {
  const place = found.slice(0, LISTED).findIndex(({ id }) => id === expected) + 1
  const got = found[0]?.id ?? NOTHING
  return { name, text, expected, got, isRight: place === 1, confidence: found[0]?.score ?? 0, place }
}
