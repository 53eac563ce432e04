import type { UnderstandContext } from "../../types.ts"
import { askedView } from "../asked.ts"
import type { Clause } from "../clauses.ts"
import type { Message } from "../message.ts"
import { clauseTest, textTest } from "../phrase-book.ts"
import { type Meaning, type Reading, reading } from "../reading.ts"
import { findNames } from "../slot-names.ts"
import { courtesiesOf } from "./courtesies.ts"

/** Returns what a clause says about the conversation itself: cancel, repeat, go back, pause, skip, end. */
export function readControl(message: Message, clause: Clause): Reading | null {
  if (askedView(message.context)?.type === "documents" && isLater(clause.text))
    return reading(message, clause, { command: "skip" })
  for (const { meaning, test } of CONTROLS) {
    if (!test(clause.text)) continue
    const { flow, asking } = message.context
    if (meaning.command === "end" && askedView(message.context)?.optional === true && isNothing(clause.text))
      return reading(message, clause, { command: "skip" })
    // There is nothing to stop.
    if (meaning.command === "cancel" && flow === undefined && asking === undefined)
      return reading(message, clause, { command: "chitchat", topic: "acknowledgement" }, IDLE)
    return reading(message, clause, meaning)
  }
  return null
}

/** Returns whether a clause is about the conversation itself, whatever is open. */
export function isControl(clause: string): boolean {
  return CONTROLS.some(({ test }) => test(clause))
}

/** Returns whether a clause wants to stop what is being done. */
export const isCancel = clauseTest((words) => words.whole.cancel)

/** Returns whether a clause passes over what is asked. */
export const isSkip = clauseTest((words) => words.whole.skip)

const isLater = clauseTest((words) => words.whole.later)
const IDLE = 0.8

type Control = {
  readonly meaning: Meaning
  readonly test: (clause: string) => boolean
}

const isEnd = clauseTest(({ whole }) => [...whole.end, ...whole.farewell])

const CONTROLS: readonly Control[] = [
  { meaning: { command: "skip" }, test: isSkip },
  { meaning: { command: "go-back" }, test: clauseTest((words) => words.whole.goBack) },
  { meaning: { command: "repeat" }, test: clauseTest((words) => words.whole.repeat) },
  { meaning: { command: "cancel" }, test: isCancel },
  {
    meaning: { command: "end" },
    test: (clause) => {
      const said = courtesiesOf(clause)
      return isEnd(clause) || said?.has("end") === true || said?.has("farewell") === true
    },
  },
  { meaning: { command: "pause" }, test: clauseTest((words) => words.whole.pause) },
]
const isUnavailable = textTest((words) => words.unavailable)
const isRefusal = clauseTest((words) => words.whole.refusal)
const isNotKnown = clauseTest((words) => words.whole.doNotKnow)

/** 没有了, "nothing else": of what may be left out, there is none. */
const isNothing = textTest((words) => words.nothing)

function isDeclined(message: Message, clause: Clause): boolean {
  if (message.clauses.length > 1 || isMistaken(clause.text)) return false
  const answer = message.value(YES_NO, clause)
  return isRefusal(clause.text) || (answer?.value === false && answer.certain)
}

const isWithout = (phrase: string) => isUnavailable(phrase) || isNotKnown(phrase)
/** An entry says so in more ways than one. */
const SEVERAL = 2
const UNSURE = 0.6
const LIKELY = 0.75
const isMistaken = textTest((words) => words.correction.wrong)
const YES_NO = { type: "boolean", names: [] }

/**
 * Who does not know or have what is asked means the entry of `on` that is there for it, else skips the question, though
 * perhaps only for now.
 */
export function readNotKnown(message: Message, clause: Clause): Reading | null {
  const { context } = message
  const view = askedView(context)
  if (view === undefined) return null
  if (view.optional === true && isDeclined(message, clause))
    return reading(message, clause, { command: "skip" })
  const isMissing = isUnavailable(clause.text) && findNames(view, clause.text).length > 0
  if (!isMissing && !isNotKnown(clause.text)) return null
  const intent = intentWithout(context)
  return intent === undefined
    ? reading(message, clause, { command: "skip" }, UNSURE)
    : reading(message, clause, { command: "intent", intent }, LIKELY)
}

/** Returns the entry of `on` for who does not know or have what is asked. */
export function intentWithout({ intents }: UnderstandContext): string | undefined {
  return intents.find(({ says }) => says.filter(isWithout).length >= SEVERAL)?.intent
}
