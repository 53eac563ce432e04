/** The parts of an ISO 8601 duration; each is a whole number, seconds may have a fraction. */
export type Duration = {
  readonly years: number
  readonly months: number
  readonly days: number
  readonly hours: number
  readonly minutes: number
  readonly seconds: number
}

const DURATION =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

/** Returns the parts of an ISO 8601 duration such as `P30D`, `PT3M` or `P1DT12H` (weeks as seven days), or `null`. */
export function parseDuration(text: string): Duration | null {
  const match = DURATION.exec(text)
  if (match === null || text === "P") return null
  const part = (index: number) => Number(match[index] ?? 0)
  return {
    years: part(1),
    months: part(2),
    days: part(3) * 7 + part(4),
    hours: part(5),
    minutes: part(6),
    seconds: part(7),
  }
}

/** Returns the parts of a duration. Throws a `RangeError` that names what is no duration. */
export function requireDuration(text: string): Duration {
  const duration = parseDuration(text)
  if (duration === null) {
    throw new RangeError(`"${text}" is no ISO 8601 duration: write for instance P30D, P1M, PT24H or PT3M`)
  }
  return duration
}

/** Returns the ISO 8601 text of a duration, without parts that are zero; `PT0S` for none. */
export function formatDuration(duration: Partial<Duration>): string {
  const { years = 0, months = 0, days = 0, hours = 0, minutes = 0, seconds = 0 } = duration
  const part = (count: number, unit: string) => (count === 0 ? "" : `${count}${unit}`)
  const date = part(years, "Y") + part(months, "M") + part(days, "D")
  const time = part(hours, "H") + part(minutes, "M") + part(seconds, "S")
  if (date === "" && time === "") return "PT0S"
  return time === "" ? `P${date}` : `P${date}T${time}`
}

/** Returns the milliseconds of the hours, minutes and seconds of a duration. */
export function timeOfDurationMs(duration: Duration): number {
  return Math.round((duration.hours * 3600 + duration.minutes * 60 + duration.seconds) * 1000)
}

/** Returns the milliseconds of a duration without years and months, a day as 24 hours, or `null` when it has some. */
export function durationMs(text: string): number | null {
  const duration = parseDuration(text)
  if (duration === null || duration.years > 0 || duration.months > 0) return null
  return duration.days * 86_400_000 + timeOfDurationMs(duration)
}
