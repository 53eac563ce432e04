import type { Clause } from "../clauses.ts"
import { isQuestion } from "../cues.ts"
import type { Message } from "../message.ts"
import { clauseTest, textTest } from "../phrase-book.ts"
import { type Reading, reading } from "../reading.ts"
import { type Courtesy, courtesiesOf } from "./courtesies.ts"

/** Returns small talk by its topic. Courtesies must be all that the clause says; `isWord`: no name of somebody. */
export function readChitchat(
  message: Message,
  clause: Clause,
  isWord?: (word: string) => boolean,
): Reading | null {
  const said = courtesiesOf(clause.text, isWord)
  const other = takesLeave(said) ? undefined : TOPICS.find(({ test }) => test(clause.text))
  const topic = courtesyOf(clause.text, said) ?? other?.topic
  const isAtGate = message.context.asking?.kind === "checkpoint"
  return topic === undefined || (isAtGate && topic === "acknowledgement")
    ? null
    : reading(message, clause, { command: "chitchat", topic }, 0.9)
}

/** Returns the thanks or the greeting in a message of which nothing else was understood, with doubt. */
export function readCourtesyWithin(message: Message): Reading | null {
  const { lower, clauses } = message
  const [first] = clauses
  const last = clauses.at(-1)
  if (first === undefined || last === undefined) return null
  const topic = hasThanks(lower) ? "thanks" : startsGreeting(first.text) ? "greeting" : null
  const part = { start: first.start, end: last.end }
  return topic === null ? null : reading(message, part, { command: "chitchat", topic }, WITHIN)
}

const WITHIN = 0.6
const hasThanks = textTest((words) => words.whole.thanks)
const startsGreeting = textTest((words) => [`^(?:${words.whole.greeting.join("|")})(?![a-z])`])

/** Of several courtesies the one that wants an answer most; beside a goodbye only thanks do. */
function courtesyOf(clause: string, said: ReadonlySet<Courtesy> | null): Courtesy | undefined {
  if (said === null) return undefined
  const rank = takesLeave(said) ? RANK.slice(0, 1) : RANK
  return rank.find((topic) => said.has(topic) && !(topic === "acknowledgement" && isQuestion(clause)))
}

function takesLeave(said: ReadonlySet<Courtesy> | null): boolean {
  return said !== null && (said.has("end") || said.has("farewell"))
}

const RANK: readonly Courtesy[] = ["thanks", "greeting", "praise", "acknowledgement"]
const SHORT = 24
const short = (test: (text: string) => boolean) => (text: string) =>
  text.length <= (/[\u3400-\u9fff]/.test(text) ? SHORT : SHORT * 2) && test(text)

const isAcknowledgement = clauseTest((words) => words.whole.acknowledgement)

const TOPICS: readonly { readonly topic: string; readonly test: (clause: string) => boolean }[] = [
  { topic: "greeting", test: clauseTest((words) => words.whole.greeting) },
  { topic: "thanks", test: clauseTest((words) => words.whole.thanks) },
  { topic: "acknowledgement", test: (clause) => isAcknowledgement(clause) && !isQuestion(clause) },
  { topic: "praise", test: clauseTest((words) => words.whole.praise) },
  { topic: "impatience", test: clauseTest((words) => words.chitchat.impatience) },
  { topic: "who", test: short(textTest((words) => words.chitchat.who)) },
  { topic: "weather", test: short(textTest((words) => words.chitchat.weather)) },
  { topic: "joke", test: short(textTest((words) => words.chitchat.joke)) },
  { topic: "other", test: short(textTest((words) => words.chitchat.other)) },
]
