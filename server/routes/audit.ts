import { createRoute, z } from "@hono/zod-openapi"
import type { Runtime } from "../runtime.ts"
import type { Access } from "../security/access.ts"
import { requireOperator } from "./authorise.ts"
import { createRouter, json, problemResponse } from "./router.ts"

/** Returns the route that checks a conversation's hash chain. */
export function auditRoutes({ runtime, access }: { readonly runtime: Runtime; readonly access: Access }) {
  const verify = createRoute({
    method: "get",
    path: "/api/audit/{conversation}",
    summary: "Whether the transcript is exactly what was written, also after an erasure",
    middleware: [requireOperator(access)] as const,
    request: { params: z.object({ conversation: z.string() }) },
    responses: {
      200: json(
        "The verdict",
        z.union([
          z.object({ ok: z.literal(true), entries: z.number().int(), head: z.string() }),
          z.object({ ok: z.literal(false), entry: z.number().int(), why: z.string() }),
        ]),
      ),
      default: problemResponse,
    },
  })
  return createRouter().openapi(verify, async (c) =>
    c.json(await runtime.conversations.verify(c.req.valid("param").conversation), 200),
  )
}
