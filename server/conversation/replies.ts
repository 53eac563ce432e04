import type { Entry } from "../../engine/types.ts"
import type { ConversationKeys } from "../security/keyring.ts"
import { sealJson, unsealJson } from "../security/vault.ts"
import type { AnswerRow } from "./store.ts"
import type { View } from "./view.ts"

/** What is kept of a request with an `Idempotency-Key`: enough to give the same answer again. */
export type KeptAnswer = {
  /** The request itself, so that another one under the same key is noticed. */
  readonly request: string
  /** The last entry before it. */
  readonly from: number
  /** Absent until the conversation waited for somebody. */
  readonly view?: View
}

/** A request that waits until the conversation waits for somebody. */
export type Ticket = {
  readonly from: number
  readonly kept?: { readonly key: string; readonly request: string }
  /** Hears the entries of every turn until it is answered, so that they need not be read. */
  readonly hear: (entries: readonly Entry[]) => void
  readonly resolve: (view: View) => void
}

export type WaitingRoom = {
  tickets(conversation: string): readonly Ticket[]
  enter(conversation: string, ticket: Ticket): void
  leave(conversation: string, ticket: Ticket): void
  /** Answers and dismisses all who wait. */
  settle(conversation: string, view: View): void
}

/** Returns an empty waiting room. */
export function createWaitingRoom(): WaitingRoom {
  const rooms = new Map<string, Set<Ticket>>()
  return {
    tickets: (conversation) => [...(rooms.get(conversation) ?? [])],
    enter: (conversation, ticket) => {
      const room = rooms.get(conversation) ?? new Set()
      rooms.set(conversation, room.add(ticket))
    },
    leave: (conversation, ticket) => {
      const room = rooms.get(conversation)
      room?.delete(ticket)
      if (room?.size === 0) rooms.delete(conversation)
    },
    settle: (conversation, view) => {
      const room = rooms.get(conversation)
      rooms.delete(conversation)
      for (const ticket of room ?? []) ticket.resolve(view)
    },
  }
}

/** Returns the row that keeps the answer to a ticket; null when it came without a key. `view` null: not known yet. */
export function toAnswerRow(
  conversation: string,
  keys: ConversationKeys,
  ticket: Pick<Ticket, "from" | "kept">,
  view: View | null,
  created: string,
): AnswerRow | null {
  if (ticket.kept === undefined) return null
  const { key, request } = ticket.kept
  const kept: KeptAnswer = { request, from: ticket.from, ...(view === null ? {} : { view }) }
  return { conversation, key, created, sealed: sealJson(keys, conversation, `answer/${key}`, kept) }
}

/** Opens a kept answer. */
export function openAnswerRow(keys: ConversationKeys, row: AnswerRow): KeptAnswer {
  return unsealJson(keys, row.conversation, `answer/${row.key}`, row.sealed)
}
