import { isCalled } from "../slots/option-names.ts"
import { barePhrase } from "../slots/phrase.ts"
import type { Command, SlotView } from "../types.ts"
import { heardAsAWhole } from "./as-a-whole.ts"
import { askedView } from "./asked.ts"
import type { Clause } from "./clauses.ts"
import { asksForFact, isQuestion, isWish } from "./cues.ts"
import type { Message } from "./message.ts"
import type { Span } from "./phrase-book.ts"
import { toQuery } from "./query.ts"
import { CERTAIN_FROM, overlap, type Reading, reading } from "./reading.ts"
import { likelyOption, readAnswer, readChoice, readConfirmation } from "./readings/answer.ts"
import { readBareNumber } from "./readings/bare-number.ts"
import { type Meant, readBegun, slotsToldFor, startedBy } from "./readings/begun.ts"
import { readBeneath } from "./readings/beneath.ts"
import { readChitchat } from "./readings/chitchat.ts"
import { isSkip, readControl, readNotKnown } from "./readings/control.ts"
import { type Corrections, readCorrections } from "./readings/correction.ts"
import { isGoodbye } from "./readings/courtesies.ts"
import { readDay } from "./readings/day.ts"
import { fitting } from "./readings/fitting.ts"
import { readFreeText } from "./readings/free-text.ts"
import { readGate, readOtherValue } from "./readings/gate.ts"
import { readLaterOption } from "./readings/later-option.ts"
import { readOpening } from "./readings/opening.ts"
import { readNo, readQuestions } from "./readings/questions.ts"
import { readFields } from "./readings/record.ts"
import { readStory } from "./readings/story.ts"
import { readTold, type Told } from "./readings/told.ts"
import { isVerbatim, readTopics } from "./readings/topic.ts"
import { readOfferedPerson, readRefusedPerson, readUrgent, refusesPerson } from "./readings/urgent.ts"
import { reduce } from "./reduce.ts"
import { about, type Topics } from "./topics.ts"

/** The slots that a flow may be told at its start, and the flow that an answer of the knowledge base offers, or gives way to. */
export type FlowsKnown = {
  readonly slotsOf: (flow: string) => Readonly<Record<string, SlotView>>
  readonly offeredBy: (topic: string) => string | undefined
  readonly personalOf: (topic: string) => string | undefined
}

/**
 * Returns the commands of a message by the precedence of the flow language: certain readings beat uncertain ones;
 * then words of crisis, a person, a complaint; corrections; the answer to the open question; what else is told;
 * words about the conversation; questions; flows; small talk. What certain readings leave of the text is read on.
 */
