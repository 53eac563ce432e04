import { numberOf } from "../numerals/chinese-numeral.ts"
import { COUNT, DATE, MONTH, readCount, readMonth, readStep, readYear, STEP, YEAR } from "./chinese-words.ts"
import {
  civilOf,
  dayOf,
  type Groups,
  mondayOf,
  monthPart,
  monthsLater,
  type PeriodContent,
  type PeriodRule,
  type RuleResult,
  yearFor,
} from "./period.ts"
import type { Today } from "./today.ts"

const PART = "(?:的?月)?(?<part>上旬|中旬|下旬|初|中|底|末|头(?!部|一)|尾)"

/**
 * Rules for weeks, months, quarters and years in Chinese, their parts (月底, 上周末), and counted ones (最近三个月).
 */
export const CHINESE_PERIODS: readonly PeriodRule[] = [
  {
    pattern: new RegExp(
      `(?<![每一二两三四五六七八九十几\\d半])(?:(?<step>${STEP})(?:的?(?:周|星期|礼拜)(?<end>末)?|个?双休日)(?![一二三四五六日天1-7])|(?<bare>(?<!个)周末|双休日))`,
      "g",
    ),
    read: readWeek,
  },
  { pattern: /(?<half>[上下])半(?<unit>周|个?月|年)/g, read: (groups, today) => readHalf(groups, today) },
  {
    pattern: new RegExp(`${YEAR}的?(?<half>[上下])半年`, "g"),
    read: ({ year, relativeYear, half }, today) => halfYear(readYear(year, relativeYear, today), half),
  },
  {
    pattern: new RegExp(
      `(?<step>${STEP}|上|下|当)月(?:份)?${PART}?(?!${DATE.replace("?<date>", "?:")}\\s?[日号])`,
      "g",
    ),
    read: ({ step, part }, today) => monthAt(monthsLater(firstOfMonth(today), readStep(step)), part, true),
  },
  {
    pattern: /(?<![个\d一二三四五六七八九十正腊冬])月(?<part>初|中旬|上旬|下旬|中|底|末)/g,
    read: readBareMonthPart,
  },
  {
    pattern: new RegExp(`(?:${YEAR}\\s?的?)?${MONTH}(?:份)?${PART}?(?!\\d)`, "g"),
    read: readMonthPeriod,
  },
  {
    pattern: new RegExp(
      `(?:${YEAR}\\s?的?)?(?:第?(?<quarter>[一二三四1-4])季度|(?<![a-zA-Z])[qQ](?<code>[1-4])(?![\\da-zA-Z]))`,
      "g",
    ),
    read: readQuarter,
  },
  {
    pattern: new RegExp(`(?<step>${STEP}|上|下)季度`, "g"),
    read({ step }, today) {
      const { year, month } = civilOf(today.day)
      const first = dayOf(year, month - ((month - 1) % 3), 1)
      return first === null ? null : quarterFrom(monthsLater(first, readStep(step) * 3), true)
    },
  },
  {
    pattern: new RegExp(
      `(?:${YEAR}的?年?|(?<![\\d一二三四五六七八九十零半整全每多周近])年)(?<part>初|中(?!间|国)|底|末|尾)`,
      "g",
    ),
    read: readYearPart,
  },
  {
    pattern: new RegExp(
      `(?:${YEAR}\\s?的?)?${MONTH.replace("\\s?月", "")}(?=\\s?[-~至到]\\s?(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月)`,
      "g",
    ),
    read: readMonthPeriod,
  },
  {
    pattern: /(?<!\d)(?<year>\d{4})(?=\s?[-~至到]\s?\d{4}\s?年)/g,
    read: readWholeYear,
  },
  {
    pattern: new RegExp(
      `${YEAR}(?!的?(?:[春夏秋冬]|暑假|寒假|\\S{1,4}节|最后|前|第))(?![\\s的]*[\\d一二三四五六七八九十零]+\\s?(?:月|季)|级|制|期)(?:全年)?`,
      "g",
    ),
    read: readWholeYear,
  },
  {
    pattern: new RegExp(
      `(?<side>前|过去的?|最近的?|近|这|未来的?|接下来的?|今后的?|后(?!天|来)|往后)\\s?${COUNT}\\s?个?(?<unit>天|日|周|星期|礼拜|月|年)(?:内|以内|之内|里)?(?!前|后|以前|以后|之前|之后)`,
      "g",
    ),
    read: readCounted,
  },
  {
    pattern: new RegExp(`(?<![前近后来去])${COUNT}\\s?个?(?<unit>天|日|周|星期|礼拜|月|年)(?:以|之)?内`, "g"),
    read: ({ count, unit }, today) => spanFrom(today, readCount(count), unit, 1, 0),
  },
  {
    pattern: new RegExp(
      `${YEAR}的?第(?<nth>\\d{1,2}|[一二三四五六七八九十]{1,3})(?:个)?(?<unit>周|星期|月)`,
      "g",
    ),
    read: readNth,
  },
]

