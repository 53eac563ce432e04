import { readStep } from "./english-days.ts"
import { COUNT, MONTH, readCount, readMonth, readYear, UNIT, YEAR, YEAR_FIGURES } from "./english-words.ts"
import {
  civilOf,
  dayOf,
  type Groups,
  mondayOf,
  monthPart,
  monthsLater,
  type PeriodRule,
  type RuleResult,
  yearFor,
} from "./period.ts"
import type { Today } from "./today.ts"

const BEGIN = "(?<![a-z\\d/.-])"
const MONTHS = MONTH.replace("?<month>", "?:")
const EDGE = "(?:(?<edge>early|mid|late|(?:the )?(?:end|beginning|start|middle) of)[ -](?:the )?)?"

/**
 * Rules for weeks, months, quarters and years in English, on lower-case text: last week, March 2026, next 3
 * days, Q2.
 */
export const ENGLISH_SPANS: readonly PeriodRule[] = [
  {
    pattern: new RegExp(
      `${BEGIN}${EDGE}(?:(?<step>this|next|last|past|previous|following|coming|current) (?:calendar )?(?<whole>week|weekend|month|quarter|year)|(?<=(?:end|beginning|start|middle) of the )(?<only>week|month|year)|(?<=(?:in|during) the )(?<bare>week|month|quarter)|the (?<weekend>weekend))(?![a-z])`,
      "g",
    ),
    read: readStepped,
  },
  {
    pattern: new RegExp(
      `(?<![a-z\\d/.])(?:(?<=\\d{4}-?\\s?|(?<!-))(?:the )?${EDGE}(?:(?<step>this|next|last)\\s+)?|(?<=[a-z\\d]-))${MONTH}(?![a-z])(?:[\\s,/-]*(?:of |in )?${YEAR})?`,
      "g",
    ),
    read: readNamedMonth,
  },
  {
    pattern: new RegExp(
      `(?<=(?<![a-z])(?:in|of|since|from|between|during|before|after) |${MONTHS} (?:to|through|until|till|and) )(?<month>may|march|mar|jan|dec)(?![a-z\\d]| \\d)|${BEGIN}(?<first>may|march|mar|jan|dec)(?= ?(?:to|through|until|till|-) ?${MONTHS}(?![a-z]))`,
      "g",
    ),
    read: ({ month, first }, today) => readNamedMonth({ month: month ?? first }, today, ""),
  },
  {
    pattern: new RegExp(
      `(?<=(?<![a-z])(?:in|of|since|from|year|until|before|after|during) )${YEAR.replace(`${YEAR_FIGURES}|`, "")}`,
      "g",
    ),
    read({ year }, today) {
      const said = readYear(year, today)
      return said === null || said < 1500 || said > 2200 ? null : wholeYear(said, false)
    },
  },
  {
    pattern: new RegExp(
      `${BEGIN}(?:the )?(?<step>last|past|previous|next|coming|upcoming|following) ${COUNT} ${UNIT}`,
      "g",
    ),
    read: ({ step, count, unit }, today) =>
      counted(today, readCount(count), unit, readStep(step === "upcoming" ? "next" : step) < 0 ? -1 : 1, 1),
  },
  {
    pattern: new RegExp(`${BEGIN}within (?:the )?(?:next )?${COUNT} ${UNIT}`, "g"),
    read: ({ count, unit }, today) => counted(today, readCount(count), unit, 1, 0),
  },
  {
    pattern: new RegExp(
      `${BEGIN}(?:the )?(?:(?<quarter>first|second|third|fourth|1st|2nd|3rd|4th) quarter(?: of)?|q(?<code>[1-4]))(?:[ ,-]+(?:of )?(?<year>\\d{4}))?(?![\\da-z])`,
      "g",
    ),
    read: readQuarter,
  },
  {
    pattern: new RegExp(`${BEGIN}(?<year>\\d{4})[ ,-]+q(?<code>[1-4])(?![\\da-z])`, "g"),
    read: readQuarter,
  },
  {
    pattern: new RegExp(
      `${BEGIN}(?<step>this|next|last) year'?s? (?<quarter>first|second|third|fourth|1st|2nd|3rd|4th) quarter(?![a-z])`,
      "g",
    ),
    read: ({ step, quarter }, today) =>
      readQuarter({ quarter, year: String(civilOf(today.day).year + readStep(step)) }, today),
  },
  {
    pattern: new RegExp(`${BEGIN}(?<year>\\d{4}) ${MONTH}(?![a-z]| ?\\d)`, "g"),
    read: ({ year, month }, today) => readNamedMonth({ year, month }, today, ""),
  },
  {
    pattern:
      /(?<![\d.-])(?<year>(?:19|20)\d\d)(?=\s?-\s?(?:19|20)\d\d(?![\d-]))|(?<=(?<![\d.-])(?:19|20)\d\d\s?-\s?)(?<last>(?:19|20)\d\d)(?![\d-])/g,
    read: ({ year, last }) => wholeYear(Number(year ?? last), false),
  },
  {
    pattern: new RegExp(
      `${BEGIN}(?:the )?${EDGE.slice(0, -1)}(?<year>(?:19|20)\\d\\d)(?![\\da-z:%]|[./-]\\d)`,
      "g",
    ),
    read: readYearEdge,
  },
  {
    pattern: new RegExp(
      `${BEGIN}(?:(?:year|cy|fy) )?(?<year>(?:19|20)\\d\\d)(?![\\da-z:%]|[./-]\\d|,\\d| (?:${MONTH.replace("?<month>", "?:")}|yuan|rmb|dollars?|usd|people|times|kilo|km|pounds))`,
      "g",
    ),
    read: ({ year }) => wholeYear(Number(year), false),
  },
]

