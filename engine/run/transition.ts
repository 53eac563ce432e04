import type { AnyMachineSnapshot } from "xstate"
import { exitEvent, historyNode } from "../compile/machine.ts"
import type { CompiledExit, CompiledFlow, CompiledState } from "../compile/model.ts"
import type { EntryBody, Frame, Json, Memory } from "../types.ts"
import { clearSlot } from "./clear-slot.ts"
import {
  type Draft,
  dropFromRun,
  emit,
  flowIn,
  joinPath,
  log,
  newId,
  type Place,
  placeOf,
  releaseOf,
  runOf,
  scopeOf,
  setRun,
} from "./draft.ts"
import { inputsOf } from "./inputs.ts"
import { leafOf, restore, save, start, step } from "./position.ts"
import { cancelTimers, pauseTimers, setTimer } from "./timers.ts"
import { readValues, valuesOf } from "./values.ts"

/** How an exit came to be taken, for the log. */
export type Cause = {
  readonly by: "state" | "customer" | "service" | "event" | "timer" | "agent" | "flow" | "memory"
  /** CEL whose values explain the choice. */
  readonly because?: readonly string[]
  /** What it was given now, and wrote. */
  readonly memory?: Pick<Memory, "write"> & { readonly saved?: Omit<NonNullable<Memory["saved"]>, "at"> }
  /** What the state left behind when it was last passed by this exit: it leaves the same. */
  readonly recalled?: Memory
}

/** Enters a flow: a new frame at its start. */
export function enterFlow(draft: Draft, runId: string, flow: CompiledFlow): void {
  const run = runOf(draft, runId)
  const snapshot = start(flow.machine)
  const { value, history } = save(snapshot)
  const frame: Frame = { flow: flow.id, value, history, visits: {} }
  setRun(draft, runId, { position: [...run.position, frame] })
  const index = run.position.length
  enterStates(draft, runId, index, snapshot, pathBelow(flow, leafOf(value), null), null)
  logEntered(draft, runId, index, {}, undefined)
}

/**
 * Leaves a state, group or flow of a frame by one of its exits: what is above falls, the exit clears its slots unless
 * it is taken by memory, the machine takes one step, and the memory of the state left is kept.
 */
export function takeExit(
  draft: Draft,
  runId: string,
  frameIndex: number,
  owner: string,
  exit: CompiledExit,
  cause: Cause,
): void {
  closeHandoff(draft, runId)
  dropFrames(draft, runId, frameIndex + 1)
  const place = placeOf(draft.releases, runOf(draft, runId), frameIndex)
  const { flow, frame, state, scope } = place
  const event = { type: exitEvent(owner, exit.name) }
  const name = owner === state.id ? exit.name : event.type
  const memory = memoryOf(draft, place, name, cause)
  const because =
    cause.because === undefined ? undefined : readValues(valuesOf(draft, place.run, scope), cause.because)

  const before = restore(flow.machine, frame)
  const stepped = step(flow.machine, before, event)
  // A state that leads to itself gives the same snapshot, too.
  if (stepped === before && !before.can(event)) {
    throw new Error(`The machine of "${flow.id}" did not move by "${event.type}" from "${state.id}".`)
  }
  const after = withoutEnded(flow, exit, owner, stepped)
  const domain = domainOf(flow, state, owner, exit)
  const left = pathBelow(flow, state.id, domain)
  cancelTimers(draft, runId, (timer) => left.some((id) => timer.path === joinPath(scope, id)))
  if (cause.by !== "memory")
    for (const slot of exit.clear) clearSlot(draft, runId, scope, slot, `${flow.id}/${owner}#${exit.name}`)
  const target = leafOf(save(after).value)
  enterStates(draft, runId, frameIndex, after, pathBelow(flow, target, domain), memory)
  const passed = { from: `${flow.id}/${state.id}`, exit: name, by: cause.by }
  const open = cause.by === "memory" ? { ...passed, remembered: true } : passed
  logEntered(draft, runId, frameIndex, open, because)
  pauseTimers(draft, runId)
}

function memoryOf(draft: Draft, place: Place, exit: string, cause: Cause): Memory {
  const inputs = inputsOf(draft, place)
  const { recalled } = cause
  if (recalled !== undefined) return recalled.inputs === inputs ? recalled : { ...recalled, inputs }
  const { saved, write } = cause.memory ?? {}
  return {
    path: place.path,
    exit,
    inputs,
    ...(saved === undefined ? {} : { saved: { at: draft.now, ...saved } }),
    ...(write === undefined ? {} : { write }),
  }
}

/** Whichever exit is taken, the hand-off that stood there is over. */
function closeHandoff(draft: Draft, runId: string): void {
  const { handoff } = runOf(draft, runId)
  if (handoff === undefined) return
  dropFromRun(draft, runId, "handoff")
  emit(draft, { effect: "close-handoff", id: newId(draft, "effect"), handoff: handoff.id })
}

