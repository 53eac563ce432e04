import { numberOf } from "../numerals/chinese-numeral.ts"
import { readYear, YEAR } from "./chinese-words.ts"
import { FESTIVAL_DAYS } from "./festival-days.ts"
import { lunarDay, lunarYearsEnd } from "./lunar.ts"
import { civilOf, type Groups, oneDay, type PeriodRule, type RuleResult, yearFor } from "./period.ts"
import type { Today } from "./today.ts"

/** All names, the longest first, so that 大年初一 wins over 年初一. */
const ALL_NAMES = FESTIVAL_DAYS.flatMap(({ names }) => names)
  .sort((a, b) => b.length - a.length)
  .join("|")

/** Rules for festivals (去年国庆, 中秋节前一天, 除夕) and days of the lunar calendar (农历八月十五, 正月初五). */
export const FESTIVALS: readonly PeriodRule[] = [
  {
    pattern: new RegExp(
      `(?:${YEAR}的?)?(?<festival>${ALL_NAMES})(?<side>的?(?:前|后)的?第?[一两二三四五\\d]天|前夕|次日|第二天)?`,
      "g",
    ),
    read: readFestival,
  },
  {
    pattern: new RegExp(`${YEAR}的?(?<festival>十一|五一|六一)(?![月\\d点号日个万千百元块])`, "g"),
    read: ({ festival, ...groups }, today) =>
      readFestival({ ...groups, festival: festival === "十一" ? "国庆" : festival }, today),
  },
  {
    pattern: /(?<![月年大最当\u4e00-\u9fff])初(?<date>[一二三四五六七八九十])(?![中级期步始衷次恋年班个])/g,
    read: readLunarDayAlone,
  },
  {
    pattern: new RegExp(
      `(?:${YEAR}的?)?(?<calendar>农历|阴历|旧历)?(?<leap>闰)?(?<month>正|一|二|三|四|五|六|七|八|九|十一|十二|十|冬|腊)月(?<date>初[一二三四五六七八九十]|[一二三四五六七八九十廿卅]{1,3})(?!月)`,
      "g",
    ),
    read: readLunarDate,
  },
]

function readFestival({ year, relativeYear, festival, side }: Groups, today: Today): RuleResult {
  const found = FESTIVAL_DAYS.find(({ names }) =>
    new RegExp(`^(?:${names.replaceAll(/\(\?[!=][^)]*\)/g, "")})$`).test(festival ?? ""),
  )
  if (found === undefined) return null
  const said = readYear(year, relativeYear, today)
  const chosen = said === null ? yearFor(today, found.day) : { year: said, certain: true }
  const day = chosen === null ? null : found.day(chosen.year)
  if (chosen === null || day === null) return null
  const isVague = festival === "过年" || festival === "跨年"
  return oneDay(day + sideShift(side), chosen.certain && !isVague)
}

function sideShift(side: string | undefined): number {
  if (side === undefined) return 0
  if (side === "前夕") return -1
  if (side === "次日" || side === "第二天") return 1
  const days = numberOf(/[一两二三四五\d]/.exec(side)?.[0] ?? "") ?? 1
  return side.includes("前") ? -days : days
}

/** 初五 without its month: the nearest one by `prefer`, else of the new year; never certain. */
function readLunarDayAlone({ date }: Groups, today: Today): RuleResult {
  const { year } = civilOf(today.day)
  const dateNumber = numberOf(date ?? "") ?? 0
  const months = [year - 1, year, year + 1].flatMap((candidate) =>
    Array.from({ length: 12 }, (_, index) => lunarDay(candidate, index + 1, dateNumber)),
  )
  const days = months.filter((day) => day !== null)
  const past = days.findLast((day) => day <= today.day)
  const next = days.find((day) => day >= today.day)
  const day =
    today.prefer === "past" ? past : today.prefer === "future" ? next : lunarDay(year, 1, dateNumber)
  return day === undefined || day === null ? null : oneDay(day, false)
}

const LUNAR_MONTHS: Readonly<Record<string, number>> = { 正: 1, 冬: 11, 腊: 12 }

/** Lunar only where the words say so: 正月, 腊月, 初五, 农历. 八月十五 alone is 15 August. */
function readLunarDate(
  { year, relativeYear, calendar, leap, month, date }: Groups,
  today: Today,
): RuleResult {
  const isLunar = calendar !== undefined || /[正冬腊]/.test(month ?? "") || (date ?? "").startsWith("初")
  if (!isLunar || month === undefined || date === undefined || leap !== undefined) return null
  const monthNumber = LUNAR_MONTHS[month] ?? numberOf(month) ?? 0
  const dateNumber = numberOf(date.replace("初", "")) ?? 0
  const isLast = monthNumber === 12 && dateNumber === 30
  const dayIn = (candidate: number) =>
    isLast ? lunarYearsEnd(candidate) : lunarDay(candidate, monthNumber, dateNumber)
  const said = readYear(year, relativeYear, today)
  const chosen = said === null ? yearFor(today, dayIn) : { year: said, certain: true }
  const day = chosen === null ? null : dayIn(chosen.year)
  return chosen === null || day === null ? "impossible" : oneDay(day, chosen.certain)
}
