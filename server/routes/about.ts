import { createRoute, z } from "@hono/zod-openapi"
import type { Runtime } from "../runtime.ts"
import { createRouter, json, problemResponse } from "./router.ts"

const PATIENCE_MS = 2_000

/** Who can be tried, as the sample insurer lists them. */
export type People = () => Promise<unknown>

/** Returns a reader of the sample insurer's list of people; empty when there is none or it does not answer. */
export function createPeople(insurerUrl: string | null): People {
  return async () => {
    if (insurerUrl === null) return []
    try {
      const response = await fetch(`${insurerUrl}/people`, {
        headers: { accept: "application/json" },
        signal: AbortSignal.timeout(PATIENCE_MS),
      })
      return response.ok ? await response.json() : []
    } catch {
      return []
    }
  }
}

/** Returns the route by which pages learn what they serve. */
export function aboutRoutes({ runtime, people }: { readonly runtime: Runtime; readonly people: People }) {
  const about = createRoute({
    method: "get",
    path: "/api/about",
    summary: "What this server serves",
    responses: {
      200: json(
        "About",
        z.object({
          name: z.record(z.string(), z.string()),
          locales: z.array(z.string()),
          release: z.string(),
          flows: z.array(z.string()),
          now: z.string(),
          people: z.unknown().openapi({ description: "Made-up customers of the sample insurer" }),
        }),
      ),
      default: problemResponse,
    },
  })
  return createRouter().openapi(about, async (c) => {
    const { current } = runtime.registry.releases
    const { name } = current.settings
    const [locale = "zh"] = current.locales
    return c.json(
      {
        name: typeof name === "string" ? { [locale]: name } : { ...name },
        locales: [...current.locales],
        release: current.id,
        flows: Object.entries(current.flows).flatMap(([id, { isPattern }]) => (isPattern ? [] : [id])),
        now: runtime.clock.now(),
        people: await people(),
      },
      200,
    )
  })
}
