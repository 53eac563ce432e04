import { dayOf } from "./period.ts"

/**
 * Returns the day number of a day of the Chinese lunar calendar, or `null` when that month has no such day or
 * the year lies outside 1900 to 2100. A leap month is never meant.
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
 * Per year from 1900, in base 36: bit n is set when the year's month n (leap month included) has 30 days,
 * bits 13–16 hold the month that is repeated, the rest the days from 1 January to the lunar new year.
 * The days of GB/T 33661-2017 as the Purple Mountain and Hong Kong observatories publish them; ICU is a day off in
 * some years (the new year of 2027).
 */
const YEARS = [
  "2dt5e 3tp3m 2yu1x 27nt6 3l9hn 2nkpn 1w8ra 3ctwq 2hyl5 1nh3m 34evm 2ao85 3qwpx 2t6x7 1z82z 3fmi5",
  "2kqjv 1q7vt 3799l 2ghaq 3wjo2 2ytr9 24vgt 3laae 2qcae 1tfp1 3cu6s 2hz8p 1qbo2 34gb6 2algm 3o2ej",
  "2t6xj 1z7p2 3fo7u 2njys 1t809 37809 2dms3 3tpqr 2ys6j 225i3 3ih7x 2qctm 1w9xx 3cv50 2hykp 1nhqr",
  "34fit 2808d 3o2eu 2t6zx 221ey 3fn3m 2ks6d 1tave 3a2bu 2dqqd 3qwlz 2ys7q 24yph 3ih91 2qd3m 1w7fp",
  "3cvqd 2hxl6 1ks5z 31me3 2atei 3o2ga 2t755 221qq 3ihci 2krol 1qmob 378ln 2dsq3 3qv1p 2vz3h 24yuh",
  "3lay1 2qefm 1waat 3cvfp 2jsr1 3wity 31kty 27qut 3o2qd 2t7s9 2236a 3ihzm 2nl7q 1qdzq 34fh3 2dsra",
  "3tobe 2vzdh 24urt 3l9op 2qd1v 1tfl7 3a0q3 2f597 1ngpm 31ld6 281g5 3qwtg 2w095 1z98z 3fo2d 2kqi5",
  "1qkdp 34fjp 2dz8q 3tosy 2ytut 252dm 3lave 2qe8l 1w8q6 3a0ra 2f5bp 1ngs2 34es2 27smd 3o2sl 2t64r",
  "1z6hj 3cvcb 2kqje 1qe3a 378tl 2ec7m 3tpw2 2ytd1 251sb 3ih57 2njjf 1tisb 3a0tp 2f5gq 1nhw2 34g42",
  "2auxx 3o3z9 2t6xh 1z831 3fmwm 2hxh1 1qene 379hl 2gnte 3tqj6 2ytra 24ymu 3ih5j 2njkm 1tcr9 3a15h",
  "2hxs9 1ksk3 31llf 2808b 3o2ej 2qdsr 1z87u 3fn1m 2krqd 1qmve 378sq 2dtw5 3tpqt 2vz1p 225kd 3ih85",
  "2qcve 1tdph 3a2ed 2hyyy 1nogl 31ms6 2811q 3o2fq 2t705 1z8aa 3fnbm 2ksdh 1te8a 34eq3 2axzr 3qvfv",
  "2vz2z 225li 3ihd6 2qd76 1w945 3a1xh 2f5aj 1knff 31l7v",
].flatMap((row) => row.split(" "))
const FIRST_YEAR = 1900

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
