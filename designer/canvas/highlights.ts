import type { Drawing, DrawnState } from "./drawing/drawing.ts"
import { foldedMost } from "./geometry.ts"

const telling: readonly string[] = ["checkpoint", "handoff", "subflow", "wait"]

/**
 * Returns what a folded group shows of its inside: gates, hand-offs, sub-flows and waits in the order of the document;
 * of a group with fewer than two of these its first steps.
 */
export function highlightsOf({ states }: Drawing, group: string): readonly DrawnState[] {
  const inside = [...states.values()].filter((state) => state.type !== "group" && isIn(states, state, group))
  const told = inside.filter(({ type }) => telling.includes(type))
  return (told.length < 2 ? inside : told).slice(0, foldedMost)
}

export function isIn(states: Drawing["states"], state: DrawnState, group: string): boolean {
  for (let at = state.parent; at !== null; at = states.get(at)?.parent ?? null) if (at === group) return true
  return false
}
