import { digitStrings, matchDigits } from "../numerals/digit-string.ts"
import { type Recognizer, recognition } from "../recognition.ts"

/**
 * A mobile number of mainland China, 11 digits from 13 to 19, also grouped, spoken (幺三八…) or with country
 * code. The value is the 11 digits. Numbers of other countries and lists of short numbers are none.
 */
export const phone: Recognizer = {
  find(utterance) {
    const { lower } = utterance
    const strings = digitStrings(lower, { withCommas: true })
    return matchDigits(strings, 11, 15, readMobile).flatMap(({ value, start, end }) => {
      const before = lower.slice(Math.max(0, start - 10), start)
      if (!value.coded && FOREIGN.test(before)) return []
      if (!isGrouped(lower.slice(start, end))) return []
      return [recognition(utterance, withPlus(lower, start, value.coded), end, value.digits, true)]
    })
  },
}

/** A country code, +49 or 0049 or (+55), that is not China's. */
const FOREIGN = /(?:\+|(?<!\d)00 ?)\(?(?:\d{1,3}[) -]{0,3})?$/

function readMobile(digits: string): { readonly digits: string; readonly coded: boolean } | null {
  const match = /^(00?86|86)?(1[3-9]\d{9})$/.exec(digits)
  return match?.[2] === undefined ? null : { digits: match[2], coded: match[1] !== undefined }
}

/** Figures stand together, one by one, or in groups of three and more; "1 506 64, 37 41 4" is a list. */
function isGrouped(said: string): boolean {
  if (!/^[\d\s.\-_/·(),、]+$/.test(said)) return true
  const groups = said.replace(/^(?:00\s?)?86(?=\D)/, "").match(/\d+/g) ?? []
  return groups.every(({ length }) => length >= 3) || groups.every(({ length }) => length === 1)
}

function withPlus(lower: string, start: number, coded: boolean): number {
  if (!coded) return start
  return lower.slice(start - 2, start) === "(+" ? start - 2 : lower[start - 1] === "+" ? start - 1 : start
}
