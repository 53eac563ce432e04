import type { Command, SlotView } from "../types.ts"
import { heardAsAWhole } from "./as-a-whole.ts"
import { askedView } from "./asked.ts"
import type { Clause } from "./clauses.ts"
import {
  inOrder,
  isOffered,
  isOnlyAskedAbout,
  isOnlyNamed,
  isSoftYes,
  isToldOf,
  isWithin,
  settle,
} from "./meant.ts"
import type { Message } from "./message.ts"
import { answerOf, answersOf, isButton, unlessIntent, unlessTold } from "./open-question.ts"
import type { Span } from "./phrase-book.ts"
import { overlap, type Reading, reading } from "./reading.ts"
import { readBareNumber } from "./readings/bare-number.ts"
import { readBegun, slotsToldFor, startedBy } from "./readings/begun.ts"
import { readBeneath } from "./readings/beneath.ts"
import { readChitchat } from "./readings/chitchat.ts"
import { readControl, readNotKnown } from "./readings/control.ts"
import { type Corrections, correctedSlots, readCorrections } from "./readings/correction.ts"
import { readDay } from "./readings/day.ts"
import { fitting } from "./readings/fitting.ts"
import { readFreeText } from "./readings/free-text.ts"
import { readLaterOption } from "./readings/later-option.ts"
import { readOpening } from "./readings/opening.ts"
import { readFields } from "./readings/record.ts"
import { readStory } from "./readings/story.ts"
import { readTold, type Told } from "./readings/told.ts"
import { readTopics } from "./readings/topic.ts"
import { readOfferedPerson, readRefusedPerson, readUrgent, refusesPerson } from "./readings/urgent.ts"
import { reduce } from "./reduce.ts"
import { about, type Topics } from "./topics.ts"
import { isVerbatimClause, verbatimIntents } from "./verbatim.ts"

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
  // "My papers are ready, thank you" says an entry as a whole; its thanks are about nothing else.
  const isWithinMore = message.clauses.length > 1 && intents.length > 0
  const polite = isWithinMore ? rest.filter((clause) => readChitchat(message, clause) !== null) : []
  const open = rest.filter(
    (clause) => ![...controls, ...chitchat, ...spoken, ...polite].some((other) => overlap(other, clause)),
  )
  const { asking } = message.context
  const isTold = asking?.kind === "slot" && told.some(({ slot }) => slot === asking.slot)
  const found = readTopics(message, topics, open, sure, (of, clause) =>
    isOnlyTold(message, clause, slotsOf(of)),
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

/** What answers a question of the card, or says an entry of `on` in its own words, corrects nothing; what stands beside it may. */
function correctionsOf(message: Message, said: readonly Span[]): Corrections {
  const found = readCorrections(message)
  const isSaidOtherwise = found.taken.some((part) => said.some((span) => overlap(span, part)))
  return isSaidOtherwise ? { readings: [], taken: [] } : found
}

/** Beside a question for one of these a day alone can be no answer, so that it tells when it happened. */
const DAYLESS: ReadonlySet<string> = new Set(["choice", "person-name", "boolean"])

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

/** The clause is no more than an option of one of the slots, or a value beside its slot's name. */
function isOnlyTold(message: Message, clause: Clause, slots: Readonly<Record<string, SlotView>>): boolean {
  const isOption = Object.values(slots).some((view) => {
    const found = view.type === "choice" ? message.value(view, clause) : null
    return found?.certain === true && isSaid(message, clause, [found])
  })
  return isOption || readTold(message, slots).some(({ part }) => isSaid(message, clause, [part]))
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
