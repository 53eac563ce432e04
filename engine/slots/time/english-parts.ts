import { readStep } from "./english-days.ts"
import { COUNT, MONTH, readCount, readDate, readMonth, readYear, UNIT, YEAR } from "./english-words.ts"
import {
  civilOf,
  dayOf,
  type Groups,
  mondayOf,
  monthsLater,
  type PeriodRule,
  type RuleResult,
  yearFor,
} from "./period.ts"
import type { Today } from "./today.ts"

const BEGIN = "(?<![a-z\\d/.-])"
const NTH = "(?<nth>first|second|third|fourth|fifth|last|\\d{1,2}(?:st|nd|rd|th)|[a-z]{4,7}th)"
const WHOLE = `(?:(?:the )?(?<step>this|next|last|previous|past|coming)?\\s?(?<whole>month|year|quarter)|${MONTH}(?![a-z])(?:,? (?:of )?${YEAR})?|(?:the year )?(?<only>(?:19|20)\\d\\d))(?![a-z\\d])`

/**
 * Rules for parts of longer times in English, on lower-case text: the last week of July, week 31, later this month, H2
 * 2019, last summer, the 9th month of next year, EOM.
 */
export const ENGLISH_PARTS: readonly PeriodRule[] = [
  {
    pattern: new RegExp(
      `${BEGIN}(?:the )?${NTH} (?:${COUNT} )?(?<unit>day|week|weekend|month|quarter)s? (?:of|in) ${WHOLE}`,
      "g",
    ),
    read: readNthOf,
  },
  {
    pattern: new RegExp(
      `${BEGIN}(?:the )?week (?:number )?(?<week>\\d{1,2})(?:,? (?:of |in )?(?:(?:the )?(?<step>this|last|next) year|(?<year>(?:19|20)\\d\\d)))?(?![\\d:])`,
      "g",
    ),
    read({ week, step, year }, today) {
      const said = year === undefined ? civilOf(today.day).year + readStep(step) : Number(year)
      return weekOfYear(said, Number(week))
    },
  },
  {
    pattern: new RegExp(
      `${BEGIN}(?:(?<side>earlier|later) (?:on )?(?:in )?(?:this|the)|(?<rest>rest) of (?:this|the)) (?<unit>week|month|year)(?![a-z])`,
      "g",
    ),
    read: readSide,
  },
  {
    pattern: new RegExp(
      `${BEGIN}(?:the )?(?:next|upcoming|coming|following) (?:few|couple of|several) ${UNIT}|${BEGIN}(?:the )?(?<back>last|past|previous) (?:few|couple of|several) ${UNIT.replace("unit", "backUnit")}`,
      "g",
    ),
    read: ({ unit, back, backUnit }, today, said) =>
      around(today, said.includes("couple") ? 2 : 3, unit ?? backUnit, back === undefined ? 1 : -1, false),
  },
  {
    pattern: new RegExp(
      `${BEGIN}(?:the )?${COUNT} (?<side>upcoming|coming|next|following|past|last|previous) ${UNIT}`,
      "g",
    ),
    read: ({ count, side, unit }, today) =>
      around(today, readCount(count), unit, readStep(side === "upcoming" ? "next" : side) < 0 ? -1 : 1, true),
  },
  {
    pattern: new RegExp(
      `${BEGIN}(?:h(?<half>[12])[ -]?(?<year>\\d{4})|(?<before>\\d{4})[ -]?h(?<second>[12]))(?![\\da-z])`,
      "g",
    ),
    read({ half, year, before, second }) {
      const first = (half ?? second) === "1"
      return between(Number(year ?? before), first ? 1 : 7, 6)
    },
  },
  {
    pattern: new RegExp(
      `${BEGIN}(?:in )?(?:the )?(?:(?<step>this|last|next) )?(?<season>spring|summer|autumn|winter)(?: of)?(?: (?<year>(?:19|20)\\d\\d))?(?![a-z])`,
      "g",
    ),
    read: readSeason,
  },
  {
    pattern: new RegExp(`${BEGIN}for ${COUNT} ${UNIT},? (?:from|starting) (?:now|today)(?![a-z])`, "g"),
    read: ({ count, unit }, today) => around(today, readCount(count), unit, 1, true, 0),
  },
  { pattern: new RegExp(`${BEGIN}(?:the )?(?<edge>[be])o(?<unit>[my])(?![a-z])`, "g"), read: readEdge },
]

/** ISO 8601: the first week has the year's first Thursday. */
function weekOfYear(year: number, week: number): RuleResult {
  const fourth = dayOf(year, 1, 4)
  if (fourth === null || week < 1 || week > 53) return null
  const from = mondayOf(fourth) + (week - 1) * 7
  return { from, to: from + 6, grain: "week", certain: true }
}

function between(year: number, month: number, months: number, certain = true): RuleResult {
  const from = dayOf(year, month, 1)
  return from === null ? null : { from, to: monthsLater(from, months) - 1, grain: "half", certain }
}

