import type { Day } from "./day.ts"

/** The instant of a request: `now` is ISO 8601 in Beijing time, `today` its day there. */
export type Clock = { readonly ms: number; readonly now: string; readonly today: Day }

const BEIJING_MS = 8 * 3_600_000
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

/** Returns the clock that stands at `ms` (epoch milliseconds). */
export function clockAt(ms: number): Clock {
  const now = toBeijing(ms)
  return { ms, now, today: now.slice(0, 10) }
}

/** Returns the clock of an `x-now` header, or `null` when it is no ISO 8601 instant with an offset. */
export function parseClock(header: string): Clock | null {
  const ms = WITH_OFFSET.test(header) ? Date.parse(header) : Number.NaN
  return Number.isNaN(ms) ? null : clockAt(ms)
}

/** Returns an instant as ISO 8601 in Beijing time, to the second. */
export function toBeijing(ms: number): string {
  return `${new Date(ms + BEIJING_MS).toISOString().slice(0, 19)}+08:00`
}