function firstOfMonth({ day }: Today): number {
  return day - civilOf(day).date + 1
}

function readWeek({ step, end, bare }: Groups, today: Today): RuleResult {
  const isEnd = end !== undefined || bare !== undefined || step === undefined
  const monday = mondayOf(today.day) + readStep(step) * 7
  if (!isEnd) return { from: monday, to: monday + 6, grain: "week", certain: true }
  const isLast = bare !== undefined && today.prefer === "past" && monday + 5 > today.day
  const saturday = monday + 5 - (isLast ? 7 : 0)
  return {
    from: saturday,
    to: saturday + 1,
    grain: "about",
    certain: bare === undefined || today.prefer !== undefined,
  }
}

function readHalf({ half, unit }: Groups, today: Today): RuleResult {
  const isFirst = half === "上"
  if (unit === "年") return halfYear(civilOf(today.day).year, half)
  if (unit === "周") {
    const monday = mondayOf(today.day)
    return {
      from: isFirst ? monday : monday + 3,
      to: isFirst ? monday + 2 : monday + 6,
      grain: "half",
      certain: true,
    }
  }
  const { year, month } = civilOf(today.day)
  const days = isFirst ? monthPart(year, month, 1, 15) : monthPart(year, month, 16)
  return days === null ? null : { ...days, grain: "half", certain: true }
}

function halfYear(year: number | null, half: string | undefined): RuleResult {
  if (year === null) return null
  const from = dayOf(year, half === "上" ? 1 : 7, 1)
  const to = half === "上" ? dayOf(year, 6, 30) : dayOf(year, 12, 31)
  return from === null || to === null ? null : { from, to, grain: "half", certain: true }
}

const MONTH_PARTS: Readonly<Record<string, readonly [number, number]>> = {
  初: [1, 10],
  头: [1, 10],
  上旬: [1, 10],
  中: [11, 20],
  中旬: [11, 20],
  下旬: [21, 31],
  底: [21, 31],
  末: [21, 31],
  尾: [21, 31],
}

function monthAt(first: number, part: string | undefined, certain: boolean): PeriodContent | null {
  const { year, month } = civilOf(first)
  const range = part === undefined ? undefined : MONTH_PARTS[part]
  const days = monthPart(year, month, ...(range ?? []))
  if (days === null) return null
  return { ...days, grain: range === undefined ? "month" : "about", certain, said: { month } }
}

function readBareMonthPart({ part }: Groups, today: Today): RuleResult {
  const content = monthAt(firstOfMonth(today), part, today.prefer !== undefined)
  if (content === null || content.from === null || content.to === null) return null
  if (today.prefer === "past" && content.from > today.day)
    return monthAt(monthsLater(firstOfMonth(today), -1), part, true)
  if (today.prefer === "future" && content.to < today.day)
    return monthAt(monthsLater(firstOfMonth(today), 1), part, true)
  return content
}

function readMonthPeriod({ year, relativeYear, month, part }: Groups, today: Today): RuleResult {
  const number = readMonth(month)
  if (number < 1 || number > 12) return null
  const said = readYear(year, relativeYear, today)
  const chosen =
    said === null ? yearFor(today, (candidate) => dayOf(candidate, number, 1)) : { year: said, certain: true }
  const first = chosen === null ? null : dayOf(chosen.year, number, 1)
  if (chosen === null || first === null) return null
  const content = monthAt(first, part, chosen.certain)
  return content === null
    ? null
    : { ...content, said: said === null ? { month: number } : { year: said, month: number } }
}

