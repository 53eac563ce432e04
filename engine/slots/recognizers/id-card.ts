import { dayNumber } from "../../calendar/index.ts"
import { digitStrings, matchDigits } from "../numerals/digit-string.ts"
import { type Recognizer, recognition } from "../recognition.ts"

/**
 * An identity number of 18 characters with day of birth and check character, also grouped or spoken, x for X: a
 * citizen's or resident's (GB 11643-1999), or that of a foreigner's permanent residence card, which begins with 9
 * (form of 2023). The value is the 18 characters.
 */
export const idCard: Recognizer = {
  find(utterance) {
    return matchDigits(digitStrings(utterance.lower, { withX: true }), 18, 18, (symbols) =>
      isIdCard(symbols) ? symbols : null,
    ).map(({ value, start, end }) => recognition(utterance, start, end, value, true))
  },
}

/** Whether `number` has the form, a region, a day of birth and the check character of an identity number. */
export function isIdCard(number: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(number) || !REGIONS.has(regionOf(number))) return false
  const birth = dayNumber(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`)
  if (birth === null || number.slice(6, 10) < "1880" || number.slice(6, 10) > "2199") return false
  return checkCharacter(number.slice(0, 17)) === number.charAt(17)
}

/** The permanent residence card has a 9 before the region, then the holder's country. */
function regionOf(number: string): string {
  return number.startsWith("9") ? number.slice(1, 3) : number.slice(0, 2)
}

/** Codes of provinces and regions, GB/T 2260. */
const REGIONS: ReadonlySet<string> = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split(
    " ",
  ),
)

/** ISO 7064 MOD 11-2. */
function checkCharacter(digits: string): string {
  let sum = 0
  for (let place = 0; place < 17; place += 1) sum += Number(digits.charAt(place)) * (2 ** (17 - place) % 11)
  return "10X98765432".charAt(sum % 11)
}
