import { createRoute, z } from "@hono/zod-openapi"
import { type SSEStreamingApi, streamSSE } from "hono/streaming"
import type { Entry } from "../../engine/types.ts"
import { toCustomerEntry } from "../conversation/customer-entry.ts"
import type { News } from "../conversation/feed.ts"
import type { View } from "../conversation/view.ts"
import { Failure } from "../failure.ts"
import { isTranscript } from "../handoff/transcript-entries.ts"
import type { Runtime } from "../runtime.ts"
import type { Access } from "../security/access.ts"
import { type Viewer, viewerOf } from "./authorise.ts"
import { createRouter, problemResponse } from "./router.ts"
import { idParams } from "./shapes.ts"

const HEARTBEAT_MS = 15_000

/** Returns the stream of a conversation as server-sent events. */
export function streamRoutes({ runtime, access }: { readonly runtime: Runtime; readonly access: Access }) {
  const { conversations } = runtime
  const stream = createRoute({
    method: "get",
    path: "/api/conversations/{id}/stream",
    summary: "What is said after Last-Event-ID, or `after`, or the last entry sent",
    description:
      "Server-sent events: `entry` (an entry as in answers; its index is the event's id) and `waiting` (`waitingFor`, `holder`, `state`, `status`; after every turn). A browser's EventSource, which sends no headers, gives the token in the query.",
    request: {
      params: idParams,
      query: z.object({ token: z.string().optional(), after: z.coerce.number().int().min(0).optional() }),
    },
    responses: {
      200: { description: "Events", content: { "text/event-stream": { schema: z.string() } } },
      default: problemResponse,
    },
  })
  return createRouter().openapi(stream, async (c) => {
    const viewer = await viewerOf(c, access, conversations, { inQuery: true })
    const { id } = c.req.valid("param")
    const resumed = c.req.header("last-event-id")
    if (resumed !== undefined && !/^\d{1,9}$/.test(resumed)) {
      throw new Failure(
        "body-invalid",
        `"${resumed}" is no event id of this stream: send the last one received.`,
      )
    }
    const { row } = (await conversations.show(id, Number.MAX_SAFE_INTEGER)).loaded
    const sent = viewer === "customer" ? Math.max(row.sent, runtime.sentTo(id)) : row.entries
    const after = resumed === undefined ? (c.req.valid("query").after ?? sent) : Number(resumed)
    return streamSSE(c, (api) => hold(runtime, api, id, viewer, after))
  })
}

/** Sends what is missing, then news as they come, until the listener goes. */
async function hold(runtime: Runtime, api: SSEStreamingApi, id: string, viewer: Viewer, after: number) {
  const news: News[] = []
  let wake = (): void => {}
  const unsubscribe = runtime.feed.subscribe(id, viewer, (one) => {
    news.push(one)
    wake()
  })
  const heartbeat = setInterval(() => wake(), HEARTBEAT_MS)
  api.onAbort(() => wake())
  let last = after

  const send = async (entries: readonly Entry[], view: View): Promise<void> => {
    for (const entry of entries) {
      const shown = viewer === "customer" ? toCustomerEntry(entry) : isTranscript(entry) ? entry : null
      if (entry.index <= last || shown === null) continue
      await api.writeSSE({ event: "entry", id: String(entry.index), data: JSON.stringify(shown) })
    }
    last = Math.max(last, view.last)
    const { last: _, ...waiting } = view
    await api.writeSSE({ event: "waiting", id: String(last), data: JSON.stringify(waiting) })
    if (viewer === "customer") runtime.noteSent(id, last)
  }
  const catchUp = async (): Promise<void> => {
    const { entries, view } = await runtime.conversations.show(id, last)
    await send(entries, view)
  }

  try {
    await catchUp()
    while (!api.aborted && !api.closed) {
      const next = news.shift()
      if (next === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        if (news.length === 0 && !api.aborted) await api.write(": still here\n\n")
        continue
      }
      if (next.view.last <= last && next.entries.length > 0) continue
      const first = next.entries[0]?.index ?? last + 1
      if (first <= last + 1) await send(next.entries, next.view)
      else await catchUp()
    }
  } finally {
    clearInterval(heartbeat)
    unsubscribe()
  }
}
