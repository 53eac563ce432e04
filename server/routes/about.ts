import { createRoute, z } from "@hono/zod-openapi"
import type { Runtime } from "../runtime.ts"
import { createRouter, json, problemResponse } from "./router.ts"

const PATIENCE_MS = 2_000

/** Who can be tried. */
export type People = {
  /** The sample insurer that knows them, null when a core system is configured. */
  readonly insurerUrl: string | null
  /** Returns them as the sample insurer lists them; empty when there is none or it does not answer. */
  list(): Promise<unknown>
}

/** Returns the people of a sample insurer. */
export function createPeople(insurerUrl: string | null): People {
  return {
    insurerUrl,
    async list() {
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
    },
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
          insurer: z
            .string()
            .nullable()
            .openapi({ description: "Pages of the sample insurer; null when a core system is configured" }),
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
        insurer: seenFrom(c.req.url, people.insurerUrl),
        people: await people.list(),
      },
      200,
    )
  })
}

/** The sample insurer listens on the same machine, which the caller may know by another name than we do. */
function seenFrom(requested: string, insurerUrl: string | null): string | null {
  if (insurerUrl === null) return null
  const address = new URL(insurerUrl)
  address.hostname = new URL(requested).hostname
  return address.href
}
