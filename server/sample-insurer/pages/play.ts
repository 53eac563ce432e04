import type { Context, Hono } from "hono"
import { z } from "zod"
import { actOnClaim, claimActs } from "../claims/claim-acts.ts"
import { showClaim } from "../claims/show-claim.ts"
import { Refusal } from "../core/refusal.ts"
import { operations } from "../operations/operations.ts"
import { actOnSurrender, payoutActs } from "../policies/payout.ts"
import { showSurrender } from "../policies/surrender.ts"
import { catalogue } from "../products/catalogue.ts"
import { keptEvents } from "../serving/events.ts"
import { faultSchema } from "../serving/faults.ts"
import { clockOf, type Serving } from "../serving/serve.ts"
import { whoCanBeTried } from "./who.ts"

/** Adds what makes things happen, and shows what happened: people, products, faults, effects, events, payouts, claims. */
export function addPlay(app: Hono, { db, faults, now, changed }: Serving): void {
  const ids = operations.map((operation) => operation.id)
  const change = z.partialRecord(z.enum(ids), faultSchema.nullable())

  app.get("/health", (c) => c.json({ ok: true }))
  app.get("/people", (c) => {
    const clock = clockOf(c, now)
    return clock === null
      ? c.json({ error: "INVALID_NOW" }, 400)
      : c.json({ people: whoCanBeTried(db, clock) })
  })
  app.get("/products", (c) => c.json({ products: catalogue }))
  app.get("/events", (c) => c.json({ events: keptEvents(db) }))
  app.get("/effects", (c) => {
    const rows = db.prepare("SELECT seq, at, operation, key, input, answer FROM effect ORDER BY seq").all()
    return c.json({ effects: z.array(effectRow).parse(rows) })
  })

  app.get("/faults", (c) => c.json(faults.all()))
  app.put("/faults", async (c) => {
    const parsed = change.safeParse(await jsonOf(c))
    if (!parsed.success) {
      return c.json({ error: "INVALID_INPUT", message: z.prettifyError(parsed.error), operations: ids }, 400)
    }
    faults.change(Object.fromEntries(Object.entries(parsed.data).map(([id, fault]) => [id, fault ?? null])))
    return c.json(faults.all())
  })
  app.delete("/faults", (c) => {
    faults.reset()
    return c.json(faults.all())
  })

  app.post("/play/surrenders/:surrenderNo/:act", (c) => {
    const clock = clockOf(c, now)
    const act = payoutActs.find((one) => one === c.req.param("act"))
    if (clock === null || act === undefined) return c.json({ error: "INVALID_INPUT" }, 400)
    return orRefusal(c, pageOf(c, "/", "#surrenders"), () => {
      const surrender = actOnSurrender(db, c.req.param("surrenderNo"), act, clock)
      changed()
      return showSurrender(surrender)
    })
  })
  app.post("/play/claims/:claimNo/:act", (c) => {
    const clock = clockOf(c, now)
    const act = claimActs.find((one) => one === c.req.param("act"))
    if (clock === null || act === undefined) return c.json({ error: "INVALID_INPUT" }, 400)
    return orRefusal(c, pageOf(c, "/", "#claims"), () => {
      const claim = actOnClaim(db, c.req.param("claimNo"), act, clock)
      changed()
      return showClaim(db, claim, clock)
    })
  })
  app.post("/play/faces/:faceRef/:result", (c) => {
    const recognised = c.req.param("result") === "pass" ? 1 : 0
    const faceRef = c.req.param("faceRef")
    return orRefusal(c, pageOf(c, `/faces/${encodeURIComponent(faceRef)}`), () => {
      const { changes } = db
        .prepare("UPDATE face_check SET recognised = ? WHERE ref = ?")
        .run(recognised, faceRef)
      if (changes === 0) throw new Refusal("NOT_FOUND", 404)
      return { faceRef, recognised: recognised === 1 }
    })
  })
  app.post("/play/faults", async (c) => {
    const form = await c.req.parseBody()
    const id = ids.find((one) => one === form.operation)
    const fault = faultSchema.safeParse({ kind: form.kind, ...(form.kind === "slow" ? { ms: 8_000 } : {}) })
    if (id === undefined) faults.reset()
    else faults.change({ [id]: fault.success ? fault.data : null })
    return c.redirect(pageOf(c, "/", "#faults", id), 303)
  })
}

const effectRow = z.object({
  seq: z.number(),
  at: z.string(),
  operation: z.string(),
  key: z.string().nullable(),
  input: z.string().transform((text): unknown => JSON.parse(text)),
  answer: z.string().transform((text): unknown => JSON.parse(text)),
})

/** The page from which a button was pressed, in its language. */
export function pageOf(c: Context, path: string, part = "", switched?: string): string {
  const lang = c.req.query("lang")
  const query = new URLSearchParams({
    ...(lang === undefined ? {} : { lang }),
    ...(switched === undefined ? {} : { switched }),
  })
  return `${path}${query.size === 0 ? "" : `?${query}`}${part}`
}

/** A button of the page goes back to it, also when it came too late; every other caller gets JSON. */
export function orRefusal(c: Context, back: string, act: () => object): Response {
  const isPage = c.req.header("accept")?.includes("text/html") === true
  try {
    const done = act()
    return isPage ? c.redirect(back, 303) : c.json(done)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return isPage && error.status === 409
      ? c.redirect(back, 303)
      : c.json({ error: error.code }, error.status)
  }
}

async function jsonOf(c: Context): Promise<unknown> {
  try {
    return await c.req.json()
  } catch {
    return undefined
  }
}
