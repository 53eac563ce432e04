/**
 * The vocabulary of the engine, stated once. Every value here is readonly and survives JSON unchanged; times are
 * ISO 8601 with offset, durations ISO 8601, dates `YYYY-MM-DD`.
 */

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

export type Locale = string
/** A text in each locale; the flow set's first locale stands in for one that is missing. */
export type Text = Readonly<Record<Locale, string>>
/** A name-to-value map. */
export type Values = Readonly<Record<string, Json>>

// ── people and places ────────────────────────────────────────────────────────────────────────────────────────

/** Who the customer is known to be: level 0 nobody, 1 two facts, 2 one-time code, 3 face or a person. */
export type Customer = { readonly id: string | null; readonly level: number; readonly until?: string }
export type Agent = { readonly id: string; readonly name: string }
export type Document = {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
}

/** What decides who may read a personal value, and under which key it is sealed. */
export type DataClass = "conversation" | "identity" | "health" | "financial" | "contact"

// ── slots ────────────────────────────────────────────────────────────────────────────────────────────────────

/** Where a slot's value came from. `entry` is the index of the entry said or chosen; the span is in its text. */
export type Provenance = {
  readonly by: "said" | "chosen" | "offered" | "service" | "agent" | "channel" | "default"
  readonly at: string
  readonly entry?: number
  readonly text?: string
  readonly start?: number
  readonly end?: number
}

/**
 * `filled`: usable. `checking`: a service is asked about it. `offered`: known from elsewhere, to be confirmed.
 * `refused`: the customer skipped it. An empty slot has no state at all, unless misses are counted (`empty`).
 */
export type SlotState = {
  readonly status: "filled" | "checking" | "offered" | "refused" | "empty"
  readonly value?: Json
  readonly from?: Provenance
  readonly certain?: boolean
  readonly misses?: number
  /** The customer wanted to pass over it and was told why it is needed. */
  readonly skipped?: boolean
  /** Of a list: the record being told, its fields so far, and its place. */
  readonly draft?: { readonly index: number; readonly fields: Values }
  /** Of a list: the customer said that there are no more records. */
  readonly complete?: boolean
}
export type Slots = Readonly<Record<string, SlotState>>

// ── commands: all that can move a machine on a customer's behalf ─────────────────────────────────────────────

/** The part of the message that was read as this command; absent for a button. */
export type Reading = {
  readonly confidence: number
  readonly certain: boolean
  readonly text?: string
  readonly start?: number
  readonly end?: number
}

export type Command = Reading &
  (
    | { readonly command: "start-flow"; readonly flow: string }
    /** `answer`: read only because this slot was being asked, so it counts only if the question was seen. */
    | {
        readonly command: "set-slot"
        readonly slot: string
        readonly value: Json
        readonly flow?: string
        readonly answer?: boolean
      }
    /** Without a value: takes the value back. */
    | { readonly command: "correct-slot"; readonly slot: string; readonly value?: Json }
    | { readonly command: "affirm" }
    | { readonly command: "deny" }
    | { readonly command: "choose"; readonly option: string }
    /** An entry of an `on` in scope, by its name. */
    | { readonly command: "intent"; readonly intent: string }
    | { readonly command: "upload"; readonly document: Document }
    | { readonly command: "cancel" }
    | { readonly command: "skip" }
    | { readonly command: "go-back" }
    | { readonly command: "repeat" }
    | { readonly command: "pause" }
    | { readonly command: "end" }
    | { readonly command: "human" }
    | { readonly command: "complain" }
    | { readonly command: "crisis"; readonly kind?: "selfHarm" | "accident" }
    | { readonly command: "withdraw-consent" }
    /** `topic`: the id of the knowledge entry that answers. */
    | { readonly command: "ask-knowledge"; readonly topic: string }
    | { readonly command: "chitchat"; readonly topic: string }
    | { readonly command: "out-of-scope" }
    | { readonly command: "unknown" }
    /** Readings too close to choose between: the customer is asked. Never nested. */
    | { readonly command: "clarify"; readonly options: readonly Command[] }
  )
export type CommandName = Command["command"]

/** A slot as understanding sees it: plain data, options resolved, texts in the conversation's locale. */
export type SlotView = {
  readonly type: string
  /** The customer's words for it: its title and `says`. */
  readonly names: readonly string[]
  readonly options?: readonly OptionView[]
  readonly pattern?: string
  readonly prefer?: "past" | "future"
  readonly of?: Readonly<Record<string, SlotView>>
  readonly optional?: boolean
  /** Of another open or finished flow of the run: can be corrected, is not asked now. */
  readonly elsewhere?: boolean
}
export type OptionView = { readonly key: string; readonly label: string; readonly says?: readonly string[] }

