import type { Command, Conversation, Input, Locale, TurnResult } from "../types.ts"
import { takeAgentAct } from "./agent.ts"
import type { Told } from "./answers.ts"
import { applyCommands } from "./apply-commands.ts"
import { type Draft, lastEntry, log, type Releases } from "./draft.ts"
import { busyRun, canTake, holderOf, isOffered } from "./moves.ts"
import { newDraft } from "./new-draft.ts"
import { fireTimer, receiveEvent, timeSilence } from "./outside.ts"
import { startPattern } from "./patterns.ts"
import { closeQuestion } from "./question.ts"
import { startRun } from "./runs.ts"
import { takeResult } from "./service-result.ts"
import { moveBehind, settle } from "./settle.ts"

/** The engine's version, logged with every conversation; a change of recorded behaviour raises it. */
export const engineVersion = "1"

/** Returns a conversation that has not begun: its first turn takes an input of kind `open`. */
export function openConversation(a: {
  id: string
  locale: Locale
  channel: string
  release: string
}): Conversation {
  return {
    id: a.id,
    locale: a.locale,
    channel: a.channel,
    customer: { id: null, level: 0 },
    stack: [],
    runs: {},
    inbox: [],
    status: "open",
    seq: 0,
    entries: 0,
    release: a.release,
    misses: 0,
    silences: 0,
    evidence: [],
    known: {},
    shown: {},
  }
}

/**
 * Takes one input and returns the conversation after it, what to append to the transcript, and what the shell must
 * do once both are committed. Pure: the same release, conversation and input give the same result byte for byte.
 * Throws on a bug only; then the last committed conversation stands.
 */
export function turn(releases: Releases, conversation: Conversation, input: Input): TurnResult {
  const draft = newDraft(releases, { ...conversation, seq: conversation.seq + 1 }, input.now)
  take(draft, input)
  timeSilence(draft)
  const after = { ...draft.conversation, entries: lastEntry(draft) }
  return { conversation: after, entries: draft.entries, effects: draft.effects }
}

function take(draft: Draft, input: Input): void {
  if (input.inbox !== undefined && draft.conversation.status === "ended" && isCustomer(input)) {
    // What he wrote is kept; the conversation ended before it could be taken.
    draft.conversation = { ...draft.conversation, inbox: draft.conversation.inbox.slice(1) }
    return
  }
  if (input.inbox !== undefined)
    draft.conversation = { ...draft.conversation, inbox: draft.conversation.inbox.slice(1) }
  if (!canTake(draft.conversation, input)) {
    const entry = recordSaid(draft, input)
    draft.conversation = {
      ...draft.conversation,
      inbox: [...draft.conversation.inbox, { ...input, inbox: entry }],
    }
    return
  }
  draft.unasked = input.kind === "timer" || input.kind === "event"
  switch (input.kind) {
    case "open":
      open(draft, input)
      return
    case "message":
    case "choice":
    case "upload":
      takeCustomer(draft, input)
      return
    case "service": {
      const run = takeResult(draft, input.call, input.result)
      moveRuns(draft, run === null ? [] : [run.id])
      return
    }
    case "timer": {
      const run = fireTimer(draft, input.timer)
      moveRuns(draft, run === null ? [] : [run.id])
      return
    }
    case "event": {
      const runs = receiveEvent(draft, input.event, input.correlation, input.payload)
      moveRuns(
        draft,
        (runs ?? []).map(({ id }) => id),
      )
      return
    }
    case "agent": {
      const run = takeAgentAct(draft, input.handoff, input.agent, input.does)
      moveRuns(draft, run === null ? [] : [run.id])
      return
    }
    case "problem":
      log(draft, {
        kind: "problem",
        open: { code: input.code, message: "A turn failed; the last committed state stands." },
      })
      if (draft.conversation.status === "open" && busyRun(draft.conversation) === null) {
        startPattern(draft, "internal-error")
        settle(draft)
      }
  }
}

function open(draft: Draft, input: Extract<Input, { kind: "open" }>): void {
  const { channel, locale } = draft.conversation
  log(draft, { kind: "conversation.opened", open: { channel, locale, engine: engineVersion } })
  if (input.customer !== undefined) draft.conversation = { ...draft.conversation, customer: input.customer }
  const told = Object.entries(input.slots ?? {}).map(([slot, value]) => ({
    slot,
    value,
    from: { by: "channel" as const, at: draft.now },
  }))
  if (input.flow !== undefined) startRun(draft, input.flow, { slots: told })
  startPattern(draft, "session-start")
  settle(draft)
}

