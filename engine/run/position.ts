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

/** Returns the position in which a machine starts. */
export function start(machine: AnyStateMachine): AnyMachineSnapshot {
  return initialTransition(machine)[0]
}

/** Takes one event; returns the same snapshot when the machine has no transition for it. */
export function step(
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  event: EventObject,
): AnyMachineSnapshot {
  return transition(machine, snapshot, event)[0]
}

/** Returns what must be kept of a snapshot; the rest is rebuilt by `restore`. */
export function save(snapshot: AnyMachineSnapshot): SavedPosition {
  const history: Record<string, readonly string[]> = {}
  for (const [node, states] of Object.entries(snapshot.historyValue))
    history[node] = states.map((state) => state.id)
  return { value: snapshot.value as StateValue, history }
}

/** Returns the snapshot of a kept position. `resolveState` would lose the history, so XState's own restoring is used. */
export function restore(machine: AnyStateMachine, position: SavedPosition): AnyMachineSnapshot {
  const historyValue: Record<string, { id: string }[]> = {}
  for (const [node, ids] of Object.entries(position.history)) historyValue[node] = ids.map((id) => ({ id }))
  const kept = {
    status: "active",
    value: position.value,
    historyValue,
    context: {},
    children: {},
    output: undefined,
    error: undefined,
  }
  return machine.restoreSnapshot(kept as unknown as Snapshot<unknown>, scope) as AnyMachineSnapshot
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