/** What understanding may know when it reads a message; also the JSON that `understand --jsonl` takes. */
export type UnderstandContext = {
  readonly locale: Locale
  readonly now: string
  readonly flow?: string
  /** The question that is open. */
  readonly asking?:
    | { readonly kind: "slot"; readonly slot: string }
    | { readonly kind: "confirmation"; readonly slot?: string; readonly slots?: readonly string[] }
    | { readonly kind: "checkpoint"; readonly accept: readonly string[]; readonly wording: string }
    | { readonly kind: "choice"; readonly options: readonly OptionView[] }
  readonly slots: Readonly<Record<string, SlotView>>
  readonly filled: Values
  /** Entries of `on` in scope whose `says` the message may mean. */
  readonly intents: readonly { readonly intent: string; readonly says: readonly string[] }[]
}

export type KnowledgeAnswer = { readonly id: string; readonly text: string; readonly score: number }

// ── the conversation ─────────────────────────────────────────────────────────────────────────────────────────

/** XState's state value in the document's ids: a leaf's id, or `{ group: … }`. */
export type StateValue = string | { readonly [id: string]: StateValue }

/** Where one open flow of a run stands. The root flow's frame is the first, its innermost sub-flow's the last. */
export type Frame = {
  readonly flow: string
  readonly value: StateValue
  /** By group: the states to come back to. */
  readonly history: Readonly<Record<string, readonly string[]>>
  /** By active state: the number of its entry, counted over the run. */
  readonly visits: Readonly<Record<string, number>>
}

/** What a left state leaves behind, so that going back can pass it in silence. `path`: `who/askCode`, `group.state`. */
export type Memory = {
  readonly path: string
  readonly exit: string
  readonly inputs: string
  /** What a service or a sub-flow saved, under which name. */
  readonly saved?: { readonly name: string; readonly value: Json }
  /** A write that a correction may not silently change; without an answer it is not known what became of it. */
  readonly write?: { readonly input: Json; readonly answer?: Json }
}

export type Timer = {
  readonly id: string
  readonly path: string
  readonly visit: number
  /** The entry of `on`, or `until` of a wait, or `sla` of a hand-off. */
  readonly name: string
  readonly kind: "on" | "until" | "sla"
  readonly since: string
  readonly due: string
  readonly pausedSince?: string
}

/** A service call under way. `slot`: it checks that slot's value. `visit`: the entry of the state it belongs to. */
export type PendingCall = {
  readonly id: string
  readonly path: string
  readonly visit: number
  readonly operation: string
  readonly input: Json
  readonly key?: string
  readonly slot?: string
}

/** What a customer accepted: enough for an examiner to see the very text, and for the engine to compute standing. */
export type Evidence = {
  readonly id: string
  readonly kind: string
  /** The wording's or questionnaire's id; of an identity checkpoint the proof's id. */
  readonly wording: string
  readonly version: string
  readonly text: string
  readonly textHash: string
  /** Canonical form of every value that the text renders, and of `binds`. */
  readonly inputs: string
  readonly locale: Locale
  readonly channel: string
  /** The customer's own words, or the label of the button. */
  readonly words: string
  readonly at: string
  readonly until?: string
  readonly run: string
  readonly state: string
  readonly release: string
  readonly scope: "run" | "conversation"
  readonly level?: number
  readonly answers?: Readonly<Record<string, "yes" | "no" | "unsure">>
}

export type HandoffState = {
  readonly id: string
  readonly path: string
  readonly visit: number
  readonly queue: string
  readonly status: "queued" | "accepted"
  readonly agent?: Agent
  readonly since: string
}

/** The slots and data of one open or finished flow of a run, by the path of its sub-flow state; the root's is "". */
export type RunScope = { readonly flow: string; readonly slots: Slots; readonly data: Values }

