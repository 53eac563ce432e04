import type { FlowDocument, StateDocument } from "../../engine/document/schema.ts"
import { isStates } from "../canvas/drawing/context.ts"

/** Returns the state of a flow by its id, in whatever group it stands. */
export function findStateDocument(states: FlowDocument["states"], id: string): StateDocument | null {
  for (const [name, state] of Object.entries(states)) {
    if (name === id) return state
    if (state.type !== "group" || !isStates(state.states)) continue
    const inside = findStateDocument(state.states, id)
    if (inside !== null) return inside
  }
  return null
}

/** Returns every state of a flow, those in groups too. */
export function statesIn(states: FlowDocument["states"]): readonly StateDocument[] {
  return Object.values(states).flatMap((state) => [
    state,
    ...(state.type === "group" && isStates(state.states) ? statesIn(state.states) : []),
  ])
}
