import { recognize } from "../slots/recognize.ts"
import type { Command, Json, SlotView, UnderstandContext } from "../types.ts"
import { createMessage, type Message } from "./message.ts"
import type { Span } from "./phrase-book.ts"
import { type Meaning, reading } from "./reading.ts"

/** What somebody outside (a language model) holds a message to mean. `text`: the customer's words that say so. */
export type Proposal = {
  readonly command: string
  readonly text: string
  readonly flow?: string
  readonly slot?: string
  readonly topic?: string
  readonly intent?: string
  readonly option?: string
  readonly value?: Json
}
export type RefusedProposal = { readonly proposal: Proposal; readonly why: string }
export type Checked = { readonly accepted: readonly Command[]; readonly refused: readonly RefusedProposal[] }

/** What a proposal is checked against besides the conversation. */
export type Known = {
  readonly hasFlow: (flow: string) => boolean
  readonly slotsOf: (flow: string) => Readonly<Record<string, SlotView>>
  /** The entries that the text comes near to, best first. */
  readonly entriesNear: (text: string) => readonly string[]
}

/**
 * Checks proposals as if the customer had said them in plain words. The words must stand in the message; a value is the
 * one that the recogniser of its slot reads in them, whatever was proposed; topics must be near; nothing proposed accepts
 * a checkpoint, and a yes must be read as one. What passes comes in the order of precedence, and is never surer than likely.
 */
export function checkProposals(
  context: UnderstandContext,
  text: string,
  proposals: readonly Proposal[],
  known: Known,
): Checked {
  const message = createMessage(text, context)
  const started = proposals.find(({ command, flow }) => command === "start-flow" && flow !== undefined)?.flow
  const accepted: Command[] = []
  const refused: RefusedProposal[] = []
  proposals.forEach((proposal, at) => {
    const checked = at < MOST ? check(message, proposal, known, started) : "too-many"
    if (typeof checked === "string") refused.push({ proposal, why: checked })
    else accepted.push({ ...checked, by: "model" })
  })
  return { accepted: accepted.sort((a, b) => rank(a) - rank(b)), refused }
}

const MOST = 6
/** Enough to be done where nothing else is open; another flow is asked about first. */
const LIKELY = 0.7
const DOUBTFUL = 0.6

type Check = (
  message: Message,
  part: Span,
  proposal: Proposal,
  known: Known,
  started?: string,
) => Command | string

function check(
  message: Message,
  proposal: Proposal,
  known: Known,
  started: string | undefined,
): Command | string {
  const part = partOf(message, proposal.text)
  if (part === null) return "not-said"
  if (!Object.hasOwn(CHECKS, proposal.command)) return "not-allowed"
  return CHECKS[proposal.command]?.(message, part, proposal, known, started) ?? "not-allowed"
}

/** What needs no more than to have been said. */
const said =
  (meaning: Meaning, confidence = LIKELY): Check =>
  (message, part) =>
    reading(message, part, meaning, confidence).command