/** One instance of a root flow with its sub-flows. */
export type Run = {
  readonly id: string
  readonly flow: string
  readonly release: string
  readonly position: readonly Frame[]
  readonly scopes: Readonly<Record<string, RunScope>>
  readonly memory: readonly Memory[]
  /** Memory of before a correction, not yet served. */
  readonly remembered: readonly Memory[]
  /** While memory is walked: the path at which the run stood before. */
  readonly walkTo?: string
  readonly timers: readonly Timer[]
  readonly pending: readonly PendingCall[]
  readonly evidence: readonly Evidence[]
  /** Idempotency keys of writes by state path, and how many definite answers each had. */
  readonly keys: Readonly<Record<string, string>>
  readonly answers: Readonly<Record<string, number>>
  /** Answers to a questionnaire that is not complete yet, by the checkpoint's path; each with the question as shown. */
  readonly questionnaires?: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly ask: string; readonly answer: "yes" | "no" | "unsure" }>>
    >
  >
  /** Values told for slots of a flow that is not open yet. */
  readonly told: readonly {
    readonly slot: string
    readonly value: Json
    readonly from: Provenance
    readonly certain?: boolean
  }[]
  /** Named keys by which outside events find this run. */
  readonly correlation: Values
  /** Correlated events that no state has accepted yet. */
  readonly events: readonly { readonly event: string; readonly payload: Json; readonly at: string }[]
  readonly visits: number
  readonly handoff?: HandoffState
  /** Set while a message waits for its place on top: what to do there. */
  readonly wantsToTalk?: boolean
  /** Entries of `on` that came while it might not talk, to be said when it may. */
  readonly toSay?: readonly { readonly frame: number; readonly owner: string; readonly name: string }[]
  /** A pattern's run: what it was started for, acted on at its outcome. */
  readonly pattern?: PatternCause
  /** Of a correction that must not pass a write: the run as it was before. */
  readonly before?: Run
}

/** Why a pattern runs, and what its outcome acts on. */
export type PatternCause = {
  readonly pattern: string
  /** By the key of an option that the pattern offers. */
  readonly choices?: Readonly<Record<string, Choice>>
  readonly run?: string
  readonly slot?: string
}

/** What an option of a pattern leads to: a command, or a choice between runs that no command names. */
export type Choice =
  | { readonly choice: "command"; readonly command: Command }
  /** Another flow, with what was told for it meanwhile. */
  | { readonly choice: "start"; readonly flow: string; readonly told?: Run["told"] }
  | { readonly choice: "resume"; readonly run: string }
  /** Ends what is above a run of the stack. */
  | { readonly choice: "leave-for"; readonly run: string }

/** The question that is on the customer's screen. `entry`: the index of the entry that asked it. */
export type OpenQuestion = {
  readonly run: string
  readonly path: string
  readonly visit: number
  readonly kind: "slot" | "confirmation" | "checkpoint" | "choice"
  /** The slot, the checkpoint's wording or questionnaire, or the state. */
  readonly id: string
  readonly mode?: "ask" | "confirm-value" | "confirm-offered" | "summary" | "which" | "more"
  readonly entry: number
  readonly options?: readonly OptionView[]
  /** Of a checkpoint: the version of its text, and the values that it renders and binds. */
  readonly version?: string
  readonly inputs?: string
  /** Soft words were said at a gate; the buttons were shown once more. */
  readonly softly?: boolean
}

export type Conversation = {
  readonly id: string
  readonly locale: Locale
  readonly channel: string
  readonly customer: Customer
  /** Ids of the runs that talk, the one on top last. */
  readonly stack: readonly string[]
  readonly runs: Readonly<Record<string, Run>>
  /** Inputs that wait for a service's result, in order. */
  readonly inbox: readonly Input[]
  readonly status: "open" | "ended"
  /** How many turns were taken; the compare-and-set of the shell. */
  readonly seq: number
  /** Index of the last entry. */
  readonly entries: number
  readonly release: string
  readonly question?: OpenQuestion
  /** Misses in a row of understanding, over all questions. */
  readonly misses: number
  readonly mood?: Mood
  /** A complaint, a bereavement or a crisis was spoken of: no survey at the end. */
  readonly noSurvey?: boolean
  /** The customer asked to wait: silence timers rest until he speaks. */
  readonly paused?: boolean
  readonly silence?: {
    readonly id: string
    readonly name: string
    readonly due: string
    readonly run: string
  }
  /** What we have to say waits for the end of the quiet hours. */
  readonly quiet?: { readonly id: string; readonly due: string }
  /** How often the open question was met with silence. */
  readonly silences: number
  /** Evidence whose scope is the conversation, and values known from earlier runs, offered to later ones. */
  readonly evidence: readonly Evidence[]
  readonly known: Slots
  /** Entry from which each wording version was on the screen: `<wording>@<version>#<text hash>` → index. */
  readonly shown: Readonly<Record<string, number>>
}

// ── inputs ───────────────────────────────────────────────────────────────────────────────────────────────────

export type ServiceResult =
  | { readonly is: "returned"; readonly output: Json }
  | { readonly is: "error"; readonly error: string; readonly detail?: string }
  | { readonly is: "failed"; readonly reason: string }
  | { readonly is: "unknown"; readonly reason: string }

