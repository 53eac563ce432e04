import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { channelKey, serve } from "../load/served.ts"
import { startChild } from "./child.ts"
import { median, type Ratio } from "./measure.ts"
import { bareRequestsPerSecond, committedTurns, turnsPerSecond } from "./talk.ts"

const atOnce = 64
const rounds = 7
/** A server that runs is warm: its first conversations tell how fast it starts, not how fast it is. */
const warmingRounds = 6
const flows = fileURLToPath(new URL("../../flows", import.meta.url))

/** Durable turns over HTTP against a bare route with the same durability; client, server and core in processes of their own. */
export async function throughput(): Promise<readonly Ratio[]> {
  const folder = mkdtempSync(join(tmpdir(), "colloquy-bench-"))
  const core = await startChild("core-server.ts")
  const bare = await startChild("bare-server.ts")
  const server = await serve(folder, flows, { COLLOQUY_CORE_URL: core.url })
  try {
    const pairs: { readonly turns: number; readonly requests: number }[] = []
    for (let round = -warmingRounds; round < rounds; round += 1) {
      const requests = await bareRequestsPerSecond(bare.url, atOnce)
      const turns = await turnsPerSecond(server.url, channelKey, atOnce)
      if (round >= 0) pairs.push({ turns, requests })
    }
    const stored = statSync(join(folder, "colloquy.db")).size + statSync(join(folder, "colloquy.db-wal")).size
    const bytes = stored / (await committedTurns(server.url))
    const turns = median(pairs.map((pair) => pair.turns))
    return [
      {
        name: "durable turns per second over HTTP / a bare route's inserts",
        ratio: median(pairs.map((pair) => pair.turns / pair.requests)),
        bound: { atLeast: 0.3 },
        note: `${turns.toFixed(0)} turns/s, ${median(pairs.map((pair) => pair.requests)).toFixed(0)} inserts/s, ${atOnce} conversations at once; about ${(bytes / 1024).toFixed(1)} KiB stored per turn`,
      },
    ]
  } finally {
    await server.kill()
    core.stop()
    bare.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
