import type { Locale, SlotView, Text } from "../types.ts"

/**
 * What understanding learns from a flow set, as plain data. Slots are those that a customer may fill in the very
 * utterance that starts the flow, by locale and name. Texts of `say` are the author's, with their braces.
 */
export type UnderstandingSource = {
  readonly locales: readonly Locale[]
  readonly flows: readonly FlowSource[]
  readonly knowledge: readonly KnowledgeSource[]
}

export type FlowSource = {
  readonly flow: string
  readonly title: Text
  readonly examples: Readonly<Record<Locale, readonly string[]>>
  readonly slots: Readonly<Record<Locale, Readonly<Record<string, SlotView>>>>
}

export type KnowledgeSource = {
  readonly id: string
  readonly ask: Readonly<Record<Locale, readonly string[]>>
  readonly say: Text
  readonly about: readonly string[]
  readonly offers?: string
  readonly personal?: string
}
