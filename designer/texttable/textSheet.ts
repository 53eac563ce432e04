import type { TextRow } from "./textRows.ts"

/** A text as a translator's file has it: as it was when it was written out, and as it stands in the file now. */
export type SheetRow = {
  readonly key: string
  readonly before: Readonly<Record<string, string>>
  readonly after: Readonly<Record<string, string>>
}

/** The tables of a translator's file: the one to write in, and the texts as they were when it was written out. */
export type TextSheets = {
  readonly flow: string
  readonly locales: readonly string[]
  readonly texts: readonly (readonly string[])[]
  readonly originals: readonly (readonly string[])[]
}

/** Marks a file as one of ours, in the first cell of the originals. */
export const sheetMark = "colloquy-texts-1"
const fixedColumns = 2

/**
 * Returns a translator's tables: where each text stands, its languages side by side, and its key last. `describe` says
 * in two cells where it stands; `heads` are the column titles of these cells, of each language, and of the key.
 */
export function toSheets(
  flow: string,
  locales: readonly string[],
  rows: readonly TextRow[],
  heads: readonly string[],
  describe: (row: TextRow) => readonly [place: string, part: string],
): TextSheets {
  const open = rows.filter(({ isFixed }) => !isFixed)
  const textOf = (row: TextRow) => locales.map((locale) => row.texts[locale] ?? "")
  return {
    flow,
    locales,
    texts: [heads, ...open.map((row) => [...describe(row), ...textOf(row), row.key])],
    originals: [[sheetMark, flow, ...locales], ...open.map((row) => [row.key, "", ...textOf(row)])],
  }
}

export type SheetProblem = "not-ours" | "damaged"

/** Returns what a translator's file says, or why it is none. Columns may be of any width, rows in any order. */
export function readSheets(
  sheets: readonly (readonly (readonly unknown[])[])[],
): { readonly flow: string; readonly rows: readonly SheetRow[] } | SheetProblem {
  const cell = (value: unknown): string => (value === null || value === undefined ? "" : String(value))
  const originals = sheets.find((sheet) => cell(sheet[0]?.[0]) === sheetMark)
  if (originals === undefined) return "not-ours"
  const [head = [], ...known] = originals
  const flow = cell(head[1])
  const locales = head.slice(fixedColumns).map(cell)
  const texts = sheets.find((sheet) => sheet !== originals)
  const keyAt = fixedColumns + locales.length
  if (texts === undefined || cell(texts[0]?.[keyAt]) === "") return "damaged"
  const textsIn = (row: readonly unknown[]) =>
    Object.fromEntries(locales.map((locale, index) => [locale, cell(row[fixedColumns + index])]))
  const before = new Map(known.map((row) => [cell(row[0]), textsIn(row)]))
  const rows = texts.slice(1).flatMap((row): readonly SheetRow[] => {
    const key = cell(row[keyAt])
    const original = before.get(key)
    return original === undefined ? [] : [{ key, before: original, after: textsIn(row) }]
  })
  return rows.length === 0 ? "damaged" : { flow, rows }
}
