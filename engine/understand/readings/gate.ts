import { barePhrase, isPhrase } from "../../slots/phrase.ts"
import type { Clause } from "../clauses.ts"
import { isQuestion } from "../cues.ts"
import type { Message } from "../message.ts"
import { clauseTest, type Span } from "../phrase-book.ts"
import { type Reading, reading } from "../reading.ts"
import { ANY_WORDS } from "./any-words.ts"

/**
 * Returns what a message answers to a checkpoint. Accepted is only a message that is, as a whole, one of its accept
 * phrases; soft words (嗯, 好的, OK) give an `affirm` that is not certain, so that the buttons are shown once more;
 * "同意, 但是…" answers nothing. Refusing takes no set words, and the wording's own are one however they sound elsewhere.
 */
export function readGate(
  message: Message,
  { accept, decline = [] }: { readonly accept: readonly string[]; readonly decline?: readonly string[] },
): Reading | null {
  const { lower, clauses } = message
  const whole: Span = { start: clauses[0]?.start ?? 0, end: clauses.at(-1)?.end ?? lower.length }
  if (isPhrase(lower, accept)) return reading(message, whole, { command: "affirm" }, 1)
  if (isPhrase(lower, decline)) return reading(message, whole, { command: "deny" }, 1)
  const refusal = clauses.find(({ text }) => isRefusal(text))
  if (refusal !== undefined) return reading(message, refusal, { command: "deny" })
  const phrases = accept.map(barePhrase)
  const isYes = (clause: Clause) => isSoftYes(message, clause, phrases)
  const isSoft = clauses.some(isYes) && clauses.every((clause) => isYes(clause) || POLITE.test(clause.text))
  return isSoft ? reading(message, whole, { command: "affirm" }, SOFT) : null
}

/** Another value of what is read back on the card corrects it: 不，6621 is about the account and refuses nothing. */
export function readOtherValue(message: Message, slots: readonly string[]): Reading | null {
  const { context, clauses } = message
  for (const slot of slots) {
    const view = context.slots[slot]
    const filled = context.filled[slot]
    if (view === undefined || filled === undefined || ANY_WORDS.has(view.type)) continue
    for (const clause of clauses) {
      const found = isQuestion(clause.text) ? null : message.value(view, clause)
      if (found?.certain !== true || JSON.stringify(found.value) === JSON.stringify(filled)) continue
      return reading(message, found, { command: "correct-slot", slot, value: found.value })
    }
  }
  return null
}

const SOFT = 0.5
const POLITE = /^(?:我|那|就|好的?|嗯|行|可以|还是|只好|只能|的|了|吧|啊|呀|i|yes|ok)*$/
const YES_NO = { type: "boolean", names: [] }
const isRefusal = clauseTest((words) => words.whole.refusal)
const isThanks = clauseTest((words) => words.whole.thanks)

function isSoftYes(message: Message, clause: Clause, accept: readonly string[]): boolean {
  if (isThanks(clause.text)) return true
  const said = barePhrase(clause.text)
  if (accept.some((phrase) => said.includes(phrase) && POLITE.test(said.replace(phrase, "")))) return true
  const answer = message.value(YES_NO, clause)
  return answer?.value === true && answer.certain
}