/** Drops the frames from an index on, with their timers. */
function dropFrames(draft: Draft, runId: string, from: number): void {
  const run = runOf(draft, runId)
  if (run.position.length <= from) return
  const scope = scopeOf(run, from)
  cancelTimers(draft, runId, (timer) => timer.path.startsWith(`${scope}/`))
  const { pending } = runOf(draft, runId)
  setRun(draft, runId, {
    position: run.position.slice(0, from),
    pending: pending.filter((call) => !call.path.startsWith(`${scope}/`)),
  })
}

/**
 * Puts a snapshot into a frame, keeps what the state that was left leaves behind, and starts what belongs to the entry
 * of the new states. Without a memory the flow is entered anew.
 */
function enterStates(
  draft: Draft,
  runId: string,
  frameIndex: number,
  snapshot: AnyMachineSnapshot,
  ids: readonly string[],
  memory: Memory | null,
): void {
  const run = runOf(draft, runId)
  const frame = run.position[frameIndex]
  if (frame === undefined) throw new Error(`The run "${runId}" has no frame ${frameIndex}.`)
  const { value, history } = save(snapshot)
  const flow = flowIn(releaseOf(draft, run), frame.flow)
  const leaf = leafOf(value)
  const active = [leaf, ...(flow.states[leaf]?.ancestors ?? []), ""]
  const visits: Record<string, number> = {}
  let counter = run.visits
  const news = memory === null ? [...ids, ""] : ids
  for (const id of active) {
    const isNew = news.includes(id)
    if (isNew) counter += 1
    visits[id] = isNew ? counter : (frame.visits[id] ?? counter)
  }
  const next: Frame = { flow: frame.flow, value, history, visits }
  setRun(draft, runId, {
    visits: counter,
    position: run.position.map((other, index) => (index === frameIndex ? next : other)),
    ...(memory === null ? {} : { memory: [...run.memory, memory] }),
  })
  for (const id of news) startTimers(draft, runId, frameIndex, flow, id, visits[id] ?? counter)
}

function startTimers(
  draft: Draft,
  runId: string,
  frameIndex: number,
  flow: CompiledFlow,
  id: string,
  visit: number,
): void {
  const entries = id === "" ? flow.on : (flow.states[id]?.on ?? [])
  for (const { name, document } of entries) {
    if (document.after !== undefined || document.at !== undefined) {
      setTimer(draft, runId, frameIndex, id, visit, {
        kind: "on",
        name,
        after: document.after,
        days: document.days,
        at: document.at,
      })
    }
  }
  const state = flow.states[id]?.document
  if (state?.type === "wait" && state.until !== undefined) {
    const plan =
      "at" in state.until ? { at: state.until.at } : { after: state.until.after, days: state.until.days }
    setTimer(draft, runId, frameIndex, id, visit, { kind: "until", name: "timeout", ...plan })
  }
}

/** The states that are left or entered with a leaf: those on its path below the domain, the leaf first. */
function pathBelow(flow: CompiledFlow, leaf: string, domain: string | null): readonly string[] {
  const path = [leaf, ...(flow.states[leaf]?.ancestors ?? [])]
  const at = domain === null ? -1 : path.indexOf(domain)
  return at === -1 ? path : path.slice(0, at)
}

/** The innermost group that stays active: around source and target, the source itself when it holds the target. */
function domainOf(
  flow: CompiledFlow,
  state: CompiledState,
  owner: string,
  exit: CompiledExit,
): string | null {
  const target = flow.states[exit.target]
  const around = target?.ancestors ?? []
  const chain = [state.id, ...state.ancestors]
  const sources = owner === "" ? [] : chain.slice(chain.indexOf(owner))
  if (owner !== exit.target && around.includes(owner)) return owner
  return sources.slice(1).find((group) => around.includes(group)) ?? null
}

/** A group that ended by one of its finals starts anew when it is entered again. */
function withoutEnded(
  flow: CompiledFlow,
  exit: CompiledExit,
  owner: string,
  snapshot: AnyMachineSnapshot,
): AnyMachineSnapshot {
  const state = flow.states[owner]?.document
  if (state?.type !== "group" || state.history !== true) return snapshot
  const isOutcome = Object.values(state.states).some(
    (child) => child.type === "final" && child.outcome === exit.name,
  )
  if (!isOutcome) return snapshot
  const { value, history } = save(snapshot)
  const { [historyNode(owner)]: _ended, ...kept } = history
  return restore(flow.machine, { value, history: kept })
}

function logEntered(
  draft: Draft,
  runId: string,
  frameIndex: number,
  open: Extract<EntryBody, { kind: "state.entered" }>["open"],
  because: { path: string; value: Json }[] | undefined,
): void {
  const place = placeOf(draft.releases, runOf(draft, runId), frameIndex)
  const where = { run: runId, state: `${place.flow.id}/${place.state.id}` }
  if (because === undefined) log(draft, { kind: "state.entered", open }, where)
  else log(draft, { kind: "state.entered", open, personal: { because } }, where)
}
