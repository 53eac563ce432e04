import { addDays, addMonths, dateOfDay, type LocalDate, requireDay, weekdayOf, weekdayOfDay } from "./date.ts"
import { requireDuration, timeOfDurationMs } from "./duration.ts"
import { formatMoment, localOf, type Moment, type MomentParts, requireMoment, startOfDay } from "./moment.ts"
import { type DayRange, parseDayRange, parseTimeRange, type TimeRange } from "./range.ts"
import { fixedOffsetOf } from "./time-zone.ts"

/** The working calendar as `flowset.yaml` writes it; what is left out is Monday to Friday, no holidays, no quiet. */
export type CalendarSettings = {
  /** ISO weekdays, 1 for Monday to 7 for Sunday. */
  readonly workdays?: readonly number[]
  /** Business hours, `"09:00-18:00"`. */
  readonly hours?: readonly string[]
  /** Statutory rest days, `"2026-05-01"` or `"2026-10-01/2026-10-07"`, both ends included. */
  readonly holidays?: readonly string[]
  /** Weekend days worked in exchange (调休), written like holidays; they win over both. */
  readonly extraWorkdays?: readonly string[]
  /** Hours in which we start nothing, `"21:30-08:30"`. */
  readonly quiet?: readonly string[]
  /** IANA name or offset; `Asia/Shanghai` when left out. */
  readonly timeZone?: string
}

/** How a legal period counts its days: every day, or only working days. */
export type DayCount = "calendar" | "working"

/** A working calendar. Pure: the same arguments always give the same answer. */
export type Calendar = {
  /** Whether business is done on that day: a weekday of `workdays` that is no holiday, or an extra workday. */
  isWorkday(date: LocalDate): boolean
  /** The `n`-th workday after `date` (before it, when negative); `date` itself for 0. */
  addWorkdays(date: LocalDate, n: number): LocalDate
  /** The workdays after `from` up to and including `to`; negative when `to` is earlier. */
  workdaysBetween(from: LocalDate, to: LocalDate): number
  /** The last day of a legal period that begins at `start`; see `legalDeadline`. */
  legalLastDay(start: Moment, period: string, options?: { readonly days?: DayCount }): LocalDate
  /**
   * The instant at which a legal period ends (民法典 第二百零一至二百零三条): the first day is not counted, months
   * and years end on the corresponding day, the last day runs to 24:00 (returned as the next day's 00:00) and moves
   * past statutory rest days. A period with hours runs from `start` itself and is not moved.
   */
  legalDeadline(start: Moment, period: string, options?: { readonly days?: DayCount }): Moment
  /** `now` plus an ISO 8601 duration: years, months and days by the calendar, the rest exactly. */
  addDuration(now: Moment, duration: string): Moment
  /** Whether `now` is a workday within `hours`; without `hours`, within the calendar's own (none: all day). */
  isOpen(now: Moment, hours?: readonly string[]): boolean
  /** The first moment from `now` on at which the calendar's hours run: `now` itself while they do. */
  opensAt(now: Moment): Moment
  /** The first moment from `now` on that lies in no quiet hours; `now` itself when it does not. */
  afterQuiet(now: Moment): Moment
  /** The day that `now` is in the calendar's zone. */
  localDate(now: Moment): LocalDate
  /** `周一` to `周日` in Chinese, `Mon` to `Sun` in every other locale. */
  weekday(date: LocalDate, locale: string): string
}

