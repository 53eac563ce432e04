import type { Database, Statement } from "better-sqlite3"

/** Every database that was opened, for as long as the process runs. */
const kept: Database[] = []

/**
 * Makes a database prepare each text once and keep it, and itself, as long as the process runs. From Node 24.19 on the
 * process aborts when an object of better-sqlite3 12 is collected outside of a JavaScript call, so none ever may be;
 * version 13 is free of that and does not run on Node 20. Read and set pragmas by `prepare` and `exec`: `pragma` leaves
 * a statement to be collected.
 */
export function keepStatements(database: Database): Database {
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
