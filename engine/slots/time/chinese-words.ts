import { numberOf } from "../numerals/chinese-numeral.ts"
import { civilOf } from "./period.ts"
import type { Today } from "./today.ts"

/** Fragments of the Chinese date patterns, with named groups, and how their groups are read. */
export const YEAR =
  "(?:(?<![\\d零一二三四五六七八九])(?<year>\\d{4}|\\d{2}|[零一二三四五六七八九]{4}|[零一二三四五六七八九]{2})\\s?年|" +
  "(?<relativeYear>大前年|前年|去年|上年|今年|本年|当年|明年|来年|后年))"
export const MONTH =
  "(?<![\\d十一二三四五六七八九])(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九元])\\s?月"
export const DATE = "(?<date>\\d{1,2}|[一二三四五六七八九十廿卅]{1,4})"
export const COUNT = "(?<count>\\d{1,4}(?:\\.\\d)?|[一二两三四五六七八九十百廿卅]{1,5}|半)"
/** What may follow a figure without its unit: the end, punctuation, or the other end of a range. */
export const STOPS = "(?=\\s*(?:$|[,.;!?、。()~\\-到至和与及]))"

const RELATIVE_YEARS: Readonly<Record<string, number>> = {
  大前年: -3,
  前年: -2,
  去年: -1,
  上年: -1,
  今年: 0,
  本年: 0,
  当年: 0,
  明年: 1,
  来年: 1,
  后年: 2,
}

/**
 * Returns the year that `year` (figures or digits, two of them: within ten years ahead) or `relative` names.
 */
export function readYear(
  year: string | undefined,
  relative: string | undefined,
  today: Today,
): number | null {
  const thisYear = civilOf(today.day).year
  if (relative !== undefined) return thisYear + (RELATIVE_YEARS[relative] ?? 0)
  const value = year === undefined ? null : numberOf(year)
  if (year === undefined || value === null) return null
  return year.length === 2 ? fullYear(value, thisYear) : value
}

/** Returns the four-figure year of a two-figure one: at most ten years ahead, else in the century before. */
export function fullYear(twoFigures: number, thisYear: number): number {
  const year = Math.floor(thisYear / 100) * 100 + twoFigures
  return year > thisYear + 10 ? year - 100 : year
}

export function readMonth(month: string | undefined): number {
  return month === "元" ? 1 : (numberOf(month ?? "") ?? 0)
}

export function readCount(count: string | undefined): number | null {
  if (count === undefined) return null
  return count === "半" ? 0.5 : numberOf(count)
}

/** 上个 −1, 上上个 −2, 这个 0, 下个 1, 下下个 2. */
export function readStep(prefix: string | undefined): number {
  if (prefix === undefined) return 0
  const back = [...prefix].filter((character) => character === "上").length
  const ahead = [...prefix].filter((character) => character === "下").length
  return ahead - back
}
export const STEP = "(?:上{1,3}一?个?|下{1,3}一?个?|这一?个?|本|今个?)"
