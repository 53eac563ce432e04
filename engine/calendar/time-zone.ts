import { parseOffset } from "./moment.ts"

const FIXED_OFFSETS: Readonly<Record<string, number>> = {
  UTC: 0,
  "Etc/UTC": 0,
  "Asia/Shanghai": 480,
  "Asia/Chongqing": 480,
  "Asia/Harbin": 480,
  "Asia/Hong_Kong": 480,
  "Asia/Macau": 480,
  "Asia/Taipei": 480,
  "Asia/Singapore": 480,
  "Asia/Urumqi": 360,
  "Asia/Tokyo": 540,
}

/**
 * Returns the minutes east of UTC of a time zone that never changes its clock (China has not since 1991), or of an
 * offset such as `+08:00`; `null` for any other zone, where each moment's own offset counts. A table instead of
 * `Intl`, so that every machine and browser reckons alike.
 */
export function fixedOffsetOf(timeZone: string): number | null {
  return FIXED_OFFSETS[timeZone] ?? parseOffset(timeZone)
}
