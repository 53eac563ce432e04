import type { SlotView } from "../../types.ts"
import { isQuestion } from "../cues.ts"
import type { Message } from "../message.ts"
import { type Span, textTest } from "../phrase-book.ts"
import { overlap, type Reading, reading } from "../reading.ts"

/**
 * Returns the words that point at an option of a choice whose options are not known yet: 我要退保，退到6621那张卡. They are
 * kept until the options are, up to the end of the message, since what follows may correct them. What is asked about, or
 * said to be of no use, points at nothing.
 */
export function readLaterOption(
  message: Message,
  slots: Readonly<Record<string, SlotView>>,
  taken: readonly Span[],
): readonly Reading[] {
  if (!pointsAtOption(message.lower) || !Object.values(slots).some(({ later }) => later === true)) return []
  const first = message.clauses.find(
    (clause) =>
      pointsAtOption(clause.text) &&
      !isQuestion(clause.text) &&
      !isUnusable(clause.text) &&
      !taken.some((span) => overlap(span, clause)),
  )
  if (first === undefined) return []
  const part = { start: first.start, end: message.utterance.text.length }
  return [reading(message, part, { command: "name-option" })]
}

const pointsAtOption = textTest((words) => words.option.points)
const isUnusable = textTest((words) => words.option.unusable)
