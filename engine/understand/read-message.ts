import type { Command, SlotView } from "../types.ts"
import type { Clause } from "./clauses.ts"
import { asksForFact } from "./cues.ts"
import type { Message } from "./message.ts"
import type { Span } from "./phrase-book.ts"
import { overlap, type Reading, reading } from "./reading.ts"
import { readAnswer, readChoice, readConfirmation } from "./readings/answer.ts"
import { readChitchat } from "./readings/chitchat.ts"
import { readControl, readNotKnown } from "./readings/control.ts"
import { type Corrections, readCorrections } from "./readings/correction.ts"
import { readFreeText } from "./readings/free-text.ts"
import { readGate } from "./readings/gate.ts"
import { readTold, type Told } from "./readings/told.ts"
import { readTopics } from "./readings/topic.ts"
import { readUrgent } from "./readings/urgent.ts"
import type { Topics } from "./topics.ts"

/**
 * Returns the commands of a message by the precedence of the flow language: certain readings beat uncertain ones;
 * then words of crisis, a person, a complaint; corrections; the answer to the open question; what else is told;
 * words about the conversation; questions; flows; small talk. What certain readings leave of the text is read on.
 */
export function readMessage(
  message: Message,
  topics: Topics,
  slotsOf: (flow: string) => Readonly<Record<string, SlotView>>,
): readonly Command[] {
  const urgent = readUrgent(message).filter((one) => !isOnlyAskedAbout(message, topics, one))
  if (urgent[0]?.command.command === "crisis") return urgent.slice(0, 1).map(({ command }) => command)
  const corrections = readCorrections(message)
  const told = readTold(message, message.context.slots).filter(
    ({ part, slot }) =>
      !corrections.taken.some((span) => overlap(span, part)) && !correctedSlots(corrections).has(slot),
  )
  const answer = answerOf(message, told, corrections)
  const sure: Span[] = [
    ...urgent,
    ...corrections.taken,
    ...told.map(({ part }) => part),
    ...(answer?.command.certain === true ? [answer] : []),
  ]
  const rest = message.clauses.filter((clause) => !isSaid(message, clause, sure))
  const untouched = rest.filter((clause) => !sure.some((span) => overlap(span, clause)))
  const controls = controlsOf(message, untouched, answer)
  const chitchat = untouched
    .filter((clause) => !controls.some((control) => overlap(control, clause)))
    .flatMap((clause) => readChitchat(message, clause) ?? [])
  const spoken = untouched.filter((clause) => readControl(message, clause) !== null)
  const open = rest.filter(
    (clause) => ![...controls, ...chitchat, ...spoken].some((other) => overlap(other, clause)),
  )
  const found = readTopics(message, topics, open, sure)
  const settled = settle(answer, found)
  const flow = settled.topics.find(({ command }) => command.command === "start-flow")
  const inFlow =
    flow?.command.command === "start-flow" ? startedSlots(message, flow.command.flow, slotsOf, sure) : []
  const values = told
    .map((one) => toldReading(message, one))
    .filter(({ command }) => !isTwice(command, inFlow))
  const ordered = [
    ...urgent,
    ...(settled.answer === null || settled.answer.command.command !== "deny" ? [] : [settled.answer]),
    ...corrections.readings,
    ...(settled.answer === null || settled.answer.command.command === "deny" ? [] : [settled.answer]),
    ...values,
    ...controls,
    ...settled.topics.filter((topic) => topic !== flow),
    ...(flow === undefined ? [] : [flow]),
    ...inFlow,
    ...chitchat,
  ]
  const free = readFreeText(message, ordered, sure)
  const commands = reduce(message, free ?? ordered)
  return commands.length > 0 ? commands : [unknown(message)]
}

/** 12378是什么 asks; it complains of nothing. */
function isOnlyAskedAbout(
  { clauses, context }: Message,
  topics: Topics,
  { command, start }: Reading,
): boolean {
  if (command.command !== "complain") return false
  const clause = clauses.find((one) => one.start <= start && start < one.end)
  if (clause === undefined || !asksForFact(clause.text)) return false
  const topic = topics.topicOf(clause.text, { intents: context.intents })
  return topic?.is === "knowledge" && topic.confidence >= ANSWERED
}

const ANSWERED = 0.85

function answerOf(message: Message, told: readonly Told[], corrections: Corrections): Reading | null {
  const { asking, slots } = message.context
  const found = (() => {
    switch (asking?.kind) {
      case "slot": {
        const view = slots[asking.slot]
        if (view === undefined || correctedSlots(corrections).has(asking.slot)) return null
        return readAnswer(message, asking.slot, view, told)
      }
      case "confirmation":
        return readConfirmation(message, [
          ...(asking.slot === undefined ? [] : [asking.slot]),
          ...(asking.slots ?? []),
        ])
      case "choice":
        return readChoice(message, asking.options)
      case "checkpoint":
        return corrections.readings.length > 0 ? null : readGate(message, asking.accept)
      default:
        return null
    }
  })()
  if (found === null || corrections.readings.length === 0) return found
  const { command } = found.command
  if (command === "affirm" || command === "correct-slot") return null
  const hasValue = corrections.readings.some(
    (one) => one.command.command !== "correct-slot" || "value" in one.command,
  )
  if (command === "deny") return hasValue ? null : found
  return corrections.taken.some((span) => overlap(span, found)) ? null : found
}

