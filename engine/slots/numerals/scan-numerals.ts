import type { Utterance } from "../utterance.ts"
import { readChineseNumeral } from "./chinese-numeral.ts"
import { ENGLISH_NUMBER_HINT, readEnglishNumeral } from "./english-numeral.ts"
import { exact, type Numeral, type NumeralScan } from "./numeral.ts"

/**
 * Returns the numerals of a text in order, without overlaps: figures (`-1,200.5`, `5w`, `3k`, `1.2M`, `2e3`),
 * Chinese, mixed and English ones. What names no one number (二三十) is passed over. Figures that belong to a
 * word or a longer code (P2023, 29km, 1.1.30) are left out, except before a currency code. A power (2^10) is one
 * number.
 */
export function scanNumerals({ plain, lower }: Utterance): readonly Numeral[] {
  if (!HINT.test(plain) && !ENGLISH_NUMBER_HINT.test(lower)) return []
  const english = ENGLISH_NUMBER_HINT.test(lower)
  const found: Numeral[] = []
  let at = 0
  while (at < plain.length) {
    const scan = readAt(plain, lower, at, english)
    if (scan === null) {
      at += 1
      continue
    }
    if (scan.value !== null) found.push({ ...scan, value: scan.value })
    at = Math.max(scan.end, at + 1)
  }
  return found
}

const HINT = /[\d幺零一二两三四五六七八九十百千万亿兆壹贰叁肆伍陆柒捌玖拾佰仟廿卅卌参半½⅓⅔¼¾⅙]/
/** 6.23x10^-4 is one number too. */
const SCIENTIFIC = /[x×*] ?10\^([+-]?\d{1,2})(?!\d)/iy
const FIGURES =
  /[+-]?(?:(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d{1,2}(?![\dA-Za-z]))?/y
const SUFFIXES: Readonly<Record<string, number>> = {
  k: 1e3,
  K: 1e3,
  w: 1e4,
  W: 1e4,
  M: 1e6,
  m: 1e6,
  mm: 1e6,
  MM: 1e6,
  mil: 1e6,
  mn: 1e6,
  b: 1e9,
  B: 1e9,
  bn: 1e9,
  G: 1e9,
  T: 1e12,
}
const SUFFIX = /(?:mm|MM|mil|mn|bn|[kKwWmMbBGT])(?![A-Za-z])/y
/** 3k5 is 3500, as 三千五 is. */
const TAIL = /[1-9](?![\d.,A-Za-z%个天月年号])/y
/** Set apart by a space only capital letters scale, and only after figures grouped by commas: 1,674.5 G. */
const APART = / ([MGT])(?![A-Za-z\d.])/y
const POWER = /\^([+-]?\d{1,3}(?:\.\d{1,3})?)(?![\d^])/y
const VULGAR: Readonly<Record<string, number>> = {
  "½": 1 / 2,
  "⅓": 1 / 3,
  "⅔": 2 / 3,
  "¼": 1 / 4,
  "¾": 3 / 4,
  "⅙": 1 / 6,
}
/** Letters that may follow figures directly: a currency's code or sign. */
const CODES =
  "cny|rmb|usd|eur|gbp|hkd|jpy|twd|krw|sgd|aud|cad|nzd|chf|thb|myr|inr|rub|sar|egp|ils|mnt|vnd|php|aed|kwd|uah|lbp|mxn|btc"
const MONEY_WORD = new RegExp(
  `^(?:m?(?:${CODES})|us\\$|hk\\$|rm|rs|le|yuan|dollars?|bucks|euros?|kuai|c|percent|pct)(?![a-z])`,
)
const MONEY_BEFORE = new RegExp(`(?:^|[^a-z])(?:${CODES}|us|hk|rs|rm|le)$`)

function readAt(plain: string, lower: string, at: number, english: boolean): NumeralScan | null {
  const character = plain.charAt(at)
  const isFigure = /[\d.+-]/.test(character)
  const isLetter = character >= "A" && /[A-Za-z]/.test(character)
  if (isLetter) {
    return english && !/[A-Za-z]/.test(plain.charAt(at - 1)) ? readEnglishNumeral(lower, at) : null
  }
  if (!isFigure) {
    const vulgar = VULGAR[character]
    if (vulgar !== undefined) return { value: vulgar, start: at, end: at + 1, vague: false, spelled: true }
    if (character === "负") return readNegative(plain, lower, at)
    return HINT.test(character) ? readChineseNumeral(plain, at) : null
  }
  return readFigures(plain, lower, at, english)
}

function readNegative(plain: string, lower: string, at: number): NumeralScan | null {
  const spelled = readChineseNumeral(plain, at)
  if (spelled !== null) return spelled
  const begin = plain.charAt(at + 1) === " " ? at + 2 : at + 1
  if (!/[\d.]/.test(plain.charAt(begin))) return null
  const figures = readFigures(plain, lower, begin, false)
  return figures?.value == null ? null : { ...figures, value: -figures.value, start: at }
}

function readFigures(plain: string, lower: string, at: number, english: boolean): NumeralScan | null {
  const before = plain.charAt(at - 1)
  const character = plain.charAt(at)
  if (character === "-" || character === "+") {
    if (/[\dA-Za-z)\]%-]/.test(before)) return null
    if (plain.charAt(at + 1) === " " && at === 0 && /\d/.test(plain.charAt(at + 2))) {
      const spaced = readFigures(plain, lower, at + 2, false)
      return spaced?.value == null
        ? null
        : { ...spaced, value: character === "-" ? -spaced.value : spaced.value, start: at }
    }
  }
  FIGURES.lastIndex = at
  const match = FIGURES.exec(plain)
  if (match === null) return null
  const end = FIGURES.lastIndex
  const glued = /[A-Za-z_]/.test(before) && !MONEY_BEFORE.test(lower.slice(Math.max(0, at - 4), at))
  if (glued || (/[.]/.test(before) && /\d/.test(plain.charAt(at - 2)))) return skipped(plain, at)
  if (/^\.\d/.test(plain.slice(end, end + 2))) return skipped(plain, at)
  if (/[\d.]/.test(character)) {
    const mixed = readChineseNumeral(plain, at)
    if (mixed !== null && mixed.end > end) return mixed
    const scaled = english ? readEnglishNumeral(lower, at) : null
    if (scaled !== null && scaled.end > end) return scaled
  }
  return withSuffix(plain, lower, at, match[0], end)
}

