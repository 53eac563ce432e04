import { digitStrings } from "../numerals/digit-string.ts"
import { type Recognizer, recognition } from "../recognition.ts"
import { isWhole } from "../utterance.ts"

/**
 * A policy number: `P` and 11 digits, also lower-case, spaced, full-width, with spoken digits, or with what a keyboard or
 * dictation makes of the letter (批, 屁). Eleven digits without the letter are one, uncertainly, when they are the whole
 * answer or named as a policy number, and no mobile number.
 */
export const policyNumber: Recognizer = {
  find(utterance) {
    const { lower } = utterance
    return digitStrings(lower).flatMap(({ symbols, at, ends, joined }) => {
      const first = at[0] ?? 0
      const end = ends[10]
      if (end === undefined || joined[11] === true) return []
      const before = lower.slice(Math.max(0, first - 12), first)
      const letter = LETTER.exec(before)
      if (letter !== null) {
        const isPlain = letter[0].startsWith("p")
        return [recognition(utterance, first - letter[0].length, end, `P${symbols.slice(0, 11)}`, isPlain)]
      }
      const isMeant = NAMED.test(before) || (symbols.length === 11 && isWhole(utterance, first, end))
      return isMeant && !/^1[3-9]/.test(symbols)
        ? [recognition(utterance, first, end, `P${symbols.slice(0, 11)}`, false)]
        : []
    })
  },
}

const LETTER = /(?:(?<![a-z\d])p|[批屁劈皮披])[ .:#\-_]{0,3}$/
const NAMED = /(?:保单(?:号码?|编号)?(?:是|为)?|policy(?: (?:number|no))?(?: is)?)[ .:#]{0,3}$/
