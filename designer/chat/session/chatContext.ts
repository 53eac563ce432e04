import type { Access, Progress } from "../../api/conversations.ts"
import {
  type ChatState,
  initialChatState,
  lastIndexOf,
  type Outgoing,
  type Refusal,
  withEntries,
  withOutgoing,
  withProgress,
} from "./chatState.ts"
import { isUnanswered } from "./refusal.ts"

export type Beginning = { readonly locale: string; readonly flow: string | null }

/** What the chat's statechart knows besides its state. */
export type ChatContext = {
  readonly chat: ChatState
  /** How the conversation that is opened begins. */
  readonly beginning: Beginning
  /** The last event that the stream brought. */
  readonly streamPosition: number
  /** How often each has failed since it last went well. */
  readonly failures: { readonly connection: number; readonly sending: number }
  /** How much of a checkpoint's text was read, 0 to 1, by the index of its entry. */
  readonly readShares: Readonly<Record<number, number>>
}
type Change = Partial<ChatContext>

export const initialChatContext: ChatContext = {
  chat: initialChatState,
  beginning: { locale: "zh", flow: null },
  streamPosition: 0,
  failures: { connection: 0, sending: 0 },
  readShares: {},
}

/** Leaves the conversation for one that begins so. */
export function anew({ chat: { isOffline } }: ChatContext, beginning: Beginning): ChatContext {
  return { ...initialChatContext, beginning, chat: { ...initialChatState, isOffline } }
}

/** The server answered with the whole conversation. */
export function reached({ failures }: ChatContext, chat: ChatState, progress: Progress): Change {
  const now = withProgress({ ...chat, isOffline: false }, progress)
  return { chat: now, streamPosition: lastIndexOf(now.entries), failures: { ...failures, connection: 0 } }
}

export function unreached({ chat, failures }: ChatContext, error: unknown): Change {
  return {
    chat: { ...chat, phase: "unreachable", isOffline: isUnanswered(error) },
    failures: { ...failures, connection: failures.connection + 1 },
  }
}

/** The stream ended without being asked to; that the network is away is said when it fails again. */
export function disconnected({ chat, failures }: ChatContext, error: unknown): Change {
  const isAway = error !== null && isUnanswered(error) && failures.connection > 0
  return {
    chat: { ...chat, isOffline: chat.isOffline || isAway },
    failures: { ...failures, connection: failures.connection + 1 },
  }
}

/** What came since the entry `after`; the situation is news unless the stream or an answer told it meanwhile. */
export function caughtUp({ chat }: ChatContext, progress: Progress, after: number): Change {
  const { waitingFor, holder, entries } = progress
  const isNews =
    lastIndexOf(chat.entries) === after && !chat.outbox.some(({ status }) => status === "sending")
  return {
    chat: { ...withEntries(chat, entries), ...(isNews ? { waitingFor, holder } : {}), isOffline: false },
  }
}

/** Returns the message whose turn it is to leave. */
export function nextMessage({ chat }: ChatContext): Outgoing | undefined {
  return chat.outbox.find(({ status }) => status === "waiting")
}

/** Returns the message that is on its way; while one is sent there is one. */
export function sentMessage({ chat }: ChatContext): Outgoing {
  const message = chat.outbox.find(({ status }) => status === "sending")
  if (message === undefined) throw new Error("No message is on its way: send one first.")
  return message
}

export function notTaken(context: ChatContext, refusal: Refusal): ChatState {
  return withOutgoing(context.chat, sentMessage(context).key, { status: "failed", refusal })
}

/** Returns the key to the conversation; while it is resumed or talks there is one. */
export function accessOf({ chat }: ChatContext): Access {
  if (chat.held === null) throw new Error("No conversation is held: open one first.")
  return chat.held.access
}
