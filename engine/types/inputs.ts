import type { Command } from "./commands.ts"
import type { Agent, Customer, Document, Json, Values } from "./values.ts"

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
      /** The words by which the mood was heard. */
      readonly because?: readonly string[]
      /** What a language model proposed and the check refused: kept, not done. */
      readonly refused?: readonly { readonly proposal: Json; readonly why: string }[]
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
