import type { SlotView } from "../../types.ts"
import type { Clause } from "../clauses.ts"
import { isQuestion, isWish } from "../cues.ts"
import type { Message } from "../message.ts"
import type { Span } from "../phrase-book.ts"
import { overlap, type Reading, reading } from "../reading.ts"
import { courtesiesOf } from "./courtesies.ts"

/**
 * Returns the customer's own words for the slot that takes what begins its flow: 我买的保险当年说跟存银行一样，现在取不出来 is the
 * story of a complaint already. Courtesies, the wish before them and a clause that gives hardly more than one of the
 * `values` are left out; what says no more than these, or the very words of the flow set (`isPhrase`), tells nothing.
 */
export function readOpening(
  message: Message,
  flow: string,
  slots: Readonly<Record<string, SlotView>>,
  starts: readonly Span[],
  values: readonly Span[],
  isPhrase: (clause: Clause) => boolean,
): readonly Reading[] {
  const [slot] = Object.keys(slots).filter(
    (name) => slots[name]?.opening === true && slots[name].ofSubflow !== true,
  )
  if (slot === undefined) return []
  const told = message.clauses.filter(
    (clause) =>
      !isWish(clause.text) &&
      !isQuestion(clause.text) &&
      courtesiesOf(clause.text) === null &&
      !isOnlyValue(message.lower, clause, values) &&
      !isPhrase(clause),
  )
  const first = told[0]
  const last = told.at(-1)
  if (first === undefined || last === undefined) return []
  const besides = told.map((clause) => without(message.lower, clause, starts)).join(" ")
  if (!isTelling(besides)) return []
  const after = message.clauses.find(({ start }) => start >= last.end)
  const end = after === undefined ? message.utterance.text.length : last.end
  const part = { start: first.start, end }
  const value = message.utterance.text.slice(part.start, part.end).trim()
  return [reading(message, part, { command: "set-slot", slot, value, flow })]
}

/** 回电号码是139… tells a number, and nothing of what has happened. */
function isOnlyValue(lower: string, clause: Clause, values: readonly Span[]): boolean {
  if (!values.some((value) => overlap(value, clause))) return false
  const beside = without(lower, clause, values)
  const characters = beside.replace(/[^\u3400-\u9fff]/g, "").length
  return characters <= MOST_BESIDE && (beside.match(/[a-z']{2,}/g) ?? []).length <= MOST_BESIDE
}

const MOST_BESIDE = 7
/** So many characters, or words, tell what has happened; 你们服务太差了 does not. */
const LEAST_CHARACTERS = 12
const LEAST_WORDS = 8

function isTelling(text: string): boolean {
  const characters = text.replace(/[^\u3400-\u9fff]/g, "").length
  return characters >= LEAST_CHARACTERS || (text.match(/[a-z']{2,}/g) ?? []).length >= LEAST_WORDS
}

function without(lower: string, clause: Span, spans: readonly Span[]): string {
  let left = ""
  for (let at = clause.start; at < clause.end; at += 1)
    left += spans.some((span) => overlap(span, { start: at, end: at + 1 })) ? " " : lower.charAt(at)
  return left
}
