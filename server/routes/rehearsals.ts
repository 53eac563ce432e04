import { createRoute, z } from "@hono/zod-openapi"
import { operationSchema } from "../../engine/index.ts"
import type { ServiceResult } from "../../engine/types.ts"
import type { Rehearsals } from "../rehearsal/rehearsals.ts"
import type { Access } from "../security/access.ts"
import { requireOperator } from "./authorise.ts"
import { limitBody } from "./body-limit.ts"
import { createRouter, json, jsonBody, problemResponse } from "./router.ts"
import { jsonShape } from "./shapes.ts"

const params = z.object({
  id: z
    .string()
    .regex(/^[A-Za-z0-9-]{8,64}$/)
    .openapi({ description: "Chosen by who rehearses, one for each rehearsal" }),
})
const callShape = z.strictObject({
  operation: z.string().openapi({ example: "policy.find" }),
  declared: z
    .custom<z.infer<typeof operationSchema>>((value) => operationSchema.safeParse(value).success, {
      message: "the operation is not as services.yaml has it",
    })
    .openapi({ type: "object", description: "The operation as services.yaml declares it, saved or not" }),
  input: jsonShape,
  key: z.string().optional().openapi({ description: "Names the intention, so that a write is done once" }),
  now: z.iso.datetime({ offset: true }),
})
const resultShape = z.custom<ServiceResult>().openapi("ServiceResult", {
  type: "object",
  required: ["is"],
  properties: { is: { type: "string", enum: ["returned", "error", "failed", "unknown"] } },
})

const playShape = z.strictObject({
  act: z
    .string()
    .regex(/^(?:[A-Za-z0-9-]+(?:\/[A-Za-z0-9-]+){0,3})?$/)
    .openapi({ example: "claims/R1/pay", description: 'As the insurer\'s page has it; "" does nothing' }),
  now: z.iso.datetime({ offset: true }),
})
const eventsShape = z
  .object({
    events: z.array(
      z.object({
        event: z.string(),
        correlation: z.record(z.string(), z.string()),
        payload: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ),
  })
  .openapi("CoreEvents")

/** Returns the routes by which a conversation that is tried out reaches a sample insurer of its own. */
export function rehearsalRoutes(settings: { readonly access: Access; readonly rehearsals: Rehearsals }) {
  const { rehearsals } = settings
  const staff = requireOperator(settings.access)
  const perform = createRoute({
    method: "post",
    path: "/api/rehearsals/{id}/calls",
    summary:
      "Perform an operation against the rehearsal's own sample insurer; no real core system is ever called",
    middleware: [staff, limitBody(1_000_000)] as const,
    request: { params, body: jsonBody(callShape) },
    responses: { 200: json("Its one result", resultShape), default: problemResponse },
  })
  const play = createRoute({
    method: "post",
    path: "/api/rehearsals/{id}/play",
    summary:
      "Do in the rehearsal's own sample insurer what people do there; the events that it then tells of",
    middleware: [staff, limitBody(10_000)] as const,
    request: { params, body: jsonBody(playShape) },
    responses: { 200: json("What it tells", eventsShape), default: problemResponse },
  })
  const reset = createRoute({
    method: "delete",
    path: "/api/rehearsals/{id}",
    summary: "Forget what was done in a rehearsal",
    middleware: staff,
    request: { params },
    responses: { 204: { description: "Forgotten" }, default: problemResponse },
  })
  return createRouter()
    .openapi(perform, async (c) => {
      const { declared, key, ...call } = c.req.valid("json")
      const named = { ...call, ...(key === undefined ? {} : { key }) }
      return c.json(await rehearsals.perform(c.req.valid("param").id, declared, named), 200)
    })
    .openapi(play, async (c) => {
      const { act, now } = c.req.valid("json")
      return c.json({ events: [...(await rehearsals.play(c.req.valid("param").id, act, now))] }, 200)
    })
    .openapi(reset, (c) => {
      rehearsals.reset(c.req.valid("param").id)
      return c.body(null, 204)
    })
}