function withSuffix(plain: string, lower: string, at: number, figures: string, end: number): NumeralScan {
  const value = Number(figures.replaceAll(",", ""))
  const scan = { start: at, vague: false, spelled: false }
  const next = plain.charAt(end)
  const suffix = matchAt(SUFFIX, plain, end)?.[0]
  const times = suffix === undefined ? undefined : SUFFIXES[suffix]
  if (suffix !== undefined && times !== undefined) {
    const tail = matchAt(TAIL, plain, end + suffix.length)
    if (tail !== null && /^[kw]$/i.test(suffix) && Number.isInteger(value)) {
      return { ...scan, value: exact((value + Number(tail[0]) / 10) * times), end: end + 2 }
    }
    return { ...scan, value: exact(value * times), end: end + suffix.length }
  }
  const apart = figures.includes(",") ? matchAt(APART, plain, end)?.[1] : undefined
  if (apart !== undefined) return { ...scan, value: exact(value * (SUFFIXES[apart] ?? 1)), end: end + 2 }
  const exponent = matchAt(SCIENTIFIC, plain, end)
  if (exponent?.[1] !== undefined) {
    return { ...scan, value: exact(value * 10 ** Number(exponent[1])), end: end + exponent[0].length }
  }
  const power = next === "^" ? matchAt(POWER, plain, end) : null
  if (power?.[1] !== undefined) return raised(scan, value, Number(power[1]), end + power[0].length)
  if (/[A-Za-z_]/.test(next) && !MONEY_WORD.test(lower.slice(end, end + 8))) return skipped(plain, at)
  return { ...scan, value, end }
}

/** The sign belongs to what is raised, as it is read aloud: -1.1^23. */
function raised(
  scan: Pick<NumeralScan, "start" | "vague" | "spelled">,
  base: number,
  exponent: number,
  end: number,
): NumeralScan {
  const value = Math.sign(base) * Math.abs(base) ** exponent
  return { ...scan, value: Number.isFinite(value) ? exact(value) : null, end }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Passes over a code of letters, figures and dots as one. */
function skipped(plain: string, at: number): NumeralScan {
  let end = at + 1
  while (/[\dA-Za-z_]/.test(plain.charAt(end)) || (plain[end] === "." && /\d/.test(plain.charAt(end + 1))))
    end += 1
  return { value: null, start: at, end, vague: false, spelled: false }
}
