import type { Clause } from "../clauses.ts"
import type { Message } from "../message.ts"
import { clauseTest, textTest } from "../phrase-book.ts"
import { type Meaning, type Reading, reading } from "../reading.ts"
import { findNames } from "../slot-names.ts"

/** Returns what a clause says about the conversation itself: cancel, repeat, go back, pause, skip, end. */
export function readControl(message: Message, clause: Clause): Reading | null {
  for (const { meaning, test, confidence } of CONTROLS) {
    if (!test(clause.text)) continue
    const { flow, asking } = message.context
    const isIdle = meaning.command === "cancel" && flow === undefined && asking === undefined
    return reading(message, clause, meaning, isIdle ? IDLE : confidence)
  }
  return null
}

/** There is nothing to cancel. */
const IDLE = 0.5

type Control = {
  readonly meaning: Meaning
  readonly test: (clause: string) => boolean
  readonly confidence?: number
}

const CONTROLS: readonly Control[] = [
  { meaning: { command: "skip" }, test: clauseTest((words) => words.whole.skip) },
  { meaning: { command: "go-back" }, test: clauseTest((words) => words.whole.goBack) },
  { meaning: { command: "repeat" }, test: clauseTest((words) => words.whole.repeat) },
  { meaning: { command: "cancel" }, test: clauseTest((words) => words.whole.cancel) },
  { meaning: { command: "end" }, test: clauseTest((words) => words.whole.end) },
  { meaning: { command: "pause" }, test: clauseTest((words) => words.whole.pause) },
]
const isUnavailable = textTest((words) => words.unavailable)
const isNotKnown = clauseTest((words) => words.whole.doNotKnow)

/** Who does not know what is asked skips it, though perhaps only for now. */
export function readNotKnown(message: Message, clause: Clause): Reading | null {
  const { asking, slots } = message.context
  if (asking?.kind !== "slot") return null
  const view = slots[asking.slot]
  const isMissing =
    view !== undefined && isUnavailable(clause.text) && findNames(view, clause.text).length > 0
  if (!isMissing && !isNotKnown(clause.text)) return null
  return reading(message, clause, { command: "skip" }, 0.6)
}
