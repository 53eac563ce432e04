import type { CompiledFlow } from "../compile/model.ts"
import type { Conversation, Json, PatternCause, Provenance, Run, Slots, Values } from "../types.ts"
import { type Draft, emit, flowIn, log, newId, releaseOf, runOf, setRun } from "./draft.ts"
import { closeQuestion } from "./question.ts"
import { cancelTimers } from "./timers.ts"
import { enterFlow } from "./transition.ts"
import { evaluateIn, valuesOf } from "./values.ts"

export type StartOptions = {
  readonly takes?: Values
  readonly slots?: readonly { readonly slot: string; readonly value: Json; readonly from: Provenance }[]
  readonly pattern?: PatternCause
}

/** Starts a flow of the current release as a new run on top of the stack. */
export function startRun(draft: Draft, flowId: string, options: StartOptions = {}): string {
  const release = draft.releases.current
  const flow = flowIn(release, flowId)
  const id = newId(draft, "run")
  const run: Run = {
    id,
    flow: flowId,
    release: release.id,
    position: [],
    scopes: {
      "": {
        flow: flowId,
        slots: options.pattern === undefined ? offeredSlots(draft, flow) : {},
        data: options.takes ?? {},
      },
    },
    memory: [],
    remembered: [],
    timers: [],
    pending: [],
    evidence: [],
    keys: {},
    answers: {},
    told: options.slots ?? [],
    correlation: {},
    events: [],
    visits: 0,
    ...(options.pattern === undefined ? {} : { pattern: options.pattern }),
  }
  const { conversation } = draft
  conversation.runs[id] = run
  draft.conversation = { ...conversation, stack: [...conversation.stack, id] }
  log(draft, { kind: "run.started", open: { flow: flowId, release: release.id } }, { run: id })
  enterFlow(draft, id, flow)
  return id
}

/** Shared slots that an earlier run of the conversation filled are offered to a new one, never assumed. */
function offeredSlots(draft: Draft, flow: CompiledFlow): Slots {
  const offered: Record<string, Slots[string]> = {}
  for (const [name, state] of Object.entries(draft.conversation.known)) {
    if (flow.shared.has(name) || draft.releases.current.settings.slots?.[name] !== undefined) {
      if (state.value !== undefined)
        offered[name] = { status: "offered", value: state.value, from: { by: "offered", at: draft.now } }
    }
  }
  return offered
}

/** Ends a root run: its timers stop, what it learnt that is shared is kept for later runs, and it leaves the stack. */
export function endRun(draft: Draft, runId: string, outcome: string, output: Values): Run {
  const run = runOf(draft, runId)
  cancelTimers(draft, runId, () => true)
  log(
    draft,
    {
      kind: "run.ended",
      open: { flow: run.flow, outcome, release: run.release },
      ...(Object.keys(output).length === 0 ? {} : { personal: { output } }),
    },
    { run: runId },
  )
  if (run.handoff !== undefined)
    emit(draft, { effect: "close-handoff", id: newId(draft, "effect"), handoff: run.handoff.id })
  const { conversation } = draft
  delete conversation.runs[runId]
  draft.conversation = {
    ...conversation,
    stack: conversation.stack.filter((id) => id !== runId),
    known:
      run.pattern === undefined ? { ...conversation.known, ...sharedSlots(draft, run) } : conversation.known,
  }
  if (draft.conversation.question?.run === runId) closeQuestion(draft)
  return run
}

function sharedSlots(draft: Draft, run: Run): Slots {
  const shared = releaseOf(draft, run).settings.slots ?? {}
  const filled = Object.entries(run.scopes[""]?.slots ?? {}).filter(
    ([name, slot]) => shared[name] !== undefined && slot.status === "filled",
  )
  return Object.fromEntries(filled)
}

/** Takes a run that has nothing to ask off the stack until it has something to say. */
export function parkRun(draft: Draft, runId: string): void {
  const { conversation } = draft
  if (!conversation.stack.includes(runId)) return
  draft.conversation = { ...conversation, stack: conversation.stack.filter((id) => id !== runId) }
  log(draft, { kind: "run.parked", open: { flow: runOf(draft, runId).flow } }, { run: runId })
  if (draft.conversation.question?.run === runId) closeQuestion(draft)
}

/**
 * Puts a parked run on top. A flow is at most once on the stack: while another run of it talks, this one only notes
 * that it has something to say. Returns whether it talks now.
 */
export function resumeRun(draft: Draft, runId: string): boolean {
  const { conversation } = draft
  const { stack, runs } = conversation
  if (stack.includes(runId)) return true
  if (!mayTakePlace(conversation, runId)) {
    setRun(draft, runId, { wantsToTalk: true })
    return false
  }
  draft.conversation = { ...conversation, stack: [...stack, runId] }
  log(draft, { kind: "run.resumed", open: { flow: runs[runId]?.flow ?? "" } }, { run: runId })
  return true
}

/** Whether no other run of a parked run's flow is on the stack. */
export function mayTakePlace({ stack, runs }: Conversation, runId: string): boolean {
  return !stack.some((id) => id !== runId && runs[id]?.flow === runs[runId]?.flow)
}

/** Gives the run the keys by which events find it, its sub-flows' too, as their values appear in their data. */
export function correlateRun(draft: Draft, runId: string): void {
  const run = runOf(draft, runId)
  const release = releaseOf(draft, run)
  const found: Record<string, Json> = {}
  for (const scope of Object.keys(run.scopes)) {
    const inside = run.scopes[scope]
    if (inside === undefined || draft.correlated.has(inside.data)) continue
    draft.correlated.add(inside.data)
    const { correlate = {} } = flowIn(release, inside.flow).document
    for (const [key, source] of Object.entries(correlate)) {
      const evaluation = evaluateIn(valuesOf(draft, run, scope), source)
      if (evaluation.ok && evaluation.value !== null) found[key] = evaluation.value
    }
  }
  if (Object.keys(found).length === 0) return
  const correlation = { ...run.correlation, ...found }
  if (JSON.stringify(correlation) === JSON.stringify(run.correlation)) return
  setRun(draft, runId, { correlation })
  emit(draft, { effect: "correlate", id: newId(draft, "effect"), run: runId, correlation })
}
