import { createServer, type IncomingMessage, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { pino } from "pino"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { readConfig } from "../../server/config.ts"
import { openSqlite } from "../../server/db/open-sqlite.ts"
import { type RunningServer, startServer } from "../../server/index.ts"
import { NOW, temporaryFolder } from "./start-shell.ts"

/** A small server that speaks as an OpenAI-compatible API does; each test says what it answers. */
type Answer = { readonly content?: string; readonly status?: number; readonly hangs?: boolean }
const asked: { readonly body: string; readonly key: string | undefined }[] = []
let answer: Answer = {}
let endpoint: Server
let server: RunningServer
const folder = temporaryFolder()

const read = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString("utf8")
}

beforeAll(async () => {
  endpoint = createServer(async (request, response) => {
    asked.push({ body: await read(request), key: request.headers.authorization })
    const { content = "{}", status = 200, hangs = false } = answer
    if (hangs) return
    response.writeHead(status, { "content-type": "application/json" })
    const choice = { index: 0, message: { role: "assistant", content }, finish_reason: "stop" }
    response.end(
      JSON.stringify({ id: "1", object: "chat.completion", created: 1, model: "m", choices: [choice] }),
    )
  })
  await new Promise<void>((resolve) => endpoint.listen(0, "127.0.0.1", resolve))
  const { port } = endpoint.address() as AddressInfo
  server = await startServer({
    ...{ port: 0, now: NOW, log: pino({ level: "silent" }), dataDir: join(folder.path, "data") },
    flowsDir: new URL("../../flows", import.meta.url).pathname,
    environment: {
      COLLOQUY_MODEL_URL: `http://127.0.0.1:${port}/v1`,
      COLLOQUY_MODEL: "small",
      COLLOQUY_MODEL_KEY: "secret",
      COLLOQUY_MODEL_TIMEOUT_MS: "300",
    },
  })
})
afterEach(() => {
  asked.length = 0
})
afterAll(async () => {
  await server.close()
  endpoint.closeAllConnections()
  await new Promise((resolve) => endpoint.close(resolve))
  folder.remove()
})

const post = async (path: string, body: unknown, token?: string) => {
  const response = await fetch(`${server.url}${path}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })
  return (await response.json()) as {
    readonly id: string
    readonly token: string
    readonly state: string
    readonly entries: readonly { readonly kind: string }[]
  }
}

type Logged = { readonly kind: string; readonly open: Readonly<Record<string, unknown>> }

/** What the log has of one conversation's commands, in the open. */
const logged = (conversation: string): readonly Readonly<Record<string, unknown>>[] => {
  const database = openSqlite(join(folder.path, "data/colloquy.db"), { readonly: true })
  const rows = database
    .prepare("select open from turns where conversation = ? order by turn")
    .all(conversation) as readonly { readonly open: string }[]
  database.close()
  return rows
    .flatMap(({ open }) => JSON.parse(open) as readonly Logged[])
    .filter(({ kind }) => kind === "command" || kind === "proposal.refused")
    .map(({ kind, open }) => ({ kind, ...open }))
}

/** Words that nothing in the flow set is near to. */
const ODD = "那玩意儿我弄不动了, 你给整整呗"

const say = async (text: string) => {
  const { id, token } = await post("/api/conversations", { channel: "web", locale: "zh" })
  const reply = await post(`/api/conversations/${id}/messages`, { text }, token)
  return { id, token, reply, commands: logged(id) }
}
const proposes = (...commands: readonly unknown[]) => ({ content: JSON.stringify({ commands }) })

describe("a language model", () => {
  it("[U10] proposes what nothing else understood, is checked, and the log says that it was the model", async () => {
    answer = proposes({ command: "start-flow", flow: "surrender", text: "那玩意儿我弄不动了" })
    const { commands, reply } = await say(ODD)
    expect(commands).toContainEqual(
      expect.objectContaining({
        kind: "command",
        command: "start-flow",
        flow: "surrender",
        by: "model",
        done: true,
      }),
    )
    expect(reply.state).toBe("identify/privacy")
    expect(asked[0]?.key).toBe("Bearer secret")
  })

  it("[U10] is not asked where the words themselves are sure", async () => {
    answer = proposes({ command: "human", text: "我要退保" })
    const { commands } = await say("我要退保")
    expect(asked).toHaveLength(0)
    expect(commands).toContainEqual(expect.objectContaining({ command: "start-flow", flow: "surrender" }))
  })

  it.each([
    ["words that were not said", { command: "human", text: "找人工" }, "not-said"],
    ["a flow that there is not", { command: "start-flow", flow: "loan", text: "整整" }, "unknown-flow"],
    ["a command that is not its own", { command: "withdraw-consent", text: "整整" }, "not-allowed"],
    ["a yes that answers nothing", { command: "affirm", text: "整整" }, "not-open"],
    ["an entry that is far", { command: "ask-knowledge", topic: "no-such-entry", text: "整整" }, "not-near"],
    [
      "a slot that there is not",
      { command: "set-slot", slot: "amount", value: 5, text: "整整" },
      "unknown-slot",
    ],
  ])("[U10] is refused %s, which the log keeps", async (_, proposal, why) => {
    answer = proposes(proposal)
    const { commands } = await say(ODD)
    expect(commands).toContainEqual({ kind: "proposal.refused", why })
    expect(commands).toContainEqual(expect.objectContaining({ command: "unknown" }))
    expect(commands.filter(({ by }) => by === "model")).toEqual([])
  })

  it("[U10] never sees the digits of long numbers", async () => {
    answer = proposes()
    await say("那个13812345678901的玩意儿弄不动")
    expect(asked).toHaveLength(1)
    expect(asked[0]?.body).toContain("那个00000000000000的玩意儿")
  })

  it.each<[string, Answer]>([
    ["talks nonsense", { content: "Sure! The customer wants to buy a house." }],
    ["answers something else", { content: '{"commands": "none"}' }],
    ["is down", { status: 503, content: "" }],
    ["is late", { hangs: true }],
  ])("[U10] that %s leaves the turn as it would be without it", async (_, wrong) => {
    answer = proposes()
    await say(ODD)
    answer = wrong
    const { commands, reply } = await say(ODD)
    expect(asked).toHaveLength(2)
    expect(commands).toEqual([expect.objectContaining({ command: "unknown" })])
    expect(reply.entries.some(({ kind }) => kind === "bot.said")).toBe(true)
  })

  it("[U10] rests after failures in a row, so that an outage slows few customers", async () => {
    answer = { status: 500 }
    for (let time = 0; time < 4; time += 1) await say(ODD)
    asked.length = 0
    await say(ODD)
    expect(asked).toHaveLength(0)
  })
})

describe("the configuration of a language model", () => {
  it("names the endpoint and the model, or neither", () => {
    expect(readConfig({}).languageModel).toBeUndefined()
    expect(() => readConfig({ COLLOQUY_MODEL_URL: "http://models/v1" })).toThrow("COLLOQUY_MODEL")
    expect(() => readConfig({ COLLOQUY_MODEL_URL: "models", COLLOQUY_MODEL: "m" })).toThrow("http or https")
  })
})
