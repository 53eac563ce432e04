import type { Json } from "../../types.ts"
import { exact, type Numeral } from "../numerals/numeral.ts"
import { scanNumerals } from "../numerals/scan-numerals.ts"
import { type Recognition, type Recognizer, recognition, withoutOverlaps } from "../recognition.ts"
import { isWhole, type Utterance } from "../utterance.ts"
import { LOCAL, type MoneyUnit, unitAfter, unitBefore } from "./currencies.ts"

/**
 * An amount of money: 三万五, 5000块, 1.2万元, 三块五, 两美元又三美分, ¥300, $48.2 million, 15 dollars 50. A number in
 * the currency of the flow set, `{ amount, currency }` in another. A bare number counts when it is the whole answer, or
 * uncertainly when it is so large or so rounded that nothing else is meant.
 */
export const money: Recognizer = {
  find(utterance, { currency = "CNY" }) {
    const numerals = withoutOverlaps([...scanNumerals(utterance), ...articles(utterance)])
    if (numerals.length === 0) return []
    const amounts = joinParts(utterance, numerals, currency)
    return withoutOverlaps([...amounts, ...bareNumbers(utterance, numerals)])
  },
}

/** A dollar, a grand: the article counts one. */
function articles({ lower }: Utterance): readonly Numeral[] {
  return [
    ...lower.matchAll(/(?<![a-z])an?(?= (?:dollar|buck|grand|pound|euro|yuan|cent|rupee|ringgit)(?![a-z]))/g),
  ].map(({ index, 0: word }) => ({
    value: 1,
    start: index,
    end: index + word.length,
    vague: false,
    spelled: true,
  }))
}

type Amount = {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly unit: MoneyUnit
  readonly vague: boolean
}

/** Amounts with their smaller parts: 3块5毛, 15 dollars 50 (cents). */
function joinParts(
  utterance: Utterance,
  numerals: readonly Numeral[],
  currency: string,
): readonly Recognition[] {
  const found: Recognition[] = []
  for (let index = 0; index < numerals.length; index += 1) {
    const numeral = numerals[index]
    const reached = found.at(-1)?.end ?? 0
    let amount = numeral === undefined ? null : amountOf(utterance, numeral, reached)
    if (amount === null) continue
    for (let next = numerals[index + 1]; next !== undefined; next = numerals[index + 1]) {
      const joined = withPart(utterance, amount, next)
      if (joined === null) break
      amount = joined
      index += 1
    }
    amount = withHalf(utterance, amount)
    const { start, end, value, unit, vague } = amount
    found.push(recognition(utterance, start, end, toValue(value, unit, currency), !vague))
  }
  return withoutOverlaps(found)
}

function toValue(value: number, unit: MoneyUnit, currency: string): Json {
  const code = unit.currency === LOCAL ? currency : unit.currency
  return code === currency ? exact(value) : { amount: exact(value), currency: code }
}

function amountOf(utterance: Utterance, numeral: Numeral, reached: number): Amount | null {
  const { lower, plain } = utterance
  const after = suffixOf(lower, numeral)
  const before = unitBefore(lower.slice(Math.max(reached, numeral.start - 16), numeral.start))
  const isPrefixed = before !== null && before.unit.parts === 1
  if (
    after !== null &&
    !(isPrefixed && belongsToNext(lower, after.end)) &&
    !isIdiom(utterance, numeral, after.end, after.unit)
  ) {
    const wide = before !== null && after.unit.currency === LOCAL && before.unit.parts === 1 ? before : null
    return {
      start: wide === null ? numeral.start : numeral.start - wide.length,
      end: after.end,
      value: exact((numeral.value * after.scale) / after.unit.parts),
      unit: wide === null ? after.unit : { ...wide.unit, parts: after.unit.parts },
      vague: numeral.vague,
    }
  }
  if (
    before === null ||
    before.unit.parts > 1 ||
    (before.unit.currency === LOCAL && !plain.slice(0, numeral.start).trimEnd().endsWith("¥"))
  ) {
    return null
  }
  const start = numeral.start - before.length
  return { start, end: numeral.end, value: numeral.value, unit: before.unit, vague: numeral.vague }
}

/** "$20 $37", "rmb 10 usd 20": the second sign begins the next amount. */
function belongsToNext(lower: string, end: number): boolean {
  return /^ ?\d/.test(lower.slice(end, end + 2))
}

function suffixOf(lower: string, numeral: Numeral) {
  const after = unitAfter(lower.slice(numeral.end, numeral.end + 24))
  if (after === null) return null
  const end = numeral.end + after.length
  const word = lower.slice(numeral.end, end)
  if (/^ +[$€£¥]$/.test(word) && /^\d/.test(lower.slice(end, end + 1))) return null
  const scale = /grand$/.test(word) ? 1000 : /^ ?m(?:eur|gbp|usd|cny)$/.test(word) ? 1e6 : 1
  const late =
    scale === 1 ? /^ (?:million|billion|thousand|mil|bln)(?![a-z])/.exec(lower.slice(end, end + 10)) : null
  const times = late === null ? scale : (LATE_SCALES[late[0].trim()] ?? 1)
  return { unit: after.unit, end: end + (late?.[0].length ?? 0), scale: times }
}
const LATE_SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  mil: 1e6,
  billion: 1e9,
  bln: 1e9,
}