const CHECKS: Readonly<Record<string, Check>> = {
  "start-flow": startFlow,
  "set-slot": value,
  "correct-slot": value,
  "ask-knowledge": (message, part, { topic = "" }, known) =>
    known.entriesNear(message.utterance.text).includes(topic)
      ? reading(message, part, { command: "ask-knowledge", topic }, LIKELY).command
      : "not-near",
  intent: (message, part, { intent = "" }) =>
    message.context.intents.some((open) => open.intent === intent)
      ? reading(message, part, { command: "intent", intent }, LIKELY).command
      : "not-open",
  choose(message, part, { option = "" }) {
    const { asking } = message.context
    if (asking?.kind !== "choice") return "not-open"
    const found = message.value({ type: "choice", names: [], options: asking.options }, part)
    return found?.value === option
      ? reading(message, part, { command: "choose", option }, LIKELY).command
      : "not-read"
  },
  affirm(message, part) {
    const { asking } = message.context
    if (asking?.kind === "checkpoint") return "checkpoint"
    if (asking === undefined) return "not-open"
    return yesOrNo(message, part) === true
      ? reading(message, part, { command: "affirm" }, DOUBTFUL).command
      : "not-read"
  },
  deny: (message, part) => {
    if (message.context.asking === undefined) return "not-open"
    return yesOrNo(message, part) === true
      ? "not-read"
      : reading(message, part, { command: "deny" }, DOUBTFUL).command
  },
  cancel: (message, part) =>
    message.context.flow === undefined
      ? "not-open"
      : reading(message, part, { command: "cancel" }, LIKELY).command,
  skip: (message, part) =>
    message.context.asking?.kind === "slot"
      ? reading(message, part, { command: "skip" }, DOUBTFUL).command
      : "not-open",
  "go-back": said({ command: "go-back" }),
  repeat: said({ command: "repeat" }),
  pause: said({ command: "pause" }),
  human: said({ command: "human" }),
  complain: said({ command: "complain" }),
  "out-of-scope": said({ command: "out-of-scope" }),
}

const ORDER: readonly string[] = [
  "human",
  "complain",
  "correct-slot",
  "affirm",
  "deny",
  "choose",
  "set-slot",
  "skip",
  "cancel",
  "repeat",
  "go-back",
  "pause",
  "intent",
  "ask-knowledge",
  "start-flow",
]

function rank(command: Command): number {
  // What belongs to a flow that is started with it comes after the start.
  if (command.command === "set-slot" && command.flow !== undefined) return ORDER.length
  const at = ORDER.indexOf(command.command)
  return at < 0 ? ORDER.length + 1 : at
}

function startFlow(message: Message, part: Span, { flow = "" }: Proposal, known: Known): Command | string {
  if (!known.hasFlow(flow)) return "unknown-flow"
  const command = reading(message, part, { command: "start-flow", flow }, DOUBTFUL).command
  const { asking, flow: open } = message.context
  if (flow === open || asking === undefined) return command
  return reading(message, part, { command: "clarify", options: [command] }, DOUBTFUL).command
}

function value(
  message: Message,
  part: Span,
  { slot = "", value: proposed }: Proposal,
  known: Known,
  started: string | undefined,
): Command | string {
  const { slots, filled, asking } = message.context
  const own = slots[slot]
  const view = own ?? (started === undefined ? undefined : known.slotsOf(started)[slot])
  if (view === undefined) return "unknown-slot"
  if (view.type === "text") {
    const isAsked = asking?.kind === "slot" && asking.slot === slot
    const words = message.utterance.text.slice(part.start, part.end)
    return isAsked
      ? reading(message, part, { command: "set-slot", slot, value: words, answer: true }, LIKELY).command
      : "not-open"
  }
  const found = message.value(view, part)
  if (found === null) return "not-read"
  if (proposed !== undefined && JSON.stringify(proposed) !== JSON.stringify(found.value)) return "other-value"
  const isChanged = filled[slot] !== undefined && JSON.stringify(filled[slot]) !== JSON.stringify(found.value)
  const flow = own === undefined && started !== undefined ? { flow: started } : {}
  const meaning: Meaning = isChanged
    ? { command: "correct-slot", slot, value: found.value }
    : { command: "set-slot", slot, value: found.value, ...flow }
  return reading(message, found, meaning, found.certain ? LIKELY : DOUBTFUL).command
}

function yesOrNo({ utterance, context }: Message, { start, end }: Span): boolean | null {
  const { now, locale } = context
  const found = recognize("boolean", utterance.text.slice(start, end), { now, locale })
  return typeof found?.value === "boolean" ? found.value : null
}

/** Where the words stand in the message; null when they do not. */
function partOf({ utterance }: Message, words: string): Span | null {
  const wanted = words.trim()
  if (wanted === "") return null
  const start = utterance.text.indexOf(wanted)
  return start < 0 ? null : { start, end: start + wanted.length }
}
