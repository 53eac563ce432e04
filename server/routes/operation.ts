import { Hono } from "hono"
import { Failure } from "../failure.ts"
import type { Runtime } from "../runtime.ts"

/** Returns what operation asks: alive, ready to serve, and the figures for Prometheus. */
export function operationRoutes({ runtime }: { readonly runtime: Runtime }) {
  const { store, registry, metrics } = runtime
  return new Hono()
    .get("/healthz", (c) => c.json({ status: "ok" as const }, 200))
    .get("/readyz", async (c) => {
      try {
        await store.ping()
        return c.json({ status: "ready" as const, release: registry.releases.current.id }, 200)
      } catch (error) {
        const reason = error instanceof Failure ? error.message : "The database cannot be written."
        return c.json({ status: "not-ready" as const, reason }, 503)
      }
    })
    .get("/metrics", async (c) => {
      const counts = await store.counts()
      const text = metrics.print({
        colloquy_conversations: counts.conversations,
        colloquy_outbox_calls: counts.outbox,
        colloquy_timers: counts.timers,
        colloquy_handoffs_queued: counts.queued,
        process_resident_memory_bytes: process.memoryUsage.rss(),
      })
      return c.text(text, 200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" })
    })
}
