import { readFile } from "node:fs/promises"
import { createRetriever, createUnderstanding } from "../../engine/index.ts"
import type { Arguments, ExitCode } from "../cli.ts"
import { flowsDir, isSet, print, textOption } from "./arguments.ts"
import { printCoverage } from "./clause-coverage.ts"
import { inputLines, parseLine, textOf } from "./lines.ts"
import { loadRelease } from "./load-release.ts"

type Answer = { readonly id: string; readonly text: string; readonly score: number }

/**
 * Reads a question per line and prints the entries that answer it, best first; with `--coverage` prints how many clauses
 * of the products are answered.
 */
export async function knowledge(args: Arguments): Promise<ExitCode> {
  if (isSet(args, "coverage")) {
    printCoverage(await loadRelease(flowsDir(args)))
    return 0
  }
  const answer = await answerer(args)
  let number = 0
  for await (const line of inputLines()) {
    number += 1
    const given = isSet(args, "jsonl") ? parseLine(line, number) : { question: line }
    print(JSON.stringify({ answers: answer(textOf(given.question) ?? "", textOf(given.locale)) }))
  }
  return 0
}

async function answerer(args: Arguments): Promise<(question: string, locale?: string) => readonly Answer[]> {
  const file = textOption(args, "documents")
  if (file === undefined) {
    const release = await loadRelease(flowsDir(args))
    const understanding = createUnderstanding(release)
    const fallback = textOption(args, "locale") ?? release.locales[0] ?? "zh"
    return (question, locale) => understanding.knowledge(question, locale ?? fallback)
  }
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "")
  const documents = lines.map((line, index) => {
    const { id, text } = parseLine(line, index + 1)
    return { id: textOf(id) ?? String(index + 1), text: textOf(text) ?? "" }
  })
  const retriever = createRetriever(documents)
  return (question) =>
    retriever
      .retrieve(question)
      .map(({ id, score }) => ({ id, text: documents.find((one) => one.id === id)?.text ?? "", score }))
}
