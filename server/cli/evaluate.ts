import { readFile } from "node:fs/promises"
import { createUnderstanding } from "../../engine/index.ts"
import { type Arguments, type ExitCode, UsageError } from "../cli.ts"
import { judge } from "../evaluation/judge.ts"
import { type EvaluationRow, parseEvaluationRow } from "../evaluation/row.ts"
import { type Summary, summarize } from "../evaluation/summary.ts"
import { flowsDir, isSet, print, textOption } from "./arguments.ts"
import { parseLine } from "./lines.ts"
import { loadRelease } from "./load-release.ts"

/** Measures understanding on the rows of a file; 1 when an accuracy is below `--least`. */
export async function evaluate(args: Arguments): Promise<ExitCode> {
  const [file] = args.positionals
  if (file === undefined) throw new UsageError("Name the file to evaluate, JSON Lines.")
  const least = numberOption(args, "least", 0)
  const rows = await readEvaluation(file)
  const examples = textOption(args, "examples")
  const release = await loadRelease(flowsDir(args))
  const verdicts = judge(rows, {
    release,
    understanding: createUnderstanding(release),
    now: textOption(args, "now") ?? new Date().toISOString(),
    locale: textOption(args, "locale") ?? release.locales[0] ?? "zh",
    ...(examples === undefined
      ? {}
      : {
          examples: (await readEvaluation(examples)).flatMap((one) =>
            one.kind === "intent" ? [one.row] : [],
          ),
        }),
  })
  const summary = summarize(verdicts, numberOption(args, "worst", WORST))
  print(isSet(args, "json") ? JSON.stringify(summary) : toTable(summary))
  return summary.accuracies.some(({ accuracy }) => accuracy < least) ? 1 : 0
}

const WORST = 20
const LONGEST = 60

async function readEvaluation(file: string): Promise<readonly EvaluationRow[]> {
  const lines = (await readFile(file, "utf8")).split("\n")
  return lines.flatMap((line, index) =>
    line.trim() === "" ? [] : [parseEvaluationRow(parseLine(line, index + 1), index + 1)],
  )
}

function numberOption(args: Arguments, name: string, otherwise: number): number {
  const given = textOption(args, name)
  if (given === undefined) return otherwise
  const value = Number(given)
  if (!Number.isFinite(value) || value < 0)
    throw new UsageError(`--${name} is "${given}", not a number from 0.`)
  return value
}

function toTable({ accuracies, confusions, worst }: Summary): string {
  const figures = accuracies.map(({ name, rows, right, accuracy, amongFive, madeUp }) =>
    [
      name.padEnd(16),
      `${right}/${rows}`.padStart(11),
      accuracy.toFixed(3).padStart(7),
      ...(amongFive === undefined ? [] : [`  among five ${amongFive.toFixed(3)}`]),
      ...(madeUp === undefined ? [] : [`  made up ${madeUp.toFixed(3)}`]),
    ].join(""),
  )
  const taken = confusions.map(
    ({ name, expected, got, rows }) => `${String(rows).padStart(5)}  ${name}: ${cut(expected)} → ${cut(got)}`,
  )
  const rows = worst.map(
    ({ confidence, text, expected, got }) =>
      `${confidence.toFixed(2).padStart(5)}  ${cut(text)}\n       expected ${cut(expected)}, got ${cut(got)}`,
  )
  const part = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ["", title, ...lines])
  return [
    ...figures,
    ...part("Taken for something else", taken),
    ...part("Wrong rows, the surest first", rows),
  ].join("\n")
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, " ")
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}