function firstOfMonth({ day }: Today): number {
  return day - civilOf(day).date + 1
}

function wholeYear(year: number, certain: boolean): RuleResult {
  const from = dayOf(year, 1, 1)
  const to = dayOf(year, 12, 31)
  return from === null || to === null ? null : { from, to, grain: "year", certain, said: { year } }
}

/** Early, middle and late: four months each. */
function readYearEdge({ edge = "", year }: Groups): RuleResult {
  const month = isEnd(edge) ? 9 : /mid/.test(edge) ? 5 : 1
  const from = dayOf(Number(year), month, 1)
  return from === null ? null : { from, to: monthsLater(from, 4) - 1, grain: "about", certain: false }
}

function readStepped({ edge, step, whole = "week", only, bare, weekend }: Groups, today: Today): RuleResult {
  if (bare !== undefined) return uncertain(readStepped({ whole: bare }, today))
  if (only !== undefined || weekend !== undefined) return readStepped({ edge, whole: only ?? weekend }, today)
  const shift = readStep(step)
  if (whole === "week" || whole === "weekend") {
    const monday = mondayOf(today.day) + shift * 7
    if (whole === "weekend") return { from: monday + 5, to: monday + 6, grain: "about", certain: true }
    return edge === undefined
      ? { from: monday, to: monday + 6, grain: "week", certain: true }
      : isEnd(edge)
        ? { from: monday + 4, to: monday + 6, grain: "span", certain: false }
        : { from: monday, to: monday + 2, grain: "span", certain: false }
  }
  if (whole === "month") return monthOf(monthsLater(firstOfMonth(today), shift), edge, true)
  const { year, month } = civilOf(today.day)
  if (whole === "quarter") {
    const first = dayOf(year, month - ((month - 1) % 3), 1)
    return first === null ? null : quarterFrom(monthsLater(first, shift * 3))
  }
  if (edge === undefined) return wholeYear(year + shift, true)
  const from = dayOf(year + shift, isEnd(edge) ? 12 : 1, 1)
  return from === null ? null : { from, to: monthsLater(from, 1) - 1, grain: "about", certain: false }
}

function uncertain(result: RuleResult): RuleResult {
  return result === null || result === "impossible" ? result : { ...result, certain: false }
}

function isEnd(edge: string): boolean {
  return /^(?:late|(?:the )?end)/.test(edge)
}

function monthOf(first: number, edge: string | undefined, certain: boolean): RuleResult {
  const { year, month } = civilOf(first)
  const part = edge === undefined ? undefined : isEnd(edge) ? [21, 31] : /mid/.test(edge) ? [11, 20] : [1, 10]
  const days = monthPart(year, month, part?.[0], part?.[1])
  return days === null
    ? null
    : { ...days, grain: part === undefined ? "month" : "about", certain, said: { month } }
}

/** "may" is a month only where something else says so. */
function readNamedMonth({ edge, step, month, year }: Groups, today: Today, text: string): RuleResult {
  const isWord = /^(?:may|mar|march|jan|sun|dec)\.?$/.test(text)
  if (isWord && year === undefined) return null
  const said = readYear(year, today) ?? (step === undefined ? null : civilOf(today.day).year + readStep(step))
  const number = readMonth(month)
  const chosen =
    said === null ? yearFor(today, (candidate) => dayOf(candidate, number, 1)) : { year: said, certain: true }
  const first = chosen === null ? null : dayOf(chosen.year, number, 1)
  if (chosen === null || first === null) return null
  const content = monthOf(first, edge, chosen.certain)
  if (content === null || content === "impossible") return content
  return { ...content, said: said === null ? { month: number } : { year: said, month: number } }
}

function counted(
  today: Today,
  amount: number | null,
  unit: string | undefined,
  sign: 1 | -1,
  gap: 0 | 1,
): RuleResult {
  if (amount === null || amount <= 0) return null
  const days = unit === "day" ? 1 : unit === "week" ? 7 : unit === "fortnight" ? 14 : 0
  const months = unit === "month" ? 1 : unit === "quarter" ? 3 : unit === "year" ? 12 : 0
  if ((days === 0 && months === 0) || !Number.isInteger(amount)) return null
  if (unit === "quarter") return wholeQuarters(today, sign * amount)
  const far = days > 0 ? today.day + sign * amount * days : monthsLater(today.day, sign * amount * months)
  const content = { grain: "span", certain: true } as const
  return sign < 0
    ? { ...content, from: far, to: today.day - gap }
    : { ...content, from: today.day + gap, to: gap === 0 ? far - 1 : far }
}

/** Quarters are those of the calendar: the next two begin with the next one. */
function wholeQuarters(today: Today, amount: number): RuleResult {
  const { year, month } = civilOf(today.day)
  const first = dayOf(year, month - ((month - 1) % 3), 1)
  if (first === null) return null
  const [from, next] = amount < 0 ? [amount * 3, 0] : [3, 3 + amount * 3]
  return { from: monthsLater(first, from), to: monthsLater(first, next) - 1, grain: "span", certain: true }
}

function readQuarter({ quarter, code, year }: Groups, today: Today): RuleResult {
  const number = code === undefined ? quarterNumber(quarter) : Number(code)
  const first = dayOf(year === undefined ? civilOf(today.day).year : Number(year), number * 3 - 2, 1)
  return first === null ? null : quarterFrom(first)
}

function quarterNumber(quarter: string | undefined): number {
  const names = ["first", "second", "third", "fourth"]
  return /^\d/.test(quarter ?? "") ? Number.parseInt(quarter ?? "", 10) : names.indexOf(quarter ?? "") + 1
}

function quarterFrom(first: number): RuleResult {
  return { from: first, to: monthsLater(first, 3) - 1, grain: "quarter", certain: true }
}
