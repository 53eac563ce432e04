import type { Context, Hono } from "hono"
import { type Clock, clockAt, parseClock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"
import type { Faults } from "./faults.ts"
import type { Operation } from "./operation.ts"
import { type Answer, perform } from "./perform.ts"

/** What serving needs. `stop` ends what still hangs. `changed` is told after each operation with an effect. */
export type Serving = {
  readonly db: InsurerDatabase
  readonly faults: Faults
  readonly now: () => number
  readonly publicUrl: string
  readonly stop: AbortSignal
  readonly changed: () => void
}

/** Serves an operation over HTTP: reads its input and clock, lets faults have their way, performs it once. */
export function serve(app: Hono, operation: Operation, serving: Serving): void {
  app.on(operation.method, operation.path, async (c) => {
    const clock = clockOf(c, serving.now)
    const input = await inputOf(c)
    if (clock === null) return say(refusal("INVALID_NOW"))
    if (input === null) return say(refusal("INVALID_INPUT"))
    const key = c.req.header("idempotency-key") ?? ""
    const run = () => {
      const answer = perform(serving.db, operation, input, { key, clock, publicUrl: serving.publicUrl })
      if (operation.effect !== "read") serving.changed()
      return answer
    }
    const fault = serving.faults.take(operation.id)
    switch (fault?.kind) {
      case "error":
        return say({ status: 500, body: JSON.stringify({ error: "INTERNAL" }) })
      case "unavailable":
        return say({ status: 503, body: JSON.stringify({ error: "UNAVAILABLE" }) }, { "retry-after": "5" })
      case "slow":
        await pause(fault.ms, [serving.stop, c.req.raw.signal])
        return serving.stop.aborted ? hangUp(c) : say(run())
      case "duplicate":
        run()
        return say(run())
      case "noAnswer":
        if (fault.performed) run()
        await pause(fault.ms, [serving.stop, c.req.raw.signal])
        return hangUp(c)
      default:
        return say(run())
    }
  })
}

/** Returns the clock of a request: the header `x-now`, else the real one; `null` when the header cannot be read. */
export function clockOf(c: Context, now: () => number): Clock | null {
  const header = c.req.header("x-now")
  return header === undefined ? clockAt(now()) : parseClock(header)
}

/** The input from path, query and body; a null counts as absent. `null` when the body is no JSON object. */
async function inputOf(c: Context): Promise<Readonly<Record<string, unknown>> | null> {
  const outside = { ...c.req.query(), ...c.req.param() }
  if (c.req.method === "GET") return outside
  const text = await c.req.text()
  if (text.trim() === "") return outside
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body !== "object" || body === null || Array.isArray(body)) return null
    const known = Object.entries(body).filter(([, value]) => value !== null)
    return { ...Object.fromEntries(known), ...outside }
  } catch {
    return null
  }
}

function say(answer: Answer, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(answer.body, {
    status: answer.status,
    headers: { "content-type": "application/json", ...headers },
  })
}

function refusal(code: string): Answer {
  return { status: 400, body: JSON.stringify({ error: code }) }
}

/** Resolves after `ms`, or as soon as one of the signals ends the wait. */
function pause(ms: number, signals: readonly AbortSignal[]): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      for (const signal of signals) signal.removeEventListener("abort", end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    for (const signal of signals) {
      if (signal.aborted) end()
      else signal.addEventListener("abort", end)
    }
  })
}

/** Closes the connection without an answer; where there is none (a call within the process), 504 stands for that. */
function hangUp(c: Context): Response {
  const socket: unknown = c.env?.outgoing
  if (isDestroyable(socket)) socket.destroy()
  return new Response(null, { status: 504 })
}

function isDestroyable(value: unknown): value is { destroy(): void } {
  return (
    typeof value === "object" && value !== null && "destroy" in value && typeof value.destroy === "function"
  )
}
