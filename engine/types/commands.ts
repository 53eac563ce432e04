import type { AskedQuestion } from "./entries.ts"
import type { Document, Json, Locale, Values } from "./values.ts"

/** The part of the message that was read as this command; absent for a button. */
export type Reading = {
  readonly confidence: number
  readonly certain: boolean
  readonly text?: string
  readonly start?: number
  readonly end?: number
  /** Proposed by a language model, and checked. */
  readonly by?: "model"
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
    /** Points at an option of a choice whose options are not known yet, by words that are kept until they are. */
    | { readonly command: "name-option" }
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
  /** The customer's own words that begin the flow fill it, where they tell more than the wish. */
  readonly opening?: boolean
  readonly of?: Readonly<Record<string, SlotView>>
  readonly optional?: boolean
  /** A choice of what the data offers, which is not known yet. */
  readonly later?: boolean
  /** Of another open or finished flow of the run: can be corrected, is not asked now. */
  readonly elsewhere?: boolean
  /** Of a flow that the one to be started may enter: its own slots are meant before these. */
  readonly ofSubflow?: boolean
}
export type OptionView = { readonly key: string; readonly label: string; readonly says?: readonly string[] }

/** What understanding may know when it reads a message; also the JSON that `understand --jsonl` takes. */
export type UnderstandContext = {
  readonly locale: Locale
  readonly now: string
  /** What the customer is about: the topmost flow that is no pattern. */
  readonly flow?: string
  /** What the talk was about last, where nothing is open. */
  readonly matter?: string
  /** The flows that the open question offers to begin. */
  readonly offered?: readonly string[]
  /** The question that is open. */
  readonly asking?:
    | { readonly kind: "slot"; readonly slot: string }
    | { readonly kind: "confirmation"; readonly slot?: string; readonly slots?: readonly string[] }
    | {
        readonly kind: "checkpoint"
        readonly accept: readonly string[]
        readonly decline?: readonly string[]
        readonly wording: string
        readonly questions?: readonly AskedQuestion[]
        /** Of what is read back on the card: another value corrects it. */
        readonly slots?: readonly string[]
      }
    | { readonly kind: "choice"; readonly options: readonly OptionView[] }
  /** The slot that is asked for again once the pattern that asks now is through; `stays.period` of a list. */
  readonly beneath?: string
  readonly slots: Readonly<Record<string, SlotView>>
  readonly filled: Values
  /** Entries of `on` in scope whose `says` the message may mean. */
  readonly intents: readonly { readonly intent: string; readonly says: readonly string[] }[]
}

export type KnowledgeAnswer = { readonly id: string; readonly text: string; readonly score: number }
