import { dateOfDay, dayNumber, type LocalDate } from "./date.ts"

/** An instant as the engine writes it: ISO 8601 with offset, `2026-03-02T10:00:00+08:00`. */
export type Moment = string

/** A moment in parts: `epochMs` since 1970-01-01T00:00Z, `offset` in minutes east of UTC. */
export type MomentParts = { readonly epochMs: number; readonly offset: number }

const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})$/
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** Returns the parts of an ISO 8601 moment with offset (`Z` or `±hh:mm`; seconds may be left out), or `null`. */
export function parseMoment(text: string): MomentParts | null {
  const match = MOMENT.exec(text)
  if (match === null) return null
  const day = dayNumber(match[1] ?? "")
  const offset = parseOffset(match[6] ?? "")
  const hours = Number(match[2])
  const minutes = Number(match[3])
  const seconds = Number(match[4] ?? 0)
  if (day === null || offset === null || hours > 24 || minutes > 59 || seconds > 59) return null
  const milliseconds = match[5] === undefined ? 0 : Math.trunc(Number(`0.${match[5]}`) * 1000)
  const timeMs = ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds
  if (timeMs > DAY_MS) return null
  return { epochMs: day * DAY_MS + timeMs - offset * MINUTE_MS, offset }
}

/** Returns the parts of a moment. Throws a `RangeError` that names what is no moment. */
export function requireMoment(text: Moment): MomentParts {
  const parts = parseMoment(text)
  if (parts === null) {
    throw new RangeError(`"${text}" is no moment: write ISO 8601 with offset, 2026-03-02T10:00:00+08:00`)
  }
  return parts
}

/** Returns the moment as text, with milliseconds only where there are some. */
export function formatMoment({ epochMs, offset }: MomentParts): Moment {
  const { day, msOfDay } = localOf({ epochMs, offset })
  const seconds = Math.floor(msOfDay / 1000)
  const rest = msOfDay % 1000
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  const fraction = rest === 0 ? "" : `.${String(rest).padStart(3, "0")}`
  return `${dateOfDay(day)}T${time}${fraction}${formatOffset(offset)}`
}

/** Returns the local day number and the milliseconds since its midnight. */
export function localOf({ epochMs, offset }: MomentParts): { day: number; msOfDay: number } {
  const local = epochMs + offset * MINUTE_MS
  const day = Math.floor(local / DAY_MS)
  return { day, msOfDay: local - day * DAY_MS }
}

/** Returns the moment at which a local day begins. */
export function startOfDay(date: LocalDate | number, offset: number): MomentParts {
  const day = typeof date === "number" ? date : (dayNumber(date) ?? Number.NaN)
  return { epochMs: day * DAY_MS - offset * MINUTE_MS, offset }
}

/** Compares two moments by the instant they name; negative when `a` is earlier. */
export function compareMoments(a: Moment, b: Moment): number {
  return requireMoment(a).epochMs - requireMoment(b).epochMs
}

/** Returns the minutes east of UTC of `Z`, `+08:00` or `+0800`, or `null`. */
export function parseOffset(text: string): number | null {
  if (text === "Z") return 0
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(text)
  if (match === null) return null
  const minutes = Number(match[2]) * 60 + Number(match[3])
  if (Number(match[3]) > 59 || minutes > 18 * 60) return null
  return match[1] === "-" ? -minutes : minutes
}

function formatOffset(offset: number): string {
  const minutes = Math.abs(offset)
  return `${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

function two(value: number): string {
  return String(value).padStart(2, "0")
}
