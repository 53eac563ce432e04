import { digitStrings } from "../numerals/digit-string.ts"
import { type Recognizer, recognition } from "../recognition.ts"

/** A policy number: `P` and 11 digits, also lower-case, spaced, full-width or with spoken digits. */
export const policyNumber: Recognizer = {
  find(utterance) {
    const { lower } = utterance
    if (!lower.includes("p")) return []
    return digitStrings(lower).flatMap(({ symbols, at, ends, joined }) => {
      const first = at[0] ?? 0
      const letter = /(?<![a-z\d])p[ .:#\-_]{0,3}$/.exec(lower.slice(Math.max(0, first - 5), first))
      const end = ends[10]
      if (letter === null || end === undefined || joined[11] === true) return []
      const start = first - letter[0].length
      return [recognition(utterance, start, end, `P${symbols.slice(0, 11)}`, true)]
    })
  },
}
