import { numberOf } from "../numerals/chinese-numeral.ts"
import { exact, type Numeral } from "../numerals/numeral.ts"
import { scanNumerals } from "../numerals/scan-numerals.ts"
import { type Recognition, type Recognizer, recognition, withoutOverlaps } from "../recognition.ts"
import { isWhole, type Utterance } from "../utterance.ts"

/**
 * A percentage, 30 for 30 %: 30%, 百分之三十, 三成半, 八五折 (85), 千分之一 (0.1), 6个百分点, 一半, thirty percent. A bare
 * number counts, uncertainly, only as the whole answer.
 */
export const percent: Recognizer = {
  find(utterance) {
    const { plain, lower } = utterance
    const numerals = scanNumerals(utterance)
    const parts = PART_HINT.test(plain) ? [...findTenths(utterance), ...findWords(utterance)] : []
    const marked = numerals.flatMap(
      (numeral, index) =>
        ofMark(utterance, numeral) ?? ofDenominator(utterance, numeral, numerals[index - 1]) ?? [],
    )
    const found = withoutOverlaps([...parts, ...marked])
    if (found.length > 0 || PART_HINT.test(plain) || lower.includes("%")) return found
    return numerals.flatMap(({ value, start, end, vague }) =>
      value >= 0 && value <= 100 && !vague && isWhole(utterance, start, end)
        ? [recognition(utterance, start, end, value, false)]
        : [],
    )
  },
}

const PART_HINT = /[折成半]|五五开|分\s*[之百]/
const MARK =
  /^\s{0,6}(?:%(?![\da-z])|percent(?:age points?)?(?![a-z])|per cent(?![a-z])|pct(?![a-z])|个?\s{0,3}百\s?分\s?点|个点(?![数了击赞评]))/
const BEFORE = /(?:percent|per cent) of $/
const POWERS = /(负)?\s{0,2}([百佰千仟万亿](?:\s?[百佰千仟万亿]){0,2})\s{0,3}分\s{0,3}之\s{0,3}$/

function ofMark(utterance: Utterance, { start, end, value, vague }: Numeral): Recognition[] | null {
  const { lower } = utterance
  const before = BEFORE.exec(lower.slice(Math.max(0, start - 12), start))
  if (before !== null) return [recognition(utterance, start - before[0].length, end, value, !vague)]
  if (lower[end] === "‰") return [recognition(utterance, start, end + 1, exact(value / 10), !vague)]
  const mark = MARK.exec(lower.slice(end, end + 21))
  if (mark === null || /[=&?%/][^\s]{0,40}$/.test(lower.slice(Math.max(0, start - 41), start))) return null
  return [recognition(utterance, start, end + mark[0].length, value, !vague)]
}

/** 百分之五, 千分之一, 五分之一. */
function ofDenominator(
  utterance: Utterance,
  numeral: Numeral,
  before: Numeral | undefined,
): Recognition[] | null {
  const { plain } = utterance
  const from = Math.max(0, numeral.start - 16)
  const lead = plain.slice(from, numeral.start)
  const powers = POWERS.exec(lead)
  const certain = !numeral.vague
  const isCounted = before !== undefined && powers !== null && before.end > from + powers.index
  if (powers?.[2] !== undefined && !isCounted) {
    const sign = powers[1] === undefined ? 1 : -1
    const value = exact((sign * numeral.value * 100) / powerOf(powers[2]))
    return [recognition(utterance, from + powers.index, numeral.end, value, certain)]
  }
  if (before === undefined || before.value === 0) return null
  if (!/^\s{0,3}分\s{0,3}之\s{0,3}$/.test(plain.slice(before.end, numeral.start))) return null
  return [
    recognition(utterance, before.start, numeral.end, exact((numeral.value / before.value) * 100), certain),
  ]
}

function powerOf(characters: string): number {
  return [...characters.replaceAll(" ", "")].reduce((power, character) => power * (POWER[character] ?? 1), 1)
}
const POWER: Readonly<Record<string, number>> = { 百: 100, 佰: 100, 千: 1000, 仟: 1000, 万: 1e4, 亿: 1e8 }

/** 三成, 九五折, 7 2 折, 六点五折. */
function findTenths(utterance: Utterance): readonly Recognition[] {
  return [...utterance.plain.matchAll(TENTHS)].flatMap((match) => {
    const [all, said = "", unit = "", half, tail, more] = match
    const digits = said.replaceAll(" ", "")
    const value = tenths(digits, unit)
    if (value === null) return []
    return [
      recognition(
        utterance,
        match.index,
        match.index + all.length,
        value + (half === undefined ? (numberOf(tail ?? "") ?? 0) : 5),
        more === undefined,
      ),
    ]
  })
}
const DIGIT = "[\\d零一二两三四五六七八九壹贰叁肆伍陆柒捌玖]"
const TENTHS = new RegExp(
  `((?:[十拾]|${DIGIT}{1,4}(?: ${DIGIT})?)(?: ?[点.] ?${DIGIT}{1,3})?|半) ?(折(?![扣磨腾断叠返旧合])|成(?![为功年立人本绩员果都分品熟长交型语]))(?:(半)|(?<=成)([一二三四五六七八九])(?![十百千万个成折])|([多几来]))?`,
  "g",
)

function tenths(digits: string, unit: string): number | null {
  if (digits === "半") return unit === "折" ? 50 : 5
  const value = numberOf(digits)
  if (value === null || value <= 0) return null
  if (unit === "成") return value <= 20 ? exact(value * 10) : null
  if (value < 10) return exact(value * 10)
  return value > 10 && value < 100 ? value : null
}

function findWords(utterance: Utterance): readonly Recognition[] {
  return [
    ...utterance.plain.matchAll(
      /一半|对半|五五开|百分百|(?<=打)对折|百\s?分\s?之\s?(?:一\s?)?百(?![\d零一二三四五六七八九])/g,
    ),
  ].map((match) => {
    const value = match[0].includes("百") ? 100 : 50
    return recognition(utterance, match.index, match.index + match[0].length, value, true)
  })
}
