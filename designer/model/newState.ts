import type { JsonMap } from "../../engine/index.ts"
import type { StateType } from "../../engine/states/registry.ts"

/** The types that can be added, in the order in which they are offered. */
export const newStateTypes: readonly StateType[] = [
  "message",
  "collect",
  "decision",
  "checkpoint",
  "service",
  "handoff",
  "subflow",
  "wait",
  "group",
  "final",
]

/** Returns the fields of a new state, as bare as its type allows; what is not filled in yet the problems ask for. */
export function newState(
  type: StateType,
  title: Readonly<Record<string, string>>,
  known: { readonly queue?: string; readonly outcome?: string },
): JsonMap {
  const common = { type, title }
  const say = Object.fromEntries(Object.keys(title).map((locale) => [locale, "…"]))
  switch (type) {
    case "message":
      return { ...common, say }
    case "collect":
      return { ...common, slots: [] }
    case "decision":
      return { ...common, cases: {} }
    case "checkpoint":
      return { ...common, kind: "disclosure", wording: "", evidence: "explicit" }
    case "service":
      return { ...common, service: "" }
    case "handoff":
      return { ...common, queue: known.queue ?? "" }
    case "subflow":
      return { ...common, flow: "" }
    case "wait":
      return { ...common, until: { after: "P1D" } }
    case "group":
      return {
        ...common,
        start: "first",
        states: { first: { type: "message", say } },
      }
    case "final":
      return { ...common, outcome: known.outcome ?? "done" }
  }
}