export function readMessage(
  message: Message,
  known: Topics,
  { slotsOf, offeredBy, personalOf }: FlowsKnown,
): readonly Command[] {
  const topics = known.forMessage()
  const heard = readUrgent(message).filter((one) => !isOnlyAskedAbout(message, topics, one))
  if (heard[0]?.command.command === "crisis") return heard.slice(0, 1).map(({ command }) => command)
  const person = isButton(message) ? null : readOfferedPerson(message, heard)
  const urgent = isButton(message)
    ? []
    : heard.filter(({ command }) => person === null || command.command !== "human")
  const intents = verbatimIntents(message, topics)
  const answers = answersOf(message)
  const corrections = correctionsOf(message, [...intents, ...answers])
  const told = toldWithDay(message).filter(
    ({ part, slot }) =>
      ![...corrections.taken, ...urgent].some((span) => overlap(span, part)) &&
      !correctedSlots(corrections).has(slot),
  )
  const read =
    answers.length > 0
      ? null
      : person === null
        ? answerOf(message, topics, told, corrections)
        : unlessTold(person, told)
  const answer = unlessIntent(message, read, intents)
  const parts = told.map(({ part }) => part)
  const taken = [...corrections.taken, ...(answer === null ? [] : [answer])]
  const fields = [...readFields(message, taken, parts), ...readStory(message, [...taken, ...parts])]
  const refused = refusesPerson(message)
  const sure: Span[] = [
    ...urgent,
    ...corrections.taken,
    ...told.map(({ part }) => part),
    ...fields,
    ...(answer?.command.certain === true ? [answer] : []),
    ...answers,
    ...refused,
  ]
  const rest = message.clauses.filter((clause) => !isSaid(message, clause, sure))
  const untouched = rest.filter(
    (clause) =>
      ![...sure, ...intents].some((span) => overlap(span, clause)) &&
      !isVerbatimClause(message, topics, clause),
  )
  const controls = controlsOf(message, topics, untouched, answer)
  const chitchat = [
    ...untouched
      .filter((clause) => !controls.some((one) => one.command.command !== "end" && overlap(one, clause)))
      .flatMap((clause) => readChitchat(message, clause, topics.hasWord) ?? []),
    ...refused.map((span) => readRefusedPerson(message, span)),
  ]
  const spoken = untouched.filter((clause) => readControl(message, clause) !== null)
  const open = rest.filter(
    (clause) => ![...controls, ...chitchat, ...spoken].some((other) => overlap(other, clause)),
  )
  const { asking } = message.context
  const isTold = asking?.kind === "slot" && told.some(({ slot }) => slot === asking.slot)
  const found = readTopics(message, topics, open, sure, (of, clause) =>
    isOption(message, clause, slotsOf(of)),
  )
    .filter((topic) => !isToldOf(message, topic, urgent))
    .flatMap((topic) => fitting(message, topics, topic, answer, corrections, isTold))
  const wished = found.find(({ command }) => command.command === "start-flow")?.command
  const named = readLaterOption(
    message,
    wished?.command === "start-flow" ? slotsOf(wished.flow) : message.context.slots,
    sure,
  )
  const settled = settle(
    found.some((topic) => isOffered(message, topic)) ? null : answer,
    found.filter(
      (topic) =>
        !isOnlyNamed(message, topic, answer) && !isSoftYes(message, topic, answer) && !isWithin(topic, named),
    ),
  )
  const flow = settled.topics.find(({ command }) => command.command === "start-flow")
  const starts = [...urgent, ...(flow === undefined ? [] : [flow])]
  const { start, inFlow } = readBegun(message, starts, settled, {
    toldFor: (of) => slotsToldFor(message, of, slotsOf(of), sure, flow),
    offeredBy,
    personalOf,
  })
  const begun = startedBy(starts.filter(({ command }) => command.certain))
  const story =
    begun === null || begun === message.context.flow
      ? []
      : readOpening(message, begun, slotsOf(begun), urgent, inFlow, (clause) =>
          isVerbatimClause(message, topics, clause),
        )
  const values = told
    .map((one) => toldReading(message, one))
    .filter(({ command }) => !isTwice(command, inFlow))
  const ordered = [
    ...urgent,
    ...(settled.answer === null || settled.answer.command.command !== "deny" ? [] : [settled.answer]),
    ...corrections.readings,
    ...(settled.answer === null || settled.answer.command.command === "deny" ? [] : [settled.answer]),
    ...answers,
    ...values,
    ...fields,
    ...controls,
    ...(start.length > 0 ? start : inOrder(settled.topics, flow)),
    ...inFlow,
    ...named,
    ...story,
    ...chitchat,
  ]
  const free = readFreeText(message, ordered, sure)
  const bare = readBareNumber(message, topics, (of) => slotsToldFor(message, of, slotsOf(of), []))
  const beneath = ordered.some(({ command }) => command.certain) ? null : readBeneath(message)
  const commands = reduce(message, bare ?? free ?? (beneath === null ? ordered : [beneath]))
  return heardAsAWhole(message, commands, chitchat)
}

/** An answer that is told by its own name already is none besides. */
function unlessTold(answer: Reading, told: readonly Told[]): Reading | null {
  const { command } = answer
  return told.some(({ slot }) => "slot" in command && slot === command.slot) ? null : answer
}

/** The message is, as a whole, the name of an option of the choice that is asked: as good as its button. */
function isButton({ context, lower }: Message): boolean {
  const { asking } = context
  const options = asking?.kind === "choice" ? asking.options : (askedView(context)?.options ?? [])
  if (options.length === 0) return false
  const said = barePhrase(lower)
  return options.some((option) => isCalled(option, said))
}

