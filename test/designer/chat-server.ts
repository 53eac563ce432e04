import { existsSync } from "node:fs"
import type { AddressInfo } from "node:net"
import { type HttpBindings, serve } from "@hono/node-server"
import { serveStatic } from "@hono/node-server/serve-static"
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response"
import { type Context, Hono } from "hono"
import { secureHeaders } from "hono/secure-headers"
import { streamSSE } from "hono/streaming"
import { z } from "zod"
import type { Holder, WaitingFor } from "../../engine/types.ts"
import { type Locale, type Scene, sceneOf, shortcuts } from "./dialogue.ts"

const seen = z.number().int().min(0)
const messageSchema = z.union([
  z.strictObject({ text: z.string(), seen }),
  z.strictObject({ choice: z.string(), seen }),
  z.strictObject({
    upload: z.strictObject({
      name: z.string(),
      mediaType: z.string(),
      size: z.number(),
      content: z.string(),
    }),
    seen,
  }),
])
type Message = z.infer<typeof messageSchema>
type Entry = { readonly index: number; readonly at: string; readonly kind: string }
type Situation = {
  readonly waitingFor: WaitingFor
  readonly holder: Holder
  readonly status: "open" | "ended"
}
type Talk = {
  readonly locale: Locale
  readonly entries: Entry[]
  scene: Scene
  situation: Situation
  readonly answers: Map<string, object>
  readonly listeners: Set<() => void>
}

/** The chat's API over fixed conversations, with the built pages beside it, and handles for a test. */
export type ChatServer = {
  readonly url: string
  /** Messages in the order of arrival; `isRepeat`: its key had been answered before; `read`: the header. */
  readonly received: {
    readonly key: string
    readonly body: Message
    readonly read: string | null
    readonly isRepeat: boolean
  }[]
  /** The next message is taken, but its answer never leaves. */
  loseNextAnswer(): void
  refuseNext(status: 400 | 404 | 409 | 413 | 500, code: string): void
  /** Moves the newest conversation on without its customer, and tells its streams. */
  play(scene: string): void
  agentAccepts(): void
  agentSays(text: string): void
  agentReturns(): void
  /** Makes streams send every entry twice. */
  stutter(): void
  close(): Promise<void>
}

