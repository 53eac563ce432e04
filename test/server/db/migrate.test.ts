import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { migrate } from "../../../server/db/migrate.ts"
import { openDatabase } from "../../../server/db/open-database.ts"
import { openSqlite } from "../../../server/db/open-sqlite.ts"
import { temporaryFolder } from "../start-shell.ts"

const MIGRATIONS = fileURLToPath(new URL("../../../server/db/migrations", import.meta.url))

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

describe("migrate", () => {
  it("applies every migration once, whoever starts first", () => {
    const file = join(folder.path, "a.db")
    const [one, other] = [openDatabase(file), openDatabase(file)]
    const count = other.prepare("SELECT count(*) AS n FROM migrations").get()
    expect(count).toEqual({ n: 2 })
    one.close()
    other.close()
  })

  it("writes ahead, flushes every commit and overwrites what is deleted", () => {
    const database = openDatabase(join(folder.path, "a.db"))
    const pragma = (name: string) => database.prepare(`PRAGMA ${name}`).pluck().get()
    expect([pragma("journal_mode"), pragma("synchronous"), pragma("secure_delete")]).toEqual(["wal", 2, 1])
    database.close()
  })

  it("keeps the state of conversations that the first version stored in their rows", () => {
    const old = join(folder.path, "old")
    mkdirSync(join(old, "meta"), { recursive: true })
    cpSync(join(MIGRATIONS, "0000_first.sql"), join(old, "0000_first.sql"))
    const journal = JSON.parse(readFileSync(join(MIGRATIONS, "meta/_journal.json"), "utf8"))
    writeFileSync(
      join(old, "meta/_journal.json"),
      JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }),
    )
    const file = join(folder.path, "a.db")
    const raw = openSqlite(file)
    migrate(raw, old)
    raw.exec(
      `INSERT INTO conversations VALUES ('c1', 7, 'open', 'bot', 'web', 'zh', 'r1', x'00', 9, 9, 0, x'00', x'0102', 'today', 'today', NULL)`,
    )
    raw.close()
    const database = openDatabase(file)
    const states = database.prepare("SELECT conversation, seq, hex(sealed) AS sealed FROM states").all()
    expect(states).toEqual([{ conversation: "c1", seq: 7, sealed: "0102" }])
    database.close()
  })

  it("refuses a migration that was edited after it had been applied", () => {
    const edited = join(folder.path, "migrations")
    cpSync(MIGRATIONS, edited, { recursive: true })
    const database = openDatabase(join(folder.path, "a.db"))
    appendFileSync(join(edited, "0000_first.sql"), "\n-- edited")
    expect(() => migrate(database, edited)).toThrow("the file was edited after it had been applied")
    database.close()
  })

  it("refuses a database that a newer version wrote, and leaves it as it is", () => {
    const file = join(folder.path, "a.db")
    const database = openDatabase(file)
    database.prepare("INSERT INTO migrations VALUES (2, 'newer', 'today')").run()
    database.close()
    expect(() => openDatabase(file)).toThrow("a newer version wrote it")
    const raw = openSqlite(file)
    expect(raw.prepare("SELECT count(*) AS n FROM migrations").get()).toEqual({ n: 3 })
    raw.close()
  })
})
