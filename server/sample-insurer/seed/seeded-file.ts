import { openDatabase } from "../core/database.ts"
import { seed } from "./seed.ts"

let bytes: Buffer | null = null

/** Returns the bytes of a freshly seeded SQLite file, made once: opening a copy is much faster than seeding anew. */
export function seededFile(): Buffer {
  if (bytes !== null) return bytes
  const db = openDatabase(":memory:")
  seed(db)
  bytes = db.serialize()
  db.close()
  return bytes
}