function readQuarter(groups: Groups, today: Today): RuleResult {
  const quarter = numberOf(groups.quarter ?? groups.code ?? "") ?? 0
  const said = readYear(groups.year, groups.relativeYear, today)
  const first = dayOf(said ?? civilOf(today.day).year, quarter * 3 - 2, 1)
  return first === null ? null : quarterFrom(first, said !== null)
}

function quarterFrom(first: number, certain: boolean): PeriodContent {
  return { from: first, to: monthsLater(first, 3) - 1, grain: "quarter", certain }
}

function readYearPart({ year, relativeYear, part }: Groups, today: Today): RuleResult {
  const said = readYear(year, relativeYear, today)
  const thisYear = civilOf(today.day).year
  const month = part === "初" ? 1 : part === "中" ? 6 : 12
  const first = (candidate: number) => dayOf(candidate, month, 1)
  const begin = first(said ?? thisYear)
  if (begin === null) return null
  const isAhead = said === null && today.prefer === "past" && begin > today.day
  const from = isAhead ? first(thisYear - 1) : begin
  if (from === null) return null
  return { from, to: monthsLater(from, part === "中" ? 2 : 1) - 1, grain: "about", certain: said !== null }
}

function readWholeYear({ year, relativeYear }: Groups, today: Today): RuleResult {
  const said = readYear(year, relativeYear, today)
  if (said === null || said < 1000) return null
  const isShort = year?.length === 2
  if (isShort && !/^(?:0\d|零.|[89]\d|[八九][零一二三四五六七八九])$/.test(year ?? "")) return null
  const from = dayOf(said, 1, 1)
  const to = dayOf(said, 12, 31)
  return from === null || to === null
    ? null
    : { from, to, grain: "year", certain: !isShort, said: { year: said } }
}

function readCounted({ side, count, unit }: Groups, today: Today): RuleResult {
  const amount = readCount(count)
  const isPast = /^(?:前|过去|最近|近|这)/.test(side ?? "")
  const isNow = /^(?:最近|近|这)/.test(side ?? "")
  return spanFrom(today, amount, unit, isPast ? -1 : 1, isNow ? 0 : 1)
}

/** Days of `amount` units back from or on from today; `gap` 0 includes today. */
function spanFrom(
  today: Today,
  amount: number | null,
  unit: string | undefined,
  sign: 1 | -1,
  gap: 0 | 1,
): RuleResult {
  if (amount === null || amount <= 0) return null
  const far = distance(today.day, amount, unit, sign)
  if (far === null) return null
  const content = { grain: "span", certain: true } as const
  return sign < 0
    ? { ...content, from: far + 1 - gap, to: today.day - gap }
    : { ...content, from: today.day + gap, to: far - (gap === 0 ? 1 : 0) }
}

function distance(day: number, amount: number, unit: string | undefined, sign: 1 | -1): number | null {
  if (unit === "月" || unit === "年") {
    const months = amount * (unit === "年" ? 12 : 1)
    return Number.isInteger(months) ? monthsLater(day, sign * months) : day + sign * Math.round(months * 30)
  }
  const days = amount * (unit === "天" || unit === "日" ? 1 : 7)
  return Number.isInteger(days) ? day + sign * days : null
}

function readNth({ year, relativeYear, nth, unit }: Groups, today: Today): RuleResult {
  const said = readYear(year, relativeYear, today)
  const place = numberOf(nth ?? "") ?? 0
  if (said === null || place < 1) return null
  if (unit === "月") return place > 12 ? null : monthAt(dayOf(said, place, 1) ?? 0, undefined, true)
  const fourth = dayOf(said, 1, 4)
  if (fourth === null || place > 53) return null
  const monday = mondayOf(fourth) + (place - 1) * 7
  return { from: monday, to: monday + 6, grain: "week", certain: true }
}
