import type { Entry, Located } from "./tree.ts"

/** Where an entry of a block collection stands in its text, in whole lines. */
export type EntryLines = {
  /** Start of its first line, comments above it that belong to it included. */
  readonly from: number
  /** Start of the line of its key or dash. */
  readonly line: number
  /** After its last line, its line end not included. */
  readonly to: number
  /** Column of its key or dash. */
  readonly column: number
  /** Whether nothing but spaces stands before it, as before the first entry of a map in a list. */
  readonly isFirstOnLine: boolean
}

export function entryLinesOf(text: string, { entry, at }: Located): EntryLines {
  const line = lineStart(text, at)
  const isFirstOnLine = text.slice(line, at).trim() === ""
  return {
    from: isFirstOnLine ? commentsAbove(text, line) : at,
    line,
    to: lineEnd(text, at + entry.end),
    column: at - line,
    isFirstOnLine,
  }
}

export function lineStart(text: string, at: number): number {
  return text.lastIndexOf("\n", at - 1) + 1
}

export function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at)
  const stop = end === -1 ? text.length : end
  return text[stop - 1] === "\r" && stop > at ? stop - 1 : stop
}

/** Returns where the comment right above a line starts. A ruled heading is of what follows it, not of one entry. */
function commentsAbove(text: string, line: number): number {
  let from = line
  while (from > 0) {
    const above = lineStart(text, from - 1)
    const content = text.slice(above, from).trim()
    if (!content.startsWith("#") || /^#\s*[-=─━]{4,}/.test(content)) break
    from = above
  }
  return from
}

/** Whether an entry put in at `index` stands apart by an empty line, as the one that it pushes down or follows does. */
export function isSpacedAt(text: string, entries: readonly Entry[], index: number, base: number): boolean {
  const near = index < entries.length ? index : index - 1
  const entry = entries[near]
  if (near < 1 || entry === undefined) return false
  const { from } = entryLinesOf(text, { entry, at: base + entry.at })
  return from > 0 && text.slice(lineStart(text, from - 1), from).trim() === ""
}

export function newlineOf(text: string): "\n" | "\r\n" {
  return text.includes("\r\n") ? "\r\n" : "\n"
}
