import type { CompiledFlow } from "../compile/model.ts"
import { canonicalJson } from "../format/index.ts"
import type { Json, Memory, Run, RunScope, Values } from "../types.ts"
import { replacing } from "./computed.ts"
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
import { startPattern } from "./patterns.ts"
import { closeQuestion } from "./question.ts"
import { cancelTimers } from "./timers.ts"
import { enterFlow } from "./transition.ts"
import { inputValues, valuesOf } from "./values.ts"

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
    const flow = flowIn(releaseOf(draft, run), inside.flow)
    const takes = flow.document.takes ?? {}
    const taken = Object.entries(inside.data).filter(([name]) => scope === "" && Object.hasOwn(takes, name))
    const data = { ...Object.fromEntries(taken), ...checkedData(flow, inside) }
    scopes[scope] = replacing(inside, { ...inside, data })
  }
  setRun(draft, runId, {
    position: [],
    scopes,
    remembered: [...run.memory, ...run.remembered],
    memory: [],
    pending: run.pending.filter((call) => call.slot !== undefined),
    walkTo: run.walkTo ?? place.path,
    // Corrections in one walk stand or fall together.
    before: run.before ?? before,
  })
  enterFlow(draft, runId, flowIn(releaseOf(draft, run), run.flow))
}

/** Returns the data that checks of slots have saved; it stands as long as the slot does. */
export function checkedData(flow: CompiledFlow, { slots, data }: RunScope): Values {
  const kept = Object.entries(flow.slots).flatMap(([slot, { check }]): [string, Json][] => {
    const value = check?.save === undefined ? undefined : data[check.save]
    return check?.save === undefined || value === undefined || slots[slot]?.status !== "filled"
      ? []
      : [[check.save, value]]
  })
  return Object.fromEntries(kept)
}

/** Ends a walk by memory: what was not served is forgotten. */
export function endWalk(draft: Draft, runId: string): void {
  const run = runOf(draft, runId)
  if (run.walkTo === undefined && run.remembered.length === 0) return
  setRun(draft, runId, { remembered: [] })
  dropFromRun(draft, runId, "walkTo", "before")
}

/**
 * Returns the path of a write that these values would change and that has no `amend`, null when the correction may
 * go on. Inputs are computed with the data at hand, so that nothing moves before it is known.
 */
export function blockingWrite(draft: Draft, runId: string): string | null {
  const now = runOf(draft, runId)
  const run = { ...now, scopes: scopesBefore(now) }
  for (const memory of [...now.memory, ...now.remembered]) {
    if (memory.write === undefined) continue
    const scope = memory.path.split("/").slice(0, -1).join("/")
    const state = stateAt(draft, run, memory.path)
    if (state?.type !== "service" || mayAmend(memory.write, state.amend)) continue
    const input = inputValues(valuesOf(draft, run, scope), state.input)
    if (canonicalJson(input) !== canonicalJson(memory.write.input)) return memory.path
  }
  return null
}

/** The slots of now with the data of before the walk, which has not put it back yet. */
function scopesBefore({ scopes, before }: Run): Run["scopes"] {
  const merged = Object.entries(scopes).map(([path, scope]) => {
    const data = before?.scopes[path]?.data ?? scope.data
    return [path, { ...scope, data }] as const
  })
  return Object.fromEntries(merged)
}

/** Whether a write may be taken back to the core: there is an operation for it, and the first answer is known. */
export function mayAmend(write: NonNullable<Memory["write"]>, amend: string | undefined): boolean {
  return amend !== undefined && write.answer !== undefined
}

/** Puts the run back as it was before the correction that met a write, and says so. */
export function refuseCorrection(draft: Draft, runId: string): void {
  const { before } = runOf(draft, runId)
  if (before === undefined) throw new Error(`The run "${runId}" has no correction to be refused.`)
  cancelTimers(draft, runId, () => true)
  draft.conversation.runs[runId] = before
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
  if (draft.conversation.question?.run === runId) closeQuestion(draft)
  startPattern(draft, "too-late-to-correct", { label: "" }, { run: runId })
}

/** Whether a write that was done is not passed again by the walk: what follows would contradict it. */
export function leavesWrite(run: Run): boolean {
  return run.remembered.some((memory) => memory.write !== undefined)
}

/** Returns the document of the state at a path of a run. */
export function stateAt(draft: Draft, run: Run, path: string) {
  const parts = path.split("/")
  const scope = parts.slice(0, -1).join("/")
  const flow = flowIn(releaseOf(draft, run), run.scopes[scope]?.flow ?? run.flow)
  return flow.states[parts.at(-1) ?? ""]?.document
}

/** Whether the run passed a checkpoint that a person reads: another flow is then confirmed first. */
export function hasPassedCheckpoint(draft: Draft, run: Run): boolean {
  return [...run.evidence, ...draft.conversation.evidence].some(
    (evidence) => evidence.run === run.id && evidence.kind !== "identity",
  )
}