/** 一块去, 元旦 and the minutes of 五分 are no money. */
function isIdiom(utterance: Utterance, numeral: Numeral, end: number, unit: MoneyUnit): boolean {
  const { plain } = utterance
  const word = plain.slice(numeral.end, end).trim()
  const next = plain.slice(end, end + 2)
  if (word === "元" && /^[旦月宵]/.test(next)) return true
  if (word === "块" && numeral.spelled && numeral.value === 1)
    return !/^(?:$|[钱零一二两三四五六七八九半\s,.。、])/.test(next)
  return unit.parts === 10 && word === "毫" && /^[米升克]/.test(next)
}

function withPart(utterance: Utterance, amount: Amount, next: Numeral): Amount | null {
  const { lower, plain } = utterance
  const between = lower.slice(amount.end, next.start)
  if (amount.unit.parts >= 100 || !/^ ?(?:又|零|and)? ?$/.test(between)) return null
  const after = unitAfter(lower.slice(next.end, next.end + 16))
  if (after !== null && after.unit.parts > amount.unit.parts) {
    if (
      after.unit.currency !== amount.unit.currency &&
      amount.unit.parts === 1 &&
      !/cents?|¢|c$/.test(lower.slice(next.end, next.end + after.length))
    ) {
      return null
    }
    return {
      ...amount,
      value: exact(amount.value + next.value / after.unit.parts),
      end: next.end + after.length,
      unit: { ...amount.unit, parts: after.unit.parts },
    }
  }
  const tail = plain.slice(next.end, next.end + 2)
  if (/^分(?![钟之])/.test(tail) && amount.unit.currency === LOCAL) {
    return { ...amount, value: exact(amount.value + next.value / 100), end: next.end + 1 }
  }
  if (after !== null) return null
  const isDigit = Number.isInteger(next.value) && next.value > 0 && next.value < 10
  if (between === "" && isDigit && /[块元毛角]$/.test(plain.slice(0, amount.end)) && !COUNTED.test(tail)) {
    return { ...amount, value: exact(amount.value + next.value / (amount.unit.parts * 10)), end: next.end }
  }
  const isCents =
    next.value >= 10 && next.value < 100 && Number.isInteger(next.value) && /^(?:$|[\s,.;!?])/.test(tail)
  return isCents && /[a-z]$/.test(lower.slice(0, amount.end))
    ? { ...amount, value: exact(amount.value + next.value / 100), end: next.end }
    : null
}
const COUNTED = /^(?:[个天年月日号岁人次位点分%.]|张|份|件)/

function withHalf(utterance: Utterance, amount: Amount): Amount {
  const isHalf =
    amount.unit.currency === LOCAL &&
    /^半(?![年月天个])/.test(utterance.plain.slice(amount.end, amount.end + 2))
  return isHalf
    ? { ...amount, value: exact(amount.value + 0.5 / amount.unit.parts), end: amount.end + 1 }
    : amount
}

/**
 * Numbers without a currency: the answer itself, or a sum so large or so rounded that nothing else is meant.
 */
function bareNumbers(utterance: Utterance, numerals: readonly Numeral[]): readonly Recognition[] {
  const { plain } = utterance
  return numerals.flatMap((numeral) => {
    const { start, end, value, vague, spelled } = numeral
    if (/^分$/.test(plain.charAt(end)) && isWhole(utterance, start, end + 1)) {
      return [recognition(utterance, start, end + 1, exact(value / 100), false)]
    }
    const isAnswer = isWhole(utterance, start, end)
    if (
      !isAnswer &&
      (OTHER_UNIT.test(plain.slice(end, end + 3)) || /[第:\-/.]\s?$/.test(plain.slice(0, start)))
    )
      return []
    const isRounded = /[千万亿百kw]/i.test(plain.slice(start, end))
    if (!isAnswer && !(value >= 100 && (isRounded || (!spelled && value >= 1000 && value < 1e8)))) return []
    const isCode = !spelled && end - start >= 9 && !plain.slice(start, end).includes(",")
    return isCode || (/^分$/.test(plain.slice(end, end + 1)) && !isAnswer)
      ? []
      : [recognition(utterance, start, end, value, isAnswer && !vague)]
  })
}
const OTHER_UNIT =
  /^\s?(?:[个天年月日号岁人名位次点时分秒周层栋楼室路度步米斤%折成倍张份件条份只台辆家页字期季]|公里|公斤|千米|小时|[-/:]\d|[a-z])/i