/** 不想说 while a value is asked means that question, however near it comes to 不说行不行. */
function isPassedOver({ context }: Message, text: string): boolean {
  if (askedView(context) === undefined || !isSkip(text)) return false
  const bare = barePhrase(text)
  return !context.intents.some(({ says }) => says.some((phrase) => barePhrase(phrase) === bare))
}

/** The entries of `on` in scope that the message names in their own words, as a whole or in a clause. */
function verbatimIntents(message: Message, topics: Topics): readonly Span[] {
  if (message.context.intents.length === 0) return []
  const whole = { start: 0, end: message.lower.length, text: message.lower }
  const context = about(message.context)
  const said = new Map<string, boolean>()
  return [whole, ...message.clauses].filter(({ text }) => {
    if (isPassedOver(message, text)) return false
    const known = said.get(text) ?? topics.saysIntent(text, context)
    said.set(text, known)
    return known
  })
}

/** What an entry of `on` says in its own words is no answer besides, unless an option is called so: 我不退了. */
function unlessIntent(message: Message, answer: Reading | null, intents: readonly Span[]): Reading | null {
  const options = askedView(message.context)?.options ?? []
  if (answer === null || options.length === 0) return answer
  const isSaid = intents.some(({ start, end }) => start <= answer.start && answer.end <= end)
  const said = barePhrase(message.lower.slice(answer.start, answer.end))
  return isSaid && !options.some((option) => isCalled(option, said)) ? null : answer
}

function isVerbatimClause(message: Message, topics: Topics, clause: Clause): boolean {
  return (
    !isPassedOver(message, clause.text) && isVerbatim(topics.topicOf(clause.text, about(message.context)))
  )
}

