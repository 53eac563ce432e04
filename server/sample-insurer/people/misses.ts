import type { Clock } from "../core/clock.ts"
import type { InsurerDatabase } from "../core/database.ts"

const WINDOW_MS = 24 * 3_600_000
const ALLOWED = 3

type At = { readonly db: InsurerDatabase; readonly clock: Clock }

/** Whether one of these facts was missed three times within 24 hours. */
export function isLocked({ db, clock }: At, facts: readonly string[]): boolean {
  const count = db.prepare<[string, number], { misses: number }>(
    "SELECT count(*) AS misses FROM miss WHERE fact = ? AND ms > ?",
  )
  return facts.some((fact) => (count.get(fact, clock.ms - WINDOW_MS)?.misses ?? 0) >= ALLOWED)
}

/** Counts a miss on each fact, whether it exists or not, and returns whether that locks one of them. */
export function countMiss(at: At, facts: readonly string[]): boolean {
  const add = at.db.prepare("INSERT INTO miss VALUES (?, ?)")
  for (const fact of facts) add.run(fact, at.clock.ms)
  return isLocked(at, facts)
}
