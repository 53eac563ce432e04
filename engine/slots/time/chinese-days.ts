import { numberOf } from "../numerals/chinese-numeral.ts"
import {
  COUNT,
  DATE,
  MONTH,
  readCount,
  readMonth,
  readStep,
  readYear,
  STEP,
  STOPS,
  YEAR,
} from "./chinese-words.ts"
import {
  civilOf,
  type DayPart,
  dayOf,
  type Groups,
  mondayOf,
  monthsLater,
  oneDay,
  type PeriodRule,
  type RuleResult,
  weekdayFor,
  yearFor,
} from "./period.ts"
import type { Today } from "./today.ts"

const UNIT =
  "\\s?(?<mid>个半|个)?\\s?(?<unit>工作日|天|日|周|星期|礼拜|月|年|小时|钟头|分钟|刻钟|秒钟?)(?<half>半)?"

/** Rules for single days in Chinese: 三月五号, 上个月15号, 大前天, 上上周五, 两个星期前, 刚才. */
export const CHINESE_DAYS: readonly PeriodRule[] = [
  {
    pattern: new RegExp(
      `(?:${YEAR}\\s?的?)?${MONTH}份?的?\\s?${DATE}(?:\\s?(?:[日号](?!线|楼|院)|${STOPS}))`,
      "g",
    ),
    read: readDate,
  },
  {
    pattern: new RegExp(`(?<step>${STEP})月份?的?\\s?${DATE}(?:\\s?[日号]|${STOPS})`, "g"),
    read({ step, date }, today) {
      const { year, month } = civilOf(monthsLater(firstOfMonth(today), readStep(step)))
      const day = dayOf(year, month, numberOf(date ?? "") ?? 0)
      return day === null ? "impossible" : oneDay(day)
    },
  },
  {
    pattern: new RegExp(`(?:${YEAR}|(?<step>${STEP}|上|下)月)的?(?:今天|今日|同一天|这一?天)`, "g"),
    read({ year, relativeYear, step }, today) {
      const said = readYear(year, relativeYear, today)
      const months = said === null ? readStep(step) : (said - civilOf(today.day).year) * 12
      return oneDay(monthsLater(today.day, months))
    },
  },
  {
    pattern: new RegExp(
      `(?<![\\d月年.第路街巷弄道村栋幢楼座/:一二三四五六七八九十])${DATE}\\s?[日号](?![楼线院弄室门店车库馆幢单栋机码公商铺]|住[宅户所址])`,
      "g",
    ),
    read: readBareDate,
  },
  {
    pattern: new RegExp(
      `(?<![\\d月年.第/:\\-一二三四五六七八九十])${DATE}(?=\\s?[-~至到]\\s?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[日号](?![楼线院弄室门店]))`,
      "g",
    ),
    read: readBareDate,
  },
  {
    pattern:
      /大前[天日]|(?<![年月周天日])前(?:[天日儿](?!下)|个儿)|前晚|昨(?:[天日早晨晚夜](?!晚报)|个?儿个?)|寻日|琴日|今(?:[天日](?!头条|说法)|个?儿个?)|今[早晨晚夜]|听日|明(?:[天日早晨晚](?!星)|个?儿个?)|大后[天日儿]|(?<![今以之日天年月周然])后(?:[天日](?!性|气|下|期)|儿个?)/g,
    read: (_, today, said) => readDayWord(said, today),
  },
  {
    pattern: new RegExp(
      `(?<![\\d.第])(?:再?过)?(?:(?<vague>好?几|两三|三四|三五|[一二两三四五六七八九十]{1,3}[几来多]|若干|数)|${COUNT})${UNIT}多?\\s?(?:以|之|过)?(?<side>前|后)(?!天|来|续|期|果|悔|面|者|提)`,
      "g",
    ),
    read: readDistance,
  },
  { pattern: new RegExp(`再?过${COUNT}${UNIT}(?!多|半|来)`, "g"), read: readDistance },
  {
    pattern: new RegExp(
      `(?<![每一二两三四五六七八九十几\\d个半])(?<step>${STEP})?的?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天1-7])(?![\\d个岁年]|期|次)`,
      "g",
    ),
    read({ step, weekday }, today) {
      const number =
        "一二三四五六日".indexOf(weekday === "天" ? "日" : (weekday ?? "")) + 1 || Number(weekday)
      if (step === undefined) return weekdayFor(today, number)
      return oneDay(mondayOf(today.day) + readStep(step) * 7 + number - 1)
    },
  },
  {
    pattern:
      /刚刚?才?(?!好|性|强|毅|需|果|到期)|方才|这会儿?|此刻|眼下|现在|最近(?!\s?[\d一二两三四五六七八九十几半])/g,
    read: (_, today, said) => readDayWord(said, today),
  },
  {
    pattern: new RegExp(
      `(?:${YEAR}的?|${MONTH}份?的?)第(?<nth>[一二三四五1-5])个(?:星期|礼拜|周)(?<weekday>[一二三四五六日天])`,
      "g",
    ),
    read: readNthWeekday,
  },
]

