import { fullYear } from "./chinese-words.ts"
import { civilOf, dayOf, type Groups, oneDay, type PeriodRule, type RuleResult, yearFor } from "./period.ts"
import type { Today } from "./today.ts"

/** Rules for dates in figures: 2026-03-05, 2026.3.5, 20260305, 10/31/1974, 26-3-5, 3/5, 3.5号. */
export const NUMERIC_DATES: readonly PeriodRule[] = [
  {
    pattern:
      /(?<![\d./-])(?<year>\d{4})\s?[-/.]\s?(?<month>\d{1,2})\s?[-/.]\s?(?<date>\d{1,2})(?!\d|[./-]\d)[日号]?/g,
    read: ({ year, month, date }) => given(Number(year), Number(month), Number(date)),
  },
  {
    pattern:
      /(?<![\dA-Za-z.,-])(?<year>19\d\d|20\d\d)(?<month>0[1-9]|1[0-2])(?<date>[0-3]\d)(?![\dA-Za-z]|[.,-]\d)/g,
    read: ({ year, month, date }) => given(Number(year), Number(month), Number(date)),
  },
  {
    pattern:
      /(?<![\d./]|(?<!\d)-)(?<first>\d{1,2})(?<mark>[-/.])(?<second>\d{1,2})\k<mark>(?<year>\d{4})(?!\d|[./]\d|-(?!\d{1,2}-\d{1,2}-\d{4})\d{1,4}(?![\d/.]))/g,
    read: readYearLast,
  },
  {
    pattern:
      /(?<![\d./-])(?<first>\d{2})(?<mark>[-/.])(?<second>\d{1,2})\k<mark>(?<third>\d{1,2})(?!\d|[./-]\d)/g,
    read: readShortYear,
  },
  {
    pattern:
      /(?<![\d./a-zA-Z]|(?<!\/\d{1,2})-)(?<month>\d{1,2})\/(?<date>\d{1,2})(?:,? (?<year>(?:19|20)\d\d))?(?!\d|[./]\d|-(?!\d{1,2}\/\d)\d|\/|[%元块])/g,
    read: readMonthDate,
  },
  {
    pattern:
      /(?<![\d./\-a-zA-Z])(?<month>\d{1,2})(?:-(?<date>1[3-9]|2\d|3[01])|\.(?<dotted>\d{1,2})(?:[日号]|(?=那天|当天)))(?!\d|[./-]\d|[%元块万岁])/g,
    read: ({ month, date, dotted }, today) => readMonthDate({ month, date: date ?? dotted }, today),
  },
  {
    pattern: /^\s*(?<month>\d{1,2})\.(?<date>\d{1,2})\s*[。.]?\s*$/g,
    read: (groups, today) => uncertainly(readMonthDate(groups, today)),
  },
  {
    pattern: /^\s*(?<year>\d{2})(?<month>0[1-9]|1[0-2])(?<date>0[1-9]|[12]\d|3[01])\s*$/g,
    read: ({ year, month, date }, today) =>
      given(fullYear(Number(year), civilOf(today.day).year), Number(month), Number(date), false),
  },
  {
    pattern: /(?<=(?:^|[^a-z])on )(?<month>\d{1,2})\.(?<date>\d{1,2})(?!\d|[./-]\d)/gi,
    read: readMonthDate,
  },
  {
    pattern: /(?<![\d./-])(?<year>19\d\d|20\d\d)[-/.](?<month>0?[1-9]|1[0-2])(?!\d|[./-]\d)/g,
    read: ({ year, month }) => wholeMonth(Number(year), Number(month)),
  },
]

function given(year: number, month: number, date: number, certain = true): RuleResult {
  const day = dayOf(year, month, date)
  return day === null ? "impossible" : oneDay(day, certain, { said: { year, month, date } })
}

function uncertainly(result: RuleResult): RuleResult {
  return result === null || result === "impossible" ? null : { ...result, certain: false }
}

function wholeMonth(year: number, month: number): RuleResult {
  const from = dayOf(year, month, 1)
  const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)
  return from === null || next === null
    ? null
    : { from, to: next - 1, grain: "month", certain: true, said: { year, month } }
}

/** The order of day and month: English month first, Chinese day first, where the figures leave it open. */
function readYearLast({ first, second, year }: Groups, today: Today): RuleResult {
  const [a, b] = [Number(first), Number(second)]
  const isMonthFirst = b > 12 || (a <= 12 && today.locale.startsWith("en"))
  const certain = a > 12 || b > 12 || a === b
  return isMonthFirst ? given(Number(year), a, b, certain) : given(Number(year), b, a, certain)
}

function readShortYear({ first, second, third, mark }: Groups, today: Today): RuleResult {
  const thisYear = civilOf(today.day).year
  const [a, b, c] = [Number(first), Number(second), Number(third)]
  if (today.locale.startsWith("en")) {
    if (mark === "." || third?.length !== 2) return null
    const year = fullYear(c, thisYear)
    return a > 12 ? given(year, b, a, false) : given(year, a, b, false)
  }
  if (mark === "." && b > 12) return null
  return given(fullYear(a, thisYear), b, c, a > 12)
}

function readMonthDate({ month, date, year }: Groups, today: Today): RuleResult {
  const [monthNumber, dateNumber] = [Number(month), Number(date)]
  if (year !== undefined) return given(Number(year), monthNumber, dateNumber)
  if (monthNumber < 1 || monthNumber > 12 || dateNumber < 1 || dateNumber > 31) return null
  const dayIn = (year: number) => dayOf(year, monthNumber, dateNumber)
  const chosen = yearFor(today, dayIn)
  const day = chosen === null ? null : dayIn(chosen.year)
  if (chosen === null || day === null) return "impossible"
  return oneDay(day, chosen.certain, { said: { month: monthNumber, date: dateNumber } })
}
