import type { Clause } from "../clauses.ts"
import { isQuestion } from "../cues.ts"
import type { Message } from "../message.ts"
import { clauseTest, textTest } from "../phrase-book.ts"
import { type Reading, reading } from "../reading.ts"

/** Returns small talk by its topic. Courtesies must be all that the clause says. */
export function readChitchat(message: Message, clause: Clause): Reading | null {
  const topic = TOPICS.find(({ test }) => test(clause.text))?.topic
  const isAtGate = message.context.asking?.kind === "checkpoint"
  return topic === undefined || (isAtGate && topic === "acknowledgement")
    ? null
    : reading(message, clause, { command: "chitchat", topic }, 0.9)
}

const SHORT = 24
const short = (test: (text: string) => boolean) => (text: string) =>
  text.length <= (/[\u3400-\u9fff]/.test(text) ? SHORT : SHORT * 2) && test(text)

const isAcknowledgement = clauseTest((words) => words.whole.acknowledgement)

const TOPICS: readonly { readonly topic: string; readonly test: (clause: string) => boolean }[] = [
  { topic: "greeting", test: clauseTest((words) => words.whole.greeting) },
  { topic: "thanks", test: clauseTest((words) => words.whole.thanks) },
  { topic: "acknowledgement", test: (clause) => isAcknowledgement(clause) && !isQuestion(clause) },
  { topic: "praise", test: clauseTest((words) => words.whole.praise) },
  { topic: "who", test: short(textTest((words) => words.chitchat.who)) },
  { topic: "weather", test: short(textTest((words) => words.chitchat.weather)) },
  { topic: "joke", test: short(textTest((words) => words.chitchat.joke)) },
  { topic: "other", test: short(textTest((words) => words.chitchat.other)) },
]
