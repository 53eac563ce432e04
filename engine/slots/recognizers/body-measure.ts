import { exact } from "../numerals/numeral.ts"
import { type Recognition, type Recognizer, recognition, withoutOverlaps } from "../recognition.ts"
import { isWhole, type Utterance } from "../utterance.ts"
import { number } from "./number.ts"

/** Height in centimetres, whole: 172, 172cm, 1米72, 一米七二, 1.72m, 5'8", 5 feet 8. Bare figures are not certain. */
export const height: Recognizer = {
  find: (utterance, options) => {
    const { lower } = utterance
    const measured = [
      ...matches(utterance, CENTIMETRES, ([, figures]) => Number(figures)),
      ...matches(utterance, METRES, ([, metres, rest = ""]) => metresOf(Number(metres), rest)),
      ...matches(utterance, FEET, ([, feet, inches = "0"]) => (Number(feet) * 12 + Number(inches)) * 2.54),
    ]
    const spelled = number
      .find(utterance, options)
      .filter(({ start, end }) => lower.slice(start, end).includes("米") || lower.startsWith("米", end))
      .map((found) => measure(utterance, found, Number(found.value) * 100))
    const found = [...measured, ...spelled].filter(({ value }) => isBetween(value, 30, 260))
    return found.length > 0 ? withoutOverlaps(found) : bare(utterance, 30, 260)
  },
}

/** Weight in kilograms, to the tenth: 65kg, 130斤, 一百三十斤, 65公斤, 143 lbs. Bare figures are not certain. */
export const weight: Recognizer = {
  find: (utterance, options) => {
    const { lower } = utterance
    const measured = matches(
      utterance,
      WEIGHT,
      ([, figures, unit = ""]) => Number(figures) * kilogramsOf(unit),
    )
    const spelled = number.find(utterance, options).flatMap((found) => {
      const unit = /^(?:公斤|千克|斤|磅)/.exec(lower.slice(found.end))?.[0]
      if (unit === undefined) return []
      const whole = { ...found, end: found.end + unit.length }
      return [measure(utterance, whole, Number(found.value) * kilogramsOf(unit))]
    })
    const found = [...measured, ...spelled].filter(({ value }) => isBetween(value, 1, 400))
    return found.length > 0 ? withoutOverlaps(found) : bare(utterance, 1, 400)
  },
}

const CENTIMETRES = /(\d{2,3}(?:\.\d)?)\s*(?:厘米|公分|cm|centimet(?:re|er)s?)/g
const METRES = /(?<![\d.])([12](?:\.\d{1,2})?)\s*(?:米|m(?![a-z])|met(?:re|er)s?)\s*(\d{1,2})?/g
const FEET = /(?<!\d)([2-7])\s*(?:'|′|ft|feet|foot)\s*(?:(\d{1,2})\s*(?:"|″|''|in(?:ch(?:es)?)?)?)?/g
const WEIGHT = /(\d{1,3}(?:\.\d{1,2})?)\s*(公斤|千克|kgs?|kilos?(?:grams?)?|斤|磅|lbs?|pounds?)/g

function kilogramsOf(unit: string): number {
  if (unit === "斤") return 0.5
  return /^(?:磅|lb|pound)/.test(unit) ? 0.45359237 : 1
}

/** 1米7 is 1.70, 1米72 is 1.72. */
function metresOf(metres: number, rest: string): number {
  return metres * 100 + (rest === "" ? 0 : Number(rest.padEnd(2, "0")))
}

function matches(
  utterance: Utterance,
  pattern: RegExp,
  measureOf: (match: RegExpMatchArray) => number,
): readonly Recognition[] {
  return [...utterance.lower.matchAll(pattern)].map((match) => {
    const span = { start: match.index, end: match.index + match[0].trimEnd().length }
    return measure(utterance, span, measureOf(match))
  })
}

function measure(utterance: Utterance, { start, end }: { start: number; end: number }, value: number) {
  return recognition(utterance, start, end, exact(Math.round(value * 10) / 10), true)
}

/** Figures without a unit: certain only when nothing else was said. */
function bare(utterance: Utterance, from: number, to: number): readonly Recognition[] {
  return [...utterance.lower.matchAll(/(?<![\d.])\d{1,3}(?:\.\d)?(?![\d.])/g)].flatMap((match) => {
    const value = Number(match[0])
    const end = match.index + match[0].length
    if (!isBetween(value, from, to)) return []
    return [recognition(utterance, match.index, end, value, isWhole(utterance, match.index, end))]
  })
}

function isBetween(value: unknown, from: number, to: number): boolean {
  return typeof value === "number" && value >= from && value <= to
}
