import type { CompiledState } from "../compile/model.ts"
import type { SlotDocument } from "../document/schema.ts"
import type { StateOf, StateType } from "../states/registry.ts"
import { type CheckContext, type CheckedFlow, spotOf } from "./context.ts"
import { below, type Spot } from "./places.ts"

/** Yields each state of a type, in the order of the files. */
export function* statesOf<Type extends StateType>(
  flows: readonly CheckedFlow[],
  type: Type,
): Generator<{
  readonly checked: CheckedFlow
  readonly state: CompiledState
  readonly document: StateOf<Type>
  readonly spot: Spot
}> {
  for (const checked of flows) {
    for (const state of Object.values(checked.flow.states)) {
      if (isOf(state.document, type))
        yield { checked, state, document: state.document, spot: spotOf(checked, state) }
    }
  }
}

function isOf<Type extends StateType>(document: StateOf<StateType>, type: Type): document is StateOf<Type> {
  return document.type === type
}

export type CallPlace = {
  readonly operation: string
  readonly input: Readonly<Record<string, string>> | undefined
  /** Inputs that the engine gives by itself. */
  readonly given: readonly string[]
  /** Where the call stands, and the field there that names the operation. */
  readonly spot: Spot
  readonly field: string
}

/** Yields each call of an operation: of a state, of its amendment, of a slot's check. */
export function* callsOf({ flows, settings }: CheckContext): Generator<CallPlace> {
  yield* slotCalls(settings.value.slots, { source: settings.source, path: [] })
  for (const { flow, source } of flows)
    yield* slotCalls(flow.document.slots, { source, path: [], at: flow.id })
  for (const { document, spot } of statesOf(flows, "service")) {
    const { service, amend, input } = document
    yield { operation: service, input, given: [], spot, field: "service" }
    if (amend !== undefined) yield { operation: amend, input, given: ["first"], spot, field: "amend" }
  }
}

function* slotCalls(
  slots: Readonly<Record<string, SlotDocument>> | undefined,
  spot: Spot,
): Generator<CallPlace> {
  for (const [name, slot] of Object.entries(slots ?? {})) {
    const at = below(spot, "slots", name)
    yield* checkCall(slot, at)
    for (const [id, field] of Object.entries(slot.of ?? {})) yield* checkCall(field, below(at, "of", id))
  }
}

function* checkCall({ check }: Pick<SlotDocument, "check">, spot: Spot): Generator<CallPlace> {
  if (check === undefined) return
  const { service, input } = check
  yield { operation: service, input, given: [], spot: below(spot, "check"), field: "service" }
}
