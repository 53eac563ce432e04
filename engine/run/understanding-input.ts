import type { Release } from "../compile/model.ts"
import type { SlotDocument } from "../document/schema.ts"
import { slotSchema } from "../document/schema.ts"
import type { Json, Locale, SlotView, UnderstandContext } from "../types.ts"
import type { Rendering } from "./render.ts"
import { slotView } from "./understand-context.ts"

/** What a line of `understand --jsonl` may say: slots as in a flow, what is filled, and what is being asked. */
export type UnderstandingInput = {
  readonly locale: Locale
  readonly now: string
  readonly flow?: unknown
  readonly asking?: unknown
  readonly slots?: unknown
  readonly filled?: unknown
}

/**
 * Returns the context of a message from plain data. `asking` names a slot; any other text is a yes/no question, and
 * an object is a question as the engine has it. Slots that are no slots are left out.
 */
export function understandingInput(release: Release, input: UnderstandingInput): UnderstandContext {
  const { locale, now } = input
  const documents = slotDocuments(input.slots)
  const first = Object.values(release.flows)[0]
  const slots: Record<string, SlotView> = {}
  if (first !== undefined) {
    const values = {
      slots: {},
      data: {},
      derived: {},
      parameters: release.parameters,
      now,
      today: now.slice(0, 10),
      customer: { id: null, level: 0 },
      channel: "",
      calendar: release.calendar,
    }
    const rendering: Rendering = { release, flow: { ...first, slots: documents }, values, locale }
    for (const [name, document] of Object.entries(documents))
      slots[name] = slotView(name, document, rendering)
  }
  const asking = askingOf(input.asking, slots)
  return {
    locale,
    now,
    ...(typeof input.flow === "string" ? { flow: input.flow } : {}),
    ...(asking === undefined ? {} : { asking }),
    slots,
    filled: isRecord(input.filled) ? input.filled : {},
    intents: [],
  }
}

function slotDocuments(slots: unknown): Readonly<Record<string, SlotDocument>> {
  if (!isRecord(slots)) return {}
  const parsed = Object.entries(slots).flatMap(([name, slot]) => {
    const result = slotSchema.safeParse(slot)
    return result.success ? [[name, result.data] as const] : []
  })
  return Object.fromEntries(parsed)
}

function askingOf(asking: unknown, slots: Readonly<Record<string, SlotView>>): UnderstandContext["asking"] {
  if (typeof asking === "string")
    return Object.hasOwn(slots, asking) ? { kind: "slot", slot: asking } : { kind: "confirmation" }
  if (!isRecord(asking)) return undefined
  const { kind, slot } = asking
  if (kind === "slot" && typeof slot === "string") return { kind, slot }
  if (kind === "confirmation") return { kind, ...(typeof slot === "string" ? { slot } : {}) }
  if (kind === "checkpoint") {
    const accept = Array.isArray(asking.accept) ? asking.accept.map(String) : []
    return { kind, accept, wording: String(asking.wording ?? "") }
  }
  return undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, Json>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
