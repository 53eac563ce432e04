import {
  COUNT,
  DATE,
  MONTH,
  ORDINAL,
  readCount,
  readDate,
  readMonth,
  readWeekday,
  readYear,
  UNIT,
  WEEKDAY,
  YEAR,
} from "./english-words.ts"
import {
  civilOf,
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

const BEGIN = "(?<![a-z\\d/.-])"
const YEAR_AFTER = `(?:[\\s,/-]*(?:of |in )?${YEAR}|(?:,\\s?|\\s)(?<short>'?\\d{2})(?![\\d:a-z]|\\s?(?:am|pm)(?![a-z])|[.,/]\\d))?`

const TO = "(?:\\s?(?:-|~|to|through|thru|till|until|and)\\s?(?:the )?)"

/**
 * Rules for single days in English, on lower-case text: May twenty-ninth, last Friday, on the 21st, 3 weeks
 * ago.
 */
export const ENGLISH_DAYS: readonly PeriodRule[] = [
  {
    pattern: new RegExp(
      `(?<![a-z\\d/.])${MONTH}[\\s/-]*(?:the )?${DATE}(?!\\s?(?:am|pm|times|%|percent|people)(?![a-z]))${YEAR_AFTER}`,
      "g",
    ),
    read: readMonthDate,
  },
  {
    pattern: new RegExp(
      `${BEGIN.replace(".-", ".$-")}(?:the )?${DATE}(?:\\s+day)?[\\s/-]*(?:of )?${MONTH}(?![a-z])${YEAR_AFTER}`,
      "g",
    ),
    read: readMonthDate,
  },
  {
    pattern: new RegExp(
      `${BEGIN}(?:from )?${MONTH}\\s?(?:the )?${DATE}${TO}(?<last>${ORDINAL}|\\d{1,2})(?![\\d:a-z]|[ -]?(?:${MONTH.replace("?<month>", "?:")}))(?:,? (?:of )?${YEAR})?`,
      "g",
    ),
    read: readDates,
  },
  {
    pattern: new RegExp(
      `${BEGIN}(?:from |between )?(?:the )?${DATE}${TO}(?<last>${ORDINAL}|\\d{1,2})\\s(?:of )?${MONTH}(?![a-z])(?:,? (?:of )?${YEAR})?`,
      "g",
    ),
    read: readDates,
  },
  {
    pattern: new RegExp(`${BEGIN}(?<year>\\d{4})[\\s/-]${MONTH}[\\s/-](?<date>\\d{1,2})(?![\\d:])`, "g"),
    read: readMonthDate,
  },
  {
    pattern: new RegExp(`${BEGIN}(?<year>\\d{4})[\\s/-](?<date>\\d{1,2})[\\s/-]${MONTH}(?![a-z])`, "g"),
    read: readMonthDate,
  },
  {
    pattern: new RegExp(`${BEGIN}${MONTH}[/-](?<year>\\d{4})[/-](?<date>\\d{1,2})(?![\\d:])`, "g"),
    read: readMonthDate,
  },
  {
    pattern: new RegExp(
      `${BEGIN}(?:on )?(?:(?<step>this week|next week|last week|this past|this coming|this upcoming|this|next|last|past|previous|following|coming|upcoming)\\s+)?${WEEKDAY}(?:,? (?:of )?(?:the )?(?<week>this|next|last|following|coming|previous) week| (?<after>after next))?`,
      "g",
    ),
    read: readNamedWeekday,
  },
  {
    pattern: new RegExp(
      `${BEGIN}(?:on )?${WEEKDAY},?\\s+(?:the )?(?<date>${ORDINAL}|\\d{1,2}(?![\\d:/.]|\\s?(?:am|pm|o'clock|${MONTH.replace("?<month>", "?:")})))(?![a-z])(?! of)`,
      "g",
    ),
    read: readWeekdayDate,
  },
  {
    pattern:
      /(?<![a-z])(?:the )?(?:day after tomorrow|day before yesterday|tomorrow'?s?|tmrw|yesterday'?s?|yday|today'?s?|tonight|this (?:morning|afternoon|evening)|last night)(?![a-z])/g,
    read: (_, today, said) => readDayWord(said, today),
  },
  {
    pattern: new RegExp(
      `${BEGIN}${COUNT}\\s?${UNIT.replace(")s?", ")s?'?")} (?:ago|earlier|back|before now)(?![a-z])`,
      "g",
    ),
    read: (groups, today) => shifted(groups, today, -1),
  },
  {
    pattern: new RegExp(
      `${BEGIN}(?:in )?(?:a |the past )?(?<few>few|several|some|couple of) ${UNIT} (?:(?<ago>ago|earlier|back)|from now|later|hence)(?![a-z])|${BEGIN}in (?:a |the next )?(?<next>few|several|some|couple of) ${UNIT.replace("<unit>", "<nextUnit>")}`,
      "g",
    ),
    read: readFew,
  },
  {
    pattern: new RegExp(`${BEGIN}${COUNT} ${WEEKDAY} (?:(?<ago>ago|back)|from now|from today)(?![a-z])`, "g"),
    read: readCountedWeekday,
  },
  {
    pattern:
      /(?<=(?:between|from) )(?:now|today)(?= (?:and|to|until|till|through))|(?<=[a-z\d] (?:to|until|till|and) )now(?![a-z])/g,
    read: (_, today) => oneDay(today.day),
  },
  {
    pattern: new RegExp(
      `${BEGIN}(?:in )?${COUNT} ?${UNIT.replace(")s?", ")s?'?")} (?:from now|later|hence|from today|time)(?![a-z])`,
      "g",
    ),
    read: (groups, today) => shifted(groups, today, 1),
  },
  {
    pattern: new RegExp(
      `${BEGIN}in (?:another )?${COUNT} ?${UNIT}(?! (?:from|after|before|since|of|ago|later))`,
      "g",
    ),
    read: (groups, today) => shifted(groups, today, 1),
  },
  {
    pattern: new RegExp(
      `${BEGIN}(?:on )?(?:the )?(?<nth>first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th) ${WEEKDAY} (?:of|in) (?:(?:the )?(?<monthStep>this|next|last|previous)?\\s?(?:the )?month|${MONTH}(?:,? (?:of )?${YEAR})?)(?![a-z])`,
      "g",
    ),
    read: readNthWeekday,
  },
  {
    pattern: new RegExp(
      `${BEGIN}(?:on )?(?:the )?(?<date>${ORDINAL}|\\d{1,2})(?: day)? of (?:the )?(?<monthStep>this|next|last|previous|following|coming)\\s?(?:the )?month(?![a-z])`,
      "g",
    ),
    read({ date, monthStep }, today) {
      const { year, month } = civilOf(monthsLater(firstOfMonth(today), readStep(monthStep)))
      const day = dayOf(year, month, readDate(date))
      return day === null ? "impossible" : oneDay(day)
    },
  },
  {
    pattern: new RegExp(
      `(?<=(?<![a-z])on )the (?<date>${ORDINAL})(?![a-z]| (?:of|day|floor|time|page|item|street|${MONTH.replace("?<month>", "?:")}))|^\\s*(?:on )?(?:the )?(?<only>${ORDINAL})[\\s.!]*$`,
      "g",
    ),
    read: ({ date, only }, today) =>
      /^(?:first|second|third)$/.test(only ?? "") ? null : bareDate(readDate(date ?? only), today),
  },
]

/** "next" and "following" mean the week after this one, "last" and "previous" the week before. */
export function readStep(step: string | undefined): number {
  if (step === undefined) return 0
  if (/next|following|coming/.test(step)) return 1
  return /last|previous|past/.test(step) ? -1 : 0
}

function readMonthDate({ month, date, year, short }: Groups, today: Today): RuleResult {
  const monthNumber = readMonth(month)
  const dateNumber = readDate(date)
  if (month === "may" && /^(?:one|two|three|four|five|six|seven|eight|nine|ten)$/.test(date ?? ""))
    return null
  const said = readYear(
    year ?? (Number(short?.replace("'", "")) > 31 || short?.startsWith("'") ? short : undefined),
    today,
  )
  if (said !== null) {
    const day = dayOf(said, monthNumber, dateNumber)
    return day === null
      ? "impossible"
      : oneDay(day, true, { said: { year: said, month: monthNumber, date: dateNumber } })
  }
  const dayIn = (candidate: number) => dayOf(candidate, monthNumber, dateNumber)
  const chosen = yearFor(today, dayIn)
  const day = chosen === null ? null : dayIn(chosen.year)
  if (chosen === null || day === null) return "impossible"
  return oneDay(day, chosen.certain, { said: { month: monthNumber, date: dateNumber } })
}

/** July 13 to 15, the 13th to the 15th of July. */
function readDates(groups: Groups, today: Today): RuleResult {
  const first = readMonthDate(groups, today)
  if (first === null || first === "impossible" || first.from === null) return first
  const to = first.from + readDate(groups.last) - readDate(groups.date)
  const isSame = to > first.from && civilOf(to).month === civilOf(first.from).month
  return isSame ? { from: first.from, to, grain: "span", certain: first.certain } : "impossible"
}

function readNamedWeekday({ step, weekday, week, after }: Groups, today: Today): RuleResult {
  const number = readWeekday(weekday)
  const isShort = (weekday ?? "").length <= 3
  const monday = mondayOf(today.day)
  const inWeek = (weeks: number) => oneDay(monday + weeks * 7 + number - 1)
  if (week !== undefined) return inWeek(readStep(week))
  if (after !== undefined) return inWeek(1)
  if (step === undefined)
    return isShort && /^(?:sat|sun|mon|wed)$/.test(weekday ?? "")
      ? uncertain(weekdayFor(today, number))
      : weekdayFor(today, number)
  if (/past$/.test(step)) return weekdayFor({ ...today, prefer: "past" }, number)
  if (/coming$/.test(step)) return weekdayFor({ ...today, prefer: "future" }, number)
  if (step === "this" && monday + number - 1 < today.day && today.prefer !== "past")
    return uncertain(inWeek(1))
  return inWeek(readStep(step))
}

function uncertain<T extends object>(content: T): T & { certain: false } {
  return { ...content, certain: false }
}

/** "Friday 31": the nearest day of which both are true. */
function readWeekdayDate({ weekday, date }: Groups, today: Today): RuleResult {
  const number = readWeekday(weekday)
  const dateNumber = readDate(date)
  if (dateNumber < 1 || dateNumber > 31) return null
  const first = firstOfMonth(today)
  const candidates = Array.from({ length: 49 }, (_, index) => civilOf(monthsLater(first, index - 24)))
    .map(({ year, month }) => dayOf(year, month, dateNumber))
    .filter((day) => day !== null && day - mondayOf(day) + 1 === number)
    .filter((day) => day !== null)
  const fitting = candidates.filter((day) => (today.prefer === "past" ? day <= today.day : day >= today.day))
  const day = today.prefer === "past" ? fitting.at(-1) : fitting[0]
  return day === undefined ? null : oneDay(day, true, { said: { date: dateNumber, weekday: number } })
}

function readDayWord(said: string, today: Today): RuleResult {
  if (said.includes("after tomorrow")) return oneDay(today.day + 2)
  if (said.includes("before yesterday")) return oneDay(today.day - 2)
  if (said.includes("tomorrow") || said === "tmrw") return oneDay(today.day + 1)
  if (said.includes("yesterday") || said === "yday") return oneDay(today.day - 1)
  if (said.includes("last night")) return oneDay(today.day - 1, true, { part: "evening" })
  const part = said.includes("morning")
    ? "morning"
    : said.includes("afternoon")
      ? "afternoon"
      : said.includes("today")
        ? undefined
        : "evening"
  return oneDay(today.day, true, part === undefined ? {} : { part })
}

function shifted({ count, unit }: Groups, today: Today, sign: 1 | -1): RuleResult {
  const amount = readCount(count)
  return amount === null ? null : shiftBy(today, today.day, amount, unit, sign)
}

/** A few are about three. */
function readFew({ few, unit, ago, next, nextUnit }: Groups, today: Today): RuleResult {
  const amount = (few ?? next)?.startsWith("couple") ? 2 : 3
  const result = shiftBy(today, today.day, amount, unit ?? nextUnit, ago === undefined ? 1 : -1)
  return result === null || result === "impossible" ? result : uncertain(result)
}

/** "two Sundays from now". */
function readCountedWeekday({ count, weekday, ago }: Groups, today: Today): RuleResult {
  const amount = readCount(count)
  if (amount === null || !Number.isInteger(amount) || amount < 1) return null
  const near = weekdayFor({ ...today, prefer: ago === undefined ? "future" : "past" }, readWeekday(weekday))
  const shift = (amount - 1) * (ago === undefined ? 7 : -7)
  return near.from === null ? null : oneDay(near.from + shift)
}

/** Returns the day `amount` units before or after `day`. */
export function shiftBy(
  today: Today,
  day: number,
  amount: number,
  unit: string | undefined,
  sign: 1 | -1,
): RuleResult {
  const minutes =
    unit === "hour" || unit === "hr"
      ? 60
      : unit === "minute" || unit === "min"
        ? 1
        : unit === "second"
          ? 1 / 60
          : 0
  if (minutes > 0) {
    const total = today.minute + Math.round(sign * amount * minutes)
    const shift = Math.floor(total / 1440)
    return oneDay(day + shift, true, { minute: total - shift * 1440 })
  }
  const days = unit === "day" ? 1 : unit === "week" ? 7 : unit === "fortnight" ? 14 : 0
  if (days > 0) return oneDay(day + sign * Math.round(amount * days), Number.isInteger(amount))
  const months =
    unit === "month" ? 1 : unit === "year" ? 12 : unit === "quarter" ? 3 : unit === "decade" ? 120 : 0
  const whole = Math.floor(amount * months)
  return months === 0
    ? null
    : oneDay(monthsLater(day, sign * whole) + sign * Math.round((amount * months - whole) * 30), false)
}

function readNthWeekday({ nth, weekday, monthStep, month, year }: Groups, today: Today): RuleResult {
  const number = readWeekday(weekday)
  const inMonth = (first: number | null) => {
    if (first === null) return null
    if (nth === "last") {
      const last = monthsLater(first, 1) - 1
      return last - ((last - mondayOf(last) + 1 - number + 7) % 7)
    }
    return first + ((number - (first - mondayOf(first) + 1) + 7) % 7) + (readDate(nth) - 1) * 7
  }
  if (month === undefined) {
    const day = inMonth(monthsLater(firstOfMonth(today), readStep(monthStep)))
    return day === null ? null : oneDay(day)
  }
  const said = readYear(year, today)
  const dayIn = (candidate: number) => inMonth(dayOf(candidate, readMonth(month), 1))
  const chosen = said === null ? yearFor(today, dayIn) : { year: said, certain: true }
  const day = chosen === null ? null : dayIn(chosen.year)
  return chosen === null || day === null ? null : oneDay(day, chosen.certain)
}

function bareDate(date: number, today: Today): RuleResult {
  if (date < 1 || date > 31) return null
  const step = today.prefer === "past" ? -1 : 1
  for (let months = 0; Math.abs(months) <= 12; months += step) {
    const { year, month } = civilOf(monthsLater(firstOfMonth(today), months))
    const day = dayOf(year, month, date)
    if (day !== null && (day - today.day) * step >= 0)
      return oneDay(day, today.prefer !== undefined, { said: { date } })
  }
  return null
}

function firstOfMonth({ day }: Today): number {
  return day - civilOf(day).date + 1
}
