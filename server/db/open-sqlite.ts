import Sqlite, { type Database, type Options, type Statement } from "better-sqlite3"

/** Every database that was opened, for as long as the process runs. */
const kept: Database[] = []

/**
 * Opens a file (`:memory:` for none) as a database that prepares each text once and keeps it, and is itself kept, as long
 * as the process runs. From Node 24.19 on the process aborts when an object of better-sqlite3 12 is collected outside of
 * a JavaScript call, so none ever may be; version 13 is free of that and does not run on Node 20. Read and set pragmas by
 * `prepare` and `exec`: `pragma` leaves a statement to be collected.
 */
export function openSqlite(file: string, options?: Options): Database {
  const database = new Sqlite(file, options)
  const statements = new Map<string, Statement>()
  const prepare = database.prepare.bind(database)
  const prepareOnce = (text: string): Statement => {
    const found = statements.get(text) ?? prepare(text)
    statements.set(text, found)
    return found
  }
  database.prepare = prepareOnce as typeof database.prepare
  kept.push(database)
  return database
}
