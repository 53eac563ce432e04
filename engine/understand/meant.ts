import type { Clause } from "./clauses.ts"
import { asksForFact, isQuestion, isWish } from "./cues.ts"
import type { Message } from "./message.ts"
import { CERTAIN_FROM, overlap, type Reading } from "./reading.ts"
import type { Meant } from "./readings/begun.ts"
import type { Topics } from "./topics.ts"

/** Certain topics beat an uncertain answer in the same words; an uncertain answer beats uncertain topics. */
export function settle(answer: Reading | null, topics: readonly Reading[]): Meant {
  if (answer === null || answer.command.certain) return { answer, topics }
  const certain = topics.filter(({ command }) => command.certain)
  if (certain.some((topic) => overlap(topic, answer))) return { answer: null, topics: certain }
  return { answer, topics: certain }
}

/** A flow begins when all else that a message is about is done. */
export function inOrder(topics: readonly Reading[], flow: Reading | undefined): readonly Reading[] {
  return [...topics.filter((topic) => topic !== flow), ...(flow === undefined ? [] : [flow])]
}

/** 好，我要理赔 begins by its name what the question offers: that is its answer. */
export function isOffered({ context }: Message, { command }: Reading): boolean {
  return command.command === "start-flow" && context.offered?.includes(command.flow) === true
}

/** 退到6621那张卡 asks nothing: an entry that only comes near to it is not meant, but a flow may begin with it. */
export function isWithin(topic: Reading, named: readonly Reading[]): boolean {
  const { command } = topic
  if (command.command === "intent" || command.command === "start-flow") return false
  return named.some((one) => overlap(one, topic))
}

/** "ok agree" at a checkpoint asks nothing about agreeing. */
export function isSoftYes({ context }: Message, { command }: Reading, answer: Reading | null): boolean {
  const isYes = context.asking?.kind === "checkpoint" && answer?.command.command === "affirm"
  return isYes && command.command === "ask-knowledge"
}

/** Half a name of what is asked for, which is no question, asks nothing about it: 安心医疗. */
export function isOnlyNamed({ clauses }: Message, topic: Reading, answer: Reading | null): boolean {
  if (answer?.command.command !== "set-slot" || topic.command.command !== "ask-knowledge") return false
  return overlap(topic, answer) && !isAskedOrWished(clauses, topic)
}

/** Who complains tells of what: 我买的那个保险 begins nothing beside it. */
export function isToldOf({ clauses }: Message, topic: Reading, urgent: readonly Reading[]): boolean {
  return (
    topic.command.command === "start-flow" &&
    urgent.some(({ command }) => command.command === "complain") &&
    !isAskedOrWished(clauses, topic)
  )
}

function isAskedOrWished(clauses: readonly Clause[], topic: Reading): boolean {
  return clauses.some((clause) => overlap(clause, topic) && (isQuestion(clause.text) || isWish(clause.text)))
}

/** 12378是什么 asks; it complains of nothing. */
export function isOnlyAskedAbout(
  { clauses, context }: Message,
  topics: Topics,
  { command, start }: Reading,
): boolean {
  if (command.command !== "complain") return false
  const clause = clauses.find((one) => one.start <= start && start < one.end)
  if (clause === undefined) return false
  const topic = topics.topicOf(clause.text, { intents: context.intents })
  if (topic?.is === "flow")
    return topic.id !== "complaint" && (topic.confidence >= CERTAIN_FROM || isQuestion(clause.text))
  return topic?.is === "knowledge" && asksForFact(clause.text) && topic.confidence >= ANSWERED
}

const ANSWERED = 0.85
