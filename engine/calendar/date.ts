/** A day of the Gregorian calendar, `YYYY-MM-DD`, years 0001 to 9999. */
export type LocalDate = string

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/

/**
 * Returns the days from 1970-01-01 to `date`, or `null` when it is no day of the calendar (2026-02-30).
 * Days-from-civil after Howard Hinnant: exact integers, no clock and no time zone.
 */
export function dayNumber(date: LocalDate): number | null {
  const match = DATE.exec(date)
  if (match === null) return null
  const year = Number(match[1])
  const month = Number(match[2])
  const day = Number(match[3])
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return dayNumberOf(year, month, day)
}

/** Whether `text` is a day that exists, written `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  return dayNumber(text) !== null
}

/** Returns the date that lies `day` days after 1970-01-01. */
export function dateOfDay(day: number): LocalDate {
  const { year, month, dayOfMonth } = civilOf(day)
  return formatDateParts(year, month, dayOfMonth)
}

/** Returns `date` moved by whole days, forwards or backwards. Throws a `RangeError` for no date. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(requireDay(date) + Math.trunc(days))
}

/**
 * Returns the corresponding day `months` later; where that month has none, its last day (民法典 第二百零二条).
 * `2026-01-31` plus one month is `2026-02-28`.
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, dayOfMonth } = civilOf(requireDay(date))
  const count = year * 12 + (month - 1) + Math.trunc(months)
  const targetYear = Math.floor(count / 12)
  const targetMonth = (count % 12) + 1
  return formatDateParts(targetYear, targetMonth, Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth)))
}

/** Returns the days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return requireDay(to) - requireDay(from)
}

/**
 * Returns the whole years from `from` to `to`, as ages count: a year is complete on the corresponding day, and
 * for a 29 February in other years on the 28th. Negative when `to` is earlier.
 */
export function yearsBetween(from: LocalDate, to: LocalDate): number {
  if (requireDay(to) < requireDay(from)) return -yearsBetween(to, from)
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return addMonths(from, years * 12) <= to ? years : years - 1
}

/** Returns the ISO weekday, 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: LocalDate): number {
  return weekdayOfDay(requireDay(date))
}

/** Returns the ISO weekday of a day number. */
export function weekdayOfDay(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** Returns the day number of `date`. Throws a `RangeError` that names what is no date. */
export function requireDay(date: LocalDate): number {
  const day = dayNumber(date)
  if (day === null) throw new RangeError(`"${date}" is no date: write YYYY-MM-DD, a day that exists`)
  return day
}

function dayNumberOf(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

function civilOf(day: number): { year: number; month: number; dayOfMonth: number } {
  const shifted = day + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth }
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function formatDateParts(year: number, month: number, day: number): LocalDate {
  if (year < 1 || year > 9999) throw new RangeError(`year ${year} lies outside 0001 to 9999`)
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
}
