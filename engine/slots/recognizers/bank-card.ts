import { digitStrings, matchDigits } from "../numerals/digit-string.ts"
import { type Recognizer, recognition } from "../recognition.ts"
import { isIdCard } from "./id-card.ts"

/**
 * A bank card number: 12 to 19 digits, also grouped, whose last is the check digit of ISO/IEC 7812-1 (Luhn).
 * The value is the digits. Uncertain where the same digits are an identity card's number.
 */
export const bankCard: Recognizer = {
  find(utterance) {
    return matchDigits(digitStrings(utterance.lower), 12, 19, readCard).map(({ value, start, end }) =>
      recognition(utterance, start, end, value, !isIdCard(value)),
    )
  },
}

function readCard(digits: string): string | null {
  return !digits.startsWith("0") && !/^(\d)\1+$/.test(digits) && passesLuhn(digits) ? digits : null
}

function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - place))
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
