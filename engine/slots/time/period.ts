import { weekdayOfDay } from "../../calendar/date.ts"
import { addMonths, dateOfDay, dayNumber } from "../../calendar/index.ts"
import { allMatches } from "../all-matches.ts"
import type { Today } from "./today.ts"

/** A part of the day that decides what an hour from 1 to 12 means. */
export type DayPart = "dawn" | "morning" | "noon" | "afternoon" | "evening" | "night"

/**
 * Days meant by a stretch of text: `from` and `to` are day numbers, both included; `null` is open. `grain`
 * "day" is one day, "about" a part of a longer time where a day can only be supposed (月底, 周末), "none"
 * something that looks like a date and is none (2月30日). What was left out of a date (`said`) is taken from
 * the other end of a range.
 */
export type Period = {
  readonly start: number
  readonly end: number
  readonly from: number | null
  readonly to: number | null
  readonly grain: "day" | "about" | "week" | "month" | "quarter" | "half" | "year" | "span" | "none"
  readonly certain: boolean
  readonly said?: SaidDate
  readonly part?: DayPart
  /** The day from which an open time runs: 从3月5号开始. */
  readonly begins?: number
  /** Minutes since midnight of an instant such as 半小时前. */
  readonly minute?: number
}

/** The parts of a date that were said; a bare day of the month or weekday has no more than that. */
export type SaidDate = {
  readonly year?: number
  readonly month?: number
  readonly date?: number
  readonly weekday?: number
}

export type PeriodContent = Omit<Period, "start" | "end">

/**
 * What a rule makes of a match: days, `"impossible"` for a date that does not exist, `null` for no date at
 * all.
 */
export type RuleResult = PeriodContent | "impossible" | null

export type PeriodRule = {
  readonly pattern: RegExp
  readonly read: (groups: Groups, today: Today, said: string) => RuleResult
}
export type Groups = Readonly<Record<string, string | undefined>>

/** No message has more dates than this; what is pasted costs no more for having them. */
const MOST_MATCHES = 50

/** Returns the periods that a rule finds in a text, the first ones of very many. */
export function applyRule({ pattern, read }: PeriodRule, text: string, today: Today): readonly Period[] {
  const found: Period[] = []
  for (const match of allMatches(text, pattern)) {
    if (found.length === MOST_MATCHES) break
    const result = read(match.groups ?? {}, today, match[0])
    if (result === null) continue
    const span = { start: match.index, end: match.index + match[0].length }
    found.push(result === "impossible" ? { ...span, ...IMPOSSIBLE } : { ...span, ...result })
  }
  return found
}
const IMPOSSIBLE = { from: null, to: null, grain: "none", certain: false } as const

/** Returns the day number of a date, or `null` when there is no such day. */
export function dayOf(year: number, month: number, date: number): number | null {
  const two = (value: number) => String(value).padStart(2, "0")
  return dayNumber(`${String(year).padStart(4, "0")}-${two(month)}-${two(date)}`)
}

export function civilOf(day: number): {
  readonly year: number
  readonly month: number
  readonly date: number
} {
  const text = dateOfDay(day)
  return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), date: Number(text.slice(8, 10)) }
}

export function monthsLater(day: number, months: number): number {
  return dayNumber(addMonths(dateOfDay(day), months)) ?? day
}

/** Returns the Monday of the week of a day. */
export function mondayOf(day: number): number {
  return day - weekdayOfDay(day) + 1
}

/** Returns one certain or uncertain day. */
export function oneDay(day: number, certain = true, more: Partial<PeriodContent> = {}): PeriodContent {
  return { from: day, to: day, grain: "day", certain, ...more }
}

/**
 * Returns a whole month, or its part from `first` to `last` (days of the month; past the end means the end).
 */
export function monthPart(
  year: number,
  month: number,
  first = 1,
  last = 31,
): { from: number; to: number } | null {
  const begin = dayOf(year, month, 1)
  if (begin === null) return null
  const end = monthsLater(begin, 1) - 1
  return { from: begin + first - 1, to: Math.min(begin + last - 1, end) }
}

/**
 * Returns the year that an unsaid year means: by `prefer`, else this year unless a date near by is far
 * nearer.
 */
export function yearFor(
  today: Today,
  dayIn: (year: number) => number | null,
): { year: number; certain: boolean } | null {
  const { year } = civilOf(today.day)
  const years = [0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6, -7, 7, -8, 8].map((offset) => year + offset)
  const days = years.flatMap((candidate) => {
    const day = dayIn(candidate)
    return day === null ? [] : [{ year: candidate, day }]
  })
  if (today.prefer !== undefined) {
    const fitting = days.filter(({ day }) => (today.prefer === "past" ? day <= today.day : day >= today.day))
    const nearest = nearestOf(fitting, today.day)
    return nearest === null ? null : { year: nearest.year, certain: true }
  }
  const near = nearestOf(days, today.day)
  const current = days.find((candidate) => candidate.year === year) ?? near
  if (current === null || near === null) return null
  const isFar = Math.abs(current.day - today.day) > 250 && Math.abs(near.day - today.day) <= 60
  return { year: isFar ? near.year : current.year, certain: Math.abs(current.day - today.day) <= 92 }
}

function nearestOf<T extends { readonly day: number }>(days: readonly T[], day: number): T | null {
  return days.reduce<T | null>(
    (best, next) => (best === null || Math.abs(next.day - day) < Math.abs(best.day - day) ? next : best),
    null,
  )
}

/** Returns the weekday's date by `prefer`, never today, without it the next one. */
export function weekdayFor(today: Today, weekday: number): PeriodContent {
  const ahead = (weekday - weekdayOfDay(today.day) + 7) % 7 || 7
  const day = today.prefer === "past" ? today.day + ahead - 7 - (ahead === 7 ? 7 : 0) : today.day + ahead
  return oneDay(day, today.prefer !== undefined && ahead !== 7, { said: { weekday } })
}
