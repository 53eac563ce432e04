import { askedView } from "../asked.ts"
import { isQuestion, isWish } from "../cues.ts"
import type { Message } from "../message.ts"
import { clauseTest, phraseFinder, refusedPhraseFinder, type Span } from "../phrase-book.ts"
import { type Meaning, type Reading, reading } from "../reading.ts"

/** Returns what goes before all else: danger to life, the wish for a person, a complaint, a consent withdrawn. */
export function readUrgent(message: Message): readonly Reading[] {
  const { lower, clauses, context } = message
  const read = (meaning: Meaning, spans: readonly Span[]) =>
    spans.slice(0, 1).map((span) => reading(message, span, meaning))
  const isComplaining = context.flow === "complaint"
  const people = [
    ...findHuman(lower),
    ...clauses.filter(({ text }) => isHuman(text)),
    ...(isComplaining ? findSuperior(lower) : []),
  ]
  return [
    ...read({ command: "crisis", kind: "selfHarm" }, findSelfHarm(lower)),
    ...read({ command: "crisis", kind: "accident" }, findAccident(lower)),
    ...read({ command: "human" }, people),
    ...(isComplaining ? [] : read({ command: "complain" }, [...findComplaint(lower), ...misledIn(message)])),
    ...read(
      { command: "withdraw-consent" },
      findWithdrawal(lower).filter((span) => !isAskedAbout(message, span)),
    ),
  ]
}

/**
 * Returns the wish for a person as the answer to a question that offers one: who is asked whether to talk to the
 * complaints desk means that desk, not anybody. Null when no person is wished for, or none, or several, are offered.
 */
export function readOfferedPerson(message: Message, heard: readonly Reading[]): Reading | null {
  const { asking } = message.context
  const wish = heard.find(({ command }) => command.command === "human")
  if (wish === undefined || asking?.kind !== "slot") return null
  const [offered, ...others] = (askedView(message.context)?.options ?? []).filter(({ label, says = [] }) =>
    [label, ...says].some((name) => callsPerson(name.toLowerCase())),
  )
  if (offered === undefined || others.length > 0) return null
  return reading(message, wish, { command: "set-slot", slot: asking.slot, value: offered.key, answer: true })
}

/** Returns the wish for somebody higher up, 找你们领导: a person is meant, or a complaint, and the customer says which. */
export function readSuperior(message: Message): Reading | null {
  const [found] = findSuperior(message.lower)
  if (found === undefined) return null
  const options = (["human", "complain"] as const).map(
    (command) => reading(message, found, { command }, UNSURE).command,
  )
  return reading(message, found, { command: "clarify", options }, UNSURE)
}

const UNSURE = 0.6

/** Returns where a person is expressly not wanted: 不用转人工. */
export function refusesPerson({ lower }: Message): readonly Span[] {
  return findRefusedHuman(lower)
}

/** Returns what it means that no person is wanted: the entry of `on` that is there for it, else nothing is done. */
export function readRefusedPerson(message: Message, span: Span): Reading {
  const entry = message.context.intents.find(({ says }) =>
    says.some((phrase) => findRefusedHuman(phrase).length > 0),
  )
  return entry === undefined
    ? reading(message, span, { command: "chitchat", topic: "acknowledgement" }, 0.9)
    : reading(message, span, { command: "intent", intent: entry.intent })
}

/** Returns whether a text would, as a whole or in part, call a person. */
export function callsPerson(lower: string): boolean {
  return isHuman(lower) || findHuman(lower).length > 0
}

/** Returns which danger to life a text tells of, or null. */
export function crisisIn(lower: string): "selfHarm" | "accident" | null {
  if (findSelfHarm(lower).length > 0) return "selfHarm"
  return findAccident(lower).length > 0 ? "accident" : null
}

const findSelfHarm = phraseFinder((words) => words.within.selfHarm)
const findAccident = phraseFinder((words) => words.within.accident)
const findHuman = phraseFinder((words) => words.within.human)
const findRefusedHuman = refusedPhraseFinder((words) => words.within.human)
const findSuperior = phraseFinder((words) => words.within.superior)
const findComplaint = phraseFinder((words) => words.within.complain)
const findMisled = phraseFinder((words) => words.within.misled)
const findWithdrawal = phraseFinder((words) => words.within.withdrawConsent)
const isHuman = clauseTest((words) => words.whole.human)

/** 他说跟存银行一样 complains where it is all that is said; beside a wish, or within a service, it is a reason. */
function misledIn({ lower, clauses, context }: Message): readonly Span[] {
  const isReason = context.flow !== undefined || clauses.some(({ text }) => isWish(text) || isQuestion(text))
  return isReason ? [] : findMisled(lower)
}

/** "怎么撤回同意" asks how it is done. */
function isAskedAbout({ clauses }: Message, span: Span): boolean {
  const clause = clauses.find(({ start, end }) => start <= span.start && span.end <= end)
  return clause !== undefined && /怎么|如何|会怎|可以.*[吗?]|后果|how|what/.test(clause.text)
}