const SHIFTS: readonly (readonly [RegExp, number])[] = [
  [/^大前/, -3],
  [/^前/, -2],
  [/^[昨寻琴]/, -1],
  [/^今/, 0],
  [/^[明听]/, 1],
  [/^大后/, 3],
  [/^后/, 2],
]
const PARTS: readonly (readonly [RegExp, DayPart])[] = [
  [/[早晨]$/, "morning"],
  [/晚$/, "evening"],
  [/夜$/, "night"],
]

/** Returns the day that a word like 大前天 or 今晚 names. */
export function readDayWord(word: string, today: Today): RuleResult {
  const shift = SHIFTS.find(([pattern]) => pattern.test(word))?.[1]
  if (shift === undefined) return readNowWord(word, today)
  const part = PARTS.find(([pattern]) => pattern.test(word))?.[1]
  return oneDay(today.day + shift, true, part === undefined ? {} : { part })
}

function readNowWord(word: string, today: Today): RuleResult {
  if (word === "最近") return oneDay(today.day, false)
  return oneDay(today.day, true, { minute: today.minute })
}

function readDate({ year, relativeYear, month, date }: Groups, today: Today): RuleResult {
  const monthNumber = readMonth(month)
  const dateNumber = numberOf(date ?? "") ?? 0
  const said = readYear(year, relativeYear, today)
  if (said !== null) {
    const day = dayOf(said, monthNumber, dateNumber)
    return day === null
      ? "impossible"
      : oneDay(day, true, { said: { year: said, month: monthNumber, date: dateNumber } })
  }
  const found = yearFor(today, (candidate) => dayOf(candidate, monthNumber, dateNumber))
  const day = found === null ? null : dayOf(found.year, monthNumber, dateNumber)
  if (found === null || day === null) return "impossible"
  return oneDay(day, found.certain, { said: { month: monthNumber, date: dateNumber } })
}

function readBareDate({ date }: Groups, today: Today): RuleResult {
  const number = numberOf(date ?? "") ?? 0
  if (number < 1 || number > 31) return null
  const step = today.prefer === "past" ? -1 : 1
  for (let months = 0; Math.abs(months) <= 12; months += step) {
    const { year, month } = civilOf(monthsLater(firstOfMonth(today), months))
    const day = dayOf(year, month, number)
    if (day === null || (today.prefer !== undefined && (day - today.day) * step < 0)) continue
    return oneDay(day, today.prefer !== undefined, { said: { date: number } })
  }
  return null
}

function readDistance({ vague, count, mid, unit, half, side }: Groups, today: Today): RuleResult {
  if (vague !== undefined || unit === "工作日" || (unit === "月" && mid === undefined)) {
    return unit === "月" && vague === undefined ? null : "impossible"
  }
  const whole = readCount(count)
  const isYear = unit === "年" && /^(?:0\d|\d{4})$/.test(count ?? "")
  if (whole === null || isYear) return null
  const sign = side === "前" ? -1 : 1
  const amount = whole + (mid === "个半" || half !== undefined ? 0.5 : 0)
  const minutes = MINUTES[unit ?? ""]
  if (minutes !== undefined) {
    const total = today.minute + Math.round(sign * amount * minutes)
    const shift = Math.floor(total / 1440)
    return oneDay(today.day + shift, true, { minute: total - shift * 1440 })
  }
  const months = unit === "月" ? 1 : unit === "年" ? 12 : 0
  if (months === 0) {
    const days = amount * (unit === "天" || unit === "日" ? 1 : 7)
    return oneDay(today.day + sign * Math.floor(days), Number.isInteger(days))
  }
  const wholeMonths = Math.floor(amount * months)
  const restDays = Math.round((amount * months - wholeMonths) * 30)
  return oneDay(monthsLater(today.day, sign * wholeMonths) + sign * restDays, false)
}
const MINUTES: Readonly<Record<string, number>> = {
  小时: 60,
  钟头: 60,
  分钟: 1,
  刻钟: 15,
  秒: 1 / 60,
  秒钟: 1 / 60,
}

function readNthWeekday({ year, relativeYear, month, nth, weekday }: Groups, today: Today): RuleResult {
  const number = "一二三四五六日".indexOf(weekday === "天" ? "日" : (weekday ?? "")) + 1
  const place = numberOf(nth ?? "") ?? 0
  const inYear = (candidate: number) => {
    const first = dayOf(candidate, month === undefined ? 1 : readMonth(month), 1)
    return first === null ? null : first + ((number - weekdayNumber(first) + 7) % 7) + (place - 1) * 7
  }
  const said = readYear(year, relativeYear, today)
  const found = said === null ? yearFor(today, inYear) : { year: said, certain: true }
  const day = found === null ? null : inYear(found.year)
  return found === null || day === null ? null : oneDay(day, found.certain)
}

function weekdayNumber(day: number): number {
  return day - mondayOf(day) + 1
}

function firstOfMonth({ day }: Today): number {
  return day - civilOf(day).date + 1
}
