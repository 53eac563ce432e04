import type { Command } from "../types.ts"
import type { Message } from "./message.ts"
import type { Span } from "./phrase-book.ts"

type WithoutReading<C> = C extends Command
  ? Omit<C, "confidence" | "certain" | "text" | "start" | "end">
  : never
/** A command before it is known how sure it is and where it was read. */
export type Meaning = WithoutReading<Command>
/** A command read in a part of the message. */
export type Reading = Span & { readonly command: Command }

const SURE = 0.95
/** From this confidence on a reading by likeness is certain. */
export const CERTAIN_FROM = 0.7

/** Returns the reading of `meaning` in a part of the message; sure when no confidence is given. */
export function reading(message: Message, part: Span, meaning: Meaning, confidence = SURE): Reading {
  const certain = confidence >= CERTAIN_FROM
  const text = message.utterance.text.slice(part.start, part.end)
  const said = {
    confidence: Math.round(confidence * 100) / 100,
    certain,
    text,
    start: part.start,
    end: part.end,
  }
  return { start: part.start, end: part.end, command: { ...meaning, ...said } as Command }
}

/** Returns whether two parts share a character. */
export function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}