function controlsOf(
  message: Message,
  clauses: readonly Clause[],
  answer: Reading | null,
): readonly Reading[] {
  const free = clauses.filter((clause) => answer === null || !overlap(answer, clause))
  const read = free.flatMap((clause) => readControl(message, clause) ?? readNotKnown(message, clause) ?? [])
  return read.filter(
    ({ command }, at) => read.findIndex((other) => other.command.command === command.command) === at,
  )
}

/** Certain topics beat an uncertain answer in the same words; an uncertain answer beats uncertain topics. */
function settle(
  answer: Reading | null,
  topics: readonly Reading[],
): { readonly answer: Reading | null; readonly topics: readonly Reading[] } {
  if (answer === null || answer.command.certain) return { answer, topics }
  const certain = topics.filter(({ command }) => command.certain)
  if (certain.some((topic) => overlap(topic, answer))) return { answer: null, topics: certain }
  return { answer, topics: certain }
}

function startedSlots(
  message: Message,
  flow: string,
  slotsOf: (flow: string) => Readonly<Record<string, SlotView>>,
  sure: readonly Span[],
): readonly Reading[] {
  if (flow === message.context.flow) return []
  const own = new Set(Object.keys(message.context.slots))
  return readTold(message, slotsOf(flow))
    .filter(({ slot, part }) => own.has(slot) || !sure.some((span) => overlap(span, part)))
    .map(({ slot, found, part }) =>
      reading(
        message,
        { ...part, start: found.start },
        { command: "set-slot", slot, value: found.value, flow },
      ),
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

function correctedSlots({ readings }: Corrections): ReadonlySet<string> {
  return new Set(readings.flatMap(({ command }) => ("slot" in command ? [command.slot] : [])))
}

/** Nothing of the clause is left but what stands between certain readings. */
function isSaid({ lower }: Message, clause: Clause, sure: readonly Span[]): boolean {
  if (!sure.some((span) => overlap(span, clause))) return false
  let left = ""
  for (let at = clause.start; at < clause.end; at += 1) {
    if (!sure.some(({ start, end }) => start <= at && at < end)) left += lower.charAt(at)
  }
  return /^(?:[\s,.:;!?()"'我的是在为有就那嗯哦啊吧呢了个这和请您你好]|it's|is|the|my|and|a|an|for|with|please)*$/.test(
    left,
  )
}

/** Leaves out what says nothing beside the rest: thanks beside an answer, a word of cancelling beside a wish. */
function reduce({ context }: Message, readings: readonly Reading[]): readonly Command[] {
  const commands = readings.map(({ command }) => command)
  const has = (...names: readonly Command["command"][]) =>
    commands.some(({ command }) => names.includes(command))
  const acts = has(
    "set-slot",
    "correct-slot",
    "affirm",
    "deny",
    "choose",
    "start-flow",
    "ask-knowledge",
    "intent",
  )
  const first = has("human", "complain", "withdraw-consent")
  const kept = commands.filter((one, at) => {
    if (one.command === "chitchat") {
      return commands.every(({ command }, other) => (command === "chitchat" ? other >= at : false))
    }
    if (
      first &&
      ["affirm", "deny", "cancel", "pause", "end", "repeat", "skip", "unknown"].includes(one.command)
    )
      return false
    if (acts && ["pause", "repeat"].includes(one.command)) return false
    if (one.command === "cancel" && has("start-flow", "ask-knowledge", "choose", "set-slot")) return false
    if (first && one.command === "start-flow") return !(one.flow === "complaint" || !one.certain)
    if (one.command === "start-flow" && one.flow === context.flow)
      return !has("set-slot", "correct-slot", "ask-knowledge", "intent")
    return true
  })
  const sure = kept.some((one) => one.certain && one.command !== "chitchat" && !isFlowValue(one))
  const isTold = (one: Command) => one.command === "start-flow" && kept.some(isFlowValue)
  return sure ? kept.filter((one) => one.certain || KEPT_UNSURE.has(one.command) || isTold(one)) : kept
}

const KEPT_UNSURE: ReadonlySet<string> = new Set(["set-slot", "affirm", "skip"])

function isFlowValue(command: Command): boolean {
  return command.command === "set-slot" && command.flow !== undefined
}

function unknown(message: Message): Command {
  return reading(message, { start: 0, end: message.utterance.text.length }, { command: "unknown" }, 0).command
}
