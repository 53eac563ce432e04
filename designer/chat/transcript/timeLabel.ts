import type { UiLocale } from "../../i18n/locale.ts"

/** What time it is for who reads, and in which zone he reckons; absent: the browser's. */
export type ReaderClock = { readonly now: Date; readonly timeZone?: string }

/** Returns the time of day, and before it the date with its weekday unless it is today, with the year unless it is this. */
export function timeLabel(at: string, { now, timeZone }: ReaderClock, locale: UiLocale): string {
  const time = new Date(at)
  const tag = locale === "zh" ? "zh-CN" : "en-GB"
  const zone = timeZone === undefined ? {} : { timeZone }
  const days = new Intl.DateTimeFormat("en-CA", { ...zone, dateStyle: "short" })
  const [dayOfTime, today] = [days.format(time), days.format(now)]
  const isToday = dayOfTime === today
  const clock = { hour: "2-digit", minute: "2-digit", hour12: false } as const
  const day = { month: "long", day: "numeric", weekday: "short" } as const
  const year = dayOfTime.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: "numeric" } as const)
  return new Intl.DateTimeFormat(tag, {
    ...zone,
    ...(isToday ? clock : { ...year, ...day, ...clock }),
  }).format(time)
}
