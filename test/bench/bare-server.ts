import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Hono } from "hono"
import { createGroupCommit } from "../../server/db/group-commit.ts"
import { openDatabase } from "../../server/db/open-database.ts"
import { listen } from "../../server/listen.ts"

/** What a turn is measured against: a route that parses the same body and inserts one row with the same group commit. */
const database = openDatabase(join(mkdtempSync(join(tmpdir(), "colloquy-bare-")), "bare.db"))
database.exec("CREATE TABLE message (id INTEGER PRIMARY KEY, text TEXT NOT NULL)")
const insert = database.prepare("INSERT INTO message (text) VALUES (?)")
const commits = createGroupCommit(database)
const app = new Hono()
app.post("/messages", async (c) => {
  const body: { readonly text?: string } = await c.req.json()
  await commits.commit(() => insert.run(body.text ?? ""))
  return c.json({ ok: true })
})
const listening = await listen("127.0.0.1", 0)
listening.serve((request) => app.fetch(request))
process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${listening.port}` })}\n`)
