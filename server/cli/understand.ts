import { readFile } from "node:fs/promises"
import { createClassifier, createUnderstanding, understandingInput } from "../../engine/index.ts"
import type { Arguments, ExitCode } from "../cli.ts"
import { flowsDir, isSet, print, textOption } from "./arguments.ts"
import { inputLines, parseLine, textOf } from "./lines.ts"
import { loadRelease } from "./load-release.ts"

/** Reads a text, or a JSON object, per line and prints the commands understood, best first. */
export async function understandLines(args: Arguments): Promise<ExitCode> {
  const examples = textOption(args, "examples")
  if (examples !== undefined) return classifyLines(args, examples)
  const release = await loadRelease(flowsDir(args))
  const understanding = createUnderstanding(release)
  const locale = textOption(args, "locale") ?? release.locales[0] ?? "zh"
  const now = textOption(args, "now") ?? new Date().toISOString()
  let number = 0
  for await (const line of inputLines()) {
    number += 1
    const given = isSet(args, "jsonl") ? parseLine(line, number) : { text: line }
    const context = understandingInput(release, { locale, now, ...given })
    const commands = understanding.understand(context, textOf(given.text) ?? "")
    print(JSON.stringify({ commands }))
  }
  return 0
}

async function classifyLines(args: Arguments, file: string): Promise<ExitCode> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "")
  const classifier = createClassifier(
    lines.map((line, index) => {
      const { text, intent } = parseLine(line, index + 1)
      return { text: textOf(text) ?? "", intent: textOf(intent) ?? "" }
    }),
  )
  let number = 0
  for await (const line of inputLines()) {
    number += 1
    const text = isSet(args, "jsonl") ? (textOf(parseLine(line, number).text) ?? "") : line
    const [best] = classifier.classify(text)
    print(
      JSON.stringify(
        best === undefined
          ? { intent: null, confidence: 0 }
          : { intent: best.intent, confidence: best.confidence },
      ),
    )
  }
  return 0
}
