import { dayOf } from "./period.ts"

/**
 * Returns the day number of a day of the Chinese lunar calendar, or `null` when that month has no such day or
 * the year lies outside 1940 to 2061. A leap month is never meant.
 */
export function lunarDay(year: number, month: number, date: number): number | null {
  const months = lunarMonths(year)
  const found = months?.[month - 1]
  return found === undefined || date < 1 || date > found.length ? null : found.first + date - 1
}

/** Returns the last day of the lunar year, 除夕. */
export function lunarYearsEnd(year: number): number | null {
  const last = lunarMonths(year)?.[11]
  return last === undefined ? null : last.first + last.length - 1
}

/**
 * Per year from 1940, in base 36: bit n is set when the year's month n (leap month included) has 30 days,
 * bits 13–16 hold the month that is repeated, the rest the days from 1 January to the lunar new year.
 * Computed with the Chinese calendar of ICU 74.
 */
const YEARS = [
  "2ys6j 225i3 3ih7x 2qctm 1w9xx 3cv50 2hykp 1nhqr 34fit 2808d 3o2eu 2t6zx 221ey 3fooi 2nlb8 1tavd",
  "3a2bu 2dqqd 3qwlz 2ys7q 24yph 3ih91 2qd3m 1w7fp 3cvqd 2hxl6 1ks5z 31me3 2atei 3o2ga 2t755 221qq",
  "3ihci 2krol 1qmob 378ln 2dsq3 3qv1p 2vz3h 24yuh 3lay1 2qefm 1waat 3cvfp 2jsr1 3wity 31kty 27x6d",
  "3o2qd 2t7s9 2236a 3ihzm 2nl7q 1qdzq 34fh3 2dsra 3tobe 2vzdh 24t6x 3l9op 2qd1v 1tfl7 3a0q3 2f597",
  "1ngpm 31ld6 281g5 3qwtg 2w095 1z98z 3fo2d 2kqi5 1qkbx 34fjp 2dz8q 3tosy 2ytut 252dm 3lb2i 2qe8l",
  "1w8q6 3a0ra 2f5bp 1ngs2 34es2 27smd 3o4dh 2vz9m 1z6hj 3ctrf 2hxej 1qe3a 378tl 2ec7m 3tpw2 2ytd1",
  "251sb 3ih57 2njjf 1tisb 3a0tp 2f5gq 1nhw2 34g42 2auxx 3o3z9 2t6xh 1z831 3fmwm 2hxh1 1qene 379hl",
  "2gnte 3tqj6 2ytra 24ymu 3ih5j 2njkm 1tcr9 3a15h 2hxs9 1ksk3",
].flatMap((row) => row.split(" "))
const FIRST_YEAR = 1940

type LunarMonth = { readonly first: number; readonly length: number }

function lunarMonths(year: number): readonly LunarMonth[] | null {
  const packed = YEARS[year - FIRST_YEAR]
  const january = dayOf(year, 1, 1)
  if (packed === undefined || january === null) return null
  const bits = Number.parseInt(packed, 36)
  const leap = (bits >> 13) & 15
  const months: LunarMonth[] = []
  let first = january + (bits >> 17)
  for (let index = 0; index < (leap === 0 ? 12 : 13); index += 1) {
    const length = (bits >> index) & 1 ? 30 : 29
    if (leap === 0 || index !== leap) months.push({ first, length })
    first += length
  }
  return months
}
