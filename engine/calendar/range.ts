import { dayNumber } from "./date.ts"

/** Days by their number, both included. */
export type DayRange = { readonly from: number; readonly to: number }

/** Milliseconds since midnight; `toMs` is exclusive and past 24:00 when the range spans midnight. */
export type TimeRange = { readonly fromMs: number; readonly toMs: number }

const DAY_MS = 86_400_000

/** Returns the days of `2026-05-01` or `2026-10-01/2026-10-07`. Throws a `RangeError` that names the setting. */
export function parseDayRange(text: string, setting: string): DayRange {
  const [first = "", last = first, ...more] = text.split("/")
  const from = dayNumber(first)
  const to = dayNumber(last)
  if (from === null || to === null || more.length > 0 || to < from) {
    throw new RangeError(
      `${setting} has "${text}": write a day, 2026-05-01, or a range, 2026-10-01/2026-10-07`,
    )
  }
  return { from, to }
}

/** Returns the hours of `09:00-18:00`; `21:30-08:30` spans midnight. Throws a `RangeError` that names the setting. */
export function parseTimeRange(text: string, setting: string): TimeRange {
  const match = /^(\d{2}):(\d{2})-(\d{2}):(\d{2})$/.exec(text)
  const fromMs = timeMs(match?.[1], match?.[2])
  const toMs = timeMs(match?.[3], match?.[4])
  if (fromMs === null || toMs === null || fromMs === toMs || fromMs === DAY_MS) {
    throw new RangeError(`${setting} has "${text}": write hours as 09:00-18:00, over midnight as 21:30-08:30`)
  }
  return { fromMs, toMs: toMs > fromMs ? toMs : toMs + DAY_MS }
}

function timeMs(hours: string | undefined, minutes: string | undefined): number | null {
  const total = Number(hours) * 60 + Number(minutes)
  return Number(minutes) > 59 || !(total <= 24 * 60) ? null : total * 60_000
}
