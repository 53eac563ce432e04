import { type AnyStateMachine, createMachine } from "xstate"
import type { CompiledExit, CompiledState } from "./model.ts"

/** The event by which `turn` takes an exit: `state#exit`; of a flow's own `on` it is `#exit`. */
export function exitEvent(owner: string, exit: string): string {
  return `${owner}#${exit}`
}

/** The machine's node that remembers where a group with history was left. */
export function historyNode(group: string): string {
  return `${group}$history`
}

/** Whether an exit of `owner` ("" for the flow) enters its target where that was left: a group with history, from outside. */
export function entersByHistory(
  states: Readonly<Record<string, CompiledState>>,
  owner: string,
  exit: CompiledExit,
): boolean {
  const target = states[exit.target]?.document
  const isInside = owner === exit.target || states[owner]?.ancestors.includes(exit.target) === true
  return target?.type === "group" && target.history === true && !isInside
}

type Node = {
  id: string
  initial?: string
  states?: Record<string, Node>
  type?: "history"
  history?: "deep"
  target?: string
  on?: Record<string, { target: string; reenter: boolean }>
}

/**
 * Returns the XState machine of a flow: states, hierarchy, history, and one event an exit. Which exit is taken is
 * decided by `turn`; so the machine has no guards, actions, timers or context.
 */
export function compileMachine(
  flow: string,
  start: string,
  states: Readonly<Record<string, CompiledState>>,
  flowExits: readonly CompiledExit[],
): AnyStateMachine {
  const transitions = (owner: string, exits: Iterable<CompiledExit>) => {
    const on: Record<string, { target: string; reenter: boolean }> = {}
    for (const exit of exits) {
      on[exitEvent(owner, exit.name)] = {
        target: `#${entersByHistory(states, owner, exit) ? historyNode(exit.target) : exit.target}`,
        reenter: owner === exit.target,
      }
    }
    return on
  }
  const children = (parent: string | null): Record<string, Node> => {
    const nodes: Record<string, Node> = {}
    for (const state of Object.values(states)) {
      if ((state.ancestors[0] ?? null) !== parent) continue
      const exits = [...Object.values(state.exits)]
      const node: Node = { id: state.id, on: transitions(state.id, exits) }
      if (state.document.type === "group") {
        node.initial = state.document.start
        node.states = children(state.id)
        if (state.document.history === true) {
          const id = historyNode(state.id)
          node.states[id] = { id, type: "history", history: "deep", target: `#${state.document.start}` }
        }
      }
      nodes[state.id] = node
    }
    return nodes
  }
  return createMachine({
    id: `(${flow})`,
    initial: start,
    states: children(null),
    on: transitions("", flowExits),
  })
}
