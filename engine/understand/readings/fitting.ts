import { askedView } from "../asked.ts"
import { isQuestion, isWish } from "../cues.ts"
import type { Message } from "../message.ts"
import { clauseTest, phrasePatterns } from "../phrase-book.ts"
import { overlap, type Reading, reading } from "../reading.ts"
import { about, type Topics } from "../topics.ts"
import { intentWithout } from "./control.ts"
import type { Corrections } from "./correction.ts"
import { isVerbatim } from "./topic.ts"

/**
 * What a topic comes to where it was read; `isTold`: beside what was asked for. While free text is asked, only a plain question takes the words from it, or an entry of `on` that is no question; a
 * correction starts nothing; another flow that is only likely is asked about while a question is open.
 */
export function fitting(
  message: Message,
  topics: Topics,
  topic: Reading,
  answer: Reading | null,
  corrections: Corrections,
  isTold: boolean,
): readonly Reading[] {
  const { context, clauses } = message
  const { command } = topic
  if (askedView(context)?.type === "text") {
    if (command.command === "intent") {
      const own = clauses.filter((clause) => overlap(clause, topic))
      if (clauses.length > 1 && own.every(({ text }) => isNotSure(text))) return []
      const says = context.intents.find(({ intent }) => intent === command.intent)?.says ?? []
      return own.some(({ text }) => isQuestion(text)) || !says.every(isQuestion) ? [topic] : []
    }
    if (clauses.some((clause) => overlap(clause, topic) && namesTopic(clause.text))) return []
    const isAnother = command.command === "start-flow" && command.flow !== context.flow
    if (isAnother && command.certain && isInstead(clauses, topic)) return [topic]
    const isPlain =
      (command.command === "ask-knowledge" ||
        (isAnother && isVerbatim(topics.topicOf(command.text ?? "", about(context))))) &&
      clauses.some((clause) => overlap(clause, topic) && isQuestion(clause.text))
    return isPlain && command.confidence >= (clauses.length > 1 ? PLAIN_BESIDE : PLAIN) ? [topic] : []
  }
  if (command.command === "clarify" && context.asking !== undefined && answer === null) {
    const isAsked = clauses.some((clause) => overlap(clause, topic) && isQuestion(clause.text))
    return isAsked || command.options.some((option) => option.command !== "ask-knowledge") ? [topic] : []
  }
  // Told in answer to a question, 儿子买房 is a reason and asks nothing of us.
  const asksNothing = clauses.every(
    (clause) => !overlap(clause, topic) || !(isQuestion(clause.text) || isWish(clause.text)),
  )
  if (command.command === "out-of-scope" && context.asking?.kind === "slot" && asksNothing) return []
  // Where do I find it? It says P20230001234: who gives the number has it.
  if (isTold && command.command === "intent" && command.intent === intentWithout(context)) return []
  if (command.command !== "start-flow") return [topic]
  // 保单号我找找，P20160001031 gives what was asked for, and begins nothing.
  if (isTold && asksNothing && !isVerbatim(topics.topicOf(command.text ?? "", about(context)))) return []
  const corrected = clauses.filter((clause) => corrections.taken.some((span) => overlap(span, clause)))
  if (corrected.some((clause) => overlap(clause, topic))) return []
  if (command.flow === context.flow) return answer === null ? [topic] : []
  // A pattern's question over nothing is left for whatever else is likely.
  if (command.certain || context.asking === undefined || context.flow === undefined) return [topic]
  return answer === null
    ? [reading(message, topic, { command: "clarify", options: [command] }, command.confidence)]
    : []
}

/** 不是啊，我是要报销: a no before a wish is about what was asked, and the wish takes its place. */
function isInstead([first, ...others]: Message["clauses"], topic: Reading): boolean {
  return (
    first !== undefined &&
    isDenial(first.text) &&
    others.some((clause) => overlap(clause, topic) && isWish(clause.text))
  )
}

const isDenial = clauseTest(({ whole, correction }) => [
  ...whole.refusal,
  ...correction.wrong,
  ...whole.denial,
])

/** 问问退保能拿多少, "how much I would get back": says what it is about, and asks nothing. */
function namesTopic(text: string): boolean {
  return ABOUT.some((pattern) => text.search(pattern) >= 0) && !/[?吗呢]$/.test(text)
}

const ABOUT = phrasePatterns((words) => words.about, "^")

/** 不知道算不算 tells that he does not know. */
const NOT_SURE = phrasePatterns((words) => words.notSure, "^")
const isNotSure = (text: string) => NOT_SURE.some((pattern) => text.search(pattern) >= 0)
const PLAIN = 0.75
const PLAIN_BESIDE = 0.85
