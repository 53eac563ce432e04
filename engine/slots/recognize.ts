import type { Recognition, RecognizeOptions, Recognizer } from "./recognition.ts"
import { recognizerOf } from "./recognizers/registry.ts"
import { correctionEnd } from "./self-correction.ts"
import { toUtterance, type Utterance } from "./utterance.ts"

export type { ChoiceOption, Recognition, RecognizeOptions } from "./recognition.ts"

/**
 * Returns the value of `type` that a text most plainly gives, or `null`: nothing rather than a guess. Of
 * several the certain ones come first, then the first; what stands before 不对, 改成 or "I mean", or behind 不是, counts
 * only when nothing else is there. Types are those of the flow language; any other is read by `options.pattern`, else by
 * `options.options`. Reads the first 2,000 characters. Throws a `RangeError` when a date is wanted and
 * `options.now` is no time.
 */
export function recognize(type: string, text: string, options: RecognizeOptions): Recognition | null {
  return recognizeIn(type, toUtterance(text), options)
}

/** As {@link recognize}, in a text that was made ready before. */
export function recognizeIn(
  type: string,
  utterance: Utterance,
  options: RecognizeOptions,
): Recognition | null {
  const recognizer = recognizerFor(type, options)
  if (recognizer === null) return null
  const found = recognizer.find(utterance, options)
  return recognizer.pick === undefined
    ? best(type, found, utterance)
    : recognizer.pick(afterCorrection(found, utterance), utterance)
}

/**
 * Returns all values of `type` in a text, in order and without overlaps. Reads and throws like {@link
 * recognize}.
 */
export function recognizeAll(type: string, text: string, options: RecognizeOptions): readonly Recognition[] {
  return recognizeAllIn(type, toUtterance(text), options)
}

/** As {@link recognizeAll}, in a text that was made ready before. */
export function recognizeAllIn(
  type: string,
  utterance: Utterance,
  options: RecognizeOptions,
): readonly Recognition[] {
  const recognizer = recognizerFor(type, options)
  return recognizer === null ? [] : recognizer.find(utterance, options)
}

function recognizerFor(type: string, { pattern, options }: RecognizeOptions): Recognizer | null {
  return recognizerOf(type, { hasPattern: pattern !== undefined, hasOptions: options !== undefined })
}

function best(type: string, found: readonly Recognition[], utterance: Utterance): Recognition | null {
  if (type === "boolean" || type === "text") return found.find(({ certain }) => certain) ?? found[0] ?? null
  const said = afterCorrection(found, utterance)
  const meant = said.find(({ certain }) => certain) ?? said[0]
  if (meant === undefined) return null
  return isDenied(utterance.lower, meant) ? { ...meant, certain: false } : meant
}

function afterCorrection(found: readonly Recognition[], { lower }: Utterance): readonly Recognition[] {
  if (found.length < 2) return found
  const end = correctionEnd(lower)
  const later = end === 0 ? [] : found.filter(({ start }) => start >= end)
  const left = later.length > 0 ? later : found
  const meant = left.filter((one) => !isDenied(lower, one))
  return meant.length > 0 ? meant : left
}

/** 不是2月28号, 昨天: what was denied is not meant, in either order. */
function isDenied(lower: string, { start }: Recognition): boolean {
  return /(?:(?<![是要])不是|并非|(?<![a-z])(?:not|wasn't|isn't)(?: (?:on|at|in|the|my))*) ?$/.test(
    lower.slice(Math.max(0, start - 24), start),
  )
}
