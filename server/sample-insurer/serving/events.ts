import { type Clock, clockAt } from "../core/clock.ts"
import { type InsurerDatabase, nextNumber } from "../core/database.ts"

/** Something that flows may wait for. */
export type OutsideEvent = {
  readonly event: string
  readonly correlation: Readonly<Record<string, string>>
  readonly payload: Readonly<Record<string, string | number>>
}

/** Where events go: `url` is Colloquy's `/api/events`, `key` its server key. */
export type EventTarget = {
  readonly url: string
  readonly key?: string
  readonly fetch: typeof globalThis.fetch
}

type EventRow = {
  readonly id: string
  readonly event: string
  readonly correlation: string
  readonly payload: string
  readonly attempts: number
}

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 600_000
const PATIENCE_MS = 10_000

/** Keeps an event until it is accepted. Call it inside the transaction that makes it true. */
export function keepEvent(db: InsurerDatabase, clock: Clock, event: OutsideEvent): void {
  const id = `E${String(nextNumber(db, "event")).padStart(6, "0")}`
  const { correlation, payload } = event
  db.prepare("INSERT INTO event VALUES (?, ?, ?, ?, ?, 0, 0, 0, NULL)").run(
    id,
    clock.now,
    event.event,
    JSON.stringify(correlation),
    JSON.stringify(payload),
  )
}

/**
 * Posts every event that is due, oldest first, and returns how many were accepted. Any answer but 2xx, 404 too (the
 * conversation may not have committed yet), keeps the event for later, each time after twice the pause.
 */
export async function deliverEvents(
  db: InsurerDatabase,
  target: EventTarget,
  nowMs: number,
): Promise<number> {
  const due = db
    .prepare<[number], EventRow>("SELECT * FROM event WHERE accepted = 0 AND next_ms <= ? ORDER BY id")
    .all(nowMs)
  let accepted = 0
  for (const row of due) {
    const answer = await post(target, row)
    if (!db.open) return accepted
    const ok = answer.startsWith("2")
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** row.attempts, LONGEST_PAUSE_MS)
    db.prepare(
      "UPDATE event SET attempts = attempts + 1, next_ms = ?, accepted = ?, last_answer = ? WHERE id = ?",
    ).run(nowMs + pauseMs, ok ? 1 : 0, `${clockAt(nowMs).now} ${answer}`, row.id)
    if (ok) accepted += 1
  }
  return accepted
}

/** Returns when the next event is due, in epoch milliseconds; `null` when none waits. */
export function nextDelivery(db: InsurerDatabase): number | null {
  const row = db
    .prepare<[], { next: number | null }>("SELECT min(next_ms) AS next FROM event WHERE accepted = 0")
    .get()
  return row?.next ?? null
}

/** Returns every event kept, oldest first. */
export function keptEvents(
  db: InsurerDatabase,
): readonly (OutsideEvent & { readonly id: string; readonly at: string; readonly accepted: boolean })[] {
  return db
    .prepare<[], EventRow & { readonly at: string; readonly accepted: number }>(
      "SELECT * FROM event ORDER BY id",
    )
    .all()
    .map((row) => ({
      id: row.id,
      at: row.at,
      event: row.event,
      correlation: JSON.parse(row.correlation),
      payload: JSON.parse(row.payload),
      accepted: row.accepted === 1,
    }))
}

async function post(target: EventTarget, row: EventRow): Promise<string> {
  try {
    const response = await target.fetch(target.url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "idempotency-key": row.id,
        ...(target.key === undefined ? {} : { authorization: `Bearer ${target.key}` }),
      },
      body: JSON.stringify({
        event: row.event,
        correlation: JSON.parse(row.correlation),
        payload: JSON.parse(row.payload),
      }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return String(response.status)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
