import { dayOf } from "./period.ts"

/** Returns Easter Sunday of the western churches: the Gregorian computus (Meeus, Jones and Butcher). */
export function easter(year: number): number | null {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const rest = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const total = epact + weekday - 7 * shift + 114
  return dayOf(year, Math.floor(total / 31), (total % 31) + 1)
}

/** 1 January 1970 counted from 1 January of the year 1. */
const EPOCH = 719_163

/**
 * Returns the Jewish new year that falls into the autumn of a Gregorian year (Reingold and Dershowitz, Calendrical
 * Calculations).
 */
export function jewishNewYear(year: number): number {
  const jewish = year + 3761
  const [before, day, after] = [elapsedDays(jewish - 1), elapsedDays(jewish), elapsedDays(jewish + 1)]
  const delay = after - day === 356 ? 2 : day - before === 382 ? 1 : 0
  return day + delay - 1_373_427 - EPOCH
}

/** Whether the Jewish year that begins in the autumn of a Gregorian year has a day more in its second month. */
export function isFullJewishYear(year: number): boolean {
  return (jewishNewYear(year + 1) - jewishNewYear(year)) % 10 === 5
}

/** Whether the Jewish year that ends in the autumn of a Gregorian year has thirteen months. */
export function isJewishLeapYear(year: number): boolean {
  return (7 * (year + 3760) + 1) % 19 < 7
}

function elapsedDays(year: number): number {
  const months = Math.floor((235 * year - 234) / 19)
  const parts = 12_084 + 13_753 * months
  const day = 29 * months + Math.floor(parts / 25_920)
  return (3 * (day + 1)) % 7 < 3 ? day + 1 : day
}

/**
 * Returns the first time in a Gregorian year that a day of the Islamic calendar comes, by the arithmetical calendar:
 * where the moon is watched it may be a day off.
 */
export function islamicDay(year: number, month: number, date: number): number | null {
  const first = dayOf(year, 1, 1)
  if (first === null) return null
  const about = Math.floor(((year - 622) * 33) / 32)
  for (const candidate of [about - 1, about, about + 1, about + 2]) {
    const day = islamicDayOf(candidate, month, date)
    if (day >= first && day < first + 365) return day
  }
  return null
}

function islamicDayOf(year: number, month: number, date: number): number {
  const before = (year - 1) * 354 + Math.floor((3 + 11 * year) / 30)
  return 227_014 + before + 29 * (month - 1) + Math.floor(month / 2) + date - EPOCH
}
