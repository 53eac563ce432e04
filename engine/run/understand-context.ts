import type { CompiledFlow, Release } from "../compile/model.ts"
import { hasFixedOptions } from "../compile/shapes.ts"
import type { SlotDocument } from "../document/schema.ts"
import type { Conversation, Json, OptionView, Run, SlotView, UnderstandContext } from "../types.ts"
import { remembered } from "../understand/remembered.ts"
import type { ReadPath } from "./computed.ts"
import { type Draft, flowIn, placeOf, type Releases, releaseOf } from "./draft.ts"
import { regulatedText } from "./evidence.ts"
import { openIntents } from "./intents.ts"
import { newDraft } from "./new-draft.ts"
import { businessRun } from "./patterns.ts"
import { nextField } from "./question.ts"
import {
  fromData,
  optionsOf,
  type Rendering,
  readsOfLabel,
  readsOfSlot,
  renderOnce,
  slotLabel,
} from "./render.ts"
import { holds, slotState, valuesOf } from "./values.ts"

/** Returns what understanding may know of a conversation: the question, the slots, what is filled, the intents open. */
export function understandContext(
  releases: Releases,
  conversation: Conversation,
  now: string,
): UnderstandContext {
  const draft = newDraft(releases, conversation, now)
  const slots: Record<string, SlotView> = {}
  const filled: Record<string, Json> = {}
  const top = conversation.runs[conversation.stack.at(-1) ?? ""]
  for (const id of [...conversation.stack].reverse()) {
    const run = conversation.runs[id]
    if (run !== undefined) addSlots(draft, run, slots, filled)
  }
  if (top === undefined) {
    for (const run of Object.values(conversation.runs)) addSlots(draft, run, slots, filled)
  }
  const asking = askingOf(draft, conversation)
  const flow = businessRun(draft)?.flow
  const { matter } = conversation
  const offered = offeredFlows(top)
  const beneath = top?.pattern === undefined ? undefined : slotBeneath(draft)
  return {
    locale: conversation.locale,
    now,
    ...(flow === undefined ? {} : { flow }),
    ...(flow !== undefined || matter === undefined ? {} : { matter }),
    ...(offered.length === 0 ? {} : { offered }),
    ...(asking === undefined ? {} : { asking }),
    ...(beneath === undefined ? {} : { beneath }),
    slots,
    filled,
    intents: openIntents(releases, conversation).map(({ intent, entry }) => ({
      intent,
      says: entry.document.says?.[conversation.locale] ?? [],
    })),
  }
}

/** The slot that the flow below a pattern asks for next. */
function slotBeneath(draft: Draft): string | undefined {
  const run = businessRun(draft)
  if (run === null) return undefined
  const place = placeOf(draft.releases, run)
  const { document } = place.state
  if (document.type !== "collect") return undefined
  const values = valuesOf(draft, run, place.scope)
  for (const slot of document.slots) {
    const state = slotState(run, place.flow, slot, place.scope)
    const declared = place.flow.slots[slot]
    const isOpen = state?.status === undefined || state.status === "empty"
    if (declared === undefined || !isOpen || !holds(values, declared.when)) continue
    if (declared.type !== "list") return slot
    const [field] = nextField(declared, state?.draft?.fields ?? {}) ?? []
    return field === undefined ? undefined : `${slot}.${field}`
  }
  return undefined
}

/** The flows that a pattern on top offers to begin. */
function offeredFlows(top: Run | undefined): readonly string[] {
  return Object.values(top?.pattern?.choices ?? {}).flatMap((choice) => {
    if (choice.choice === "start") return [choice.flow]
    const isStart = choice.choice === "command" && choice.command.command === "start-flow"
    return isStart ? [choice.command.flow] : []
  })
}

/** Adds the slots of a run: of its open flows by name, of its other flows as `scope/name`, elsewhere. */
function addSlots(
  draft: Draft,
  run: Run,
  slots: Record<string, SlotView>,
  filled: Record<string, Json>,
): void {
  const open = run.position.map((_, index) => placeOf(draft.releases, run, index).scope).reverse()
  for (const scope of open) addScope(draft, run, scope, false, slots, filled)
  for (const scope of Object.keys(run.scopes))
    if (!open.includes(scope)) addScope(draft, run, scope, true, slots, filled)
  // A flow that this one may enter: what is told early waits for it.
  const release = releaseOf(draft, run)
  for (const [state, flow] of subflowsOf(flowIn(release, run.flow))) {
    const inner = release.flows[flow]
    if (inner === undefined || run.scopes[state] !== undefined) continue
    const rendering = {
      release,
      flow: inner,
      values: valuesOf(draft, run, ""),
      locale: draft.conversation.locale,
    }
    for (const [name, view] of viewsOf(rendering)) slots[name] ??= elsewhereView(view)
  }
}

const subflows = new WeakMap<CompiledFlow, readonly (readonly [state: string, flow: string])[]>()

function subflowsOf(flow: CompiledFlow): readonly (readonly [state: string, flow: string])[] {
  let found = subflows.get(flow)
  if (found === undefined) {
    found = Object.values(flow.states).flatMap(({ id, document }) =>
      document.type === "subflow" ? [[id, document.flow] as const] : [],
    )
    subflows.set(flow, found)
  }
  return found
}

