import type { Checked, Proposal, Vocabulary } from "../../engine/index.ts"
import type {
  Command,
  Conversation,
  Diagnostic,
  Holder,
  Input,
  Json,
  KnowledgeAnswer,
  Mood,
  TurnResult,
  UnderstandContext,
  WaitingFor,
} from "../../engine/types.ts"
import type { Operation } from "./services/operation.ts"

/** What the shell reads of a compiled flow set. */
export type Release = {
  readonly id: string
  readonly files: Readonly<Record<string, string>>
  readonly settings: {
    readonly name: string | Readonly<Record<string, string>>
    readonly timeZone: string
    readonly queues: Readonly<Record<string, unknown>>
    readonly events?: Readonly<Record<string, Json>> | undefined
  }
  readonly locales: readonly string[]
  readonly flows: Readonly<Record<string, { readonly isPattern: boolean }>>
  readonly wordings: Readonly<Record<string, unknown>>
  readonly operations: Readonly<Record<string, Operation>>
}
export type Releases = { readonly current: Release; readonly all: Readonly<Record<string, Release>> }

export type { Proposal, Vocabulary }

export type Understanding = {
  understand(context: UnderstandContext, text: string): readonly Command[]
  knowledge(question: string, locale: string): readonly KnowledgeAnswer[]
  check(context: UnderstandContext, text: string, proposals: readonly Proposal[]): Checked
  vocabulary(context: UnderstandContext, text: string): Vocabulary
}

/** The door of the engine, as the shell uses it. All of it is pure and synchronous. */
export type Engine = {
  compileFlowSet(files: Readonly<Record<string, string>>): {
    readonly release?: Release
    readonly diagnostics: readonly Diagnostic[]
  }
  openConversation(start: {
    readonly id: string
    readonly locale: string
    readonly channel: string
    readonly release: string
  }): Conversation
  turn(releases: Releases, conversation: Conversation, input: Input): TurnResult
  waitingFor(releases: Releases, conversation: Conversation): WaitingFor
  holderOf(conversation: Conversation): Holder
  /** `flow/state` of the run on top, "" when nothing is open. */
  stateOf(releases: Releases, conversation: Conversation): string
  understandContext(releases: Releases, conversation: Conversation, now: string): UnderstandContext
  nextInput(conversation: Conversation): Input | null
  createUnderstanding(release: Release): Understanding
  /** How a message sounds, after the one before it. */
  mood(text: string, before?: string): { readonly mood: Mood; readonly because: readonly string[] }
}
