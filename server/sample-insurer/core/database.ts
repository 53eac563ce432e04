import type { Database } from "better-sqlite3"
import { openSqlite } from "../../db/open-sqlite.ts"
import { schema } from "./schema.ts"

/** The insurer's own SQLite file. */
export type InsurerDatabase = Database

/** Which layout of the tables this program reads. */
const LAYOUT = 3

/**
 * Returns the open database of `file` (`:memory:` for none), its tables made when it is new. Throws when the file was
 * laid out by another version.
 */
export function openDatabase(file: string): InsurerDatabase {
  const db = openSqlite(file)
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON")
  const found = db.prepare<[], { user_version: number }>("PRAGMA user_version").get()?.user_version ?? 0
  if (found === 0) {
    db.transaction(() => {
      db.exec(schema)
      db.exec(`PRAGMA user_version = ${LAYOUT}`)
    })()
  } else if (found !== LAYOUT) {
    db.close()
    throw new Error(
      `The sample insurer's file "${file}" has layout ${found}, this program reads ${LAYOUT}: move the file away and start again.`,
    )
  }
  return db
}

/** Returns the next number of a named sequence, counted from 1. */
export function nextNumber(db: InsurerDatabase, name: string): number {
  const row = db
    .prepare<[string], { value: number }>(
      "INSERT INTO sequence VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value",
    )
    .get(name)
  if (row === undefined) throw new Error(`The sequence "${name}" gave no number.`)
  return row.value
}

/** Returns the next number of a kind on this day: a letter, the day, and four digits or more. */
export function dayNumber(db: InsurerDatabase, prefix: string, today: string): string {
  const next = nextNumber(db, `${prefix} ${today}`)
  return `${prefix}${today.replaceAll("-", "")}${String(next).padStart(4, "0")}`
}
