import type { StateDocument } from "../../engine/document/schema.ts"
import { type AnyState, isStateType, stateKinds } from "../../engine/states/registry.ts"

const known = new WeakMap<StateDocument, AnyState | null>()

/** Returns a state as its type has it, null when it is of no known type or has another shape; each is read once. */
export function parsedState(state: StateDocument): AnyState | null {
  const before = known.get(state)
  if (before !== undefined) return before
  const parsed = isStateType(state.type) ? stateKinds[state.type].schema.safeParse(state) : null
  const result = parsed?.success === true ? parsed.data : null
  known.set(state, result)
  return result
}