/** Starts the server on a free port. Throws when the pages are not built. */
export async function startChatServer(): Promise<ChatServer> {
  if (!existsSync("dist/chat/index.html")) {
    throw new Error('The pages are not built: run "npm run build" before the tests.')
  }
  const talks = new Map<string, Talk>()
  const received: ChatServer["received"] = []
  const faults = {
    losesAnswer: false,
    stutters: false,
    refusal: null as { status: number; code: string } | null,
  }

  const app = new Hono<{ Bindings: HttpBindings }>()
  app.get("/api/about", (context) => context.json(about))
  app.post("/api/conversations", async (context) => {
    const { locale, flow } = z
      .object({ channel: z.literal("web"), locale: z.enum(["zh", "en"]), flow: z.string().optional() })
      .parse(await context.req.json())
    if (flow !== undefined && flow !== "surrender") return problem(context, 404, "flow-unknown")
    const id = `c${talks.size + 1}`
    const scene = sceneOf("welcome", locale)
    const talk: Talk = {
      locale,
      entries: [],
      scene,
      situation: { waitingFor: scene.waitingFor, holder: "bot", status: "open" },
      answers: new Map(),
      listeners: new Set(),
    }
    talks.set(id, talk)
    enter(talk, flow === undefined ? "welcome" : "policy")
    return context.json({ id, token: `token-${id}`, entries: talk.entries, ...talk.situation }, 201)
  })
  app.use("/api/conversations/:id/*", async (context, next) => {
    const id = context.req.param("id")
    const token = context.req.header("Authorization")?.replace("Bearer ", "") ?? context.req.query("token")
    if (!talks.has(id)) return problem(context, 404, "conversation-unknown")
    if (token !== `token-${id}`) return problem(context, 401, "token-wrong")
    return next()
  })
  app.get("/api/conversations/:id/stream", (context) => {
    const talk = talkOf(context)
    let last = Number(context.req.header("Last-Event-ID") ?? 0)
    return streamSSE(context, async (stream) => {
      const tell = async () => {
        const fresh = talk.entries.filter((entry) => entry.index > last)
        last = talk.entries.at(-1)?.index ?? last
        for (const entry of faults.stutters ? fresh.flatMap((each) => [each, each]) : fresh) {
          await stream.writeSSE({ event: "entry", id: String(entry.index), data: JSON.stringify(entry) })
        }
        await stream.writeSSE({
          event: "waiting",
          id: String(last),
          data: JSON.stringify({ ...talk.situation, state: null }),
        })
      }
      const listener = () => void tell()
      talk.listeners.add(listener)
      await tell()
      await new Promise<void>((resolve) => stream.onAbort(resolve))
      talk.listeners.delete(listener)
    })
  })
  app.post("/api/conversations/:id/messages", async (context) => {
    const talk = talkOf(context)
    const key = context.req.header("Idempotency-Key") ?? ""
    const body = messageSchema.parse(await context.req.json())
    const before = talk.answers.get(key)
    const read = context.req.header("Text-Read") ?? null
    received.push({ key, body, read, isRepeat: before !== undefined })
    if (faults.refusal !== null) {
      const { status, code } = faults.refusal
      faults.refusal = null
      return problem(context, status, code)
    }
    const answer = before ?? take(talk, body)
    talk.answers.set(key, answer)
    if (!faults.losesAnswer) return context.json(answer)
    faults.losesAnswer = false
    context.env.outgoing.destroy()
    return RESPONSE_ALREADY_SENT
  })
  app.get("/api/conversations/:id", (context) => {
    const id = context.req.param("id")
    const talk = talks.get(id)
    if (talk === undefined) return problem(context, 404, "conversation-unknown")
    const after = Number(context.req.query("after") ?? 0)
    return context.json({ entries: talk.entries.filter((entry) => entry.index > after), ...talk.situation })
  })
  app.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"] },
    }),
  )
  app.get("/chat", serveStatic({ path: "dist/chat/index.html" }))
  app.use("*", serveStatic({ root: "dist" }))

  function talkOf(context: Context): Talk {
    const talk = talks.get(context.req.param("id") ?? "")
    if (talk === undefined) throw new Error("The guard before this route let an unknown conversation pass.")
    return talk
  }
  function newest(): Talk {
    const talk = [...talks.values()].at(-1)
    if (talk === undefined) throw new Error("No conversation was opened yet.")
    return talk
  }
  function agentTalk(kind: string, open: object, personal: object | null, holder: Holder): void {
    const talk = newest()
    add(talk, kind, open, personal)
    const waitingFor: WaitingFor =
      holder === "agent" ? { kind: "agent", id: "general" } : { kind: "nothing", id: "" }
    talk.situation = { waitingFor, holder, status: "open" }
    tellListeners(talk)
  }

  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" })
  await new Promise((resolve) => server.once("listening", resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    loseNextAnswer: () => {
      faults.losesAnswer = true
    },
    refuseNext: (status, code) => {
      faults.refusal = { status, code }
    },
    play: (scene) => {
      enter(newest(), scene)
      tellListeners(newest())
    },
    agentAccepts: () =>
      agentTalk("handoff.accepted", { agent: "1024", handoff: "h1" }, { name: "王敏" }, "agent"),
    agentSays: (text) => agentTalk("agent.said", { agent: "1024" }, { name: "王敏", text }, "agent"),
    agentReturns: () => agentTalk("handoff.returned", { handoff: "h1" }, null, "bot"),
    stutter: () => {
      faults.stutters = true
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ("closeAllConnections" in server) server.closeAllConnections()
      }),
  }
}

