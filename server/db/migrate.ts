import { fileURLToPath } from "node:url"
import type { Database } from "better-sqlite3"
import { readMigrationFiles } from "drizzle-orm/migrator"

const MIGRATIONS = fileURLToPath(new URL("./migrations", import.meta.url))

/**
 * Brings the database to the newest schema, in one exclusive transaction, so that two processes that start at once
 * do not both migrate. Throws, without having changed anything, when a migration that was applied has since been
 * edited, or when the database was written by a newer version.
 */
export function migrate(database: Database, folder: string = MIGRATIONS): void {
  const files = readMigrationFiles({ migrationsFolder: folder })
  database
    .transaction(() => {
      database.exec(
        "CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, hash TEXT NOT NULL, applied TEXT NOT NULL)",
      )
      const applied = database
        .prepare<[], { number: number; hash: string }>("SELECT number, hash FROM migrations ORDER BY number")
        .all()
      for (const { number, hash } of applied) refuseUnknownHistory(database.name, number, hash, files)
      const record = database.prepare(
        "INSERT INTO migrations (number, hash, applied) VALUES (?, ?, datetime('now'))",
      )
      for (const [number, file] of files.entries()) {
        if (number < applied.length) continue
        for (const statement of file.sql) database.exec(statement)
        record.run(number, file.hash)
      }
    })
    .exclusive()
}

function refuseUnknownHistory(
  name: string,
  number: number,
  hash: string,
  files: readonly { readonly hash: string }[],
): void {
  const file = files[number]
  if (file === undefined) {
    throw new Error(
      `The database "${name}" has migration ${number}, which this version of Colloquy does not know: a newer ` +
        "version wrote it. Start that version, or restore a backup from before the upgrade.",
    )
  }
  if (file.hash !== hash) {
    throw new Error(
      `Migration ${number} of the database "${name}" is not the one in server/db/migrations: the file was edited ` +
        "after it had been applied. Put the original file back and add the change as a new migration.",
    )
  }
}
