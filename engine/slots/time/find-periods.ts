import { withoutOverlaps } from "../recognition.ts"
import type { Utterance } from "../utterance.ts"
import { CHINESE_DAYS } from "./chinese-days.ts"
import { CHINESE_PARTS } from "./chinese-parts.ts"
import { CHINESE_PERIODS } from "./chinese-periods.ts"
import { englishPeriods } from "./english-periods.ts"
import { ERAS } from "./eras.ts"
import { FEASTS } from "./feasts.ts"
import { FESTIVALS } from "./festivals.ts"
import { NUMERIC_DATES } from "./numeric-dates.ts"
import { applyRule, civilOf, dayOf, type Period } from "./period.ts"
import { joinRanges } from "./ranges.ts"
import type { Today } from "./today.ts"

/**
 * Returns the days and longer times that a text names, in order, without overlaps, two ends of a range as
 * one. Dates that do not exist take their place and are left out, so that no part of one is read as another
 * date.
 */
export function findPeriods(utterance: Utterance, today: Today): readonly Period[] {
  return readPeriods(utterance, today).filter(({ grain }) => grain !== "none")
}

/** Like {@link findPeriods}, with what looks like a date and is none (grain "none"). */
export function readPeriods(utterance: Utterance, today: Today): readonly Period[] {
  const { plain } = utterance
  const found: Period[] = []
  if (/\d/.test(plain)) for (const rule of NUMERIC_DATES) found.push(...applyRule(rule, plain, today))
  if (CHINESE_HINT.test(plain)) {
    for (const rule of CHINESE_RULES) found.push(...applyRule(rule, plain, today))
  }
  found.push(...englishPeriods(utterance, today, found))
  const apart = mergeWeekdays(plain, withoutOverlaps(found))
  return joinRanges(plain, apart, today)
}

const CHINESE_RULES = [
  ...CHINESE_DAYS,
  ...CHINESE_PARTS,
  ...CHINESE_PERIODS,
  ...ERAS,
  ...FESTIVALS,
  ...FEASTS,
]
const CHINESE_HINT =
  /[年月日号天周期拜今昨明节旦夕末初底刚现诞夜寻琴听最过五六十明中双前后后内季午阳宵世庆腊龙儿]/

/** 周日, 二月十号 and 3月5日(周四) name one day. */
function mergeWeekdays(plain: string, periods: readonly Period[]): readonly Period[] {
  const merged: Period[] = []
  for (const period of periods) {
    const last = merged.at(-1)
    const isNear = last !== undefined && /^[\s,(的-]{0,3}$/.test(plain.slice(last.end, period.start))
    const isSame = isNear && last.grain === "day" && period.grain === "day"
    if (isSame && isWeekday(plain, period) && !isWeekday(plain, last)) {
      merged[merged.length - 1] = { ...onWeekday(last, period), end: closing(plain, period.end) }
    } else if (isSame && isWeekday(plain, last) && period.said?.date !== undefined) {
      merged[merged.length - 1] = { ...onWeekday(period, last), start: last.start }
    } else merged.push(period)
  }
  return merged
}

function closing(plain: string, end: number): number {
  return plain[end] === ")" ? end + 1 : end
}

function isWeekday(plain: string, { start, end, said }: Period): boolean {
  return said?.date === undefined && WEEKDAY.test(plain.slice(start, end))
}
const WEEKDAY =
  /(?:周|星期|礼拜)[一二三四五六日天1-7]$|(?<![a-z])(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thur?s?|fri|sat|sun)\.?$/i

/** A date without its year is in the nearest one in which it falls on the weekday that was said with it. */
function onWeekday(date: Period, { from: named }: Period): Period {
  const { said, from } = date
  if (from === null || named === null || said?.month === undefined || said.year !== undefined) return date
  const { month, date: dayOfMonth = 0 } = said
  const { year } = civilOf(from)
  const fitting = [0, 1, -1, 2, -2]
    .map((shift) => dayOf(year + shift, month, dayOfMonth))
    .find((day) => day !== null && (day - named) % 7 === 0)
  return fitting === undefined || fitting === null ? date : { ...date, from: fitting, to: fitting }
}
