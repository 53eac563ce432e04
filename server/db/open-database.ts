import { mkdirSync } from "node:fs"
import { dirname } from "node:path"
import type { Database } from "better-sqlite3"
import { migrate } from "./migrate.ts"
import { openSqlite } from "./open-sqlite.ts"

/** How long a statement waits for another process's write lock before the caller gets `store-busy`. */
const BUSY_MS = 1000

/**
 * Opens (or creates) the database file and migrates it. Every commit is on the disk before it returns
 * (`synchronous = FULL` over a write-ahead log), and deleted rows are overwritten, because deleting keys is how a
 * conversation is erased.
 */
export function openDatabase(file: string, options: { readonly busyMs?: number } = {}): Database {
  mkdirSync(dirname(file), { recursive: true })
  const database = openSqlite(file, { timeout: options.busyMs ?? BUSY_MS })
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON")
  try {
    migrate(database)
  } catch (error) {
    database.close()
    throw error
  }
  return database
}
