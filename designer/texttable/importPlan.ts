import type { EditCommand } from "../../engine/index.ts"
import type { TextRow } from "./textRows.ts"
import type { SheetRow } from "./textSheet.ts"

/** One text in one language that the translator changed. */
export type TextChange = {
  readonly row: TextRow
  readonly locale: string
  readonly now: string
  readonly next: string
}

/** What a translator's file would change, and what it must not. */
export type ImportPlan = {
  readonly changes: readonly TextChange[]
  /** Texts that were changed here since the file was written out: shown, never overwritten. */
  readonly stale: readonly TextChange[]
  /** Keys of texts that are not here any more. */
  readonly gone: readonly string[]
}

/**
 * Returns what to take from a translator's file. A text counts as translated where it differs from what was written
 * out; a cell that was emptied is left alone. Of a text whose original changed meanwhile nothing is taken.
 */
export function planImport(rows: readonly TextRow[], sheet: readonly SheetRow[]): ImportPlan {
  const known = new Map(rows.map((row) => [row.key, row]))
  const changes: TextChange[] = []
  const stale: TextChange[] = []
  const gone: string[] = []
  for (const { key, before, after } of sheet) {
    const wanted = Object.entries(after).filter(
      ([locale, text]) => text.trim() !== "" && !sameText(text, before[locale] ?? ""),
    )
    if (wanted.length === 0) continue
    const row = known.get(key)
    if (row === undefined) {
      gone.push(key)
      continue
    }
    const isStale = Object.keys(before).some(
      (locale) => !sameText(before[locale] ?? "", row.texts[locale] ?? ""),
    )
    for (const [locale, next] of wanted) {
      const now = row.texts[locale] ?? ""
      if (sameText(now, next)) continue
      const change = { row, locale, now, next: normal(next) }
      if (isStale || row.isFixed) stale.push(change)
      else changes.push(change)
    }
  }
  return { changes, stale, gone }
}

/** Returns the commands that write changes. */
export function importCommands(changes: readonly TextChange[]): readonly EditCommand[] {
  return changes.map(({ row: { file, path }, locale, next }) => ({
    name: "text.set",
    args: { file, path, locale, text: next },
  }))
}

/** Spreadsheets write their own line ends. */
function normal(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n")
}

function sameText(a: string, b: string): boolean {
  return normal(a) === normal(b)
}
