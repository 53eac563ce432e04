import type { Conversation, Input, Locale, TurnResult } from "../types.ts"
import { takeAgentAct } from "./agent.ts"
import { isBusy } from "./busy.ts"
import { isCustomer, recordSaid, takeCustomer } from "./customer-input.ts"
import { type Draft, lastEntry, log, type Releases } from "./draft.ts"
import { busyRun, canTake, holderOf } from "./moves.ts"
import { newDraft } from "./new-draft.ts"
import { fireTimer, receiveEvent, timeSilence } from "./outside.ts"
import { startPattern } from "./patterns.ts"
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
  const draft = newDraft(releases, conversation, input.now, conversation.seq + 1)
  take(draft, input)
  timeSilence(draft)
  const after = { ...withPassed(draft), entries: lastEntry(draft) }
  return { conversation: after, entries: draft.entries, effects: draft.effects }
}

/** What a run has passed counts on while only services answer it. */
function withPassed({ conversation, passed }: Draft): Conversation {
  const busy = Object.values(conversation.runs).filter(isBusy)
  const kept = [...passed].filter((one) => busy.some(({ id }) => one.startsWith(`${id}:`)))
  if (kept.length === 0 && conversation.passed === undefined) return conversation
  const { passed: _before, ...rest } = conversation
  return kept.length === 0 ? rest : { ...rest, passed: kept }
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
