import { type InsurerDatabase, openDatabase } from "../core/database.ts"
import { seed } from "./seed.ts"

/** Returns the open database of `file`, seeded when it is new. */
export function openSeeded(file: string): InsurerDatabase {
  const db = openDatabase(file)
  seed(db)
  return db
}

/** Those in memory that nobody uses, as they were seeded. */
const idle: InsurerDatabase[] = []

/**
 * Returns a freshly seeded database in memory, for `giveBack` in the end. All that is done in it is one transaction:
 * taking that back is much faster than seeding anew.
 */
export function borrowSeeded(): InsurerDatabase {
  const db = idle.pop() ?? openSeeded(":memory:")
  db.exec("BEGIN")
  return db
}

/** Takes back all that was done in a borrowed database, for the next one to borrow. */
export function giveBack(db: InsurerDatabase): void {
  db.exec("ROLLBACK")
  idle.push(db)
}
