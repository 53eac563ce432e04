import type { Database, Statement } from "better-sqlite3"
import type {
  AnswerRow,
  CallRow,
  ConversationRow,
  CorrelationRow,
  DocumentRow,
  HandoffRow,
  KeyRow,
  ReleaseRow,
  StoreCounts,
  TimerRow,
  TurnRow,
} from "../conversation/store.ts"

/** The prepared statements of the SQLite store. Each is found through an index, whatever the number of rows. */
export type Statements = ReturnType<typeof prepareStatements>

const TURN = 'conversation, turn, "first", "last", at, "open", sealed, hash'
const HANDOFF =
  "id, conversation, queue, status, priority, skills, outcomes, fills, due, agent, created, accepted, closed, sealed"

function fieldsOf<K extends string>(columns: Readonly<Record<K, string>>): readonly K[] {
  return Object.keys(columns) as K[]
}

/** What erasing deletes, besides the keys: nothing of it can be read or carried on without them. */
const ERASED = ["keys", "states", "answers", "outbox", "timers", "correlations", "documents"] as const

/** Prepares every statement once. */
export function prepareStatements(database: Database) {
  const get = <P extends unknown[], R>(sql: string): Statement<P, R> => database.prepare<P, R>(sql)
  const put = <R extends object>(
    table: string,
    columns: Readonly<Record<keyof R & string, string>>,
    or = "",
  ) => {
    const names = Object.values<string>(columns)
      .map((column) => `"${column}"`)
      .join(", ")
    const fields = fieldsOf(columns)
    const places = fields.map(() => "?").join(", ")
    const statement = database.prepare<[readonly unknown[]], void>(
      `INSERT ${or} INTO ${table} (${names}) VALUES (${places})`,
    )
    // By place: to look each value up by its name costs a third of the insert.
    return { run: (row: R) => statement.run(fields.map((field) => row[field])) }
  }
  const sealedRow = { conversation: "conversation", created: "created", sealed: "sealed" }

  return {
    conversation: get<[string], ConversationRow>("SELECT * FROM conversations WHERE id = ?"),
    addConversation: put<ConversationRow>(
      "conversations",
      {
        ...{ id: "id", seq: "seq", status: "status", holder: "holder", channel: "channel", locale: "locale" },
        ...{ release: "release", token: "token", entries: "entries", sent: "sent", inbox: "inbox" },
        ...{ head: "head", created: "created", updated: "updated", erased: "erased" },
      },
      "OR IGNORE",
    ),
    setConversation: get<
      [
        ...[number, string, string, string, number, number, number, Buffer, string],
        ...[id: string, expected: number],
      ],
      void
    >(
      "UPDATE conversations SET seq = ?, status = ?, holder = ?, release = ?, entries = ?, sent = ?, inbox = ?, " +
        "head = ?, updated = ? WHERE id = ? AND seq = ? AND erased IS NULL",
    ),
    withInbox: get<[], { id: string }>("SELECT id FROM conversations WHERE inbox > 0 AND erased IS NULL"),
    turns: get<[string, number, number], TurnRow>(
      `SELECT ${TURN} FROM turns WHERE conversation = ? AND "last" > ? ORDER BY "last" LIMIT ?`,
    ),
    putTurn: put<TurnRow & { readonly patch: Buffer | null }>("turns", {
      ...{ conversation: "conversation", turn: "turn", first: "first", last: "last", at: "at" },
      ...{ open: "open", sealed: "sealed", hash: "hash", patch: "patch" },
    }),
    state: get<[string], { seq: number; sealed: Buffer }>(
      "SELECT seq, sealed FROM states WHERE conversation = ?",
    ),
    putState: get<[string, number, Buffer], void>(
      "INSERT OR REPLACE INTO states (conversation, seq, sealed) VALUES (?, ?, ?)",
    ),
    /** Of the last turns, the newest first. */
    patches: get<[string, number], { patch: Buffer | null }>(
      'SELECT patch FROM turns WHERE conversation = ? ORDER BY "last" DESC LIMIT ?',
    ),
    keys: get<[string], KeyRow>(
      "SELECT conversation, data_class AS dataClass, wrapped FROM keys WHERE conversation = ?",
    ),
    putKey: put<KeyRow>("keys", {
      conversation: "conversation",
      dataClass: "data_class",
      wrapped: "wrapped",
    }),

    answer: get<[string, string], AnswerRow>("SELECT * FROM answers WHERE conversation = ? AND key = ?"),
    putAnswer: put<AnswerRow>("answers", { ...sealedRow, key: "key" }, "OR REPLACE"),
    forgetAnswers: get<[string], void>("DELETE FROM answers WHERE created < ?"),

    calls: get<[], CallRow>("SELECT conversation, call, operation, created, sealed FROM outbox ORDER BY row"),
    putCall: put<CallRow>("outbox", { ...sealedRow, call: "call", operation: "operation" }),
    dropCall: get<[string, string], void>("DELETE FROM outbox WHERE conversation = ? AND call = ?"),
    timer: get<[string, string], TimerRow>("SELECT * FROM timers WHERE conversation = ? AND timer = ?"),
    dueTimers: get<[number, number], TimerRow>(
      "SELECT * FROM timers WHERE due <= ? ORDER BY due, conversation, timer LIMIT ?",
    ),
    nextDue: get<[], { due: number | null }>("SELECT min(due) AS due FROM timers"),
    putTimer: put<TimerRow>(
      "timers",
      { conversation: "conversation", timer: "timer", due: "due" },
      "OR REPLACE",
    ),
    dropTimer: get<[string, string], void>("DELETE FROM timers WHERE conversation = ? AND timer = ?"),
    correlated: get<[Buffer], { conversation: string; run: string }>(
      "SELECT conversation, run FROM correlations WHERE digest = ? ORDER BY rowid DESC",
    ),
    putCorrelation: put<CorrelationRow>(
      "correlations",
      { conversation: "conversation", run: "run", name: "name", digest: "digest" },
      "OR REPLACE",
    ),
    dropCorrelations: get<[string, string], void>(
      "DELETE FROM correlations WHERE conversation = ? AND run = ?",
    ),

    handoff: get<[string], HandoffRow>(`SELECT ${HANDOFF} FROM handoffs WHERE id = ?`),
    handoffs: get<[], HandoffRow>(
      `SELECT ${HANDOFF} FROM handoffs WHERE status IN ('queued', 'accepted') ORDER BY priority DESC, created, id`,
    ),
    handoffsByStatus: get<[string], HandoffRow>(
      `SELECT ${HANDOFF} FROM handoffs WHERE status = ? ORDER BY priority DESC, created, id`,
    ),
    putHandoff: put<HandoffRow>(
      "handoffs",
      {
        ...{ id: "id", conversation: "conversation", queue: "queue", status: "status", priority: "priority" },
        ...{ skills: "skills", outcomes: "outcomes", fills: "fills", due: "due", agent: "agent" },
        ...{ created: "created", accepted: "accepted", closed: "closed", sealed: "sealed" },
      },
      "OR REPLACE",
    ),
    acceptHandoff: get<[string, string, string], void>(
      "UPDATE handoffs SET status = 'accepted', agent = ?, accepted = ? WHERE id = ?",
    ),
    transferHandoff: get<[string, number, string, string], void>(
      "UPDATE handoffs SET status = 'queued', queue = ?, priority = ?, skills = ?, due = NULL, agent = NULL, accepted = NULL WHERE id = ?",
    ),
    closeHandoff: get<[string, string], void>(
      "UPDATE handoffs SET status = 'closed', closed = ? WHERE id = ? AND status <> 'closed'",
    ),

    document: get<[string, string], DocumentRow>("SELECT * FROM documents WHERE conversation = ? AND id = ?"),
    putDocument: put<DocumentRow>("documents", { ...sealedRow, id: "id" }),
    release: get<[string], ReleaseRow>("SELECT id, created, files FROM releases WHERE id = ?"),
    latestRelease: get<[], ReleaseRow>("SELECT id, created, files FROM releases ORDER BY row DESC LIMIT 1"),
    putRelease: put<ReleaseRow>("releases", { id: "id", created: "created", files: "files" }),
    dropRelease: get<[string], void>("DELETE FROM releases WHERE id = ?"),

    erase: [
      ...ERASED.map((table) => get<[string], void>(`DELETE FROM ${table} WHERE conversation = ?`)),
      get<[string], void>("UPDATE handoffs SET status = 'closed' WHERE conversation = ?"),
    ],
    markErased: get<[string, string], void>("UPDATE conversations SET erased = ? WHERE id = ?"),
    opened: get<[], { count: number }>("SELECT coalesce(max(rowid), 0) AS count FROM conversations"),
    counts: get<[], StoreCounts>(
      "SELECT (SELECT coalesce(max(rowid), 0) FROM conversations) AS conversations, " +
        "(SELECT count(*) FROM outbox) AS outbox, (SELECT count(*) FROM timers) AS timers, " +
        "(SELECT count(*) FROM handoffs WHERE status = 'queued') AS queued",
    ),
  }
}
