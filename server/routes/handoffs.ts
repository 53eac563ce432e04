import { createRoute, z } from "@hono/zod-openapi"
import type { Agent, AgentAct, Entry } from "../../engine/types.ts"
import type { HandoffItem, Packet } from "../handoff/desk.ts"
import type { Runtime } from "../runtime.ts"
import type { Access } from "../security/access.ts"
import { requireOperator } from "./authorise.ts"
import { createRouter, json, jsonBody, problemResponse } from "./router.ts"
import { idParams, jsonShape, viewShape } from "./shapes.ts"

const agent = z.strictObject({ id: z.string().min(1), name: z.string().min(1) }).openapi("Agent")
const text = z.string().trim().min(1).max(2_000)
const note = text.optional()

const itemProperties = {
  id: z.string(),
  conversation: z.string(),
  queue: z.string(),
  status: z.enum(["queued", "accepted", "closed"]),
  priority: z.number(),
  skills: z.array(z.string()).readonly(),
  due: z.string().nullable(),
  agent: z.string().nullable(),
  created: z.string(),
  accepted: z.string().nullable(),
}
const itemShape: z.ZodType<HandoffItem> = z.object(itemProperties).openapi("Handoff")
const packetShape = z.custom<Packet>().openapi("HandoffPacket", {
  type: "object",
  required: ["id", "conversation", "reason", "outcomes", "fills", "slots", "transcript", "view"],
  properties: {
    reason: { type: "string" },
    outcomes: {
      type: "array",
      items: { type: "string" },
      description: "What it may return, besides `returned`",
    },
    fills: { type: "array", items: { type: "string" } },
    slots: { type: "array", items: { type: "object" } },
    transcript: { type: "array", items: { type: "object" } },
    view: { type: "object" },
  },
})
const actedShape = z.object({
  entries: z.custom<readonly Entry[]>().openapi({ type: "array", items: { type: "object" } }),
  ...viewShape,
})

const acted = { 200: json("Done", actedShape), default: problemResponse }

/** Returns the routes of the agents' desk. All need the operator token; whoever acts names the agent. */
export function handoffRoutes({ runtime, access }: { readonly runtime: Runtime; readonly access: Access }) {
  const { desk } = runtime
  const staff = requireOperator(access)

  const list = createRoute({
    method: "get",
    path: "/api/handoffs",
    summary: "Conversations that wait for a person or are with one, the most urgent first",
    middleware: staff,
    request: {
      query: z.object({ queue: z.string().optional(), status: z.enum(["queued", "accepted"]).optional() }),
    },
    responses: {
      200: json("The queue", z.object({ handoffs: z.array(itemShape).readonly() })),
      default: problemResponse,
    },
  })
  const get = createRoute({
    method: "get",
    path: "/api/handoffs/{id}",
    summary: "The packet: what was said, what is known, why, and what must come back",
    middleware: staff,
    request: { params: idParams },
    responses: { 200: json("The packet", packetShape), default: problemResponse },
  })
  const actRoute = <A extends string, S extends z.ZodType>(act: A, summary: string, body: S) =>
    createRoute({
      method: "post",
      path: `/api/handoffs/{id}/${act}`,
      summary,
      middleware: staff,
      request: { params: idParams, body: jsonBody(body) },
      responses: acted,
    })
  const does = async (id: string, who: Agent, act: AgentAct) => {
    const { entries, view } = await desk.act(id, who, act)
    const { last: _, ...shown } = view
    return { entries, ...shown }
  }

  const accept = actRoute("accept", "Take the conversation over", z.strictObject({ agent }))
  const message = actRoute("message", "Say something to the customer", z.strictObject({ agent, text }))
  const remark = actRoute(
    "note",
    "Note something that the customer never sees",
    z.strictObject({ agent, text }),
  )
  const wording = actRoute("wording", "Send a regulated text", z.strictObject({ agent, wording: z.string() }))
  const transfer = actRoute(
    "transfer",
    "Pass it to another queue",
    z.strictObject({ agent, queue: z.string() }),
  )
  const giveBack = actRoute(
    "return",
    "Give the conversation back to the flow with an outcome",
    z.strictObject({ agent, outcome: z.string(), slots: z.record(z.string(), jsonShape).optional(), note }),
  )
  const resolve = actRoute(
    "resolve",
    "Done: nothing is left for the flow to do",
    z.strictObject({ agent, note }),
  )

  return createRouter()
    .openapi(list, async (c) => {
      const { queue, status } = c.req.valid("query")
      const filter = {
        ...(queue === undefined ? {} : { queue }),
        ...(status === undefined ? {} : { status }),
      }
      return c.json({ handoffs: await desk.list(filter) }, 200)
    })
    .openapi(get, async (c) => c.json(await desk.packet(c.req.valid("param").id), 200))
    .openapi(accept, async (c) =>
      c.json(await does(c.req.valid("param").id, c.req.valid("json").agent, { act: "accept" }), 200),
    )
    .openapi(message, async (c) => {
      const body = c.req.valid("json")
      return c.json(await does(c.req.valid("param").id, body.agent, { act: "message", text: body.text }), 200)
    })
    .openapi(remark, async (c) => {
      const body = c.req.valid("json")
      return c.json(await does(c.req.valid("param").id, body.agent, { act: "note", text: body.text }), 200)
    })
    .openapi(wording, async (c) => {
      const body = c.req.valid("json")
      const act = { act: "wording", wording: body.wording } as const
      return c.json(await does(c.req.valid("param").id, body.agent, act), 200)
    })
    .openapi(transfer, async (c) => {
      const body = c.req.valid("json")
      return c.json(
        await does(c.req.valid("param").id, body.agent, { act: "transfer", queue: body.queue }),
        200,
      )
    })
    .openapi(giveBack, async (c) => {
      const { agent: who, outcome, slots, note: left } = c.req.valid("json")
      const act: AgentAct = {
        ...{ act: "return", outcome },
        ...(slots === undefined ? {} : { slots }),
        ...(left === undefined ? {} : { note: left }),
      }
      return c.json(await does(c.req.valid("param").id, who, act), 200)
    })
    .openapi(resolve, async (c) => {
      const { agent: who, note: left } = c.req.valid("json")
      const act: AgentAct = { act: "resolve", ...(left === undefined ? {} : { note: left }) }
      return c.json(await does(c.req.valid("param").id, who, act), 200)
    })
}