/** Takes one message of the customer, and returns the answer to it. */
function take(talk: Talk, message: Message): object {
  const from = talk.entries.length
  const said =
    "text" in message
      ? { how: "text", text: message.text }
      : "choice" in message
        ? { how: "choice", text: labelOf(talk, message.choice) }
        : { how: "upload", text: message.upload.name }
  const document = "upload" in message ? { document: { ...message.upload, id: "d1" } } : {}
  add(talk, "customer.said", { how: said.how }, { text: said.text, ...document })
  const answer = "choice" in message ? message.choice : "*"
  const shortcut = "text" in message ? shortcuts[message.text] : undefined
  const next = shortcut ?? talk.scene.to?.[answer] ?? talk.scene.to?.["*"] ?? "unknown"
  if (next !== "same") enter(talk, next)
  tellListeners(talk)
  return { entries: talk.entries.slice(from), ...talk.situation, state: null }
}

function enter(talk: Talk, name: string): void {
  const scene = sceneOf(name, talk.locale)
  for (const content of scene.says) add(talk, "bot.said", {}, { content })
  if (scene.holder === "queue") add(talk, "handoff.requested", { handoff: "h1", queue: "general" }, null)
  if (scene.ends === true) add(talk, "conversation.ended", {}, null)
  talk.scene = scene
  talk.situation = {
    waitingFor: scene.waitingFor,
    holder: scene.holder ?? "bot",
    status: scene.ends === true ? "ended" : "open",
  }
}

function add(talk: Talk, kind: string, open: object, personal: object | null): void {
  const index = (talk.entries.at(-1)?.index ?? 0) + 1
  const at = new Date().toISOString()
  talk.entries.push({ index, at, kind, open, ...(personal === null ? {} : { personal }) } as Entry)
}

function tellListeners(talk: Talk): void {
  for (const listener of talk.listeners) listener()
}

function labelOf(talk: Talk, choice: string): string {
  return talk.situation.waitingFor.options?.find((option) => option.key === choice)?.label ?? choice
}

function problem(_context: Context, status: number, code: string): Response {
  return Response.json({ type: "about:blank", title: code, status, detail: code, code }, { status })
}

const about = {
  name: { zh: "示例人寿", en: "Sample Life" },
  locales: ["zh", "en"],
  flows: [
    "claims",
    "claims-status",
    "complaint",
    "health-disclosure",
    "identify",
    "policy-status",
    "renewal",
    "surrender",
  ],
  release: "4f1d2c0b9a8e7f6d5c4b3a291807f6e5",
  insurer: "http://127.0.0.1:9/",
  people: [
    {
      id: "threePolicies",
      name: "李明",
      reasonZh: "名下有三份保单，可以试选择保单",
      reasonEn: "Has three policies, to choose from",
      policyNo: "P20230001234",
      idLast4: "201X",
      mobile: "13800005678",
      code: "246810",
      ...{ topic: "ordinary", topicZh: "常见情形", topicEn: "Ordinary" },
    },
    {
      id: "coolingOff",
      name: "陈静",
      reasonZh: "还在犹豫期内，退保全额退还",
      reasonEn: "Still in the cooling-off period: the full premium comes back",
      policyNo: "P20260000087",
      idLast4: "4421",
      mobile: "13900004421",
      code: "135790",
      ...{ topic: "coolingOff", topicZh: "犹豫期", topicEn: "Cooling-off" },
    },
    {
      id: "oldMobile",
      name: "欧阳海",
      reasonZh: "登记的手机号已停用，需要人工核验",
      reasonEn: "The registered mobile is no longer in use; a person has to help",
      policyNo: "P20190004410",
      idLast4: "0916",
      mobile: null,
      code: null,
      ...{ topic: "identity", topicZh: "身份核验", topicEn: "Identity" },
    },
    ...Array.from({ length: 9 }, (_, at) => ({
      id: `more${at}`,
      name: `赵${"一二三四五六七八九"[at]}`,
      reasonZh: "普通客户",
      reasonEn: "Plain customer",
      policies: [{ policyNo: `P2024000000${at}`, role: "policyholder" }],
      ...{ topic: "ordinary", topicZh: "常见情形", topicEn: "Ordinary" },
    })),
  ],
}
