import { weekdayName } from "../calendar/calendar.ts"
import { isLocalDate } from "../calendar/date.ts"
import { type Duration, parseDuration } from "../calendar/duration.ts"
import { formatMoment, parseMoment } from "../calendar/moment.ts"
import { fixedOffsetOf } from "../calendar/time-zone.ts"
import type { Locale } from "../types.ts"
import { isChinese } from "./language.ts"

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

/** Returns `2026年3月2日（周一）` or `Mon, 2 Mar 2026`, `null` for no date. Of a moment, the day at its own offset. */
export function formatDate(text: string, locale: Locale): string | null {
  const date = parseMoment(text) === null ? text : text.slice(0, 10)
  if (!isLocalDate(date)) return null
  const [year = "", month = "", day = ""] = date.split("-")
  const weekday = weekdayName(date, locale)
  if (isChinese(locale)) return `${Number(year)}年${Number(month)}月${Number(day)}日（${weekday}）`
  return `${weekday}, ${Number(day)} ${MONTHS[Number(month) - 1]} ${Number(year)}`
}

/**
 * Returns the date and the time of day, `2026年3月2日（周一）10:00`, `null` for no moment. It is shown in `timeZone` where
 * that has a fixed offset, else at the moment's own.
 */
export function formatDateTime(text: string, locale: Locale, timeZone?: string): string | null {
  const moment = parseMoment(text)
  if (moment === null) return formatDate(text, locale)
  const offset = (timeZone === undefined ? null : fixedOffsetOf(timeZone)) ?? moment.offset
  const local = formatMoment({ epochMs: moment.epochMs, offset })
  const date = formatDate(local.slice(0, 10), locale)
  const time = local.slice(11, 16)
  return isChinese(locale) ? `${date}${time}` : `${date}, ${time}`
}

const UNITS: readonly { readonly part: keyof Duration; readonly zh: string; readonly en: string }[] = [
  { part: "years", zh: "年", en: "year" },
  { part: "months", zh: "个月", en: "month" },
  { part: "days", zh: "天", en: "day" },
  { part: "hours", zh: "小时", en: "hour" },
  { part: "minutes", zh: "分钟", en: "minute" },
  { part: "seconds", zh: "秒", en: "second" },
]

/** Returns an ISO 8601 duration in words, `30天` or `30 days`, `null` for no duration. */
export function formatPeriod(text: string, locale: Locale): string | null {
  const duration = parseDuration(text)
  if (duration === null) return null
  const filled = UNITS.filter(({ part }) => duration[part] !== 0)
  const named = filled.length > 0 ? filled : UNITS.slice(2, 3)
  if (isChinese(locale)) return named.map(({ part, zh }) => `${duration[part]}${zh}`).join("")
  return named.map(({ part, en }) => `${duration[part]} ${en}${duration[part] === 1 ? "" : "s"}`).join(" ")
}
