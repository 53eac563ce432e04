import { hasFixedOptions } from "../compile/shapes.ts"
import type { SlotDocument } from "../document/schema.ts"
import { canonicalJson } from "../format/index.ts"
import { isSlotValue } from "../slots/validate.ts"
import type { DataClass, Json, Provenance, Run, SlotState } from "../types.ts"
import { clearDependents, dataClassOf, setSlots } from "./clear-slot.ts"
import {
  type Draft,
  emit,
  flowIn,
  joinPath,
  log,
  newId,
  type Place,
  placeOf,
  releaseOf,
  runOf,
  setData,
  setRun,
} from "./draft.ts"
import { wordingStands } from "./evidence.ts"
import { phrases } from "./phrases.ts"
import { optionsOf, renderText, slotLabel, slotValueText } from "./render.ts"
import { renderingOf, sayText } from "./speak.ts"
import { holds, inputValues, type SlotPlace, slotHome, valuesOf } from "./values.ts"

/** What came of a value: `refused` was told to the customer and counts as a miss. */
export type Filled = "filled" | "offered" | "checking" | "same" | "refused"

/** Finds a slot by name among the open flows of a run, the innermost first; a path names one elsewhere. */
export function findSlot(draft: Draft, run: Run, name: string): SlotPlace | null {
  const slash = name.lastIndexOf("/")
  if (slash >= 0) return slotIn(draft, run, name.slice(0, slash), name.slice(slash + 1))
  for (let index = run.position.length - 1; index >= 0; index -= 1) {
    const found = slotIn(draft, run, placeOf(draft.releases, run, index).scope, name)
    if (found !== null) return found
  }
  for (const scope of Object.keys(run.scopes)) {
    const found = slotIn(draft, run, scope, name)
    if (found !== null) return found
  }
  return null
}

export function slotIn(draft: Draft, run: Run, scope: string, name: string): SlotPlace | null {
  const inside = run.scopes[scope]
  if (inside === undefined) return null
  const flow = flowIn(releaseOf(draft, run), inside.flow)
  const document = flow.slots[name]
  return document === undefined
    ? null
    : { slot: name, document, flow, scope, home: slotHome(flow, name, scope) }
}

export function stateOfSlot(run: Run, { home, slot }: SlotPlace): SlotState | undefined {
  return run.scopes[home]?.slots[slot]
}

export function putSlot(draft: Draft, runId: string, { home, slot }: SlotPlace, state: SlotState): void {
  setSlots(draft, runId, home, { ...runOf(draft, runId).scopes[home]?.slots, [slot]: state })
}

/**
 * Puts a value into a slot, whatever its source: its form, the options offered and the `valid` rules are checked, a
 * `check` is asked of its service, and a slot that `needs` a checkpoint keeps the value as offered until it stands.
 */
