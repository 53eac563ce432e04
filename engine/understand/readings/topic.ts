import type { Clause } from "../clauses.ts"
import { isQuestion, isWish } from "../cues.ts"
import type { Message } from "../message.ts"
import { clauseTest, type Span } from "../phrase-book.ts"
import { toQuery } from "../query.ts"
import { CERTAIN_FROM, type Meaning, type Reading, reading } from "../reading.ts"
import { about, type Topic, type TopicContext, type Topics } from "../topics.ts"

/**
 * Returns what the given clauses are about: each clause that is certain by itself, else all of them together. Values
 * already read are no part of it, nor is a clause that tells nothing but a value of the flow that another one wishes.
 */
export function readTopics(
  message: Message,
  topics: Topics,
  clauses: readonly Clause[],
  taken: readonly Span[],
  isToldFor: (flow: string, clause: Clause) => boolean,
): readonly Reading[] {
  const context = about(message.context)
  const read = clauses
    .filter(({ text }) => !isOnlyYesOrNo(text) || topics.saysIntent(text, context))
    .slice(0, MOST)
  const first = read[0]
  const last = read.at(-1)
  if (first === undefined || last === undefined) return []
  const texts = read.map((clause) => remains(message, clause, taken))
  const isWished = read.some(({ text }) => isWish(text))
  const found = read.flatMap((clause, at) => {
    const topic = topics.topicOf(texts[at] ?? "", context)
    return topic === null || (isWished && isReason(clause, topic)) ? [] : [{ clause, topic }]
  })
  const each = found.filter((one) => !isToldBeside(one, found, isToldFor) && !isAsideOf(one, found))
  const isOurs = each.some(({ topic }) => !VAGUE.has(topic.is))
  const certain = each.filter(
    ({ topic }) =>
      topic.confidence >= CERTAIN_FROM && (isOurs ? !VAGUE.has(topic.is) : topic.is !== "clarify"),
  )
  const whole = read.length < 2 ? null : topics.topicOf(together(message, read, taken), context)
  const best = Math.max(0, ...certain.map(({ topic }) => topic.confidence))
  // A wish with a question beside it is both.
  const isBoth =
    whole?.is === "knowledge" &&
    certain.some(
      ({ clause, topic }) => topic.is === "flow" && isWish(clause.text) && !isQuestion(clause.text),
    )
  const isWhole =
    whole !== null &&
    (isVerbatim(whole) ||
      (!VAGUE.has(whole.is) && !isBoth && whole.confidence >= Math.max(CERTAIN_FROM, best + 0.1)))
  if (whole !== null && isWhole) {
    return [toReading(message, { start: first.start, end: last.end }, whole)]
  }
  if (certain.length > 0) {
    const asked = askedBeside(topics, context, each, certain)
    return inOrder([...certain, ...asked].map(({ clause, topic }) => toReading(message, clause, topic)))
  }
  const likeliest = each
    .filter(({ topic }) => !isOurs || topic.is !== "out-of-scope")
    .sort((a, b) => b.topic.confidence - a.topic.confidence)[0]
  const isForeign = isOurs && whole?.is === "out-of-scope"
  if (whole !== null && !isForeign && whole.confidence >= (likeliest?.topic.confidence ?? 0)) {
    return [toReading(message, { start: first.start, end: last.end }, whole)]
  }
  if (likeliest !== undefined) return [toReading(message, likeliest.clause, likeliest.topic)]
  const run = read.length < 2 ? null : overall(topics, context, texts)
  return run === null ? [] : [toReading(message, { start: first.start, end: last.end }, run)]
}

/** 我老了打字慢，…想问你们能不能报: what is only said begins nothing where another flow is asked or wished for. */
function isAsideOf({ clause, topic }: Found, found: readonly Found[]): boolean {
  if (topic.is !== "flow" || topic.confidence >= SURELY || isQuestion(clause.text) || isWish(clause.text))
    return false
  return found.some(
    (other) =>
      other.topic.is === "flow" &&
      other.topic.id !== topic.id &&
      other.topic.confidence >= LEAST_ASKED &&
      (isQuestion(other.clause.text) || isWish(other.clause.text)),
  )
}

/** What is only told begins nothing beside a wish as likely as this. */
const LIKELY_WISHED = 0.5
const LEAST_ASKED = 0.6
const SURELY = 0.9

/**
 * What many clauses come to of which none is about anything by itself: the flow that one begins or one with the next,
 * above all where it is wished, with doubt.
 */
function overall(topics: Topics, context: TopicContext, texts: readonly string[]): Topic | null {
  const likely = new Map<string, number>()
  const pairs = texts.slice(1).map((text, at) => `${texts[at]} ${text}`)
  for (const text of [...texts, ...pairs]) {
    const topic = topics.topicOf(text, context)
    const weight = isWish(text) ? WISHED : 1
    for (const one of topic?.is === "clarify" ? topic.options : topic === null ? [] : [topic])
      if (one.is === "flow")
        likely.set(one.id, Math.max(likely.get(one.id) ?? 0, Math.min(DOUBTED, one.confidence * weight)))
  }
  const [first, second] = [...likely]
    .sort(([, a], [, b]) => b - a)
    .map(([id, confidence]): Topic => ({ is: "flow", id, confidence }))
  if (first === undefined || first.confidence < LEAST_LIKELY) return null
  const isClose = second !== undefined && first.confidence - second.confidence < CLOSE
  return isClose ? { is: "clarify", options: [first, second], confidence: first.confidence } : first
}

