import { Failure } from "../failure.ts"

/** The shell's clock. The engine sees only the texts that it gives. */
export type Clock = {
  /** ISO 8601 with the offset of the flow set's time zone, to the millisecond. */
  now(): string
  nowMs(): number
  /** The text of another moment. */
  at(ms: number): string
  /** Whether it stands still until somebody moves it. */
  readonly isFixed: boolean
  /** Moves a fixed clock forward. Throws `clock-not-fixed` on a real one, `clock-goes-forward` for an earlier time. */
  moveTo(ms: number): void
}

const QUARTER_MS = 15 * 60_000

/** Returns the computer's clock, told in a time zone. */
export function createClock(timeZone: string): Clock {
  const format = createFormat(timeZone)
  return {
    now: () => format(Date.now()),
    nowMs: () => Date.now(),
    at: format,
    isFixed: false,
    moveTo: () => {
      throw new Failure(
        "clock-not-fixed",
        "This server runs on the computer's clock, which nobody moves: start it with a fixed one (--now).",
      )
    },
  }
}

/** Returns a clock that stands at `start` (ISO 8601 with offset) until it is moved. */
export function createFixedClock(timeZone: string, start: string): Clock {
  const format = createFormat(timeZone)
  let ms = Date.parse(start)
  if (Number.isNaN(ms)) {
    throw new Error(
      `"${start}" is no time: write ISO 8601 with an offset, such as 2026-03-02T10:00:00+08:00.`,
    )
  }
  return {
    now: () => format(ms),
    nowMs: () => ms,
    at: format,
    isFixed: true,
    moveTo: (target) => {
      if (target < ms) {
        throw new Failure("clock-goes-forward", `The clock stands at ${format(ms)}: it only goes forward.`)
      }
      ms = target
    },
  }
}

/** Offsets of all time zones change at full quarters of an hour, so one look-up serves a quarter. */
function createFormat(timeZone: string): (ms: number) => string {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" })
  let quarter = Number.NaN
  let offset = "+00:00"
  let offsetMs = 0
  return (ms) => {
    const wanted = Math.floor(ms / QUARTER_MS)
    if (wanted !== quarter) {
      quarter = wanted
      const name = parts.formatToParts(ms).find((part) => part.type === "timeZoneName")?.value ?? ""
      offset = name.slice(3) || "+00:00"
      const [hours = 0, minutes = 0] = offset.slice(1).split(":").map(Number)
      offsetMs = (offset.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000
    }
    return new Date(ms + offsetMs).toISOString().slice(0, -1) + offset
  }
}
