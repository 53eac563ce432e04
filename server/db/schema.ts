import { sql } from "drizzle-orm"
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core"

/**
 * The tables of one Colloquy. Whatever could tell something about a person is in a `sealed` column, encrypted under
 * a key of its conversation and data class; all other columns are ids, times and words of the flows.
 */

/** One row per conversation. `seq` is what a turn compares and sets; `head` is the last hash of its chain. */
export const conversations = sqliteTable(
  "conversations",
  {
    id: text().primaryKey(),
    seq: integer().notNull(),
    status: text({ enum: ["open", "ended"] }).notNull(),
    holder: text({ enum: ["bot", "queue", "agent"] }).notNull(),
    channel: text().notNull(),
    locale: text().notNull(),
    release: text().notNull(),
    /** SHA-256 of the customer's bearer token. */
    token: blob({ mode: "buffer" }).notNull(),
    /** Index of the last entry, and of the last one that was sent to the customer. */
    entries: integer().notNull(),
    sent: integer().notNull(),
    /** How many inputs wait in the inbox; those of a crash are taken up at the next start. */
    inbox: integer().notNull(),
    head: blob({ mode: "buffer" }).notNull(),
    created: text().notNull(),
    updated: text().notNull(),
    /** When its keys were destroyed. */
    erased: text(),
  },
  (table) => [index("conversations_with_inbox").on(table.inbox).where(sql`inbox > 0`)],
)

/** What a conversation was after some turn, whole; the turns since then tell what changed. */
export const states = sqliteTable("states", {
  conversation: text().primaryKey(),
  seq: integer().notNull(),
  sealed: blob({ mode: "buffer" }).notNull(),
})

/**
 * The append-only transcript: the entries of one turn in a row, `open` in the clear and `sealed` by data class. `hash`
 * covers the previous hash, the open columns and the sealed bytes. `patch` is what the turn changed of the state,
 * sealed too; null where the state was stored whole.
 */
export const turns = sqliteTable(
  "turns",
  {
    row: integer().primaryKey(),
    conversation: text().notNull(),
    turn: integer().notNull(),
    /** Indexes of its first and last entry. */
    first: integer().notNull(),
    last: integer().notNull(),
    at: text().notNull(),
    open: text().notNull(),
    sealed: blob({ mode: "buffer" }).notNull(),
    hash: blob({ mode: "buffer" }).notNull(),
    patch: blob({ mode: "buffer" }),
  },
  (table) => [uniqueIndex("turns_of_conversation").on(table.conversation, table.last)],
)

/** Service calls that a turn decided and that have no committed answer yet; a row goes with the turn that takes it. */
export const outbox = sqliteTable(
  "outbox",
  {
    row: integer().primaryKey(),
    conversation: text().notNull(),
    call: text().notNull(),
    operation: text().notNull(),
    created: text().notNull(),
    sealed: blob({ mode: "buffer" }).notNull(),
  },
  (table) => [uniqueIndex("outbox_of_conversation").on(table.conversation, table.call)],
)

/** Timers not yet fired; `due` in milliseconds since 1970. */
export const timers = sqliteTable(
  "timers",
  {
    conversation: text().notNull(),
    timer: text().notNull(),
    due: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversation, table.timer] }),
    index("timers_due").on(table.due, table.conversation, table.timer),
  ],
)

/** What was answered to a request with an `Idempotency-Key`. */
export const answers = sqliteTable(
  "answers",
  {
    conversation: text().notNull(),
    key: text().notNull(),
    created: text().notNull(),
    sealed: blob({ mode: "buffer" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversation, table.key] }),
    index("answers_created").on(table.created),
  ],
)

/** Keys of conversations by data class, each encrypted under the master key. Erasing deletes them. */
export const keys = sqliteTable(
  "keys",
  {
    conversation: text().notNull(),
    dataClass: text("data_class").notNull(),
    wrapped: blob({ mode: "buffer" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversation, table.dataClass] })],
)

/** Conversations that wait for or are with a person. */
export const handoffs = sqliteTable(
  "handoffs",
  {
    id: text().primaryKey(),
    conversation: text().notNull(),
    queue: text().notNull(),
    status: text({ enum: ["queued", "accepted", "closed"] }).notNull(),
    priority: integer().notNull(),
    /** JSON lists of words of the flow: the skills asked for, the outcomes it may return, the slots it may fill. */
    skills: text().notNull(),
    outcomes: text().notNull(),
    fills: text().notNull(),
    due: text(),
    agent: text(),
    created: text().notNull(),
    accepted: text(),
    closed: text(),
    sealed: blob({ mode: "buffer" }).notNull(),
  },
  (table) => [
    index("handoffs_waiting").on(table.status, table.priority, table.created),
    index("handoffs_of_conversation").on(table.conversation),
  ],
)

/** The keys by which outside events find a run; `digest` is a keyed hash of name and value. */
export const correlations = sqliteTable(
  "correlations",
  {
    conversation: text().notNull(),
    run: text().notNull(),
    name: text().notNull(),
    digest: blob({ mode: "buffer" }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversation, table.run, table.name] }),
    index("correlations_digest").on(table.digest),
  ],
)

/** What customers uploaded. */
export const documents = sqliteTable(
  "documents",
  {
    conversation: text().notNull(),
    id: text().notNull(),
    created: text().notNull(),
    sealed: blob({ mode: "buffer" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversation, table.id] })],
)

/** Released flow sets: a JSON map of path to text, named by its SHA-256. */
export const releases = sqliteTable("releases", {
  row: integer().primaryKey(),
  id: text().notNull().unique(),
  created: text().notNull(),
  files: text().notNull(),
})