export function fillSlot(
  draft: Draft,
  runId: string,
  at: SlotPlace,
  value: Json,
  from: Provenance,
  certain: boolean,
): Filled {
  const run = runOf(draft, runId)
  const old = stateOfSlot(run, at)
  if (old?.status === "filled" && canonicalJson(old.value ?? null) === canonicalJson(value)) {
    if (certain && old.certain === false) putSlot(draft, runId, at, { ...old, certain: true })
    return "same"
  }
  const place = placeIn(draft, run, at.scope)
  const refusal = refusalOf(draft, run, at, value)
  if (refusal !== null) {
    refuse(draft, runId, at.slot, refusal, from)
    if (isCustomers(from)) miss(draft, runId, at)
    return "refused"
  }
  // Free text is what was said; there is nothing to be unsure of.
  const isExact = certain || (at.document.type === "text" && from.by !== "agent")
  const sure = isExact && at.document.confirm !== "always"
  const filled: SlotState = { status: "filled", value, from, certain: sure }
  const personal = {
    value,
    ...(old?.value === undefined ? {} : { old: old.value }),
    ...(from.text === undefined ? {} : { text: from.text }),
  }
  const where = {
    run: runId,
    state: `${at.flow.id}/${place.state.id}`,
    dataClass: dataClassOf(draft, run, at.scope, at.slot),
  }
  if (at.document.needs !== undefined && !wordingStands(draft, place, at.document.needs)) {
    putSlot(draft, runId, at, { ...filled, status: "offered" })
    log(
      draft,
      {
        kind: "slot.offered",
        open: { slot: at.slot, by: from.by, why: `needs "${at.document.needs}"` },
        personal,
      },
      where,
    )
    return "offered"
  }
  const kind = old?.status === "filled" ? "slot.corrected" : "slot.filled"
  if (at.document.check !== undefined) {
    putSlot(draft, runId, at, { ...filled, status: "checking" })
    log(draft, { kind, open: { slot: at.slot, by: from.by, why: "checking" }, personal }, where)
    clearDependents(draft, runId, at.scope, at.slot)
    callCheck(draft, runId, at, value)
    return "checking"
  }
  putSlot(draft, runId, at, filled)
  log(draft, { kind, open: { slot: at.slot, by: from.by }, personal }, where)
  clearDependents(draft, runId, at.scope, at.slot)
  return "filled"
}

/** What the customer gave himself: only that is talked about with him. */
function isCustomers({ by }: Provenance): boolean {
  return by === "said" || by === "chosen" || by === "offered"
}

/** Tells the customer why his value was refused; what a channel, an agent or an author gave wrongly is a problem. */
export function refuse(draft: Draft, runId: string, slot: string, refusal: string, from: Provenance): void {
  const place = placeOf(draft.releases, runOf(draft, runId))
  if (isCustomers(from)) {
    if (refusal !== "") sayText(draft, place, refusal)
    return
  }
  const message = `The value that came for "${slot}" by "${from.by}" is not of its type or not valid; it was left out.`
  log(draft, { kind: "problem", open: { code: "value-refused", message } }, { run: runId })
}

/** Why a value may not be filled, in the customer's words; null when it may. */
export function refusalOf(draft: Draft, run: Run, at: SlotPlace, value: Json): string | null {
  const place = placeIn(draft, run, at.scope)
  const rendering = {
    ...renderingOf(draft, place),
    flow: at.flow,
    values: valuesOf(draft, place.run, at.scope),
  }
  const options = optionsOf(at.document, rendering)
  const bounds = {
    keys: options?.map(({ key }) => key),
    pattern: place.release.settings.types?.[at.document.type]?.pattern,
    fields: Object.fromEntries(
      Object.entries(at.document.of ?? {}).map(([name, field]) => [name, field.type]),
    ),
  }
  if (!isSlotValue(at.document.type, value, bounds)) {
    return phrases(rendering.locale).invalid(slotLabel(at.slot, at.document, rendering))
  }
  for (const rule of at.document.valid ?? []) {
    if (!holds(rendering.values, rule.when, { value }))
      return renderText(rule.else, { ...rendering, values: { ...rendering.values, value } })
  }
  return null
}

/** What decides who may read a field of a list. */
export function dataClassOfField(at: SlotPlace, field: SlotDocument): DataClass {
  return field.sensitive ?? at.document.sensitive ?? "conversation"
}

/** Counts a miss of a slot. */
export function miss(draft: Draft, runId: string, at: SlotPlace): void {
  const old = stateOfSlot(runOf(draft, runId), at)
  putSlot(draft, runId, at, { ...(old ?? { status: "empty" }), misses: (old?.misses ?? 0) + 1 })
}

/** Returns the place of an open scope; of a finished one the run's innermost place stands in. */
function placeIn(draft: Draft, run: Run, scope: string): Place {
  for (let index = run.position.length - 1; index >= 0; index -= 1) {
    const place = placeOf(draft.releases, run, index)
    if (place.scope === scope) return place
  }
  return placeOf(draft.releases, run)
}

