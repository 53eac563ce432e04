import { formatMoment, type MomentParts, parseMoment } from "../../calendar/index.ts"
import { localOf } from "../../calendar/moment.ts"
import { fixedOffsetOf } from "../../calendar/time-zone.ts"
import type { RecognizeOptions } from "../recognition.ts"

/**
 * The customer's own day and time: `day` since 1970-01-01, `minute` since midnight, `offset` minutes east of
 * UTC.
 */
export type Today = {
  readonly day: number
  readonly minute: number
  readonly offset: number
  readonly epochMs: number
  readonly prefer: "past" | "future" | undefined
  readonly locale: string
}

/**
 * Returns the day and time of `options.now` where the customer is. A `now` without offset is local time.
 * Throws a `RangeError` for what is no time.
 */
export function todayOf({ now, timeZone, prefer, locale }: RecognizeOptions): Today {
  const zone = timeZone === undefined ? null : fixedOffsetOf(timeZone)
  const said = parseMoment(now) ?? parseLocal(now, zone ?? 0)
  if (said === null) {
    throw new RangeError(
      `recognize: now "${now}" is no time: write ISO 8601 with offset, 2026-03-02T10:00:00+08:00`,
    )
  }
  const offset = zone ?? said.offset
  const { day, msOfDay } = localOf({ epochMs: said.epochMs, offset })
  return { day, minute: Math.floor(msOfDay / 60_000), offset, epochMs: said.epochMs, prefer, locale }
}

/** Returns the moment `minute` minutes after the local midnight of `day`, to the minute. */
export function momentText(day: number, minute: number, { offset }: Today): string {
  return formatMoment({ epochMs: (day * 1440 + minute - offset) * 60_000, offset })
}

function parseLocal(now: string, offset: number): MomentParts | null {
  const parts = parseMoment(/^\d{4}-\d{2}-\d{2}$/.test(now) ? `${now}T00:00:00Z` : `${now}Z`)
  return parts === null ? null : { epochMs: parts.epochMs - offset * 60_000, offset }
}
