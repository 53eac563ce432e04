import type { DataClass, Run, Slots } from "../types.ts"
import { type Draft, flowIn, log, releaseOf, runOf, setScope } from "./draft.ts"
import { slotHome } from "./values.ts"

/** Empties a slot, and those cleared by it; says why in the log. */
export function clearSlot(draft: Draft, runId: string, scope: string, slot: string, why: string): void {
  const run = runOf(draft, runId)
  const flow = flowIn(releaseOf(draft, run), run.scopes[scope]?.flow ?? run.flow)
  const home = slotHome(flow, slot, scope)
  const slots = run.scopes[home]?.slots ?? {}
  const state = slots[slot]
  if (state === undefined) return
  setSlots(draft, runId, home, without(slots, slot))
  if (state.value !== undefined || state.status === "refused") {
    log(
      draft,
      {
        kind: "slot.cleared",
        open: { slot, why },
        personal: state.value === undefined ? {} : { old: state.value },
      },
      { run: runId, dataClass: dataClassOf(draft, run, scope, slot) },
    )
  }
  clearDependents(draft, runId, scope, slot)
}

/** Empties the slots that name this one in `clearedBy`. */
export function clearDependents(draft: Draft, runId: string, scope: string, slot: string): void {
  const run = runOf(draft, runId)
  const flow = flowIn(releaseOf(draft, run), run.scopes[scope]?.flow ?? run.flow)
  for (const [name, document] of Object.entries(flow.slots)) {
    if (name !== slot && document.clearedBy?.includes(slot) === true)
      clearSlot(draft, runId, scope, name, `cleared by "${slot}"`)
  }
}

export function setSlots(draft: Draft, runId: string, home: string, slots: Slots): void {
  setScope(draft, runId, home, { slots })
}

export function dataClassOf(draft: Draft, run: Run, scope: string, slot: string): DataClass {
  const flow = flowIn(releaseOf(draft, run), run.scopes[scope]?.flow ?? run.flow)
  return flow.slots[slot]?.sensitive ?? "conversation"
}

function without(slots: Slots, slot: string): Slots {
  const { [slot]: _removed, ...rest } = slots
  return rest
}
