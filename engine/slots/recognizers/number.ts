import { allMatches } from "../all-matches.ts"
import { numberOf } from "../numerals/chinese-numeral.ts"
import { withFractions } from "../numerals/fractions.ts"
import { exact, type Numeral } from "../numerals/numeral.ts"
import { scanNumerals } from "../numerals/scan-numerals.ts"
import { type Recognizer, recognition, withoutOverlaps } from "../recognition.ts"
import { isWhole, type Utterance } from "../utterance.ts"

/**
 * A number in figures or words: 三万五, 1.2万, 5w, 负六点六, 五分之一, 两打, twenty-one thousand, 3/5. Uncertain where
 * it is only about (十几) or stands before a unit of dates and times.
 */
export const number: Recognizer = { find: (utterance) => findNumbers(utterance) }

/** A number without a fraction. */
export const integer: Recognizer = {
  find: (utterance) =>
    findNumbers(utterance).filter(({ value }) => Number.isInteger(value) && Number.isSafeInteger(value)),
}

function findNumbers(utterance: Utterance) {
  const { plain } = utterance
  return withFractions(plain, counted(plain, grouped(plain, scanNumerals(utterance))))
    .filter((numeral) => isNumber(utterance, numeral))
    .map((numeral) => {
      const certain = !numeral.vague && !isPartOfOther(plain, numeral)
      return recognition(utterance, numeral.start, numeral.end, numeral.value, certain)
    })
}

/** 1 234 567 is one number. */
function grouped(plain: string, numerals: readonly Numeral[]): readonly Numeral[] {
  const joined: Numeral[] = []
  for (const numeral of numerals) {
    const last = joined.at(-1)
    const continues =
      last !== undefined &&
      !last.spelled &&
      plain.slice(last.end, numeral.start) === " " &&
      /^(?:\d{1,3})(?: \d{3})*$/.test(plain.slice(last.start, last.end)) &&
      /^\d{3}(?:\.\d+)?$/.test(plain.slice(numeral.start, numeral.end))
    if (last === undefined || !continues) joined.push(numeral)
    else {
      const value = exact(last.value * 1000 + numeral.value)
      joined[joined.length - 1] = { ...last, value, end: numeral.end }
    }
  }
  return joined
}

/** 一打, 一双, 五对, 三个半, 一半. */
function counted(plain: string, numerals: readonly Numeral[]): readonly Numeral[] {
  const found = numerals.map((numeral): Numeral => {
    const next = plain.slice(numeral.end, numeral.end + 2)
    if (numeral.value === 1 && next.startsWith("双")) return { ...numeral, value: 2, end: numeral.end + 1 }
    if (numeral.spelled && numeral.value < 100 && /^对(?![方面应])/.test(next)) {
      return { ...numeral, value: numeral.value * 2, end: numeral.end + 1 }
    }
    if (next.startsWith("打") && numeral.spelled) {
      return { ...numeral, value: numeral.value * 12, end: numeral.end + 1 }
    }
    const metres = METRES.exec(plain.slice(numeral.end, numeral.end + 4))
    if (metres?.[1] !== undefined && Number.isInteger(numeral.value)) {
      const rest = Number(`0.${[...metres[1]].map((digit) => numberOf(digit) ?? 0).join("")}`)
      return { ...numeral, value: exact(numeral.value + rest), end: numeral.end + metres[0].length }
    }
    if (/^[个岁年斤]半/.test(next)) return { ...numeral, value: numeral.value + 0.5, end: numeral.end + 2 }
    if (numeral.value === 1 && next.startsWith("半")) return { ...numeral, value: 0.5, end: numeral.end + 1 }
    return numeral
  })
  const words = allMatches(plain, COUNT_WORD).flatMap((match): Numeral[] => {
    const value = match[0] === "半" ? 0.5 : match[0] === "仨" ? 3 : 2
    const taken = found.some(({ start, end }) => match.index < end && match.index >= start)
    return taken ? [] : [{ value, start: match.index, end: match.index + 1, vague: false, spelled: true }]
  })
  return withoutOverlaps([...found, ...words])
}
/** 一米七五, 1米8. */
const METRES = /^米([\d零一二三四五六七八九]{1,2})(?![\d十百个])/
const COUNT_WORD = /半(?=个(?!月|钟|小时|多))|俩|仨|^半$|^双$/g

function isNumber(utterance: Utterance, { start, end, spelled }: Numeral): boolean {
  if (!spelled) return true
  const { plain, lower } = utterance
  const said = plain.slice(start, end)
  if (/^(?:第|[周初])$/.test(plain.charAt(start - 1)) || /(?:星期|礼拜)$/.test(plain.slice(0, start)))
    return false
  if (/^[a-z]/i.test(said)) return !(said.toLowerCase() === "one" && PRONOUN.test(lower.slice(0, start)))
  if (said.length > 1) return !NO_NUMBER.test(plain.slice(Math.max(0, start - 1), end + 2)) || said.length > 2
  if (isWhole(utterance, start, end)) return true
  if (/[壹贰叁参肆伍陆柒捌玖拾佰仟]/.test(said)) return false
  if (NO_NUMBER.test(plain.slice(Math.max(0, start - 1), end + 2))) return false
  if (said === "一") return COUNTS_ONE.test(plain.slice(end, end + 2)) || SAYS_ONE.test(plain.slice(0, start))
  return true
}

/** "The one you mentioned" counts nothing. */
const PRONOUN = /(?:the|this|that|which|any|every|each|some|no|another|other|good|first|last|next|right) $/
const COUNTS_ONE =
  /^(?:$|[\s,.;:!?、。"')]|[个位只条张份年天次件名台项种把岁块元斤米层成折倍瓶包双对打点份口周][^里起]?)/
const SAYS_ONE = /[是为选加减有共]$/
const NO_NUMBER =
  /四川|四面|四周|四处|四肢|三亚|三明市|三角|三轮|六安|九江|五官|五金|百度|百姓|百货|百合|千万别|千万不|千万要|千克|千米|万科|万达|万事|万分(?!之)|万能|万物|万岁|十分(?!之|钟)|十足|十字|八卦|七夕|两侧|两边|两旁|[张李王赵陈刘杨]三|统一|唯一|万一|之一/

/** Numbers of dates, times, percentages and long codes are numbers, but hardly what was asked. */
function isPartOfOther(plain: string, { start, end, spelled }: Numeral): boolean {
  const next = plain.slice(end, end + 2)
  if (/^(?:[月日号时%]|点(?!$)|:\d|[-/.]\d)/.test(next) || /[:\-/.]$/.test(plain.slice(0, start))) return true
  if (next.startsWith("年") && /^\d{4}$|^[零一二三四五六七八九]{2,4}$/.test(plain.slice(start, end)))
    return true
  if (/百\s*分\s*之\s*$/.test(plain.slice(Math.max(0, start - 6), start))) return true
  return !spelled && end - start >= 10 && !plain.slice(start, end).includes(",")
}
