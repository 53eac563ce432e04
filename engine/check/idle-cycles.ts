import type { CompiledFlow, CompiledState } from "../compile/model.ts"
import { expressionReads } from "../compile/reads.ts"
import type { WordingDocument } from "../document/schema.ts"
import { textArguments } from "../format/index.ts"
import { type Edge, type FlowGraph, reachableStates } from "./graph.ts"

/** What is needed besides the flow to know whether a cycle waits. */
export type CycleEnvironment = {
  readonly wordings: Readonly<Record<string, WordingDocument>>
  /** Whether every way through a flow to this outcome waits for someone. */
  waitsInside(flow: string, outcome: string): boolean
}

/** The most paths that are tried in one knot of cycles; what a person drew has far fewer. */
const mostPaths = 5_000
/** The most cycles that are told of one flow. */
const mostCycles = 10

/**
 * Returns the cycles of a flow on which nothing must wait, shortest first. A collect waits when an exit of the cycle
 * clears one of its slots or when it reads back; a checkpoint when it was declined, or when a service of the cycle
 * fetches anew what it binds; a hand-off unless nobody is there; a `wait` and every event always do.
 */
export function idleCycles(graph: FlowGraph, environment: CycleEnvironment): readonly (readonly Edge[])[] {
  const order = new Map([...reachableStates(graph)].map((id, index) => [id, index]))
  let edges = [...graph.edges.values()].flat().filter((edge) => {
    return order.has(edge.from) && !alwaysWaits(edge, graph.flow, environment)
  })
  const bound = new Map<string, ReadonlySet<string>>()
  const waits = (path: readonly Edge[]) => cycleWaits(path, graph.flow, environment, bound)
  const cycles: (readonly Edge[])[] = []
  while (cycles.length < mostCycles) {
    const cycle = shortestCycle(edges, order, waits)
    const last = cycle?.at(-1)
    if (cycle === null || last === undefined) break
    cycles.push(cycle)
    edges = edges.filter((edge) => edge !== last)
  }
  return cycles
}

/** Whether a state waits before it leaves by this exit, whatever the rest of the way is. */
function alwaysWaits(edge: Edge, flow: CompiledFlow, { waitsInside }: CycleEnvironment): boolean {
  if (edge.byEvent) return true
  const document = flow.states[edge.from]?.document
  switch (document?.type) {
    case "wait":
      return true
    case "handoff":
      return edge.exit.name !== "unavailable"
    case "collect":
      return document.confirm === "summary"
    case "checkpoint":
      return edge.exit.name === "declined"
    case "subflow":
      return waitsInside(document.flow, edge.exit.name)
    default:
      return false
  }
}

/** Whether a state on the path waits because of what another does there. */
function cycleWaits(
  path: readonly Edge[],
  flow: CompiledFlow,
  environment: CycleEnvironment,
  bound: Map<string, ReadonlySet<string>>,
): boolean {
  const cleared = new Set(path.flatMap(({ exit }) => exit.clear))
  const fetched = new Set(path.flatMap(({ from }) => savedBy(flow.states[from])))
  return path.some(({ from }) => {
    const state = flow.states[from]
    if (state?.document.type === "collect") return state.document.slots.some((slot) => cleared.has(slot))
    if (state?.document.type !== "checkpoint" || state.document.kind === "identity" || fetched.size === 0)
      return false
    const reads = bound.get(from) ?? boundData(state, flow, environment)
    bound.set(from, reads)
    return [...fetched].some((name) => reads.has(name))
  })
}

function savedBy(state: CompiledState | undefined): readonly string[] {
  const { document } = state ?? {}
  if (document?.type !== "service" && document?.type !== "subflow") return []
  return document.save === undefined ? [] : [document.save]
}

/** Returns the names of the data on which a checkpoint's evidence depends, also through derived values. */
function boundData(
  state: CompiledState,
  flow: CompiledFlow,
  { wordings }: CycleEnvironment,
): ReadonlySet<string> {
  const { document } = state
  const names = new Set<string>()
  if (document.type !== "checkpoint") return names
  const wording = document.wording === undefined ? undefined : wordings[document.wording]
  const paths = new Set([
    ...(wording?.versions.flatMap(({ text }) => textArguments(text)) ?? []),
    ...(document.binds ?? []).flatMap(expressionReads),
  ])
  for (const path of paths) {
    const [root, name = ""] = path.split(".")
    if (root === "data") names.add(name)
    const derived = root === "derived" ? flow.document.derived?.[name] : undefined
    if (derived !== undefined) for (const read of expressionReads(derived.is)) paths.add(read)
  }
  return names
}

/** Returns the shortest cycle that does not wait, beginning with the state that comes first in the flow. */
function shortestCycle(
  edges: readonly Edge[],
  order: ReadonlyMap<string, number>,
  waits: (path: readonly Edge[]) => boolean,
): readonly Edge[] | null {
  const from = new Map<string, Edge[]>()
  for (const edge of edges) from.set(edge.from, [...(from.get(edge.from) ?? []), edge])
  const place = (id: string) => order.get(id) ?? 0
  const inCycle = statesOnCycles(from)
  const paths: (readonly Edge[])[] = edges.filter(({ from: id }) => inCycle.has(id)).map((edge) => [edge])
  for (const path of paths) {
    const [first] = path
    const last = path.at(-1)
    if (first === undefined || last === undefined || waits(path)) continue
    if (last.to === first.from) return path
    if (paths.length > mostPaths || !inCycle.has(last.to)) continue
    if (place(last.to) < place(first.from) || path.some((edge) => edge.from === last.to)) continue
    for (const next of from.get(last.to) ?? []) paths.push([...path, next])
  }
  return null
}

/** Returns the states that can come back to themselves. */
function statesOnCycles(from: ReadonlyMap<string, readonly Edge[]>): ReadonlySet<string> {
  const found = new Set<string>()
  for (const start of from.keys()) {
    const seen = new Set<string>()
    const queue = [start]
    for (const id of queue) {
      for (const { to } of from.get(id) ?? []) {
        if (to === start) found.add(start)
        if (seen.has(to)) continue
        seen.add(to)
        queue.push(to)
      }
    }
  }
  return found
}