/** 12378是什么 asks; it complains of nothing. */
function isOnlyAskedAbout(
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

/**
 * What is told, and the day on which it happened where neither is known nor asked: 我自己, 昨天晚上住院了. Told in place of
 * a yes or no it corrects the day: it was 28 February.
 */
function toldWithDay(message: Message): readonly Told[] {
  const { slots, filled, asking } = message.context
  const told = readTold(message, slots)
  const { type = "text" } = askedView(message.context) ?? {}
  if (told.length === 0 && !DAYLESS.has(type)) return told
  const isOpen = ({ slot }: Told) =>
    (filled[slot] === undefined || type === "boolean") && !(asking?.kind === "slot" && asking.slot === slot)
  return [
    ...told,
    ...readDay(message, slots, told).filter((day) => isOpen(day) && !isInChitchat(message, day.part)),
  ]
}

/** 今天天气不错 tells no day. */
function isInChitchat(message: Message, part: Span): boolean {
  return message.clauses.some((clause) => overlap(clause, part) && readChitchat(message, clause) !== null)
}

/** Answers to the questions of a card; there may be many in one message. */
function answersOf(message: Message): readonly Reading[] {
  const { asking } = message.context
  return asking?.kind === "checkpoint" && asking.questions !== undefined
    ? readQuestions(message, asking.questions)
    : []
}

function answerOf(
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

/** What answers a question of the card, or says an entry of `on` in its own words, corrects nothing; what stands beside it may. */
function correctionsOf(message: Message, said: readonly Span[]): Corrections {
  const found = readCorrections(message)
  const isSaidOtherwise = found.taken.some((part) => said.some((span) => overlap(span, part)))
  return isSaidOtherwise ? { readings: [], taken: [] } : found
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
/** Beside a question for one of these a day alone can be no answer, so that it tells when it happened. */
const DAYLESS: ReadonlySet<string> = new Set(["choice", "person-name", "boolean"])
const DAYS: ReadonlySet<string> = new Set(["date", "datetime", "date-range"])

function controlsOf(
  message: Message,
  topics: Topics,
  clauses: readonly Clause[],
  answer: Reading | null,
): readonly Reading[] {
  const free = clauses.filter((clause) => answer === null || !overlap(answer, clause))
  const notKnown = (clause: Clause) =>
    topics.topicOf(clause.text, about(message.context))?.is === "intent"
      ? null
      : readNotKnown(message, clause)
  const read = free.flatMap((clause) => readControl(message, clause) ?? notKnown(clause) ?? [])
  return read.filter(
    ({ command }, at) => read.findIndex((other) => other.command.command === command.command) === at,
  )
}

/** Who complains tells of what: 我买的那个保险 begins nothing beside it. */
function isToldOf({ clauses }: Message, topic: Reading, urgent: readonly Reading[]): boolean {
  return (
    topic.command.command === "start-flow" &&
    urgent.some(({ command }) => command.command === "complain") &&
    !clauses.some((clause) => overlap(clause, topic) && (isQuestion(clause.text) || isWish(clause.text)))
  )
}

/** Half a name of what is asked for, which is no question, asks nothing about it: 安心医疗. */
function isOnlyNamed({ clauses }: Message, topic: Reading, answer: Reading | null): boolean {
  if (answer?.command.command !== "set-slot" || topic.command.command !== "ask-knowledge") return false
  return (
    overlap(topic, answer) &&
    !clauses.some((clause) => overlap(clause, topic) && (isQuestion(clause.text) || isWish(clause.text)))
  )
}

/** "ok agree" at a checkpoint asks nothing about agreeing. */
function isSoftYes({ context }: Message, { command }: Reading, answer: Reading | null): boolean {
  const isYes = context.asking?.kind === "checkpoint" && answer?.command.command === "affirm"
  return isYes && command.command === "ask-knowledge"
}

/** 退到6621那张卡 asks nothing: an entry that only comes near to it is not meant, but a flow may begin with it. */
function isWithin(topic: Reading, named: readonly Reading[]): boolean {
  const { command } = topic
  if (command.command === "intent" || command.command === "start-flow") return false
  return named.some((one) => overlap(one, topic))
}

/** A flow begins when all else that a message is about is done. */
function inOrder(topics: readonly Reading[], flow: Reading | undefined): readonly Reading[] {
  return [...topics.filter((topic) => topic !== flow), ...(flow === undefined ? [] : [flow])]
}

/** 好，我要理赔 begins by its name what the question offers: that is its answer. */
function isOffered({ context }: Message, { command }: Reading): boolean {
  return command.command === "start-flow" && context.offered?.includes(command.flow) === true
}

/** Certain topics beat an uncertain answer in the same words; an uncertain answer beats uncertain topics. */
function settle(answer: Reading | null, topics: readonly Reading[]): Meant {
  if (answer === null || answer.command.certain) return { answer, topics }
  const certain = topics.filter(({ command }) => command.certain)
  if (certain.some((topic) => overlap(topic, answer))) return { answer: null, topics: certain }
  return { answer, topics: certain }
}

function toldReading(message: Message, { slot, found }: Told): Reading {
  const filled = message.context.filled[slot]
  const isChanged = filled !== undefined && JSON.stringify(filled) !== JSON.stringify(found.value)
  const asking = message.context.asking
  const isAsked = asking?.kind === "slot" && asking.slot === slot
  return reading(
    message,
    found,
    { command: isChanged && !isAsked ? "correct-slot" : "set-slot", slot, value: found.value },
    found.certain ? undefined : 0.6,
  )
}

function isTwice(command: Command, inFlow: readonly Reading[]): boolean {
  return (
    "slot" in command &&
    inFlow.some((other) => "slot" in other.command && other.command.slot === command.slot)
  )
}

function correctedSlots({ readings }: Corrections): ReadonlySet<string> {
  return new Set(readings.flatMap(({ command }) => ("slot" in command ? [command.slot] : [])))
}

/** The clause is no more than the name of an option of one of the slots. */
function isOption(message: Message, clause: Clause, slots: Readonly<Record<string, SlotView>>): boolean {
  return Object.values(slots).some((view) => {
    const found = view.type === "choice" ? message.value(view, clause) : null
    return found?.certain === true && isSaid(message, clause, [found])
  })
}

/** Nothing of the clause is left but what stands between certain readings. */
function isSaid({ lower }: Message, clause: Clause, sure: readonly Span[]): boolean {
  if (!sure.some((span) => overlap(span, clause))) return false
  let left = ""
  for (let at = clause.start; at < clause.end; at += 1) {
    if (!sure.some(({ start, end }) => start <= at && at < end)) left += lower.charAt(at)
  }
  return /^(?:[\s,.:;!?()"'我的是在为有就那嗯哦啊吧呢了个这和请您你好用选]|it's|is|the|my|and|a|an|for|with|please|one|use|take|that|to)*$/.test(
    left,
  )
}
