import type { TFunction } from "i18next"
import type { StateDocument } from "../../engine/document/schema.ts"
import { createDrawContext, type DrawContext } from "../canvas/drawing/context.ts"
import { labelOfEntry, labelOfExit } from "../canvas/drawing/exits.ts"
import { conditionInWords } from "../condition/conditionInWords.ts"
import { nameOfPath } from "../condition/nameOfPath.ts"
import { parsedState } from "./parsedState.ts"
import { findStateDocument, statesIn } from "./stateOf.ts"
import type { Surroundings } from "./surroundings.ts"
import { textIn } from "./textIn.ts"
import { asWords, titleOfEvent } from "./titleOfValue.ts"

/** How the parts of a flow set are called in the reader's language; what has no title keeps its id. */
export type Names = {
  flow(id: string): string
  /** Of `flow/state`, or of a state of `flow`, or of one that the flow set gives to every flow. */
  state(place: string, flow?: string): string
  /** Of `flow/state#exit`. */
  exit(place: string): string
  /** The condition on which `flow/state#exit` is taken, null when there is none. */
  condition(place: string): string | null
  /** Of a value path in a flow. */
  value(path: string, flow: string): string
  error(operation: string, error: string): string
  slot(name: string, flow?: string): string
  /** Of a wording or questionnaire. */
  wording(id: string): string
  operation(id: string): string
  queue(id: string): string
  /** The title of the final that gives it. */
  outcome(outcome: string, flow: string): string
  event(id: string): string
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
      const [owner = "", id = ""] = state.split("/")
      const found = context(owner)
      if (found === null) return exit
      const document = id === "" ? found.flow : findStateDocument(found.flow.states, id)
      const entry = document?.on?.[exit]
      if (typeof entry === "object" && entry !== null) return labelOfEntry(exit, entry, found)
      return document === null || document === found.flow
        ? exit
        : labelOfExit(document as StateDocument, exit, found)
    },
    condition(place) {
      const [state = "", exit = ""] = place.split("#")
      const [owner = "", id = ""] = state.split("/")
      const found = context(owner)
      const document = found === null ? null : findStateDocument(found.flow.states, id)
      const parsed = document === null ? null : parsedState(document)
      const when = parsed?.type === "decision" ? parsed.cases[exit]?.when : document?.on?.[exit]?.when
      return found === null || when === undefined ? null : conditionInWords(when, found)
    },
    value(path, flow) {
      const found = context(flow)
      return found === null ? path : nameOfPath(path, found)
    },
    error(operation, error) {
      return text(around.operations[operation]?.errors?.[error]?.title, asWords(error))
    },
    slot(name, flow = "") {
      const own = context(flow)?.slot(name)?.title ?? around.settings.slots?.[name]?.title
      const other = Object.values(around.flows).find(({ slots }) => slots?.[name]?.title !== undefined)
      return text(own ?? other?.slots?.[name]?.title, name)
    },
    wording: (id) => text(around.wordings[id]?.title ?? around.questionnaires[id]?.title, id),
    operation: (id) => text(around.operations[id]?.title, id),
    event: (id) => text(titleOfEvent(id, around), id),
    queue: (id) => text(around.settings.queues[id]?.title, id),
    outcome(outcome, flow) {
      const final = [
        ...statesIn(context(flow)?.flow.states ?? {}),
        ...Object.values(around.settings.defaults.states),
      ].find((state) => state.type === "final" && state.outcome === outcome)
      return text(final?.title, asWords(outcome))
    },
  }
}
