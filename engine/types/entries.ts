import type { CommandName } from "./commands.ts"
import type { Evidence } from "./conversation.ts"
import type { Mood } from "./inputs.ts"
import type { DataClass, Document, Json, Provenance, Values } from "./values.ts"

export type Row = { readonly label: string; readonly value: string; readonly slot?: string }
export type Card = {
  readonly title?: string
  readonly figure?: { readonly label: string; readonly value: string }
  readonly rows: readonly Row[]
  readonly note?: string
}

/** A question of a questionnaire as it is shown. */
export type AskedQuestion = {
  readonly id: string
  readonly ask: string
  /** What it is about in a word or two, and other words for that, by which an answer may name it. */
  readonly title?: string
  readonly says?: readonly string[]
  /** The type of the value that it asks for; absent: yes, no or not sure. */
  readonly type?: string
  /** The answer that was given already, in words. */
  readonly given?: string
  /** What was answered another time, in words; it counts only when it is given again. */
  readonly before?: string
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
      readonly questions?: readonly AskedQuestion[]
    }

/** What may be kept in the open (no personal data) and what is sealed, by kind. */
export type EntryBody =
  | {
      readonly kind: "customer.said"
      readonly open: { readonly how: "text" | "choice" | "upload" }
      readonly personal: {
        readonly text: string
        readonly document?: Document
        /** How a message sounded that was not calm, and by which words. */
        readonly mood?: { readonly mood: Mood; readonly because: readonly string[] }
      }
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
        /** Proposed by a language model, and checked. */
        readonly by?: "model"
      }
      readonly personal: { readonly value?: Json; readonly text?: string; readonly confidence?: number }
    }
  /** What a language model proposed in vain. */
  | {
      readonly kind: "proposal.refused"
      readonly open: { readonly why: string }
      readonly personal: { readonly proposal: Json }
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
