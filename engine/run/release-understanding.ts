import type { CompiledFlow, Release } from "../compile/model.ts"
import type { TextDocument } from "../document/schema.ts"
import type { ExpressionValues } from "../expression/index.ts"
import type { Locale, SlotView, Text } from "../types.ts"
import { createUnderstanding, type FlowSource, type Understanding } from "../understand/index.ts"
import { slotView } from "./understand-context.ts"

/** Learns a release's triggers, slots and knowledge; a good second's work at most, done once a release. */
export function understandingOf(release: Release): Understanding {
  return createUnderstanding({
    locales: release.locales,
    flows: Object.values(release.flows)
      .filter((flow) => !flow.isPattern)
      .map((flow) => flowSource(release, flow)),
    knowledge: release.knowledge.map(({ id, ask, say, about, offers, personal }) => ({
      id,
      ask,
      say: everyLocale(say, release.locales),
      about: about ?? [],
      ...(offers === undefined ? {} : { offers }),
      ...(personal === undefined ? {} : { personal }),
    })),
  })
}

function flowSource(release: Release, flow: CompiledFlow): FlowSource {
  const slots = Object.fromEntries(
    release.locales.map((locale) => [locale, slotsOf(release, flow, locale, new Set())]),
  )
  return {
    flow: flow.id,
    title: everyLocale(flow.document.title, release.locales),
    examples: flow.document.triggers?.examples ?? {},
    slots,
  }
}

/** The slots of a flow and of every flow that it may enter: what a customer may tell in his first words. */
function slotsOf(
  release: Release,
  flow: CompiledFlow,
  locale: Locale,
  seen: Set<string>,
): Record<string, SlotView> {
  seen.add(flow.id)
  const slots: Record<string, SlotView> = {}
  for (const { document } of Object.values(flow.states)) {
    const inner =
      document.type === "subflow" && !seen.has(document.flow) ? release.flows[document.flow] : undefined
    if (inner === undefined) continue
    for (const [name, view] of Object.entries(slotsOf(release, inner, locale, seen)))
      slots[name] = { ...view, ofSubflow: true }
  }
  const rendering = { release, flow, values: emptyValues(release), locale }
  for (const [name, document] of Object.entries(flow.slots)) slots[name] = slotView(name, document, rendering)
  return slots
}

/** Before a conversation there are only parameters: options that data offers are not known yet. */
function emptyValues(release: Release): ExpressionValues {
  return {
    slots: {},
    data: {},
    derived: {},
    parameters: release.parameters,
    now: "",
    today: "",
    customer: { id: null, level: 0 },
    channel: "",
    calendar: release.calendar,
  }
}

function everyLocale(text: TextDocument, locales: readonly Locale[]): Text {
  return typeof text === "string" ? Object.fromEntries(locales.map((locale) => [locale, text])) : text
}
