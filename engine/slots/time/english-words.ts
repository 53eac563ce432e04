import { readEnglishNumeral } from "../numerals/english-numeral.ts"
import { fullYear } from "./chinese-words.ts"
import { civilOf } from "./period.ts"
import type { Today } from "./today.ts"

/** Fragments of the English date patterns (on lower-case text), and how their groups are read. */
export const MONTH =
  "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|" +
  "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?"
export const WEEKDAY =
  "(?<weekday>mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|mon|tues?|wed|" +
  "thurs?|thur?|fri|sat|sun)\\.?(?![a-z])"
const ORDINALS = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
  "eleventh",
  "twelfth",
  "thirteenth",
  "fourteenth",
  "fifteenth",
  "sixteenth",
  "seventeenth",
  "eighteenth",
  "nineteenth",
  "twentieth",
  "twenty[ -]first",
  "twenty[ -]second",
  "twenty[ -]third",
  "twenty[ -]fourth",
  "twenty[ -]fifth",
  "twenty[ -]sixth",
  "twenty[ -]seventh",
  "twenty[ -]eighth",
  "twenty[ -]ninth",
  "thirtieth",
  "thirty[ -]first",
]
const SMALL =
  "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|" +
  "sixteen|seventeen|eighteen|nineteen"
const SPELLED = `(?:twenty|thirty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|${SMALL}`
const LONGEST_FIRST = [...ORDINALS].reverse().join("|")
export const ORDINAL = `(?:\\d{1,2}(?:st|nd|rd|th)|${LONGEST_FIRST})`
export const DATE = `(?<date>${ORDINAL}|\\d{1,2}|${SPELLED})(?![\\d:])`
export const COUNT = `(?<count>\\d{1,4}(?:\\.\\d)?|an?|a couple(?: of)?|${SPELLED})`
export const UNIT =
  "(?<unit>day|week|fortnight|month|year|hour|hr|minute|min|second|quarter|weekend|decade)s?(?![a-z])"
/** 6200 after a day is an amount: 28-30 Nov, 6200 rmb. */
export const YEAR_FIGURES = "(?:19|20)\\d\\d(?! ?(?:rmb|cny|yuan|kuai|usd|dollars?|bucks))"
export const YEAR =
  `(?<year>${YEAR_FIGURES}|` +
  "(?:seventeen|eighteen|nineteen|twenty)(?: hundred)?(?: and)?(?: [a-z]+teen| " +
  "(?:ten|eleven|twelve)| (?:oh |twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ " +
  "-]?(?:one|two|three|four|five|six|seven|eight|nine))?)|two thousand(?: and)?(?: [a-z]+teen| " +
  "(?:ten|eleven|twelve|twenty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?| (?:one|" +
  "two|three|four|five|six|seven|eight|nine))?)(?![\\da-z:])"

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ")
const WEEKDAYS = "mon tue wed thu fri sat sun".split(" ")

export function readMonth(month: string | undefined): number {
  return MONTHS.indexOf((month ?? "").slice(0, 3)) + 1
}

/** 1 for Monday to 7 for Sunday. */
export function readWeekday(weekday: string | undefined): number {
  return WEEKDAYS.indexOf((weekday ?? "").slice(0, 3)) + 1
}

/** The day of the month of "29", "29th", "twenty nine", "twenty-ninth". */
export function readDate(date: string | undefined): number {
  if (date === undefined) return 0
  if (/^\d/.test(date)) return Number.parseInt(date, 10)
  const ordinal = ORDINALS.findIndex((name) => new RegExp(`^${name}$`).test(date))
  return ordinal >= 0 ? ordinal + 1 : (readEnglishNumeral(date, 0)?.value ?? 0)
}

/** The year of "1986", "96", "nineteen eighty six", "two thousand and fifteen". */
export function readYear(year: string | undefined, today: Today): number | null {
  if (year === undefined) return null
  if (/^\d{4}$/.test(year)) return Number(year)
  if (/^'?\d{2}$/.test(year)) return fullYear(Number(year.slice(-2)), civilOf(today.day).year)
  const match = /^(seventeen|eighteen|nineteen|twenty)(?: hundred)?(?: and)? (?:oh )?(.+)$/.exec(year)
  if (match?.[1] === undefined || match[2] === undefined) return readEnglishNumeral(year, 0)?.value ?? null
  const hundreds = readEnglishNumeral(match[1], 0)?.value
  const rest = readEnglishNumeral(match[2], 0)?.value
  return hundreds == null || rest == null ? null : hundreds * 100 + rest
}

export function readCount(count: string | undefined): number | null {
  if (count === undefined) return null
  if (/^\d/.test(count)) return Number(count)
  if (/^an?$/.test(count)) return 1
  if (count.startsWith("a couple")) return 2
  return readEnglishNumeral(count, 0)?.value ?? null
}
