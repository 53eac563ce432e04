import { createRoute, z } from "@hono/zod-openapi"
import { Failure } from "../failure.ts"
import type { Runtime } from "../runtime.ts"
import type { Access } from "../security/access.ts"
import { bearerOf } from "./authorise.ts"
import { idempotencyHeader, idempotencyKeyOf } from "./idempotency.ts"
import { createRouter, json, jsonBody, problemResponse } from "./router.ts"
import { jsonShape } from "./shapes.ts"

/** Returns the route by which the insurer's systems tell what happened outside. */
export function eventRoutes({ runtime, access }: { readonly runtime: Runtime; readonly access: Access }) {
  const tell = createRoute({
    method: "post",
    path: "/api/events",
    summary: "Tell an outside event",
    description:
      "Reaches the conversation named, or the runs whose keys equal the correlation. 404 `event-finds-no-run`: send it again later. With an `Idempotency-Key` it is delivered once.",
    middleware: [
      async (c, next) => {
        const token = bearerOf(c)
        if (!access.isEventSource(token) && !access.isOperator(token)) {
          throw new Failure("events-key-wrong", "Send the events key (COLLOQUY_EVENTS_KEY) as bearer token.")
        }
        await next()
      },
    ] as const,
    parameters: [idempotencyHeader],
    request: {
      body: jsonBody(
        z
          .strictObject({
            event: z.string().min(1),
            conversation: z.string().optional(),
            correlation: z.record(z.string(), jsonShape).optional(),
            payload: jsonShape.optional(),
          })
          .openapi("OutsideEvent"),
      ),
    },
    responses: {
      202: json("Delivered", z.object({ delivered: z.number().int() })),
      default: problemResponse,
    },
  })
  return createRouter().openapi(tell, async (c) => {
    const { event, conversation, correlation, payload = {} } = c.req.valid("json")
    const delivered = await runtime.events.deliver(
      {
        event,
        payload,
        ...(conversation === undefined ? {} : { conversation }),
        ...(correlation === undefined ? {} : { correlation }),
      },
      idempotencyKeyOf(c),
    )
    return c.json({ delivered }, 202)
  })
}
