/** A day of the calendar, `YYYY-MM-DD`. */
export type Day = string

const DAY_MS = 86_400_000

/** Returns the day `days` later, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return dayOf(midnight(day) + days * DAY_MS)
}

/** Returns the corresponding day `months` later; where that month has none, its last day. */
export function addMonths(day: Day, months: number): Day {
  const from = new Date(midnight(day))
  const first = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return dayOf(first.getTime() + (Math.min(from.getUTCDate(), last) - 1) * DAY_MS)
}

/** Returns how many days `to` lies after `from`. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((midnight(to) - midnight(from)) / DAY_MS)
}

/** Returns the full years from `from` to `to`; of a birthday, the age. */
export function yearsBetween(from: Day, to: Day): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}

/** Whether it is a Saturday or Sunday. */
export function isWeekend(day: Day): boolean {
  const weekday = new Date(midnight(day)).getUTCDay()
  return weekday === 0 || weekday === 6
}

function midnight(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function dayOf(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10)
}