export type AgentAct =
  | { readonly act: "accept" }
  | { readonly act: "message"; readonly text: string }
  | { readonly act: "note"; readonly text: string }
  | { readonly act: "wording"; readonly wording: string }
  | { readonly act: "return"; readonly outcome: string; readonly slots?: Values; readonly note?: string }
  | { readonly act: "resolve"; readonly note?: string }
  | { readonly act: "transfer"; readonly queue: string }

export type Mood = "calm" | "upset" | "distressed"

/**
 * `now` is the engine's only clock. `seen`: the last entry on the customer's screen. `inbox`: the input waited for a
 * service; the entry that recorded it, 0 when none did.
 */
export type Input = { readonly now: string; readonly inbox?: number } & (
  | {
      readonly kind: "open"
      readonly flow?: string
      readonly customer?: Customer
      readonly slots?: Values
    }
  | {
      readonly kind: "message"
      readonly text: string
      readonly commands: readonly Command[]
      readonly seen: number
      readonly mood?: Mood
    }
  | { readonly kind: "choice"; readonly choice: string; readonly seen: number }
  | { readonly kind: "upload"; readonly document: Document; readonly seen: number }
  | { readonly kind: "agent"; readonly handoff: string; readonly agent: Agent; readonly does: AgentAct }
  | { readonly kind: "service"; readonly call: string; readonly result: ServiceResult }
  | { readonly kind: "timer"; readonly timer: string }
  | {
      readonly kind: "event"
      readonly event: string
      readonly correlation?: Values
      readonly payload: Json
    }
  /** The shell caught a bug in a turn: the last state stands and the customer is told. */
  | { readonly kind: "problem"; readonly code: string }
)

// ── entries: the append-only transcript ──────────────────────────────────────────────────────────────────────

export type Row = { readonly label: string; readonly value: string; readonly slot?: string }
export type Card = {
  readonly title?: string
  readonly figure?: { readonly label: string; readonly value: string }
  readonly rows: readonly Row[]
  readonly note?: string
}

/** What a bubble shows; all texts rendered in the conversation's locale. */
export type Content =
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "card"; readonly card: Card }
  | { readonly is: "link"; readonly label: string; readonly url: string }
  | { readonly is: "file"; readonly label: string; readonly name: string }
  /** A question; `readBack` rows each offer 修改. */
  | { readonly is: "question"; readonly text: string; readonly readBack?: readonly Row[] }
  | {
      readonly is: "checkpoint"
      readonly wording: string
      readonly version: string
      readonly title: string
      readonly text: string
      readonly readBack?: readonly Row[]
      /** The words on the two buttons, of equal weight. */
      readonly accept: string
      readonly decline: string
      /** Of a questionnaire: its questions in order, shown whole. */
      readonly questions?: readonly { readonly id: string; readonly ask: string }[]
    }

