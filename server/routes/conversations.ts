import { createRoute, z } from "@hono/zod-openapi"
import { rateLimiter } from "hono-rate-limiter"
import { type CustomerEntry, toCustomerEntries } from "../conversation/customer-entry.ts"
import { Failure } from "../failure.ts"
import { isTranscript } from "../handoff/transcript-entries.ts"
import type { Runtime } from "../runtime.ts"
import type { Access } from "../security/access.ts"
import { requireChannelServer, requireCustomer, requireOperator, viewerOf } from "./authorise.ts"
import { limitBody } from "./body-limit.ts"
import { messageShape, openShape, toMessage, toOpenRequest } from "./conversation-shapes.ts"
import { idempotencyHeader, idempotencyKeyOf } from "./idempotency.ts"
import { createRouter, json, jsonBody, problemResponse, readJson } from "./router.ts"
import { answerShape, idParams } from "./shapes.ts"

const OPEN_BYTES = 64 * 1024
/** 10 MB of file as base64, and its frame. */
const MESSAGE_BYTES = 15 * 1024 * 1024

export type ConversationRoutes = {
  readonly runtime: Runtime
  readonly access: Access
  /** Messages per second and conversation; 0 for no limit. */
  readonly messagesPerSecond: number
}

/** Returns the routes by which channels open and hold conversations. */
export function conversationRoutes({ runtime, access, messagesPerSecond }: ConversationRoutes) {
  const { conversations, messages } = runtime
  const customer = requireCustomer(conversations)
  const limit = rateLimiter({
    windowMs: 1_000,
    limit: messagesPerSecond,
    standardHeaders: false,
    keyGenerator: (c) => c.req.param("id") ?? "",
    skip: () => messagesPerSecond === 0,
    handler: () => {
      throw new Failure("too-many-requests", `At most ${messagesPerSecond} messages a second; wait a second.`)
    },
  })

  const open = createRoute({
    method: "post",
    path: "/api/conversations",
    summary: "Open a conversation",
    description:
      "`customer` and `slots` are taken only with the channel's server key as bearer token. The token of the answer is the customer's.",
    middleware: [limitBody(OPEN_BYTES)] as const,
    request: { body: jsonBody(openShape) },
    responses: {
      201: json("Opened", answerShape.extend({ id: z.string(), token: z.string() })),
      default: problemResponse,
    },
  })
  const say = createRoute({
    method: "post",
    path: "/api/conversations/{id}/messages",
    summary: "Say, choose or upload something",
    description:
      "Answers as soon as the conversation waits for somebody, after 5 s at the latest (then `waitingFor.kind` is `service`, and the rest comes by the stream).",
    parameters: [idempotencyHeader],
    request: { params: idParams, body: jsonBody(messageShape) },
    responses: { 200: json("What was answered", answerShape), default: problemResponse },
  })
  const show = createRoute({
    method: "get",
    path: "/api/conversations/{id}",
    summary: "The conversation as it stands, with the entries after an index",
    request: { params: idParams, query: z.object({ after: z.coerce.number().int().min(0).optional() }) },
    responses: {
      200: json(
        "The conversation",
        answerShape.extend({ id: z.string(), locale: z.string(), channel: z.string() }),
      ),
      default: problemResponse,
    },
  })
  const erase = createRoute({
    method: "delete",
    path: "/api/conversations/{id}",
    summary: "Erase a conversation: its keys are destroyed, its chain stays valid",
    middleware: [requireOperator(access)] as const,
    request: { params: idParams },
    responses: { 204: { description: "Erased" }, default: problemResponse },
  })
  const document = createRoute({
    method: "get",
    path: "/api/conversations/{id}/documents/{document}",
    summary: "A file that the customer uploaded",
    middleware: [requireOperator(access)] as const,
    request: { params: idParams.extend({ document: z.string() }) },
    responses: { 200: { description: "The file" }, default: problemResponse },
  })

  const router = createRouter()
  // The hot path: described like the others, its body read once and checked once.
  router.openAPIRegistry.registerPath(say)
  router.post("/api/conversations/:id/messages", limitBody(MESSAGE_BYTES), customer, limit, async (c) => {
    const message = toMessage(await readJson(c, messageShape))
    return c.json(await messages.take(c.req.param("id"), message, idempotencyKeyOf(c)), 200)
  })
  return router
    .openapi(open, async (c) => {
      const body = c.req.valid("json")
      if (body.customer !== undefined || body.slots !== undefined) requireChannelServer(c, access)
      return c.json(await conversations.open(toOpenRequest(body)), 201)
    })
    .openapi(show, async (c) => {
      const viewer = await viewerOf(c, access, conversations)
      const { id } = c.req.valid("param")
      const { loaded, view, entries } = await conversations.show(id, c.req.valid("query").after ?? 0)
      const { last, ...shown } = view
      if (viewer === "customer") runtime.noteSent(id, last)
      const visible: readonly CustomerEntry[] =
        viewer === "staff" ? entries.filter(isTranscript) : toCustomerEntries(entries)
      const { locale, channel } = loaded.row
      return c.json({ id, locale, channel, entries: visible, ...shown }, 200)
    })
    .openapi(erase, async (c) => {
      await conversations.erase(c.req.valid("param").id)
      return c.body(null, 204)
    })
    .openapi(document, async (c) => {
      const { id, document: documentId } = c.req.valid("param")
      const { name, mediaType, content } = await conversations.document(id, documentId)
      return c.body(new Uint8Array(content), 200, {
        "content-type": mediaType,
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        "x-content-type-options": "nosniff",
      })
    })
}
