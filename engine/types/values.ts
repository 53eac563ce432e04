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