/** Runs that are not on top move as far as they may without talking; then the conversation comes to rest. */
function moveRuns(draft: Draft, ids: readonly string[]): void {
  for (const id of ids) {
    if (draft.conversation.runs[id] !== undefined && draft.conversation.stack.at(-1) !== id)
      moveBehind(draft, id)
  }
  if (holderOf(draft.conversation) === "bot") settle(draft)
}

function isCustomer(input: Input): input is CustomerInput {
  return input.kind === "message" || input.kind === "choice" || input.kind === "upload"
}

type CustomerInput = Extract<Input, { kind: "message" | "choice" | "upload" }>

function takeCustomer(draft: Draft, input: CustomerInput): void {
  const entry = input.inbox ?? recordSaid(draft, input)
  if (draft.conversation.status === "ended")
    throw new Error(`The conversation "${draft.conversation.id}" has ended and takes no more messages.`)
  const { paused: _spoken, ...conversation } = draft.conversation
  draft.conversation = {
    ...conversation,
    silences: 0,
    ...(input.kind === "message" && input.mood !== undefined ? { mood: input.mood } : {}),
  }
  if (holderOf(draft.conversation) !== "bot") {
    if (input.kind === "upload") applyCommands(draft, commandsOf(draft, input), toldOf(draft, input, entry))
    return
  }
  applyCommands(draft, commandsOf(draft, input), toldOf(draft, input, entry))
  settle(draft)
  // Whoever speaks is answered: when nothing else was said, the open question is asked again.
  if (
    draft.lastSaid === 0 &&
    draft.conversation.question !== undefined &&
    busyRun(draft.conversation) === null &&
    !isAnswerOnCard(draft, input)
  ) {
    closeQuestion(draft)
    settle(draft)
  }
}

/** An answer to one question of a questionnaire: its card stays as it is. */
function isAnswerOnCard({ conversation }: Draft, input: CustomerInput): boolean {
  const { question } = conversation
  return (
    input.kind === "choice" &&
    question?.kind === "checkpoint" &&
    question.entry <= input.seen &&
    isOffered(conversation, input.choice)
  )
}

/** Records what the customer said, the moment that it comes in; 0 for what no customer said. */
function recordSaid(draft: Draft, input: Input): number {
  switch (input.kind) {
    case "message":
      return log(draft, { kind: "customer.said", open: { how: "text" }, personal: { text: input.text } })
        .index
    case "choice":
      return log(draft, {
        kind: "customer.said",
        open: { how: "choice" },
        personal: { text: labelOf(draft, input.choice) },
      }).index
    case "upload":
      return log(draft, {
        kind: "customer.said",
        open: { how: "upload" },
        personal: { text: input.document.name, document: input.document },
      }).index
    default:
      return 0
  }
}

function labelOf(draft: Draft, choice: string): string {
  return draft.conversation.question?.options?.find(({ key }) => key === choice)?.label ?? choice
}

function toldOf(draft: Draft, input: CustomerInput, entry: number): Told {
  if (input.kind === "message") return { entry, seen: input.seen, words: input.text }
  return {
    entry,
    seen: input.seen,
    words: input.kind === "choice" ? labelOf(draft, input.choice) : input.document.name,
    sure: true,
    by: "chosen",
  }
}

function commandsOf(draft: Draft, input: CustomerInput): readonly Command[] {
  const sure = { confidence: 1, certain: true } as const
  if (input.kind === "message")
    return input.commands.length > 0
      ? input.commands
      : [{ command: "unknown", confidence: 1, certain: false }]
  if (input.kind === "upload") return [{ command: "upload", document: input.document, ...sure }]
  const kind = draft.conversation.question?.kind
  if (!isOffered(draft.conversation, input.choice))
    return [{ command: "choose", option: input.choice, ...sure }]
  switch (input.choice) {
    case "accept":
      return [{ command: "affirm", ...sure }]
    case "decline":
      return [{ command: "deny", ...sure }]
    case "skip":
      return [{ command: "skip", ...sure }]
    case "yes":
    case "no":
      if (kind === "confirmation" || kind === "slot")
        return [{ command: input.choice === "yes" ? "affirm" : "deny", ...sure }]
  }
  return [{ command: "choose", option: input.choice, ...sure }]
}
