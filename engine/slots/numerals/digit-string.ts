import { allMatches } from "../all-matches.ts"

/**
 * Digits said or written one after the other, with at most a few separators between them: `138 1234 5678`,
 * 幺三八…, `6222-0210…`, "one three eight". `symbols` has one digit (or `X`) each; `at` and `ends` are their
 * places in the text; `joined` tells whether a symbol stands directly after the one before.
 */
export type DigitString = {
  readonly symbols: string
  readonly at: readonly number[]
  readonly ends: readonly number[]
  readonly joined: readonly boolean[]
}

/**
 * Returns the digit strings of a lower-case plain text. `withX`: X, 叉 and 埃克斯 count as a symbol. `withCommas`: groups
 * may be parted by commas, as a number that is read aloud is written down.
 */
export function digitStrings(
  lower: string,
  { withX = false, withCommas = false }: { readonly withX?: boolean; readonly withCommas?: boolean } = {},
): readonly DigitString[] {
  if (!HINT.test(lower)) return []
  const strings: DigitString[] = []
  let symbols = ""
  let at: number[] = []
  let ends: number[] = []
  let joined: boolean[] = []
  const close = () => {
    if (symbols.length > 0) strings.push({ symbols, at, ends, joined })
    symbols = ""
    at = []
    ends = []
    joined = []
  }
  for (const match of allMatches(lower, SYMBOL)) {
    const symbol = symbolOf(match[0])
    if (symbol === "X" && !withX) continue
    const last = ends.at(-1)
    const separator = withCommas ? SPOKEN_SEPARATOR : SEPARATOR
    if (last !== undefined && !separator.test(lower.slice(last, match.index))) close()
    joined.push(last === match.index)
    symbols += symbol
    at.push(match.index)
    ends.push(match.index + match[0].length)
  }
  close()
  return strings
}

/** A value read from some symbols of a digit string, and the span they take. */
export type DigitMatch<T> = { readonly value: T; readonly start: number; readonly end: number }

/**
 * Returns what `read` accepts among stretches of `shortest` to `longest` symbols that begin and end where the
 * writer grouped them, so that no number is cut out of a longer one. Longer stretches first.
 */
export function matchDigits<T>(
  strings: readonly DigitString[],
  shortest: number,
  longest: number,
  read: (symbols: string) => T | null,
): readonly DigitMatch<T>[] {
  return strings.flatMap((string) => matchString(string, shortest, longest, read))
}

const WORDS: Readonly<Record<string, string>> = {
  零: "0",
  一: "1",
  幺: "1",
  二: "2",
  两: "2",
  三: "3",
  四: "4",
  五: "5",
  六: "6",
  七: "7",
  八: "8",
  九: "9",
  壹: "1",
  贰: "2",
  叁: "3",
  肆: "4",
  伍: "5",
  陆: "6",
  柒: "7",
  捌: "8",
  玖: "9",
  zero: "0",
  oh: "0",
  one: "1",
  two: "2",
  three: "3",
  four: "4",
  five: "5",
  six: "6",
  seven: "7",
  eight: "8",
  nine: "9",
  x: "X",
  叉: "X",
  埃克斯: "X",
  艾克斯: "X",
  爱克斯: "X",
  "×": "X",
}
const HINT =
  /[\d零一幺二两三四五六七八九壹贰叁肆伍陆柒捌玖]|zero|one|two|three|four|five|six|seven|eight|nine/
const SYMBOL =
  /\d|[零一幺二两三四五六七八九壹贰叁肆伍陆柒捌玖叉×]|[埃艾爱]克斯|(?<![a-z])(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|x)(?![a-z])/g
const SEPARATOR = /^[ .\-_/·()]{0,3}$/
const SPOKEN_SEPARATOR = /^[ .\-_/·(),、]{0,3}$/

function symbolOf(word: string): string {
  return WORDS[word] ?? word
}

function matchString<T>(
  string: DigitString,
  shortest: number,
  longest: number,
  read: (symbols: string) => T | null,
): readonly DigitMatch<T>[] {
  const { symbols, joined, at, ends } = string
  const found: DigitMatch<T>[] = []
  let from = 0
  while (from <= symbols.length - shortest) {
    const to = joined[from] === true ? null : matchFrom(string, from, shortest, longest, read)
    const start = at[from]
    const end = to === null ? undefined : ends[to.last]
    if (to === null || start === undefined || end === undefined) {
      from += 1
      continue
    }
    found.push({ value: to.value, start, end })
    from = to.last + 1
  }
  return found
}

function matchFrom<T>(
  { symbols, joined }: DigitString,
  from: number,
  shortest: number,
  longest: number,
  read: (symbols: string) => T | null,
): { readonly value: T; readonly last: number } | null {
  for (let length = Math.min(longest, symbols.length - from); length >= shortest; length -= 1) {
    if (joined[from + length] === true) continue
    const value = read(symbols.slice(from, from + length))
    if (value !== null) return { value, last: from + length - 1 }
  }
  return null
}