/** What may be kept in the open (no personal data) and what is sealed, by kind. */
export type EntryBody =
  | {
      readonly kind: "customer.said"
      readonly open: { readonly how: "text" | "choice" | "upload" }
      readonly personal: { readonly text: string; readonly document?: Document }
    }
  | {
      readonly kind: "bot.said"
      readonly open: { readonly about?: string; readonly tone?: string }
      readonly personal: { readonly content: Content }
    }
  | {
      readonly kind: "agent.said"
      readonly open: { readonly agent: string; readonly note?: boolean }
      readonly personal: { readonly name: string; readonly text: string }
    }
  | {
      readonly kind: "command"
      readonly open: {
        readonly command: CommandName
        readonly slot?: string
        readonly flow?: string
        readonly done: boolean
        readonly why?: string
      }
      readonly personal: { readonly value?: Json; readonly text?: string; readonly confidence?: number }
    }
  | {
      readonly kind: "run.started" | "run.parked" | "run.resumed" | "run.ended"
      readonly open: { readonly flow: string; readonly outcome?: string; readonly release?: string }
      readonly personal?: { readonly output?: Values }
    }
  | {
      readonly kind: "state.entered"
      readonly open: {
        readonly from?: string
        readonly exit?: string
        readonly by?: string
        readonly remembered?: boolean
      }
      readonly personal?: { readonly because: readonly { readonly path: string; readonly value: Json }[] }
    }
  | {
      readonly kind: "slot.filled" | "slot.offered" | "slot.corrected" | "slot.cleared" | "slot.refused"
      readonly open: { readonly slot: string; readonly by?: Provenance["by"]; readonly why?: string }
      readonly personal?: { readonly value?: Json; readonly old?: Json; readonly text?: string }
    }
  | {
      readonly kind: "checkpoint.shown" | "checkpoint.accepted" | "checkpoint.declined"
      readonly open: {
        readonly checkpoint: string
        readonly version: string
        readonly kindOf: string
        readonly textHash?: string
        readonly evidence?: string
        readonly level?: number
      }
      readonly personal?: { readonly words?: string; readonly evidence?: Evidence }
    }
  | {
      readonly kind: "service.called" | "service.returned" | "service.failed" | "service.unknown"
      readonly open: {
        readonly operation: string
        readonly call: string
        readonly error?: string
        readonly key?: string
      }
      readonly personal?: { readonly input?: Json; readonly output?: Json; readonly detail?: string }
    }
  | {
      readonly kind: "timer.set" | "timer.fired" | "timer.cancelled"
      readonly open: {
        readonly timer: string
        readonly name: string
        readonly due?: string
        readonly ignored?: boolean
      }
    }
  | {
      readonly kind:
        | "handoff.requested"
        | "handoff.accepted"
        | "handoff.returned"
        | "handoff.resolved"
        | "handoff.transferred"
        | "handoff.unavailable"
        | "handoff.timeout"
      readonly open: {
        readonly handoff: string
        readonly queue: string
        readonly agent?: string
        readonly outcome?: string
      }
      readonly personal?: {
        readonly reason?: string
        readonly note?: string
        readonly slots?: Values
        readonly name?: string
      }
    }
  | {
      readonly kind: "event.received"
      readonly open: { readonly event: string; readonly taken: boolean }
      readonly personal: { readonly payload: Json }
    }
  | { readonly kind: "monitor.stopped"; readonly open: { readonly rule: string } }
  | { readonly kind: "problem"; readonly open: { readonly code: string; readonly message: string } }
  | {
      readonly kind: "conversation.opened" | "conversation.ended"
      readonly open: { readonly channel?: string; readonly locale?: string; readonly engine?: string }
    }

/** `index` counts from 1 over the conversation. `state`: `flow/state`. `dataClass` says under which key `personal` is sealed. */
export type Entry = EntryBody & {
  readonly index: number
  readonly turn: number
  readonly at: string
  readonly run?: string
  readonly state?: string
  readonly dataClass?: DataClass
}
export type EntryKind = Entry["kind"]

// ── effects: what the shell must do after the commit ─────────────────────────────────────────────────────────

/** `id` names the delivery; a write's `key` names the intention. */
export type Effect = { readonly id: string } & (
  | {
      readonly effect: "call"
      readonly run: string
      readonly operation: string
      readonly input: Json
      readonly key?: string
    }
  | { readonly effect: "set-timer"; readonly timer: string; readonly due: string }
  | { readonly effect: "cancel-timer"; readonly timer: string }
  | {
      readonly effect: "queue-handoff"
      readonly handoff: string
      readonly queue: string
      readonly priority: number
      readonly reason: string
      readonly skills: readonly string[]
      readonly outcomes: readonly string[]
      readonly fills: readonly string[]
      readonly due?: string
    }
  | { readonly effect: "close-handoff"; readonly handoff: string }
  /** A run's named keys, so that the shell can find the conversation of an outside event. */
  | { readonly effect: "correlate"; readonly run: string; readonly correlation: Values }
)

export type TurnResult = {
  readonly conversation: Conversation
  readonly entries: readonly Entry[]
  readonly effects: readonly Effect[]
}

// ── what it waits for ────────────────────────────────────────────────────────────────────────────────────────

export type WaitingFor = {
  readonly kind: "slot" | "confirmation" | "checkpoint" | "choice" | "agent" | "service" | "event" | "nothing"
  readonly id: string
  /** Keys that `choice` takes: an option's own, `accept`, `decline`, `yes`, `no`, `skip`, `change:<slot>`. */
  readonly options?: readonly { readonly key: string; readonly label: string }[]
  /** How a channel should take the answer: the slot's type, and what shows a fitting keypad. */
  readonly input?: { readonly type: string; readonly sensitive?: boolean; readonly upload?: boolean }
}

/** Who the customer is talking to. */
export type Holder = "bot" | "queue" | "agent"

// ── problems of authors ──────────────────────────────────────────────────────────────────────────────────────

/** An author's mistake. Returned, never thrown. `at`: `flow/state#exit`; line and column count from 1. */
export type Diagnostic = {
  readonly rule: string
  readonly severity: "error" | "warning" | "info"
  readonly message: string
  readonly help: string
  readonly at?: string
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Closes a discriminated union: a case that the types exclude is a bug. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case ${JSON.stringify(value)}: extend the switch that met it.`)
}
