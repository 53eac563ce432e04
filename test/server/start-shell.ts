import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { createServer, type IncomingMessage } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pino } from "pino"
import type { WaitingFor } from "../../engine/types.ts"
import { createApp } from "../../server/app.ts"
import { createClock, createFixedClock } from "../../server/conversation/clock.ts"
import { createServices, type ServicesSettings } from "../../server/conversation/services/services.ts"
import { openDatabase } from "../../server/db/open-database.ts"
import { createSqliteStore } from "../../server/db/sqlite-store.ts"
import { listen } from "../../server/listen.ts"
import { createRehearsals } from "../../server/rehearsal/rehearsals.ts"
import { createDrafts } from "../../server/release/drafts.ts"
import { createFlowStore } from "../../server/release/flow-store.ts"
import { createReleaseRegistry } from "../../server/release/release-registry.ts"
import { createRuntime } from "../../server/runtime.ts"
import { createAccess } from "../../server/security/access.ts"
import { loadMasterKey } from "../../server/security/master-key.ts"
import { createRepeatableSecrets, createSecrets } from "../../server/security/secrets.ts"
import { smallEngine, smallFlowSet } from "./small-engine.ts"

export const NOW = "2026-03-02T10:00:00.000+08:00"

export type ShellOptions = {
  readonly dataDir?: string
  readonly now?: string | null
  readonly core?: Partial<ServicesSettings>
  readonly messagesPerSecond?: number
  readonly patienceMs?: number
  readonly masterKey?: string
  readonly isTrial?: boolean
  readonly logTo?: (line: string) => void
}

export type StartedShell = Awaited<ReturnType<typeof startShell>>

/** A folder of its own for a test's files. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "colloquy-"))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Starts the shell over a real file and a real port, with the small engine. */
export async function startShell(options: ShellOptions = {}) {
  const folder = temporaryFolder()
  const dataDir = options.dataDir ?? folder.path
  const database = openDatabase(join(dataDir, "colloquy.db"))
  const store = createSqliteStore(database)
  const now = options.now === undefined ? NOW : options.now
  const zone = "Asia/Shanghai"
  const clock = now === null ? createClock(zone) : createFixedClock(zone, now)
  const log = pino({ level: "info" }, { write: (line: string) => options.logTo?.(line) })
  const registry = createReleaseRegistry({ engine: smallEngine, store, log, now: () => clock.now() })
  await registry.offer(smallFlowSet("release-1"))
  const master = loadMasterKey(dataDir, options.masterKey)
  const access = createAccess(master, {
    channelKey: "channel",
    operatorToken: "operator",
    eventsKey: "events",
  })
  const secrets = now === null ? createSecrets() : createRepeatableSecrets(now, await store.opened())
  const services = createServices({ baseUrl: "http://127.0.0.1:9", ...options.core })
  const runtime = createRuntime({
    ...{ engine: smallEngine, store, master, secrets, clock, registry, services, log },
    patienceMs: options.patienceMs ?? 2_000,
  })
  const pagesDir = join(dataDir, "no-pages")
  const people = { insurerUrl: null, list: async () => [] }
  const flowsDir = join(dataDir, "flows")
  mkdirSync(flowsDir, { recursive: true })
  const rehearsals = createRehearsals()
  const app = createApp({
    ...{ runtime, access, people, rehearsals, pagesDir },
    messagesPerSecond: options.messagesPerSecond ?? 0,
    flows: { folder: flowsDir, store: createFlowStore(flowsDir), drafts: createDrafts(dataDir) },
    session: { isTrial: options.isTrial ?? false, tokenFile: "operator.token" },
  })
  const http = await listen("127.0.0.1", 0)
  http.serve((request) => app.fetch(request))
  const stopRuntime = await runtime.start()
  const url = `http://127.0.0.1:${http.port}`
  let stopped = false
  const stop = async () => {
    if (stopped) return
    stopped = true
    await stopRuntime()
    await http.close()
    rehearsals.close()
    store.close()
  }
  const close = async () => {
    await stop()
    folder.remove()
  }
  return {
    ...{ url, runtime, store, database, registry, dataDir, access, clock, stop, close },
    ...client(url),
  }
}

export type SeenEntry = {
  readonly index: number
  readonly kind: string
  readonly open: Readonly<Record<string, unknown>>
  readonly personal?: { readonly text?: string; readonly name?: string; readonly content?: { text: string } }
}
/** All that the routes tell; a test reads what its route gives. */
export type Body = {
  readonly id: string
  readonly token: string
  readonly entries: readonly SeenEntry[]
  readonly transcript: readonly SeenEntry[]
  readonly waitingFor: WaitingFor
  readonly holder: string
  readonly state: string
  readonly code: string
  readonly detail: string
  readonly say: string
  readonly options: readonly { readonly key: string }[]
  readonly handoffs: readonly { readonly id: string; readonly queue: string; readonly status: string }[]
  readonly reason: string
  readonly outcomes: readonly string[]
  readonly slots: readonly unknown[]
  readonly delivered: number
  readonly ok: boolean
  readonly entry: number
  readonly paths: Readonly<Record<string, unknown>>
}
export type Reply = {
  readonly status: number
  readonly body: Body
  readonly text: string
  readonly headers: Headers
}

function client(url: string) {
  const send = async (
    method: string,
    path: string,
    body?: unknown,
    token?: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply> => {
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = (response.headers.get("content-type") ?? "").includes("json")
    const { status, headers: received } = response
    return { status, body: isJson ? JSON.parse(text) : {}, text, headers: received }
  }
  return {
    send,
    open: async () => (await send("POST", "/api/conversations", { channel: "web", locale: "zh" })).body,
    say: (
      to: { readonly id: string; readonly token: string },
      message: unknown,
      headers: Readonly<Record<string, string>> = {},
    ) => send("POST", `/api/conversations/${to.id}/messages`, message, to.token, headers),
  }
}

/** What the bot said in an answer. */
export function botTexts(answer: { readonly entries: readonly SeenEntry[] }): readonly string[] {
  return answer.entries.flatMap((entry) => entry.personal?.content?.text ?? [])
}

/** A core system of its own: a real server that answers as told and remembers what it was asked. */
export async function startCore(
  answer: (request: {
    method: string
    path: string
    headers: IncomingMessage["headers"]
    body: string
  }) => Promise<{ status: number; body: string } | null> | { status: number; body: string } | null,
) {
  const requests: { method: string; path: string; headers: IncomingMessage["headers"]; body: string }[] = []
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const { method = "", url: path = "", headers } = incoming
    const request = { method, path, headers, body: Buffer.concat(chunks).toString() }
    requests.push(request)
    const reply = await answer(request)
    if (reply === null) return
    outgoing.writeHead(reply.status, { "content-type": "application/json" }).end(reply.body)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const address = server.address()
  const port = typeof address === "object" && address !== null ? address.port : 0
  return {
    requests,
    baseUrl: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
