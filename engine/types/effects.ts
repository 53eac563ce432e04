import type { Conversation } from "./conversation.ts"
import type { Entry } from "./entries.ts"
import type { Sentence } from "./sentence.ts"
import type { Json, Values } from "./values.ts"

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

/** An author's mistake. Returned, never thrown. `at`: `flow/state#exit`; line and column count from 1. */
export type Diagnostic = {
  readonly rule: string
  readonly severity: "error" | "warning" | "info"
  readonly message: string
  readonly help: string
  /** The same as sentences, for readers of other languages. */
  readonly says: { readonly message: Sentence; readonly help: Sentence }
  readonly at?: string
  readonly file: string
  readonly line: number
  readonly column: number
}

/** Closes a discriminated union: a case that the types exclude is a bug. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected case ${JSON.stringify(value)}: extend the switch that met it.`)
}
