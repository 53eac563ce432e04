import type { TFunction } from "i18next"
import { createDrawContext, type DrawContext } from "../canvas/drawing/context.ts"
import { labelOfExit } from "../canvas/drawing/exits.ts"
import { findStateDocument, statesIn } from "./stateOf.ts"
import type { Surroundings } from "./surroundings.ts"
import { textIn } from "./textIn.ts"

/** How the parts of a flow set are called in the reader's language; what has no title keeps its id. */
export type Names = {
  flow(id: string): string
  /** Of `flow/state`, or of a state of `flow`, or of one that the flow set gives to every flow. */
  state(place: string, flow?: string): string
  /** Of `flow/state#exit`. */
  exit(place: string): string
  slot(name: string, flow?: string): string
  /** Of a wording or questionnaire. */
  wording(id: string): string
  operation(id: string): string
  queue(id: string): string
  /** The title of the final that gives it. */
  outcome(outcome: string, flow: string): string
  /** What the drawing of a flow knows, null when there is no such flow. */
  context(flow: string): DrawContext | null
}

export function createNames(around: Surroundings, locale: string, t: TFunction<"canvas">): Names {
  const fallback = around.settings.locales[0] ?? "zh"
  const contexts = new Map<string, DrawContext | null>()
  const context = (flow: string): DrawContext | null => {
    const known = contexts.get(flow)
    if (known !== undefined) return known
    const document = around.flows[flow]
    const made = document === undefined ? null : createDrawContext(document, around, locale, t)
    contexts.set(flow, made)
    return made
  }
  const text = (value: Parameters<typeof textIn>[0], id: string) => textIn(value, locale, fallback) || id
  const split = (place: string, flow: string): readonly [flow: string, state: string] => {
    const [first = "", second] = place.split("/")
    return second === undefined ? [flow, first] : [first, second]
  }
  return {
    context,
    flow: (id) => text(around.flows[id]?.title, id),
    state(place, flow = "") {
      const [owner, state] = split(place, flow)
      return context(owner)?.titleOf(state) ?? text(around.settings.defaults.states[state]?.title, state)
    },
    exit(place) {
      const [state = "", exit = ""] = place.split("#")
      const [owner, id] = split(state, "")
      const found = context(owner)
      const document = found === null ? null : findStateDocument(found.flow.states, id)
      return found === null || document === null ? exit : labelOfExit(document, exit, found)
    },
    slot(name, flow = "") {
      const own = context(flow)?.slot(name)?.title ?? around.settings.slots?.[name]?.title
      const other = Object.values(around.flows).find(({ slots }) => slots?.[name]?.title !== undefined)
      return text(own ?? other?.slots?.[name]?.title, name)
    },
    wording: (id) => text(around.wordings[id]?.title ?? around.questionnaires[id]?.title, id),
    operation: (id) => text(around.operations[id]?.title, id),
    queue: (id) => text(around.settings.queues[id]?.title, id),
    outcome(outcome, flow) {
      const final = [
        ...statesIn(context(flow)?.flow.states ?? {}),
        ...Object.values(around.settings.defaults.states),
      ].find((state) => state.type === "final" && state.outcome === outcome)
      return text(final?.title, outcome)
    },
  }
}
