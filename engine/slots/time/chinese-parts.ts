import { COUNT, MONTH, readCount, readMonth, readStep, readYear, STEP, YEAR } from "./chinese-words.ts"
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

const COUNTED = `${COUNT}\\s?个?(?<unit>天|日|周|星期|礼拜|月)`

/**
 * Rules for the first or last days, weeks or months of a longer time (今年的最后三周, 上个月前十天), and for seasons (去年夏天).
 * Seasons are whole months, as 气象 counts them.
 */
export const CHINESE_PARTS: readonly PeriodRule[] = [
  { pattern: new RegExp(`${YEAR}的?(?<side>最后|末|前|头)的?\\s?${COUNTED}`, "g"), read: readYearPart },
  {
    pattern: new RegExp(
      `(?:(?<step>${STEP}|上|下)月|(?:${YEAR}\\s?的?)?${MONTH}份?)的?(?<side>最后|末|前|头)的?\\s?${COUNTED}`,
      "g",
    ),
    read: readMonthPart,
  },
  {
    pattern: new RegExp(`${YEAR}的?(?<season>[春夏秋冬])(?:天|季|日)?`, "g"),
    read: readSeason,
  },
]

function readYearPart({ year, relativeYear, side, count, unit }: Groups, today: Today): RuleResult {
  const said = readYear(year, relativeYear, today)
  const from = said === null ? null : dayOf(said, 1, 1)
  const to = said === null ? null : dayOf(said, 12, 31)
  return from === null || to === null ? null : partOf(from, to, side, count, unit)
}

function readMonthPart(groups: Groups, today: Today): RuleResult {
  const first = monthOf(groups, today)
  return first === null
    ? null
    : partOf(first, monthsLater(first, 1) - 1, groups.side, groups.count, groups.unit)
}

function monthOf({ step, year, relativeYear, month }: Groups, today: Today): number | null {
  const { year: thisYear, month: thisMonth } = civilOf(today.day)
  if (month === undefined) return monthsLater(dayOf(thisYear, thisMonth, 1) ?? today.day, readStep(step))
  const dayIn = (candidate: number) => dayOf(candidate, readMonth(month), 1)
  const said = readYear(year, relativeYear, today) ?? yearFor(today, dayIn)?.year
  return said === undefined ? null : dayIn(said)
}

function partOf(
  from: number,
  to: number,
  side: string | undefined,
  count: string | undefined,
  unit: string | undefined,
): RuleResult {
  const amount = readCount(count)
  if (amount === null || !Number.isInteger(amount) || amount < 1) return null
  const isFirst = side === "前" || side === "头"
  const span = isFirst ? firstUnits(from, amount, unit) : lastUnits(to, amount, unit)
  return span.from < from - 6 || span.to > to + 6 ? null : { ...span, grain: "span", certain: true }
}

/** A week belongs to the year or month that has its Thursday (ISO 8601). */
function firstUnits(from: number, amount: number, unit: string | undefined) {
  if (unit === "月") return { from, to: monthsLater(from, amount) - 1 }
  if (unit === "天" || unit === "日") return { from, to: from + amount - 1 }
  const monday = mondayOf(from + 3)
  return { from: monday, to: monday + amount * 7 - 1 }
}

function lastUnits(to: number, amount: number, unit: string | undefined) {
  if (unit === "月") return { from: monthsLater(to + 1, -amount), to }
  if (unit === "天" || unit === "日") return { from: to - amount + 1, to }
  const sunday = mondayOf(to - 3) + 6
  return { from: sunday - amount * 7 + 1, to: sunday }
}

function readSeason({ year, relativeYear, season }: Groups, today: Today): RuleResult {
  const said = readYear(year, relativeYear, today)
  const from = said === null ? null : dayOf(said, "春夏秋冬".indexOf(season ?? "") * 3 + 3, 1)
  return from === null ? null : { from, to: monthsLater(from, 3) - 1, grain: "span", certain: false }
}
