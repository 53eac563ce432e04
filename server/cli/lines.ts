import { createInterface } from "node:readline"

/** Returns the lines of standard input as they come. */
export function inputLines(): AsyncIterable<string> {
  return createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
}

/** Returns a line's JSON object; throws an error that names the line. */
export function parseLine(line: string, number: number): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Readonly<Record<string, unknown>>
  } catch {
    // Told below, with the line's number.
  }
  throw new Error(
    `Line ${number} is no JSON object: write one object per line, or leave out --jsonl for plain text.`,
  )
}

export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined
}
