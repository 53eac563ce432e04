import type { Memory, Run } from "../types.ts"
import {
  type Draft,
  dropFromRun,
  emit,
  flowIn,
  log,
  newId,
  placeOf,
  releaseOf,
  runOf,
  setRun,
} from "./draft.ts"
import { leafOf } from "./position.ts"
import { cancelTimers } from "./timers.ts"
import { enterFlow } from "./transition.ts"
import { inputValues, slotState, valuesOf } from "./values.ts"

/**
 * Starts the run again at its start, to be walked by memory: every state whose inputs are unchanged takes its
 * remembered exit in silence. Data is put back by the states that saved it; slots and evidence stay.
 */
export function restart(draft: Draft, runId: string, before: Run): void {
  const run = runOf(draft, runId)
  cancelTimers(draft, runId, () => true)
  const place = placeOf(draft.releases, before)
  const scopes: Record<string, Run["scopes"][string]> = {}
  for (const [scope, inside] of Object.entries(run.scopes)) {
    const takes = flowIn(releaseOf(draft, run), inside.flow).document.takes ?? {}
    const kept = Object.entries(inside.data).filter(([name]) => scope === "" && Object.hasOwn(takes, name))
    scopes[scope] = { ...inside, data: Object.fromEntries(kept) }
  }
  setRun(draft, runId, {
    position: [],
    scopes,
    remembered: [...run.memory, ...run.remembered],
    memory: [],
    pending: run.pending.filter((call) => call.slot !== undefined),
    walkTo: place.path,
    before,
  })
  enterFlow(draft, runId, flowIn(releaseOf(draft, run), run.flow))
}

/** Ends a walk by memory: what was not served is forgotten. */
export function endWalk(draft: Draft, runId: string): void {
  const run = runOf(draft, runId)
  if (run.walkTo === undefined && run.remembered.length === 0) return
  setRun(draft, runId, { remembered: [] })
  dropFromRun(draft, runId, "walkTo", "before")
}

/** Returns what a state left behind when it was last passed with these inputs, and takes it from the memory. */
export function recall(draft: Draft, runId: string, path: string, inputs: string): Memory | null {
  const { remembered } = runOf(draft, runId)
  const index = remembered.findIndex((memory) => memory.path === path && memory.inputs === inputs)
  const memory = remembered[index]
  if (memory === undefined) return null
  setRun(draft, runId, { remembered: remembered.filter((_, at) => at !== index) })
  return memory
}

/**
 * Returns the path of a write that these values would change and that has no `amend`, null when the correction may
 * go on. Inputs are computed with the data at hand, so that nothing moves before it is known.
 */
export function blockingWrite(draft: Draft, runId: string): string | null {
  const run = runOf(draft, runId)
  for (const memory of run.memory) {
    if (memory.write === undefined) continue
    const scope = memory.path.split("/").slice(0, -1).join("/")
    const state = stateAt(draft, run, memory.path)
    if (state?.type !== "service" || state.amend !== undefined) continue
    const input = inputValues(valuesOf(draft, run, scope), state.input)
    if (JSON.stringify(input) !== JSON.stringify(memory.write.input)) return memory.path
  }
  return null
}

/** Puts the run back as it was before the correction that met a write. */
export function undoCorrection(draft: Draft, runId: string): void {
  const { before } = runOf(draft, runId)
  if (before === undefined) return
  cancelTimers(draft, runId, () => true)
  draft.conversation = { ...draft.conversation, runs: { ...draft.conversation.runs, [runId]: before } }
  for (const timer of before.timers) {
    if (timer.pausedSince === undefined)
      emit(draft, { effect: "set-timer", id: newId(draft, "effect"), timer: timer.id, due: timer.due })
  }
  log(
    draft,
    {
      kind: "problem",
      open: {
        code: "too-late-to-correct",
        message: "The correction met a write that cannot be changed; the run stands as before.",
      },
    },
    { run: runId },
  )
}

function stateAt(draft: Draft, run: Run, path: string) {
  const parts = path.split("/")
  const scope = parts.slice(0, -1).join("/")
  const flow = flowIn(releaseOf(draft, run), run.scopes[scope]?.flow ?? run.flow)
  return flow.states[parts.at(-1) ?? ""]?.document
}

/** Returns the last collect in memory that the customer answered, with the slots that he gave there. */
export function lastAnswered(
  draft: Draft,
  run: Run,
): { readonly memory: Memory; readonly scope: string; readonly slots: readonly string[] } | null {
  for (const memory of [...run.memory].reverse()) {
    const state = stateAt(draft, run, memory.path)
    if (state?.type !== "collect") continue
    const scope = memory.path.split("/").slice(0, -1).join("/")
    const flow = flowIn(releaseOf(draft, run), run.scopes[scope]?.flow ?? run.flow)
    const given = state.slots.filter((slot) => {
      const kept = slotState(run, flow, slot, scope)
      return (
        kept?.status === "refused" ||
        (kept?.value !== undefined && ["said", "chosen", "offered"].includes(kept.from?.by ?? ""))
      )
    })
    if (given.length > 0) return { memory, scope, slots: given }
  }
  return null
}

/** Whether the run passed a checkpoint: another flow is then confirmed first. */
export function hasPassedCheckpoint(run: Run): boolean {
  return run.evidence.some((evidence) => evidence.kind !== "identity")
}

/** The path of the innermost active state, for the end of a walk. */
export function pathOf(run: Run): string {
  return run.position.map((frame) => leafOf(frame.value)).join("/")
}
