import {
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type EventObject,
  initialTransition,
  type Snapshot,
  transition,
} from "xstate"
import type { StateValue } from "../types.ts"

/** Where a machine stands, as JSON: XState's value, and by history node the states to come back to. */
export type SavedPosition = {
  readonly value: StateValue
  readonly history: Readonly<Record<string, readonly string[]>>
}

/**
 * What is known of one machine. Its guards, timers and values are `turn`'s, so from the same position the same event
 * always leads to the same one: XState computes each step once, and there is one snapshot for each position.
 */
type Known = {
  start: AnyMachineSnapshot | null
  readonly snapshots: Map<string, AnyMachineSnapshot>
  readonly steps: Map<AnyMachineSnapshot, Map<string, AnyMachineSnapshot>>
}
const machines = new WeakMap<AnyStateMachine, Known>()
const positions = new WeakMap<AnyMachineSnapshot, SavedPosition>()
/** The other way round: a position that did not leave this process is known by the very object of its history. */
const byHistory = new WeakMap<SavedPosition["history"], AnyMachineSnapshot>()
/** More positions than any flow has, unless its histories multiply; beyond it what is known is learnt anew. */
const mostPositions = 10_000

function knownOf(machine: AnyStateMachine): Known {
  let known = machines.get(machine)
  if (known === undefined || known.snapshots.size > mostPositions) {
    known = { start: known?.start ?? null, snapshots: new Map(), steps: new Map() }
    machines.set(machine, known)
  }
  return known
}

/** Returns the one snapshot of a position. */
function canonical(known: Known, snapshot: AnyMachineSnapshot): AnyMachineSnapshot {
  const key = JSON.stringify(save(snapshot))
  const same = known.snapshots.get(key)
  if (same !== undefined) return same
  known.snapshots.set(key, snapshot)
  return snapshot
}

/** Returns the position in which a machine starts. */
export function start(machine: AnyStateMachine): AnyMachineSnapshot {
  const known = knownOf(machine)
  known.start ??= canonical(known, initialTransition(machine)[0])
  return known.start
}

/** Takes one event; returns the same snapshot when the machine has no transition for it. */
export function step(
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  event: EventObject,
): AnyMachineSnapshot {
  const known = knownOf(machine)
  let steps = known.steps.get(snapshot)
  if (steps === undefined) {
    steps = new Map()
    known.steps.set(snapshot, steps)
  }
  let next = steps.get(event.type)
  if (next === undefined) {
    next = canonical(known, transition(machine, snapshot, event)[0])
    steps.set(event.type, next)
  }
  return next
}

/** Returns what must be kept of a snapshot; the rest is rebuilt by `restore`. */
export function save(snapshot: AnyMachineSnapshot): SavedPosition {
  const known = positions.get(snapshot)
  if (known !== undefined) return known
  const history: Record<string, readonly string[]> = {}
  for (const [node, states] of Object.entries(snapshot.historyValue))
    history[node] = states.map((state) => state.id)
  const position = { value: snapshot.value as StateValue, history }
  positions.set(snapshot, position)
  byHistory.set(history, snapshot)
  return position
}

/** Returns the snapshot of a kept position. `resolveState` would lose the history, so XState's own restoring is used. */
export function restore(machine: AnyStateMachine, { value, history }: SavedPosition): AnyMachineSnapshot {
  const saved = byHistory.get(history)
  if (saved !== undefined && save(saved).value === value) return saved
  const known = knownOf(machine)
  const key = JSON.stringify({ value, history })
  const same = known.snapshots.get(key)
  if (same !== undefined) return same
  const historyValue: Record<string, { id: string }[]> = {}
  for (const [node, ids] of Object.entries(history)) historyValue[node] = ids.map((id) => ({ id }))
  const kept = {
    status: "active",
    value,
    historyValue,
    context: {},
    children: {},
    output: undefined,
    error: undefined,
  }
  const snapshot = machine.restoreSnapshot(kept as unknown as Snapshot<unknown>, scope) as AnyMachineSnapshot
  known.snapshots.set(key, snapshot)
  return snapshot
}

/** XState wants an actor scope to revive child actors; our machines have none. */
const scope = {} as Parameters<AnyStateMachine["restoreSnapshot"]>[1]

/** Returns the id of the innermost active state of a machine without parallel states. */
export function leafOf(value: StateValue): string {
  let current = value
  while (typeof current !== "string") {
    const [id] = Object.keys(current)
    if (id === undefined) throw new Error("A position names no state: its file was changed by hand.")
    const next = current[id]
    if (next === undefined) throw new Error("A position names no state: its file was changed by hand.")
    current = next
  }
  return current
}
