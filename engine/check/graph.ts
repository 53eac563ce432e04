import type { CompiledExit, CompiledFlow, CompiledOn, CompiledState } from "../compile/model.ts"

/** A way from one state to the next. `owner` is the state, group or flow ("") whose exit it is. */
export type Edge = {
  readonly from: string
  readonly owner: string
  readonly exit: CompiledExit
  readonly to: string
  /** Taken by an entry of `on`: something must happen first. */
  readonly byEvent: boolean
}

/** The states of a flow that are no groups, and the ways between them. A group's final leads on by the group's exit. */
export type FlowGraph = {
  readonly flow: CompiledFlow
  readonly start: string
  readonly edges: ReadonlyMap<string, readonly Edge[]>
  /** Finals that end the flow. */
  readonly finals: ReadonlySet<string>
}

export function createFlowGraph(flow: CompiledFlow): FlowGraph {
  const edges = new Map<string, readonly Edge[]>()
  const finals = new Set<string>()
  for (const state of Object.values(flow.states)) {
    if (state.document.type === "group") continue
    if (state.document.type === "final" && state.ancestors.length === 0) finals.add(state.id)
    edges.set(state.id, edgesFrom(flow, state))
  }
  return { flow, start: entryOf(flow, flow.document.start), edges, finals }
}

/** Returns the state in which one stands after going to a target: of a group the one that it starts with. */
export function entryOf(flow: CompiledFlow, target: string): string {
  let id = target
  for (let state = flow.states[id]; state?.document.type === "group"; state = flow.states[id])
    id = state.document.start
  return id
}

function edgesFrom(flow: CompiledFlow, state: CompiledState): readonly Edge[] {
  const found: Edge[] = []
  const add = (owner: string, exit: CompiledExit, byEvent: boolean) => {
    found.push({ from: state.id, owner, exit, to: entryOf(flow, exit.target), byEvent })
  }
  const addOn = (on: readonly CompiledOn[]) => {
    for (const { owner, exit } of on) if (exit !== null) add(owner, exit, true)
  }
  for (const exit of Object.values(state.exits)) {
    if (!state.on.some(({ name }) => name === exit.name)) add(state.id, exit, false)
  }
  const isFinal = state.document.type === "final"
  const [group] = state.ancestors
  const outcome = state.document.type === "final" ? state.document.outcome : undefined
  if (group !== undefined && outcome !== undefined) {
    const exit = flow.states[group]?.exits[outcome]
    if (exit !== undefined) add(group, exit, false)
  }
  if (isFinal) return found
  addOn(state.on)
  for (const ancestor of state.ancestors) addOn(flow.states[ancestor]?.on ?? [])
  addOn(flow.on)
  return found
}

/** Whether one stays in a state, so that entries of `on` can be taken there; a service at work lets all else wait. */
export function isStayedIn({ type }: CompiledState["document"]): boolean {
  return (
    type === "collect" || type === "checkpoint" || type === "handoff" || type === "subflow" || type === "wait"
  )
}

/** Returns the states that can be reached from the start. */
export function reachableStates({ start, edges }: FlowGraph): ReadonlySet<string> {
  const seen = new Set([start])
  for (const id of seen) for (const { to } of edges.get(id) ?? []) seen.add(to)
  return seen
}

/** Returns the states from which one of `goals` can be reached, those included. */
export function statesLeadingTo({ edges }: FlowGraph, goals: ReadonlySet<string>): ReadonlySet<string> {
  const sources = new Map<string, string[]>()
  for (const list of edges.values()) {
    for (const { from, to } of list) sources.set(to, [...(sources.get(to) ?? []), from])
  }
  const seen = new Set(goals)
  for (const id of seen) for (const from of sources.get(id) ?? []) seen.add(from)
  return seen
}

/** Returns the edges that lie on cycles, by knot: the strongly connected components (Tarjan 1972). */
export function edgesInCycles(edges: readonly Edge[]): readonly (readonly Edge[])[] {
  const from = new Map<string, Edge[]>()
  for (const edge of edges) {
    const list = from.get(edge.from)
    if (list === undefined) from.set(edge.from, [edge])
    else list.push(edge)
  }
  const numbers = new Map<string, number>()
  const component = new Map<string, number>()
  const open: string[] = []
  let components = 0
  const visit = (id: string): number => {
    const number = numbers.size
    numbers.set(id, number)
    open.push(id)
    let low = number
    for (const { to } of from.get(id) ?? []) {
      if (component.has(to)) continue
      low = Math.min(low, numbers.get(to) ?? visit(to))
    }
    if (low < number) return low
    for (let done = open.pop(); done !== undefined; done = open.pop()) {
      component.set(done, components)
      if (done === id) break
    }
    components += 1
    return low
  }
  for (const id of from.keys()) if (!numbers.has(id)) visit(id)
  const knots = new Map<number, Edge[]>()
  for (const edge of edges) {
    const knot = component.get(edge.from)
    if (knot === undefined || knot !== component.get(edge.to)) continue
    const list = knots.get(knot)
    if (list === undefined) knots.set(knot, [edge])
    else list.push(edge)
  }
  return [...knots.values()]
}
