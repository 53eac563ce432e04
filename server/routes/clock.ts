import { createRoute, z } from "@hono/zod-openapi"
import { toMs } from "../conversation/services/operation.ts"
import { Failure } from "../failure.ts"
import type { Runtime } from "../runtime.ts"
import type { Access } from "../security/access.ts"
import { requireOperator } from "./authorise.ts"
import { createRouter, json, jsonBody, problemResponse } from "./router.ts"

const clockShape = z.object({ now: z.string(), fixed: z.boolean() }).openapi("Clock")

/** Returns the routes of the clock: what time it is here, and, when it stands still, how to move it. */
export function clockRoutes({ runtime, access }: { readonly runtime: Runtime; readonly access: Access }) {
  const { clock } = runtime
  const told = { 200: json("The clock", clockShape), default: problemResponse }
  const show = createRoute({
    method: "get",
    path: "/api/clock",
    summary: "The server's time",
    responses: told,
  })
  const move = createRoute({
    method: "post",
    path: "/api/clock",
    summary: "Move a fixed clock forward, firing every timer on the way at its own time",
    middleware: [requireOperator(access)] as const,
    request: {
      body: jsonBody(
        z.union([
          z.strictObject({ advance: z.string().openapi({ example: "PT3M" }) }),
          z.strictObject({ to: z.iso.datetime({ offset: true }) }),
        ]),
      ),
    },
    responses: told,
  })
  const reading = () => ({ now: clock.now(), fixed: clock.isFixed })
  return createRouter()
    .openapi(show, (c) => c.json(reading(), 200))
    .openapi(move, async (c) => {
      const body = c.req.valid("json")
      await runtime.advance("to" in body ? Date.parse(body.to) : clock.nowMs() + durationOf(body.advance))
      return c.json(reading(), 200)
    })
}

function durationOf(text: string): number {
  try {
    return toMs(text)
  } catch (error) {
    throw new Failure("body-invalid", error instanceof Error ? error.message : `"${text}" is no duration.`)
  }
}
