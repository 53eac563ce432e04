import type { UiLocale } from "../../i18n/locale.ts"

/** Returns the time of day, and before it the date with its weekday unless it is today, with the year unless it is this. */
export function timeLabel(at: string, now: Date, locale: UiLocale): string {
  const time = new Date(at)
  const tag = locale === "zh" ? "zh-CN" : "en-GB"
  const isToday = time.toDateString() === now.toDateString()
  const clock = { hour: "2-digit", minute: "2-digit", hour12: false } as const
  const day = { month: "long", day: "numeric", weekday: "short" } as const
  const year = time.getFullYear() === now.getFullYear() ? {} : ({ year: "numeric" } as const)
  return new Intl.DateTimeFormat(tag, isToday ? clock : { ...year, ...day, ...clock }).format(time)
}
