import type { CompiledFlow, CompiledState } from "../compile/model.ts"
import { expressionReads } from "../compile/reads.ts"
import type { WordingDocument } from "../document/schema.ts"
import { textArguments } from "../format/index.ts"
import { type Edge, edgesInCycles, type FlowGraph, reachableStates } from "./graph.ts"

/** What is needed besides the flow to know whether a cycle waits. */
export type CycleEnvironment = {
  readonly wordings: Readonly<Record<string, WordingDocument>>
  /** Whether every way through a flow to this outcome waits for someone. */
  waitsInside(flow: string, outcome: string): boolean
}

/** The most cycles that are told of one flow. */
const mostCycles = 10
/** The most ways in which a knot of cycles is taken apart; what a person drew needs few. */
const mostCuts = 2_000

/**
 * Returns the cycles of a flow on which nothing must wait. A collect waits when an exit of the cycle clears one of its
 * slots or when it reads back; a checkpoint when it was declined, or when a service of the cycle fetches anew what it
 * binds; a hand-off unless nobody is there; a `wait` and every event always do. Each cycle begins with the state that
 * comes first in the flow.
 */
export function idleCycles(graph: FlowGraph, environment: CycleEnvironment): readonly (readonly Edge[])[] {
  const { flow } = graph
  const order = new Map([...reachableStates(graph)].map((id, index) => [id, index]))
  let edges = [...graph.edges.values()]
    .flat()
    .filter((edge) => order.has(edge.from) && !alwaysWaits(edge, flow, environment))
  const knots = edgesInCycles(edges)
  const waiting = knots.flat().map(({ from }) => from)
  const causes = new Map([...new Set(waiting)].map((id) => [id, causeOfWaiting(flow, id, environment)]))
  const cycles: (readonly Edge[])[] = []
  while (cycles.length < mostCycles) {
    const cycle = findIdleCycle(edges, causes, order)
    if (cycle === null) break
    cycles.push(cycle)
    edges = edges.filter((edge) => edge !== cycle.at(-1))
  }
  return cycles
}

/**
 * Returns a cycle in which no state waits because of another. A state that waits because of an edge cannot be on an
 * idle cycle with it: so each such pair is cut twice, without the state and without the edges, until no pair is left.
 */
function findIdleCycle(
  edges: readonly Edge[],
  causes: ReadonlyMap<string, (edge: Edge) => boolean>,
  order: ReadonlyMap<string, number>,
): readonly Edge[] | null {
  let cuts = 0
  const find = (some: readonly Edge[]): readonly Edge[] | null => {
    for (const knot of edgesInCycles(some)) {
      cuts += 1
      if (cuts > mostCuts) return null
      const pair = firstPair(knot, causes)
      if (pair === null) return shortestCycle(knot, order)
      const { id, because } = pair
      const found =
        find(knot.filter((edge) => !because.includes(edge))) ??
        find(knot.filter(({ from, to }) => from !== id && to !== id))
      if (found !== null) return found
    }
    return null
  }
  return find(edges)
}

function firstPair(knot: readonly Edge[], causes: ReadonlyMap<string, (edge: Edge) => boolean>) {
  for (const id of new Set(knot.map(({ from }) => from))) {
    const causesWaiting = causes.get(id)
    const because = causesWaiting === undefined ? [] : knot.filter(causesWaiting)
    if (because.length > 0) return { id, because }
  }
  return null
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

/** Returns which edges on its cycle let a state wait: those that clear its slots, or that come of a new answer. */
function causeOfWaiting(
  flow: CompiledFlow,
  id: string,
  environment: CycleEnvironment,
): (edge: Edge) => boolean {
  const state = flow.states[id]
  const { document } = state ?? {}
  if (document?.type === "collect")
    return ({ exit }) => exit.clear.some((slot) => document.slots.includes(slot))
  if (state === undefined || document?.type !== "checkpoint" || document.kind === "identity")
    return () => false
  const bound = boundData(state, flow, environment)
  return ({ from }) => {
    const fetching = flow.states[from]?.document
    if (fetching?.type !== "service" && fetching?.type !== "subflow") return false
    return fetching.save !== undefined && bound.has(fetching.save)
  }
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

/** Returns a shortest cycle through the first state of a knot that has one. */
function shortestCycle(knot: readonly Edge[], order: ReadonlyMap<string, number>): readonly Edge[] | null {
  const place = ({ from }: Edge) => order.get(from) ?? 0
  const sorted = [...knot].sort((a, b) => place(a) - place(b))
  const [first] = sorted
  if (first === undefined) return null
  const paths: (readonly Edge[])[] = sorted.filter(({ from }) => from === first.from).map((edge) => [edge])
  const seen = new Set<string>()
  for (const path of paths) {
    const last = path.at(-1)
    if (last?.to === first.from) return path
    if (last === undefined || seen.has(last.to)) continue
    seen.add(last.to)
    for (const next of sorted) if (next.from === last.to) paths.push([...path, next])
  }
  return null
}
