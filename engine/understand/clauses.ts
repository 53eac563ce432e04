import { allMatches } from "../slots/all-matches.ts"
import { phrasePatterns, type Span } from "./phrase-book.ts"

/** A part of a message between punctuation: `text` is lower case and trimmed, with its question mark. */
export type Clause = Span & { readonly text: string }

/**
 * Returns the clauses of a message. Points and commas within numbers part nothing; a space parts Chinese from
 * Chinese; words that begin a new thought (另外, "and how …") part without punctuation. In a run-on, where nobody sets a
 * comma, so do 我, 你们能不能, 现在想 and the like.
 */
export function toClauses(lower: string, text: string): readonly Clause[] {
  const starts = new Set<number>([0])
  for (let at = 0; at < lower.length; at += 1) {
    if (isBreak(lower, text, at)) starts.add(at + 1)
  }
  for (const joint of JOINTS) for (const { index } of allMatches(lower, joint)) starts.add(index)
  const places = [...starts].sort((a, b) => a - b)
  return places
    .flatMap((start, at) => toClause(lower, start, places[at + 1] ?? lower.length))
    .flatMap((clause) => (isRunOn(clause) ? toThoughts(lower, clause) : [clause]))
    .slice(0, MOST)
}

function isRunOn({ text }: Clause): boolean {
  return (text.match(EACH_HAN) ?? []).length > LONGEST_HAN || text.split(" ").length > LONGEST_WORDS
}

function toThoughts(lower: string, { start, end, text }: Clause): readonly Clause[] {
  const begins = THOUGHTS.flatMap((thought) => allMatches(text, thought).map(({ index }) => start + index))
  const places = [...new Set([start, ...begins])].sort((a, b) => a - b)
  return places.flatMap((from, at) => toClause(lower, from, places[at + 1] ?? end))
}

const EACH_HAN = /[\u3400-\u9fff]/g
const LONGEST_HAN = 26
const LONGEST_WORDS = 16
const THOUGHTS = phrasePatterns((words) => words.thought)

const MOST = 40
const MARK = /[,;!?。…]/
const HAN = /[\u3400-\u9fff]/
const JOINTS = phrasePatterns((words) => words.joins)
const EDGE = /[\s,.;:!。…、~]/

function isBreak(lower: string, text: string, at: number): boolean {
  const mark = lower.charAt(at)
  const before = lower.charAt(at - 1)
  const after = lower.charAt(at + 1)
  if (text.charAt(at) === "\n") return true
  if (mark === ",") return !(/\d/.test(before) && /\d{3}(?!\d)/.test(lower.slice(at + 1, at + 5)))
  if (mark === ".") return /^(?:\s|$)/.test(after) || HAN.test(after)
  if (mark === " ") return HAN.test(before) && HAN.test(after)
  return MARK.test(mark)
}

function toClause(lower: string, from: number, to: number): readonly Clause[] {
  let start = from
  let end = to
  while (start < end && EDGE.test(lower.charAt(start))) start += 1
  while (end > start && EDGE.test(lower.charAt(end - 1))) end -= 1
  const text = lower.slice(start, end)
  return /[^?]/.test(text) ? [{ start, end, text }] : []
}