function addScope(
  draft: Draft,
  run: Run,
  scope: string,
  elsewhere: boolean,
  slots: Record<string, SlotView>,
  filled: Record<string, Json>,
): void {
  const release = releaseOf(draft, run)
  const flow = flowIn(release, run.scopes[scope]?.flow ?? run.flow)
  const values = valuesOf(draft, run, scope)
  const rendering: Rendering = { release, flow, values, locale: draft.conversation.locale }
  for (const [name, view] of viewsOf(rendering)) {
    const key = elsewhere && slots[name] !== undefined && !flow.shared.has(name) ? `${scope}/${name}` : name
    if (slots[key] !== undefined) continue
    slots[key] = elsewhere ? elsewhereView(view) : view
    const value = values.slots[name]
    if (value !== undefined) filled[key] = value
  }
}

/** The slots of a flow by name: the same list as long as nothing that any of them shows has changed. */
function viewsOf(rendering: Rendering): readonly (readonly [string, SlotView])[] {
  const { flow, release } = rendering
  return renderOnce(rendering, flow.slots, readsOfSlots(flow, release), () =>
    Object.entries(flow.slots).map(([name, document]) => [name, slotView(name, document, rendering)]),
  )
}

const readsByFlow = new WeakMap<CompiledFlow, readonly ReadPath[]>()

function readsOfSlots(flow: CompiledFlow, release: Release): readonly ReadPath[] {
  let reads = readsByFlow.get(flow)
  if (reads === undefined) {
    const all = Object.values(flow.slots).flatMap((document) => readsOfSlot(document, release))
    reads = [...new Map(all.map((path) => [path.join("."), path])).values()]
    readsByFlow.set(flow, reads)
  }
  return reads
}

const elsewhereViews = new WeakMap<SlotView, SlotView>()

function elsewhereView(view: SlotView): SlotView {
  let elsewhere = elsewhereViews.get(view)
  if (elsewhere === undefined) {
    elsewhere = { ...view, elsewhere: true }
    elsewhereViews.set(view, elsewhere)
  }
  return elsewhere
}

/** Returns a slot as understanding sees it: the same view as long as nothing that it shows has changed. */
export function slotView(name: string, document: SlotDocument, rendering: Rendering): SlotView {
  const reads = readsOfSlot(document, rendering.release)
  return renderOnce(rendering, document, reads, () => makeView(name, document, rendering))
}

function makeView(name: string, document: SlotDocument, rendering: Rendering): SlotView {
  const { release } = rendering
  const declared = release.settings.types?.[document.type]
  const options = optionsOf(document, rendering)
  const of =
    document.of === undefined
      ? undefined
      : Object.entries(document.of).map(
          ([field, inner]) => [field, slotView(field, inner, rendering)] as const,
        )
  return {
    type: options !== null && declared !== undefined ? "choice" : document.type,
    names: namesOfSlot(name, document, rendering),
    ...(options === null ? {} : { options }),
    ...(comesLater(document, options) ? { later: true } : {}),
    ...(declared?.pattern === undefined ? {} : { pattern: declared.pattern }),
    ...(document.prefer === undefined ? {} : { prefer: document.prefer }),
    ...(document.opening === undefined ? {} : { opening: document.opening }),
    ...(of === undefined ? {} : { of: Object.fromEntries(of) }),
    ...(document.optional === undefined ? {} : { optional: document.optional }),
  }
}

/** Whether a choice offers what the data has, and that is not known yet. */
function comesLater({ type, options }: SlotDocument, offered: readonly OptionView[] | null): boolean {
  if (type !== "choice" || options === undefined || hasFixedOptions(options)) return false
  return fromData(options, offered ?? []).length === 0
}

/** What customers call a slot: the same list as long as its title is, whatever becomes of its options. */
function namesOfSlot(name: string, document: SlotDocument, rendering: Rendering): readonly string[] {
  return renderOnce(rendering, namesSubject(document), readsOfLabel(document), () => {
    const said = document.says?.[rendering.locale] ?? []
    return [slotLabel(name, document, rendering), ...said].filter((word) => word !== name)
  })
}

/** Stands for the names of a slot among what is rendered of its document. */
const namesSubject = remembered((_: SlotDocument) => ({}))

function askingOf(draft: Draft, conversation: Conversation): UnderstandContext["asking"] {
  const { question } = conversation
  if (question === undefined) return undefined
  const run = conversation.runs[question.run]
  if (run === undefined) return undefined
  if (question.kind === "checkpoint") {
    const place = placeOf(draft.releases, run)
    const regulated =
      place.state.document.type === "checkpoint" ? regulatedText(draft, place, place.state.document) : null
    const { accept = [], decline = [], questions = [] } = regulated ?? {}
    const { readBack = [] } = place.state.document.type === "checkpoint" ? place.state.document : {}
    return {
      kind: "checkpoint",
      ...{ accept, decline, wording: question.id },
      ...(questions.length === 0 ? {} : { questions }),
      ...(readBack.length === 0 ? {} : { slots: readBack }),
    }
  }
  if (question.kind === "choice") return { kind: "choice", options: question.options ?? [] }
  if (question.kind === "slot") return { kind: "slot", slot: question.id }
  if (question.mode === "summary") {
    const changes = (question.options ?? []).flatMap(({ key }) =>
      key.startsWith("change:") ? [key.slice("change:".length)] : [],
    )
    return { kind: "confirmation", slots: changes }
  }
  return { kind: "confirmation", slot: question.id }
}