function callCheck(draft: Draft, runId: string, at: SlotPlace, value: Json): void {
  const { check } = at.document
  if (check === undefined) return
  const run = runOf(draft, runId)
  const values = { ...valuesOf(draft, run, at.scope), value }
  const input = check.input === undefined ? { value } : inputValues(values, check.input)
  const id = newId(draft, "call")
  const place = placeIn(draft, run, at.scope)
  const pending = run.pending.filter(
    (call) => !(call.slot === at.slot && call.path === joinPath(at.scope, "")),
  )
  setRun(draft, runId, {
    pending: [
      ...pending,
      {
        id,
        path: joinPath(at.scope, ""),
        visit: place.frame.visits[place.state.id] ?? 0,
        operation: check.service,
        input,
        slot: at.slot,
      },
    ],
  })
  log(
    draft,
    { kind: "service.called", open: { operation: check.service, call: id }, personal: { input } },
    {
      run: runId,
      state: `${at.flow.id}/${place.state.id}`,
      dataClass: dataClassOf(draft, run, at.scope, at.slot),
    },
  )
  emit(draft, { effect: "call", id, run: runId, operation: check.service, input })
}

/** Takes the answer of a slot's check: the value is filled, or cleared with the author's words and a miss. */
export function takeCheck(
  draft: Draft,
  runId: string,
  scope: string,
  slot: string,
  input: Json,
  passed: boolean,
  output: Json | null,
): void {
  const run = runOf(draft, runId)
  const at = slotIn(draft, run, scope, slot)
  const state = at === null ? undefined : stateOfSlot(run, at)
  if (at === null || state?.status !== "checking") return
  const { check } = at.document
  if (check === undefined) return
  const values = { ...valuesOf(draft, run, scope), value: state.value ?? null }
  const asked = check.input === undefined ? { value: state.value } : inputValues(values, check.input)
  if (canonicalJson(asked) !== canonicalJson(input)) return
  if (passed) {
    putSlot(draft, runId, at, { ...state, status: "filled" })
    if (check.save !== undefined && output !== null) setData(draft, runId, scope, { [check.save]: output })
    return
  }
  const place = placeIn(draft, run, scope)
  const text = renderText(check.else, { ...renderingOf(draft, place), flow: at.flow, values })
  putSlot(draft, runId, at, { status: "empty", misses: (state.misses ?? 0) + 1 })
  log(
    draft,
    {
      kind: "slot.cleared",
      open: { slot, why: `"${check.service}" did not confirm it` },
      personal: { old: state.value ?? null },
    },
    { run: runId, dataClass: dataClassOf(draft, run, scope, slot) },
  )
  sayText(draft, place, text)
}

/** Returns a slot's value in the customer's words, "" when it has none. */
export function valueText(draft: Draft, run: Run, at: SlotPlace, value: Json | undefined): string {
  if (value === undefined) return ""
  const rendering = {
    ...renderingOf(draft, placeIn(draft, run, at.scope)),
    flow: at.flow,
    values: valuesOf(draft, run, at.scope),
  }
  return slotValueText(at.document, at.slot, value, rendering)
}

export function labelOf(draft: Draft, run: Run, at: SlotPlace): string {
  const rendering = {
    ...renderingOf(draft, placeIn(draft, run, at.scope)),
    flow: at.flow,
    values: valuesOf(draft, run, at.scope),
  }
  return slotLabel(at.slot, at.document, rendering)
}

/** The keys that a choice offers now when data or conditions decide; null when they are fixed. */
export function offeredKeys(
  draft: Draft,
  place: Place,
  document: SlotDocument | undefined,
): readonly string[] | null {
  if (document?.options === undefined) return null
  const { options } = document
  if (hasFixedOptions(options) && Object.values(options).every(({ when }) => when === undefined)) return null
  return optionsOf(document, renderingOf(draft, place))?.map(({ key }) => key) ?? null
}
