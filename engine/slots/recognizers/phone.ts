import { digitStrings, matchDigits } from "../numerals/digit-string.ts"
import { type Recognizer, recognition } from "../recognition.ts"

/**
 * A mobile number of mainland China, 11 digits from 13 to 19, also grouped, spoken (幺三八…) or with country
 * code. The value is the 11 digits.
 */
export const phone: Recognizer = {
  find(utterance) {
    return matchDigits(digitStrings(utterance.lower), 11, 15, readMobile).map(({ value, start, end }) =>
      recognition(utterance, withPlus(utterance.lower, start, value.coded), end, value.digits, true),
    )
  },
}

function readMobile(digits: string): { readonly digits: string; readonly coded: boolean } | null {
  const match = /^(00?86|86)?(1[3-9]\d{9})$/.exec(digits)
  return match?.[2] === undefined ? null : { digits: match[2], coded: match[1] !== undefined }
}

function withPlus(lower: string, start: number, coded: boolean): number {
  if (!coded) return start
  return lower.slice(start - 2, start) === "(+" ? start - 2 : lower[start - 1] === "+" ? start - 1 : start
}
