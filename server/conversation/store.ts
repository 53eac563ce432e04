import type { Holder } from "../../engine/types.ts"

/** Rows as a store keeps them. Whatever is personal is in `sealed`, already encrypted; a store never sees it. */
export type ConversationRow = {
  readonly id: string
  readonly seq: number
  readonly status: "open" | "ended"
  readonly holder: Holder
  readonly channel: string
  readonly locale: string
  readonly release: string
  readonly token: Buffer
  readonly entries: number
  readonly sent: number
  readonly inbox: number
  readonly head: Buffer
  readonly created: string
  readonly updated: string
  readonly erased: string | null
}
/** A conversation's state as it is kept: whole after some turn, and what each turn since then changed. */
export type StateRow = {
  readonly seq: number
  readonly whole: Buffer
  readonly patches: readonly Buffer[]
}
/** The entries that one turn wrote. */
export type TurnRow = {
  readonly conversation: string
  readonly turn: number
  /** Indexes of the first and the last of them. */
  readonly first: number
  readonly last: number
  readonly at: string
  /** JSON list of their open parts. */
  readonly open: string
  /** What is personal in them, one sealed part for each data class. */
  readonly sealed: Buffer
  readonly hash: Buffer
}
export type CallRow = {
  readonly conversation: string
  readonly call: string
  readonly operation: string
  readonly created: string
  readonly sealed: Buffer
}
export type TimerRow = { readonly conversation: string; readonly timer: string; readonly due: number }
export type AnswerRow = {
  readonly conversation: string
  readonly key: string
  readonly created: string
  readonly sealed: Buffer
}
export type KeyRow = { readonly conversation: string; readonly dataClass: string; readonly wrapped: Buffer }
export type HandoffRow = {
  readonly id: string
  readonly conversation: string
  readonly queue: string
  readonly status: "queued" | "accepted" | "closed"
  readonly priority: number
  readonly skills: string
  readonly outcomes: string
  readonly fills: string
  readonly due: string | null
  readonly agent: string | null
  readonly created: string
  readonly accepted: string | null
  readonly closed: string | null
  readonly sealed: Buffer
}
export type CorrelationRow = {
  readonly conversation: string
  readonly run: string
  readonly name: string
  readonly digest: Buffer
}
export type DocumentRow = {
  readonly conversation: string
  readonly id: string
  readonly created: string
  readonly sealed: Buffer
}
export type ReleaseRow = { readonly id: string; readonly created: string; readonly files: string }

/** What happened to a hand-off in a turn. */
export type HandoffChange =
  | { readonly change: "queued"; readonly row: HandoffRow }
  | { readonly change: "accepted"; readonly id: string; readonly agent: string; readonly at: string }
  | {
      readonly change: "transferred"
      readonly id: string
      readonly queue: string
      readonly priority: number
      readonly skills: string
    }
  | { readonly change: "closed"; readonly id: string; readonly at: string }

/** Everything that one turn changes; committed whole or not at all. */
export type Change = {
  readonly conversation: ConversationRow
  /** The `seq` that the turn started from; null for a new conversation. */
  readonly expected: number | null
  readonly keys: readonly KeyRow[]
  /** Absent when the turn wrote no entry. */
  readonly turn?: TurnRow
  /** The state after the turn: whole, or as what the turn changed, which is kept with its entries. */
  readonly state: { readonly whole: Buffer } | { readonly patch: Buffer }
  readonly calls: readonly CallRow[]
  /** The call whose answer this turn took. */
  readonly answeredCall?: string
  readonly timers: readonly TimerRow[]
  readonly goneTimers: readonly string[]
  readonly correlations: readonly CorrelationRow[]
  readonly endedRuns: readonly string[]
  readonly handoffs: readonly HandoffChange[]
  readonly answers: readonly AnswerRow[]
  readonly documents: readonly DocumentRow[]
}

export type StoreCounts = {
  readonly conversations: number
  readonly outbox: number
  readonly timers: number
  readonly queued: number
}

/**
 * Where conversations are kept. SQLite implements it; `test/contract` holds what every implementation must do.
 * `commit` is atomic and durable when it resolves; `"lost"` means that the conversation's `seq` was not `expected`
 * (or the id exists already) and nothing was written. Reads see every commit that has resolved. A store that is busy
 * throws the failure `store-busy`.
 */
export type Store = {
  conversation(id: string): Promise<ConversationRow | null>
  /** A conversation with its state, both as of one commit; no state once it was erased. */
  stored(id: string): Promise<{ readonly row: ConversationRow; readonly state: StateRow | null } | null>
  commit(change: Change): Promise<"committed" | "lost">
  /** Conversations whose inbox is not empty. */
  withInbox(): Promise<readonly string[]>
  /** The turns with entries after the index `after`, in order, at most `limit`. */
  turns(conversation: string, after: number, limit: number): Promise<readonly TurnRow[]>
  keys(conversation: string): Promise<readonly KeyRow[]>

  answer(conversation: string, key: string): Promise<AnswerRow | null>
  /** Keeps or replaces an answer. */
  saveAnswer(row: AnswerRow): Promise<void>
  /** Forgets answers created before; returns how many. */
  forgetAnswers(before: string): Promise<number>

  /** Calls without an answer, in the order in which they were decided. */
  calls(): Promise<readonly CallRow[]>
  timer(conversation: string, timer: string): Promise<TimerRow | null>
  /** Timers due at or before, by due time, conversation and id, at most `limit`. */
  dueTimers(until: number, limit: number): Promise<readonly TimerRow[]>
  nextDue(): Promise<number | null>
  /** Runs that have all of these correlation digests, those that got theirs last first. */
  correlated(digests: readonly Buffer[]): Promise<readonly { conversation: string; run: string }[]>

  handoff(id: string): Promise<HandoffRow | null>
  /** Hand-offs not closed, the highest priority first, then the oldest. */
  handoffs(filter: {
    readonly queue?: string
    readonly status?: "queued" | "accepted"
  }): Promise<readonly HandoffRow[]>

  document(conversation: string, id: string): Promise<DocumentRow | null>
  /** Keeps a release; one that is there already is moved to the newest. */
  saveRelease(row: ReleaseRow): Promise<void>
  release(id: string): Promise<ReleaseRow | null>
  latestRelease(): Promise<ReleaseRow | null>

  /** Destroys the keys of a conversation and all that waits for it; its entries stay, unreadable. */
  erase(conversation: string, at: string): Promise<void>
  /** How many conversations were ever opened. */
  opened(): Promise<number>
  counts(): Promise<StoreCounts>
  /** Resolves when the store can be read and written. */
  ping(): Promise<void>
  close(): void
}
