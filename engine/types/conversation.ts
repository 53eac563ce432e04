import type { Command, OptionView } from "./commands.ts"
import type { Input, Mood } from "./inputs.ts"
import type { Agent, Customer, Json, Locale, Provenance, Slots, Values } from "./values.ts"

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
  /** What a service, a sub-flow, an event or a person gave, under which name, and when. */
  readonly saved?: { readonly name: string; readonly value: Json; readonly at: string }
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
  /** The customer's own words, or the label of the button; empty for what was given elsewhere. */
  readonly words: string
  /** Who gave it, when that was somebody else, elsewhere. */
  readonly by?: string
  readonly at: string
  readonly until?: string
  readonly run: string
  readonly state: string
  readonly release: string
  readonly scope: "run" | "conversation"
  readonly level?: number
  readonly answers?: Readonly<Record<string, QuestionAnswer>>
}

/** Answer to a question of a questionnaire: one of three words, or the value of a question that asks for one. */
export type QuestionAnswer = "yes" | "no" | "unsure" | number

export type HandoffState = {
  readonly id: string
  readonly path: string
  readonly visit: number
  readonly queue: string
  readonly status: "queued" | "accepted"
  readonly agent?: Agent
  readonly since: string
  /** Whoever wrote meanwhile was told that a person is still being found. */
  readonly isTold?: boolean
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
    Record<string, Readonly<Record<string, { readonly ask: string; readonly answer: QuestionAnswer }>>>
  >
  /** Values told for slots of a flow that is not open yet. */
  readonly told: readonly {
    readonly slot: string
    readonly value: Json
    readonly from: Provenance
    readonly certain?: boolean
  }[]
  /** What the customer said of options that were not known yet, the last first. */
  readonly named?: readonly { readonly text: string; readonly from: Provenance }[]
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
  /** `told`: for the flow that the command starts, meanwhile. */
  | { readonly choice: "command"; readonly command: Command; readonly told?: Run["told"] }
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
  /** `run:path` of the states that a run which a service works for has passed since it last waited for more. */
  readonly passed?: readonly string[]
  /** How many turns were taken; the compare-and-set of the shell. */
  readonly seq: number
  /** Index of the last entry. */
  readonly entries: number
  readonly release: string
  readonly question?: OpenQuestion
  /** Misses in a row of understanding, over all questions. */
  readonly misses: number
  readonly mood?: Mood
  /** The flow that the talk was about last: of an answer, or of a flow that is over. */
  readonly matter?: string
  /** What the customer last wrote, to hear when he says it again. */
  readonly heard?: string
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