const WISHED = 1.25
const DOUBTED = 0.69
const LEAST_LIKELY = 0.3
const CLOSE = 0.1

/** What the whole comes to only where no part of it is surely about something: 退保，儿子买房差钱 is ours all the same. */
const VAGUE: ReadonlySet<Topic["is"]> = new Set(["clarify", "out-of-scope"])

/** A yes or no by itself is about nothing, unless it is the very words of an entry: 我不退了. */
const isOnlyYesOrNo = (text: string) => isRefusal(text) || isAgreed(text)
const isRefusal = clauseTest((words) => words.whole.refusal)
const isAgreed = clauseTest((words) => words.whole.acknowledgement)

type Found = { readonly clause: Clause; readonly topic: Topic }

/** 我要退保，犹豫期过了没: a question beside a wish is about what is wished, and likely enough is answered. */
function askedBeside(
  topics: Topics,
  context: TopicContext,
  each: readonly Found[],
  certain: readonly Found[],
): readonly Found[] {
  const wished = certain.find(({ topic }) => topic.is === "flow")?.topic
  if (wished?.is !== "flow") return []
  return each.flatMap(({ clause, topic }) => {
    if (!isQuestion(clause.text) || certain.some((one) => one.clause === clause)) return []
    const asked = topics.topicOf(clause.text, { ...context, flow: wished.id }) ?? topic
    // "What do I do" is answered by what begins.
    const isOwn = asked.confidence >= CERTAIN_FROM || toQuery(clause.text).subjects.length > 0
    return asked.is === "knowledge" && isOwn ? [{ clause, topic: asked }] : []
  })
}

/** 我要退保，不划算: what stands beside a wish and asks nothing is its reason, no question. */
function isReason({ text }: Clause, topic: Topic): boolean {
  return topic.is === "knowledge" && !isQuestion(text) && !isWish(text)
}

/** "Give up my policy, hospital bills" gives a reason, and begins no claim; 理赔到哪了，保单号P… gives a number. */
function isToldBeside(
  { clause, topic }: Found,
  found: readonly Found[],
  isToldFor: (flow: string, clause: Clause) => boolean,
): boolean {
  if (topic.is !== "flow" || isWish(clause.text)) return false
  return found.some(
    (other) =>
      other.topic.is === "flow" &&
      other.topic.id !== topic.id &&
      other.topic.confidence >= LIKELY_WISHED &&
      (isVerbatim(other.topic) || isWish(other.clause.text) || isQuestion(other.clause.text)) &&
      isToldFor(other.topic.id, clause),
  )
}

/** Returns whether a topic was said in the very words of the flow set. */
export function isVerbatim(topic: Topic | null): boolean {
  return topic !== null && "isVerbatim" in topic
}

const MOST = 12
const ORDER = ["intent", "ask-knowledge", "start-flow", "clarify", "out-of-scope"]

/** Questions are answered before another flow begins; nothing is done twice. */
function inOrder(readings: readonly Reading[]): readonly Reading[] {
  const place = ({ command }: Reading) => ORDER.indexOf(command.command)
  const surest = [...readings].sort((a, b) => b.command.confidence - a.command.confidence)
  const isSurest = (one: Reading) => surest.find((other) => meaning(other) === meaning(one)) === one
  const best = surest.find(({ command }) => command.command === "start-flow")
  return readings
    .filter(isSurest)
    .filter((one) => one.command.command !== "start-flow" || one === best)
    .filter((one) => one.command.command !== "out-of-scope" || readings.length === 1)
    .sort((a, b) => place(a) - place(b))
}

function meaning({ command }: Reading): string {
  if (command.command === "start-flow") return command.flow
  if (command.command === "ask-knowledge") return command.topic
  return command.command === "intent" ? command.intent : command.command
}

function toReading(message: Message, part: Span, topic: Topic): Reading {
  return reading(message, part, toMeaning(message, part, topic), topic.confidence)
}

function toMeaning(message: Message, part: Span, topic: Topic): Meaning {
  switch (topic.is) {
    case "flow":
      return { command: "start-flow", flow: topic.id }
    case "knowledge":
      return { command: "ask-knowledge", topic: topic.id }
    case "intent":
      return { command: "intent", intent: topic.id }
    case "out-of-scope":
      return { command: "out-of-scope" }
    case "clarify":
      return {
        command: "clarify",
        options: topic.options.map((option) => toReading(message, part, option).command),
      }
  }
}

/** The clauses as they stand in the message; what was read otherwise between them is left out. */
function together(message: Message, clauses: readonly Clause[], taken: readonly Span[]): string {
  return clauses
    .map((clause, at) => {
      const isJoined = clauses[at - 1]?.end === clause.start
      return `${isJoined ? "" : " "}${remains(message, clause, taken)}`
    })
    .join("")
}

/** A clause without the values already read in it. */
function remains({ lower }: Message, clause: Clause, taken: readonly Span[]): string {
  let text = ""
  for (let at = clause.start; at < clause.end; at += 1) {
    text += taken.some(({ start, end }) => start <= at && at < end) ? " " : lower.charAt(at)
  }
  const isAsked = lower.charAt(clause.end) === "?" && !text.endsWith("?")
  return isAsked ? `${text}?` : text
}
