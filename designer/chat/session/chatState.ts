import type { Holder, WaitingFor } from "../../../engine/types.ts"
import type { Access, MessageBody, Progress, StreamedEvent } from "../../api/conversations.ts"
import type { CustomerEntry } from "../../api/entry.ts"

/** Why a message was not taken, in as many kinds as the customer can act on. */
export type Refusal = "busy" | "tooLarge" | "stale" | "refused"

/** A message on its way. `seen`: the last entry on the screen when it was written. `text`: what its bubble shows. */
export type Outgoing = {
  readonly key: string
  readonly body: MessageBody
  readonly seen: number
  /** How much of a checkpoint's text was read before this answer to it, 0 to 1. */
  readonly read?: number
  readonly text: string
  readonly at: string
  readonly status: "waiting" | "sending" | "failed"
  readonly attempts: number
  readonly refusal?: Refusal
  /** The server's own entry of it is here already, so its bubble is not drawn twice. */
  readonly hasLanded?: boolean
}

/** Which conversation this browser holds, and how it began. */
export type Held = {
  readonly access: Access
  readonly locale: string
  readonly flow: string | null
  readonly isEnded: boolean
}

export type ChatState = {
  /** `lost`: the server no longer knows the conversation. */
  readonly phase: "starting" | "ready" | "unreachable" | "lost"
  readonly held: Held | null
  /** In order of their index, each once. */
  readonly entries: readonly CustomerEntry[]
  readonly waitingFor: WaitingFor | null
  readonly holder: Holder
  readonly isEnded: boolean
  /** The entry after which the situation above was told; what is older never overwrites it. */
  readonly asOf: number
  readonly outbox: readonly Outgoing[]
  readonly isOffline: boolean
}

export const initialChatState: ChatState = {
  phase: "starting",
  held: null,
  entries: [],
  waitingFor: null,
  holder: "bot",
  isEnded: false,
  asOf: 0,
  outbox: [],
  isOffline: false,
}

/** Returns the index of the newest entry, 0 when there is none. */
export function lastIndexOf(entries: readonly CustomerEntry[]): number {
  return entries.at(-1)?.index ?? 0
}

/** Returns the state with new entries in their places; an entry already there is dropped. */
export function withEntries(state: ChatState, entries: readonly CustomerEntry[]): ChatState {
  const known = new Set(state.entries.map((entry) => entry.index))
  const fresh = entries.filter((entry) => !known.has(entry.index) && known.add(entry.index))
  if (fresh.length === 0) return state
  const hasEnded = fresh.some((entry) => entry.kind === "conversation.ended")
  return withLanding(
    {
      ...state,
      entries: [...state.entries, ...fresh].sort((a, b) => a.index - b.index),
      isEnded: state.isEnded || hasEnded,
    },
    fresh,
  )
}

/** Returns the state after an answer of the server. */
export function withProgress(state: ChatState, progress: Progress): ChatState {
  const asOf = lastIndexOf(progress.entries)
  const next = withEntries({ ...state, phase: "ready" }, progress.entries)
  if (asOf < state.asOf) return next
  const { waitingFor, holder, isEnded } = progress
  return { ...next, waitingFor, holder, isEnded: next.isEnded || isEnded, asOf }
}

/** Returns the state after an event of the stream. */
export function withStreamed(state: ChatState, event: StreamedEvent): ChatState {
  if (event.is === "entry") return withEntries(state, [event.entry])
  if (event.is === "ended") return { ...state, isEnded: true }
  const { waitingFor, holder, isEnded } = event
  return {
    ...state,
    waitingFor,
    holder,
    isEnded: state.isEnded || isEnded,
    asOf: Math.max(state.asOf, lastIndexOf(state.entries)),
  }
}

/** Returns the state with one outgoing message changed. */
export function withOutgoing(state: ChatState, key: string, change: Partial<Outgoing>): ChatState {
  const outbox = state.outbox.map((message) => (message.key === key ? { ...message, ...change } : message))
  return { ...state, outbox }
}

/** Returns the state without one outgoing message: it arrived, or the customer took it back. */
export function withoutOutgoing(state: ChatState, key: string): ChatState {
  return { ...state, outbox: state.outbox.filter((message) => message.key !== key) }
}

/** Returns the state with every outgoing message refused. */
export function withoutHope(state: ChatState): ChatState {
  const outbox = state.outbox.map((message) =>
    message.status === "failed"
      ? message
      : { ...message, status: "failed" as const, refusal: "refused" as const },
  )
  return { ...state, outbox }
}

/** One message is under way at a time, so a customer's entry that turns up meanwhile is that message. */
function withLanding(state: ChatState, fresh: readonly CustomerEntry[]): ChatState {
  const under = state.outbox.find((message) => message.attempts > 0 && message.status !== "failed")
  const isHere = fresh.some((entry) => entry.kind === "customer.said")
  return under !== undefined && isHere ? withOutgoing(state, under.key, { hasLanded: true }) : state
}
