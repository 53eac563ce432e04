import type { Draft, Place } from "./draft.ts"
import { regulatedText } from "./evidence.ts"
import { inputsAt, valuesOf } from "./values.ts"

/**
 * Returns the canonical form of the values that a state rests on, by which memory knows a change: what its own fields
 * read, of a checkpoint what its text renders and binds.
 */
export function inputsOf(draft: Draft, place: Place): string {
  const { document } = place.state
  const regulated = document.type === "checkpoint" ? regulatedText(draft, place, document) : null
  return regulated?.inputs ?? inputsAt(valuesOf(draft, place.run, place.scope), place.state.reads)
}
