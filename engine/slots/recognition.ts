import type { Json } from "../types.ts"
import type { Utterance } from "./utterance.ts"

/**
 * One value found in a text. `start` and `end` (exclusive) count UTF-16 units of the text as given, `text` is
 * what stands between them. `certain`: the words have one reading; else the value is worth confirming.
 */
export type Recognition = {
  readonly value: Json
  readonly text: string
  readonly start: number
  readonly end: number
  readonly certain: boolean
}

/** One option of a choice: its key, what the customer sees, and what he may call it instead. */
export type ChoiceOption = {
  readonly key: string
  readonly label: string
  readonly says?: readonly string[]
}

/**
 * What a recogniser may know besides the text. `now`: ISO 8601, in the customer's own offset unless
 * `timeZone` (a zone without clock changes) is given. `prefer`: how a date without a year or week is read.
 * `currency`: ISO 4217 code of amounts said without one, `CNY` when absent. `pattern`: the regular expression
 * of a declared type. `unseen`: the options were not on the screen when it was said, so that 第一个 is none of them.
 */
export type RecognizeOptions = {
  readonly now: string
  readonly locale: string
  readonly prefer?: "past" | "future"
  readonly options?: readonly ChoiceOption[]
  readonly unseen?: boolean
  readonly pattern?: string
  readonly currency?: string
  readonly timeZone?: string
}

/**
 * Finds all values of one type, in order, without overlaps. `pick` chooses among them where "certain ones
 * first, then the first" is wrong for the type.
 */
export type Recognizer = {
  readonly find: (utterance: Utterance, options: RecognizeOptions) => readonly Recognition[]
  readonly pick?: (found: readonly Recognition[], utterance: Utterance) => Recognition | null
}

/** Returns the recognition of `value` in the span of `utterance`. */
export function recognition(
  utterance: Utterance,
  start: number,
  end: number,
  value: Json,
  certain: boolean,
): Recognition {
  return { value, text: utterance.text.slice(start, end), start, end, certain }
}

/**
 * Returns the spans that overlap none chosen before them: the earliest first, of equal starts the longest.
 */
export function withoutOverlaps<T extends { readonly start: number; readonly end: number }>(
  found: readonly T[],
): readonly T[] {
  const ordered = [...found].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: T[] = []
  let reached = 0
  for (const span of ordered) {
    if (span.start < reached) continue
    kept.push(span)
    reached = span.end
  }
  return kept
}
