import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { pino } from "pino"
import { type Entry, textOf, type WaitingFor } from "../../engine/index.ts"
import { type Arguments, type ExitCode, UsageError } from "../cli.ts"
import { type RunningServer, startServer } from "../index.ts"
import { flowsDir, isSet, print, textOption } from "./arguments.ts"

type Answer = {
  readonly entries: readonly Entry[]
  readonly waitingFor: WaitingFor
  readonly holder: string
  readonly state: string | null
}
type Opened = Answer & { readonly id: string; readonly token: string }

const channelKey = "the terminal's own"

/**
 * Holds a conversation in the terminal, over the same HTTP API, database and sample insurer as any other channel.
 * Without `--data` all of it stands in a folder that goes when the talk ends. A line is a message; `#key` chooses
 * an option, `/wait P1D` moves a clock that stands (`--now`), `/quit` ends.
 */
export async function chat(args: Arguments): Promise<ExitCode> {
  const given = textOption(args, "data")
  const folder = given ?? (await mkdtemp(join(tmpdir(), "colloquy-")))
  const now = textOption(args, "now")
  if (now !== undefined && Number.isNaN(Date.parse(now)))
    throw new UsageError(
      `"${now}" is no time: write ISO 8601 with an offset, such as 2026-03-02T10:00:00+08:00.`,
    )
  let server: RunningServer | null = null
  try {
    server = await startServer({
      port: 0,
      dataDir: folder,
      flowsDir: flowsDir(args),
      log: pino({ level: "silent" }),
      environment: { ...process.env, COLLOQUY_CHANNEL_KEY: channelKey },
      ...(now === undefined ? {} : { now }),
    })
    return await talk(args, server)
  } finally {
    await server?.close()
    if (given === undefined) await rm(folder, { recursive: true, force: true })
  }
}

async function talk(args: Arguments, server: RunningServer): Promise<ExitCode> {
  const asJson = isSet(args, "json")
  const customer = textOption(args, "customer")
  const flow = textOption(args, "flow")
  const opened = await send<Opened>(server, "/api/conversations", channelKey, {
    channel: "terminal",
    locale: textOption(args, "locale") ?? "zh",
    ...(flow === undefined ? {} : { flow }),
    ...(customer === undefined ? {} : { customer: { id: customer, level: 2 } }),
  })
  const path = `/api/conversations/${opened.id}`
  let seen = 0
  const show = (answer: Answer) => {
    const fresh = answer.entries.filter((entry) => entry.index > seen)
    seen = Math.max(seen, ...answer.entries.map((entry) => entry.index))
    if (asJson)
      print(
        JSON.stringify({
          entries: fresh,
          waitingFor: answer.waitingFor,
          holder: answer.holder,
          state: answer.state,
        }),
      )
    else for (const line of shown(fresh, answer.waitingFor)) print(line)
  }
  show(opened)
  const interactive = process.stdin.isTTY === true
  const lines = createInterface({
    input: process.stdin,
    ...(interactive ? { output: process.stdout, prompt: "> " } : {}),
  })
  if (interactive) lines.prompt()
  for await (const line of lines) {
    const text = line.trim()
    if (text === "/quit") break
    if (text !== "") {
      try {
        show(await reply(server, path, opened.token, text, seen))
      } catch (error) {
        print(
          asJson
            ? JSON.stringify({ problem: error instanceof Error ? error.message : String(error) })
            : `! ${error instanceof Error ? error.message : String(error)}`,
        )
      }
    }
    if (interactive) lines.prompt()
  }
  return 0
}

async function reply(
  server: RunningServer,
  path: string,
  token: string,
  text: string,
  seen: number,
): Promise<Answer> {
  if (text.startsWith("/wait ")) {
    await send(server, "/api/clock", server.operatorToken, { advance: text.slice("/wait ".length).trim() })
    return send<Answer>(server, `${path}?after=${seen}`, token)
  }
  return send<Answer>(
    server,
    `${path}/messages`,
    token,
    text.startsWith("#") ? { choice: text.slice(1) } : { text },
  )
}

async function send<T>(server: RunningServer, path: string, token: string, body?: unknown): Promise<T> {
  const response = await fetch(`${server.url}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const answer: unknown = await response.json()
  if (response.ok) return answer as T
  throw new Error(problemText(answer, response.status))
}

function problemText(answer: unknown, status: number): string {
  if (
    typeof answer === "object" &&
    answer !== null &&
    "detail" in answer &&
    typeof answer.detail === "string"
  )
    return answer.detail
  return `The server answered ${status}.`
}

/** What a terminal shows of some entries, and the options of the question that is open. */
function shown(entries: readonly Entry[], waitingFor: WaitingFor): readonly string[] {
  const lines = entries.flatMap((entry) => {
    if (entry.kind === "bot.said") return [textOf(entry.personal.content)]
    if (entry.kind === "agent.said" && entry.open.note !== true)
      return [`${entry.personal.name}: ${entry.personal.text}`]
    return []
  })
  const options = (waitingFor.options ?? []).map(({ key, label }) => `  [#${key}] ${label}`)
  return [...lines, ...options]
}
