import { isCalled } from "../slots/option-names.ts"
import { barePhrase } from "../slots/phrase.ts"
import type { SlotView } from "../types.ts"
import { askedView } from "./asked.ts"
import type { Message } from "./message.ts"
import type { Span } from "./phrase-book.ts"
import { toQuery } from "./query.ts"
import { overlap, type Reading, reading } from "./reading.ts"
import { likelyOption, readAnswer, readChoice, readConfirmation } from "./readings/answer.ts"
import { readChitchat } from "./readings/chitchat.ts"
import { readControl } from "./readings/control.ts"
import { type Corrections, correctedSlots } from "./readings/correction.ts"
import { isGoodbye } from "./readings/courtesies.ts"
import { readGate, readOtherValue } from "./readings/gate.ts"
import { readNo, readQuestions } from "./readings/questions.ts"
import type { Told } from "./readings/told.ts"
import type { Topics } from "./topics.ts"

/** Returns what answers the open question, null when nothing does. */
export function answerOf(
  message: Message,
  topics: Topics,
  told: readonly Told[],
  corrections: Corrections,
): Reading | null {
  const { asking } = message.context
  const found = (() => {
    switch (asking?.kind) {
      case "slot": {
        const view = askedView(message.context)
        if (view === undefined || correctedSlots(corrections).has(asking.slot)) return null
        // A day within small talk (今天天气不错) is no date.
        if (DAYS.has(view.type) && message.clauses.every((clause) => readChitchat(message, clause) !== null))
          return null
        return (
          readAnswer(message, asking.slot, view, told) ??
          likelyAnswer(message, topics, asking.slot, view, told)
        )
      }
      case "confirmation":
        return readConfirmation(message, [
          ...(asking.slot === undefined ? [] : [asking.slot]),
          ...(asking.slots ?? []),
        ])
      case "choice":
        return readChoice(message, asking.options)
      case "checkpoint":
        if (corrections.readings.length > 0) return null
        return (
          readOtherValue(message, asking.slots ?? []) ??
          readGate(message, asking) ??
          (asking.questions === undefined ? null : readNo(message))
        )
      default:
        return null
    }
  })()
  // 好的，谢谢，再见 says yes to nothing.
  if (found?.command.command !== "deny" && isGoodbye(message.clauses) && !isButton(message)) return null
  if (found === null || corrections.readings.length === 0) return found
  const { command } = found.command
  if (command === "affirm" || command === "correct-slot") return null
  const hasValue = corrections.readings.some(
    (one) => one.command.command !== "correct-slot" || "value" in one.command,
  )
  if (command === "deny") return hasValue ? null : found
  return corrections.taken.some((span) => overlap(span, found)) ? null : found
}

/** Answers to the questions of a card; there may be many in one message. */
export function answersOf(message: Message): readonly Reading[] {
  const { asking } = message.context
  return asking?.kind === "checkpoint" && asking.questions !== undefined
    ? readQuestions(message, asking.questions)
    : []
}

/** An answer that is told by its own name already is none besides. */
export function unlessTold(answer: Reading, told: readonly Told[]): Reading | null {
  const { command } = answer
  return told.some(({ slot }) => "slot" in command && slot === command.slot) ? null : answer
}

/** What an entry of `on` says in its own words is no answer besides, unless an option is called so: 我不退了. */
export function unlessIntent(
  message: Message,
  answer: Reading | null,
  intents: readonly Span[],
): Reading | null {
  const options = askedView(message.context)?.options ?? []
  if (answer === null || options.length === 0) return answer
  const isSaid = intents.some(({ start, end }) => start <= answer.start && answer.end <= end)
  const said = barePhrase(message.lower.slice(answer.start, answer.end))
  return isSaid && !options.some((option) => isCalled(option, said)) ? null : answer
}

/** The message is, as a whole, the name of an option of the choice that is asked: as good as its button. */
export function isButton({ context, lower }: Message): boolean {
  const { asking } = context
  const options = asking?.kind === "choice" ? asking.options : (askedView(context)?.options ?? [])
  if (options.length === 0) return false
  const said = barePhrase(lower)
  return options.some((option) => isCalled(option, said))
}

/** The option of the asked choice that comes nearest, where nothing was named; it is worth confirming. */
function likelyAnswer(
  message: Message,
  topics: Topics,
  slot: string,
  { type, options = [] }: SlotView,
  told: readonly Told[],
): Reading | null {
  if (type !== "choice" || told.some((one) => one.slot === slot)) return null
  if (
    message.clauses.some((clause) => (readChitchat(message, clause) ?? readControl(message, clause)) !== null)
  )
    return null
  const found = likelyOption(message, options, (one, other) =>
    topics.similarity(toQuery(one), toQuery(other)),
  )
  if (found === null) return null
  return reading(message, found.part, { command: "set-slot", slot, value: found.key, answer: true }, LIKELY)
}

const LIKELY = 0.6
const DAYS: ReadonlySet<string> = new Set(["date", "datetime", "date-range"])
