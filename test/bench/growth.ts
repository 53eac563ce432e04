import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { openSqlite } from "../../server/db/open-sqlite.ts"
import { channelKey, serve } from "../load/served.ts"
import { createClient } from "./http-client.ts"
import { median, type Ratio } from "./measure.ts"
import { openTalk, tenTurns } from "./talk.ts"

const few = 100
const many = 100_000
const YEAR_MS = 365 * 86_400_000
const flows = fileURLToPath(new URL("../../flows", import.meta.url))

/** What a turn costs with many conversations stored against few. */
export async function growth(): Promise<Ratio> {
  const folder = mkdtempSync(join(tmpdir(), "colloquy-growth-"))
  const small = await stored(join(folder, "few"), few)
  const large = await stored(join(folder, "many"), many)
  try {
    const ratios: number[] = []
    const times: [number, number][] = []
    for (let round = -2; round < 12; round += 1) {
      const a = await tenTurnsMs(small.url)
      const b = await tenTurnsMs(large.url)
      if (round >= 0) {
        ratios.push(b / a)
        times.push([a, b])
      }
    }
    const per = (side: 0 | 1) => (median(times.map((pair) => pair[side])) / tenTurns.length).toFixed(2)
    return {
      name: `a turn with ${many} conversations stored / with ${few}`,
      ratio: median(ratios),
      bound: { atMost: 1.2 },
      note: `${per(1)} ms and ${per(0)} ms a turn, one conversation at a time`,
    }
  } finally {
    await small.kill()
    await large.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function tenTurnsMs(url: string): Promise<number> {
  const { say } = await openTalk(createClient(url), channelKey)
  const start = performance.now()
  for (const [index, message] of tenTurns.entries()) await say(message, String(index))
  return performance.now() - start
}

/** Starts a server whose database holds that many conversations: a real one at its first question, copied under other ids. */
async function stored(data: string, count: number) {
  const first = await serve(data, flows)
  await openTalk(createClient(first.url), channelKey)
  await first.kill()
  const database = openSqlite(join(data, "colloquy.db"))
  // What is filled in needs no way back, so it is written once and straight to its place.
  database.exec("PRAGMA journal_mode = OFF")
  database.exec("PRAGMA synchronous = OFF")
  const { id } = database.prepare("SELECT id FROM conversations LIMIT 1").get() as { id: string }
  const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`
  const copy = (table: string) => {
    const columns = (
      database.prepare(`SELECT name FROM pragma_table_info('${table}')`).all() as { name: string }[]
    )
      .map(({ name }) => name)
      .filter((name) => name !== "row")
    const source = table === "conversations" ? "id" : "conversation"
    const values = columns.map((name) => {
      if (name === source) return `'${id}-' || n.i`
      // Nothing falls due while it is measured.
      return name === "due" ? `t."due" + ${YEAR_MS}` : `t."${name}"`
    })
    database.exec(
      `INSERT INTO ${table} (${columns.map((name) => `"${name}"`).join(", ")}) ${numbers} SELECT ${values.join(", ")} FROM n, ${table} t WHERE t.${source} = '${id}'`,
    )
  }
  database.transaction(() => {
    copy("conversations")
    copy("states")
    copy("turns")
    copy("keys")
    copy("answers")
    copy("timers")
  })()
  database.close()
  return serve(data, flows)
}
