import type { TFunction } from "i18next"
import type { FlowDocument, SlotDocument, TextDocument } from "../../../engine/document/schema.ts"
import type { Surroundings } from "../../model/surroundings.ts"
import { textIn } from "../../model/textIn.ts"

/** What drawing a state may look at: its flow, what stands around it, and the reader's language. */
export type DrawContext = {
  readonly flow: FlowDocument
  readonly around: Surroundings
  readonly locale: string
  readonly t: TFunction<"canvas">
  text(text: TextDocument | undefined): string
  slot(name: string): SlotDocument | undefined
  /** Whether a state of this id stands in the flow itself. */
  isOwn(id: string): boolean
  /** A state's title, else its id. */
  titleOf(id: string): string
}

export function createDrawContext(
  flow: FlowDocument,
  around: Surroundings,
  locale: string,
  t: TFunction<"canvas">,
): DrawContext {
  const titles = new Map<string, TextDocument | undefined>()
  const collect = (states: FlowDocument["states"]): void => {
    for (const [id, state] of Object.entries(states)) {
      titles.set(id, state.title)
      if (state.type === "group" && isStates(state.states)) collect(state.states)
    }
  }
  collect(flow.states)
  const fallback = around.settings.locales[0] ?? "zh"
  const text = (value: TextDocument | undefined) => textIn(value, locale, fallback)
  return {
    flow,
    around,
    locale,
    t,
    text,
    slot: (name) => flow.slots?.[name] ?? around.settings.slots?.[name],
    isOwn: (id) => titles.has(id),
    titleOf(id) {
      const title = titles.has(id) ? titles.get(id) : around.settings.defaults.states[id]?.title
      return text(title) || id
    },
  }
}

/** The states of a group are typed only when the group itself is read; here they may be anything. */
export function isStates(value: unknown): value is FlowDocument["states"] {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