/** The longer time of "the last week of …": its first day and its months. */
function wholeOf(groups: Groups, today: Today): { readonly from: number; readonly months: number } | null {
  const { step, whole, month, year, only } = groups
  const now = civilOf(today.day)
  if (only !== undefined) return withMonths(dayOf(Number(only), 1, 1), 12)
  if (month !== undefined) {
    const dayIn = (candidate: number) => dayOf(candidate, readMonth(month), 1)
    const said = readYear(year, today) ?? yearFor(today, dayIn)?.year
    return said === undefined ? null : withMonths(dayIn(said), 1)
  }
  if (whole === "year") return withMonths(dayOf(now.year + readStep(step), 1, 1), 12)
  const first = dayOf(now.year, whole === "quarter" ? now.month - ((now.month - 1) % 3) : now.month, 1)
  const months = whole === "quarter" ? 3 : 1
  return first === null ? null : withMonths(monthsLater(first, readStep(step) * months), months)
}

function withMonths(from: number | null, months: number) {
  return from === null ? null : { from, months }
}

function readNthOf(groups: Groups, today: Today): RuleResult {
  const { nth, count, unit } = groups
  const whole = wholeOf(groups, today)
  const place = nth === "last" ? 0 : readDate(nth)
  const units = count === undefined ? 1 : (readCount(count) ?? 0)
  if (whole === null || (nth !== "last" && (place < 1 || (count !== undefined && place > 1)))) return null
  const end = monthsLater(whole.from, whole.months) - 1
  if (units < 1 || !Number.isInteger(units)) return null
  const span = partOf(whole.from, end, unit, place, units)
  if (span === null || span.from < whole.from - 6 || span.to > end + 6) return null
  return unit === "day" && units === 1
    ? { ...span, grain: "day", certain: true }
    : { ...span, grain: "span", certain: true }
}

/** `place` counts from 1; 0 is the last. A week belongs where its Thursday is. */
function partOf(from: number, end: number, unit: string | undefined, place: number, units: number) {
  const isLast = place === 0
  const months = unit === "quarter" ? 3 : unit === "month" ? 1 : 0
  if (months > 0) {
    const first = isLast ? monthsLater(end + 1, -months * units) : monthsLater(from, (place - 1) * months)
    return { from: first, to: monthsLater(first, months * units) - 1 }
  }
  if (unit === "day") {
    const first = isLast ? end - units + 1 : from + place - 1
    return { from: first, to: first + units - 1 }
  }
  const monday = isLast ? mondayOf(end - 3) - (units - 1) * 7 : mondayOf(from + 3) + (place - 1) * 7
  if (unit === "weekend") return { from: monday + 5, to: monday + 6 }
  return { from: monday, to: monday + units * 7 - 1 }
}

function readSide({ side, unit }: Groups, today: Today): RuleResult {
  const { year, month } = civilOf(today.day)
  const isWeek = unit === "week"
  const first = isWeek ? mondayOf(today.day) : dayOf(year, unit === "year" ? 1 : month, 1)
  if (first === null) return null
  const last = isWeek ? first + 6 : monthsLater(first, unit === "year" ? 12 : 1) - 1
  const certain = true
  return side === "earlier"
    ? { from: first, to: today.day, grain: "span", certain }
    : { from: today.day, to: last, grain: "span", certain }
}

function around(
  today: Today,
  amount: number | null,
  unit: string | undefined,
  sign: 1 | -1,
  certain: boolean,
  gap = 1,
): RuleResult {
  const days = unit === "day" ? 1 : unit === "week" ? 7 : 0
  const months = unit === "month" ? 1 : unit === "quarter" ? 3 : unit === "year" ? 12 : 0
  if (amount === null || amount < 1 || !Number.isInteger(amount) || (days === 0 && months === 0)) return null
  const far = days > 0 ? today.day + sign * amount * days : monthsLater(today.day, sign * amount * months)
  return sign > 0
    ? { from: today.day + gap, to: far - 1 + gap, grain: "span", certain }
    : { from: far, to: today.day - 1, grain: "span", certain }
}

/** Whole months, spring from March; the word alone is a season of no year. */
function readSeason({ step, season, year }: Groups, today: Today): RuleResult {
  if (step === undefined && year === undefined) return null
  const said = year === undefined ? civilOf(today.day).year + readStep(step) : Number(year)
  const place = ["spring", "summer", "autumn", "winter"].indexOf(season ?? "")
  return between(said, place * 3 + 3, 3, false)
}

function readEdge({ edge, unit }: Groups, today: Today): RuleResult {
  const { year, month } = civilOf(today.day)
  const first = dayOf(year, unit === "y" ? (edge === "b" ? 1 : 12) : month, 1)
  if (first === null) return null
  if (unit === "y") return { from: first, to: monthsLater(first, 1) - 1, grain: "about", certain: false }
  const last = monthsLater(first, 1) - 1
  return edge === "b"
    ? { from: first, to: first + 9, grain: "about", certain: false }
    : { from: first + 20, to: last, grain: "about", certain: false }
}
