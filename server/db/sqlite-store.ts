import { type Database, SqliteError } from "better-sqlite3"
import type { Change, ConversationRow, HandoffChange, StateRow, Store } from "../conversation/store.ts"
import { Failure } from "../failure.ts"
import { createGroupCommit, type GroupCommit } from "./group-commit.ts"
import { prepareStatements, type Statements } from "./statements.ts"

/** Returns the store over an open, migrated SQLite database. Concurrent commits share one disk flush. */
export function createSqliteStore(database: Database): Store & { readonly group: GroupCommit["counts"] } {
  const sql = prepareStatements(database)
  const group = createGroupCommit(database)
  const write = <T>(work: () => T): Promise<T> => group.commit(work).catch(asFailure)
  const readStored = database.transaction((id: string) => {
    const row = sql.conversation.get(id)
    return row === undefined ? null : { row, state: stateOf(sql, row) }
  })

  return {
    group: group.counts,
    conversation: async (id) => sql.conversation.get(id) ?? null,
    stored: async (id) => readStored(id),
    commit: (change) => write(() => applyChange(sql, change)),
    withInbox: async () => sql.withInbox.all().map((row) => row.id),
    turns: async (conversation, after, limit) => sql.turns.all(conversation, after, limit),
    keys: async (conversation) => sql.keys.all(conversation),

    answer: async (conversation, key) => sql.answer.get(conversation, key) ?? null,
    saveAnswer: async (row) => {
      await write(() => sql.putAnswer.run(row))
    },
    forgetAnswers: (before) => write(() => sql.forgetAnswers.run(before).changes),

    calls: async () => sql.calls.all(),
    timer: async (conversation, timer) => sql.timer.get(conversation, timer) ?? null,
    dueTimers: async (until, limit) => sql.dueTimers.all(until, limit),
    nextDue: async () => sql.nextDue.get()?.due ?? null,
    correlated: async (digests) => intersect(digests.map((digest) => sql.correlated.all(digest))),

    handoff: async (id) => sql.handoff.get(id) ?? null,
    handoffs: async ({ queue, status }) => {
      const rows = status === undefined ? sql.handoffs.all() : sql.handoffsByStatus.all(status)
      return queue === undefined ? rows : rows.filter((row) => row.queue === queue)
    },

    document: async (conversation, id) => sql.document.get(conversation, id) ?? null,
    saveRelease: async (row) => {
      await write(() => {
        sql.dropRelease.run(row.id)
        sql.putRelease.run(row)
      })
    },
    release: async (id) => sql.release.get(id) ?? null,
    latestRelease: async () => sql.latestRelease.get() ?? null,

    erase: async (conversation, at) => {
      await write(() => {
        for (const statement of sql.erase) statement.run(conversation)
        sql.markErased.run(at, conversation)
      })
      // The log still holds the pages that the deletion overwrote: fold it into the file and empty it.
      database.exec("PRAGMA wal_checkpoint(TRUNCATE)")
    },
    opened: async () => sql.opened.get()?.count ?? 0,
    counts: async () => sql.counts.get() ?? { conversations: 0, outbox: 0, timers: 0, queued: 0 },
    ping: async () => {
      await write(() => sql.opened.get())
    },
    close: () => database.close(),
  }
}

function applyChange(sql: Statements, change: Change): "committed" | "lost" {
  const { conversation } = change
  if (!putConversation(sql, conversation, change.expected)) return "lost"
  for (const row of change.keys) sql.putKey.run(row)
  const { turn, state } = change
  const patch = "patch" in state ? state.patch : null
  if ("whole" in state) sql.putState.run(conversation.id, conversation.seq, state.whole)
  if (turn !== undefined) sql.putTurn.run({ ...turn, patch })
  for (const row of change.calls) sql.putCall.run(row)
  if (change.answeredCall !== undefined) sql.dropCall.run(conversation.id, change.answeredCall)
  for (const timer of change.goneTimers) sql.dropTimer.run(conversation.id, timer)
  for (const row of change.timers) sql.putTimer.run(row)
  for (const row of change.correlations) sql.putCorrelation.run(row)
  for (const run of change.endedRuns) sql.dropCorrelations.run(conversation.id, run)
  for (const handoff of change.handoffs) applyHandoff(sql, handoff)
  for (const row of change.answers) sql.putAnswer.run(row)
  for (const row of change.documents) sql.putDocument.run(row)
  return "committed"
}

function putConversation(sql: Statements, row: ConversationRow, expected: number | null): boolean {
  if (expected === null) return sql.addConversation.run(row).changes === 1
  const { seq, status, holder, release, entries, sent, inbox, head, updated, id } = row
  const values = [seq, status, holder, release, entries, sent, inbox, head, updated, id, expected] as const
  return sql.setConversation.run(...values).changes === 1
}

/** Every turn after the one whose state is kept whole has a row with what it changed. */
function stateOf(sql: Statements, { id, seq }: ConversationRow): StateRow | null {
  const kept = sql.state.get(id)
  if (kept === undefined) return null
  const patches = sql.patches.all(id, seq - kept.seq).flatMap(({ patch }) => patch ?? [])
  return { seq: kept.seq, whole: kept.sealed, patches: patches.reverse() }
}

function applyHandoff(sql: Statements, change: HandoffChange): void {
  switch (change.change) {
    case "queued":
      sql.putHandoff.run(change.row)
      return
    case "accepted":
      sql.acceptHandoff.run(change.agent, change.at, change.id)
      return
    case "transferred":
      sql.transferHandoff.run(change.queue, change.priority, change.skills, change.id)
      return
    case "closed":
      sql.closeHandoff.run(change.at, change.id)
      return
  }
}

type RunKey = { readonly conversation: string; readonly run: string }

function intersect(lists: readonly (readonly RunKey[])[]): readonly RunKey[] {
  const [first = [], ...rest] = lists
  return first.filter((key) =>
    rest.every((list) =>
      list.some((other) => other.conversation === key.conversation && other.run === key.run),
    ),
  )
}

function asFailure(error: unknown): never {
  if (error instanceof SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code)) {
    throw new Failure("store-busy", "Another process holds the database's write lock: try again in a second.")
  }
  throw error
}
