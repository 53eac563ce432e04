import type { z } from "zod"
import type { FlowDocument, StateDocument } from "../document/schema.ts"
import { issueDiagnostics, type Path, type Source } from "../document/source.ts"
import { nearestName } from "../expression/index.ts"
import { type AnyState, isStateType, stateKinds } from "../states/registry.ts"
import { type Diagnostic, sentence } from "../types.ts"
import type { FlowEnvironment } from "./flow.ts"
import { didYouMean, type Report } from "./report.ts"

/** A state that could be read, and where it stands. */
export type Placed = {
  readonly id: string
  readonly state: AnyState
  readonly ancestors: readonly string[]
  readonly at: Path
  readonly isDefault: boolean
}

export type Placing = {
  readonly document: FlowDocument
  readonly source: Source
  readonly diagnostics: Diagnostic[]
  readonly report: Report
  readonly placed: Map<string, Placed>
  /** Every id that is written, also of states that cannot be read. */
  readonly declared: Set<string>
}

/** Whether the start of the flow, and of every group, is a state that could be read. */
export function canStart(start: string, group: string | null, placed: ReadonlyMap<string, Placed>): boolean {
  if ((placed.get(start)?.ancestors[0] ?? null) !== group || !placed.has(start)) return false
  return [...placed.values()].every(({ id, state, ancestors }) => {
    if ((ancestors[0] ?? null) !== group || state.type !== "group") return true
    return canStart(state.start, id, placed)
  })
}

/** Types every state of a map and of the groups in it; ids are unique within a flow. */
export function placeStates(
  states: Readonly<Record<string, StateDocument>>,
  ancestors: readonly string[],
  base: Path,
  placing: Placing,
): void {
  for (const [id, raw] of Object.entries(states)) {
    const at = [...base, id]
    placing.declared.add(id)
    const state = typedState(raw, id, at, placing)
    if (state === null) continue
    if (placing.placed.has(id)) {
      placing.report.error(
        "state-id",
        at,
        sentence`There are two states "${id}" in this flow.`,
        sentence`Give one of them another id; ids are unique within a flow, also inside groups.`,
        `${placing.document.id}/${id}`,
      )
      continue
    }
    placing.placed.set(id, { id, state, ancestors, at, isDefault: false })
    if (state.type !== "group") continue
    placeStates(state.states, [id, ...ancestors], [...at, "states"], placing)
    if (!Object.hasOwn(state.states, state.start)) {
      placing.report.error(
        "target",
        [...at, "start"],
        sentence`The group "${id}" starts at "${state.start}", which is no state in it.`,
        didYouMean(nearestName(state.start, Object.keys(state.states)), Object.keys(state.states)),
        `${placing.document.id}/${id}`,
      )
    }
  }
}

function typedState(raw: StateDocument, id: string, at: Path, placing: Placing): AnyState | null {
  const where = `${placing.document.id}/${id}`
  if (!isStateType(raw.type)) {
    const types = Object.keys(stateKinds)
    placing.report.error(
      "state-type",
      [...at, "type"],
      sentence`"${raw.type}" is no type of state.`,
      didYouMean(nearestName(raw.type, types), types),
      where,
    )
    return null
  }
  const parsed = (stateKinds[raw.type].schema as z.ZodType<AnyState>).safeParse(raw)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) {
    for (const diagnostic of issueDiagnostics(issue, placing.source, at, "shape"))
      placing.diagnostics.push({ ...diagnostic, at: where })
  }
  return null
}

/** Places a state of `defaults.states`, and those it leads to come in turn, unless the flow has one of that id. */
export function defaultState(
  id: string,
  environment: FlowEnvironment,
  placed: Map<string, Placed>,
  queue: Placed[],
  document: FlowDocument,
  report: Report,
): Placed | undefined {
  const raw = environment.settings.defaults.states[id]
  if (raw === undefined || !isStateType(raw.type)) return undefined
  const parsed = (stateKinds[raw.type].schema as z.ZodType<AnyState>).safeParse(raw)
  if (!parsed.success) return undefined
  const state = parsed.data
  if (state.type === "final" && !document.outcomes.includes(state.outcome)) {
    report.error(
      "outcome",
      ["defaults", "states", id],
      sentence`The flow "${document.id}" needs the default state "${id}", but "${state.outcome}" is none of its outcomes.`,
      sentence`Add "${state.outcome}" to the outcomes of "${document.id}", or give the failing exits targets of its own.`,
      document.id,
    )
  }
  const place: Placed = { id, state, ancestors: [], at: ["defaults", "states", id], isDefault: true }
  placed.set(id, place)
  queue.push(place)
  return place
}