const WEEKDAYS = {
  zh: ["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
}

/** Returns the name of the weekday, `周一` or `Mon`. Throws a `RangeError` for no date. */
export function weekdayName(date: LocalDate, locale: string): string {
  const names = locale.startsWith("zh") ? WEEKDAYS.zh : WEEKDAYS.en
  return names[weekdayOf(date) - 1] ?? ""
}

/**
 * Returns the calendar of a flow set. Throws a `RangeError` that names the setting when a range cannot be read or
 * when no weekday is worked; `check` reports the same as diagnostics by calling it.
 */
export function createCalendar(settings: CalendarSettings = {}): Calendar {
  const workdays = new Set(settings.workdays ?? [1, 2, 3, 4, 5])
  if (![1, 2, 3, 4, 5, 6, 7].some((weekday) => workdays.has(weekday))) {
    throw new RangeError(`calendar.workdays names no weekday: list at least one of 1 (Monday) to 7 (Sunday)`)
  }
  const holidays = (settings.holidays ?? []).map((text) => parseDayRange(text, "calendar.holidays"))
  const extraWorkdays = (settings.extraWorkdays ?? []).map((text) =>
    parseDayRange(text, "calendar.extraWorkdays"),
  )
  const businessHours = (settings.hours ?? []).map((text) => parseTimeRange(text, "calendar.hours"))
  const quiet = (settings.quiet ?? []).map((text) => parseTimeRange(text, "calendar.quiet"))
  const zoneOffset = fixedOffsetOf(settings.timeZone ?? "Asia/Shanghai")

  let last = { now: "", parts: { epochMs: 0, offset: 0 } }
  /** A turn asks again and again about the one moment that it is taken at. */
  const inZone = (now: Moment): MomentParts => {
    if (last.now === now) return last.parts
    const { epochMs, offset } = requireMoment(now)
    last = { now, parts: { epochMs, offset: zoneOffset ?? offset } }
    return last.parts
  }

  const isWorkday = (day: number): boolean =>
    covers(extraWorkdays, day) || (workdays.has(weekdayOfDay(day)) && !covers(holidays, day))

  const nextWorkday = (from: number, step: 1 | -1): number => {
    for (let day = from + step, tried = 0; tried < MOST_RESTDAYS; day += step, tried += 1) {
      if (isWorkday(day)) return day
    }
    throw new RangeError(
      `no workday within ${MOST_RESTDAYS} days of ${dateOfDay(from)}: check calendar.holidays`,
    )
  }

  const addWorkdays = (from: number, n: number): number => {
    const step = n < 0 ? -1 : 1
    let day = from
    for (let left = Math.abs(Math.trunc(n)); left > 0; left -= 1) day = nextWorkday(day, step)
    return day
  }

  const legalLastDay = (start: MomentParts, period: string, days: DayCount): number => {
    const duration = requireDuration(period)
    const first = dateOfDay(localOf(start).day)
    const corresponding = requireDay(addMonths(first, duration.years * 12 + duration.months))
    if (days === "working" && duration.days > 0) return addWorkdays(corresponding, duration.days)
    const last = corresponding + duration.days
    return isWorkday(last) ? last : nextWorkday(last, 1)
  }

  const addDuration = (from: MomentParts, text: string): MomentParts => {
    const duration = requireDuration(text)
    const { years, months, days } = duration
    const { offset } = from
    const timeMs = timeOfDurationMs(duration)
    if (years + months + days === 0) return { epochMs: from.epochMs + timeMs, offset }
    const { day, msOfDay } = localOf(from)
    const date = addDays(addMonths(dateOfDay(day), years * 12 + months), days)
    return { epochMs: startOfDay(date, offset).epochMs + msOfDay + timeMs, offset }
  }

  const hasHours = (period: string): boolean => {
    const { hours, minutes, seconds } = requireDuration(period)
    return hours + minutes + seconds > 0
  }

  const isOpen = (now: Moment, ranges: readonly TimeRange[]): boolean => {
    const { day, msOfDay } = localOf(inZone(now))
    if (ranges.length === 0) return isWorkday(day)
    return ranges.some(
      (range) =>
        (isWorkday(day) && msOfDay >= range.fromMs && msOfDay < range.toMs) ||
        (isWorkday(day - 1) && msOfDay + DAY_MS < range.toMs),
    )
  }

  return {
    isWorkday: (date) => isWorkday(requireDay(date)),
    addWorkdays: (date, n) => dateOfDay(addWorkdays(requireDay(date), n)),
    workdaysBetween(from, to) {
      const start = requireDay(from)
      const end = requireDay(to)
      let count = 0
      for (let day = Math.min(start, end) + 1; day <= Math.max(start, end); day += 1)
        if (isWorkday(day)) count += 1
      return start <= end ? count : -count
    },
    legalLastDay(start, period, options) {
      const from = inZone(start)
      if (hasHours(period)) return dateOfDay(localOf(addDuration(from, period)).day)
      return dateOfDay(legalLastDay(from, period, options?.days ?? "calendar"))
    },
    legalDeadline(start, period, options) {
      const from = inZone(start)
      if (hasHours(period)) return formatMoment(addDuration(from, period))
      return formatMoment(
        startOfDay(legalLastDay(from, period, options?.days ?? "calendar") + 1, from.offset),
      )
    },
    addDuration: (now, duration) => formatMoment(addDuration(inZone(now), duration)),
    isOpen: (now, hours) => isOpen(now, hours?.map((text) => parseTimeRange(text, "hours")) ?? businessHours),
    opensAt(now) {
      if (isOpen(now, businessHours)) return now
      const start = inZone(now)
      const { day, msOfDay } = localOf(start)
      const later = isWorkday(day) ? businessHours.filter(({ fromMs }) => fromMs > msOfDay) : []
      const opensOn = later.length > 0 ? day : nextWorkday(day, 1)
      const opens = Math.min(...(later.length > 0 ? later : businessHours).map(({ fromMs }) => fromMs))
      const { epochMs, offset } = startOfDay(opensOn, start.offset)
      return formatMoment({ epochMs: epochMs + (businessHours.length === 0 ? 0 : opens), offset })
    },
    afterQuiet(now) {
      const start = inZone(now)
      let { epochMs } = start
      for (let tried = 0; tried <= quiet.length; tried += 1) {
        const { msOfDay } = localOf({ epochMs, offset: start.offset })
        const wait = Math.max(0, ...quiet.map((range) => remainingMs(range, msOfDay)))
        if (wait === 0) break
        epochMs += wait
      }
      return epochMs === start.epochMs ? now : formatMoment({ epochMs, offset: start.offset })
    },
    localDate: (now) => dateOfDay(localOf(inZone(now)).day),
    weekday: weekdayName,
  }
}

const DAY_MS = 86_400_000
const MOST_RESTDAYS = 400

function covers(ranges: readonly DayRange[], day: number): boolean {
  return ranges.some((range) => day >= range.from && day <= range.to)
}

/** The milliseconds until a range that holds `msOfDay`, begun today or yesterday, ends; 0 outside it. */
function remainingMs(range: TimeRange, msOfDay: number): number {
  if (msOfDay >= range.fromMs && msOfDay < range.toMs) return range.toMs - msOfDay
  return msOfDay + DAY_MS < range.toMs ? range.toMs - DAY_MS - msOfDay : 0
}
