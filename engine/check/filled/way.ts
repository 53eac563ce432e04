import { type ASTNode, readsOf } from "../../expression/index.ts"
import type { Edge } from "../graph.ts"
import type { FlowFacts } from "./analysis.ts"
import { printsIn } from "./conditions.ts"
import { type Effect, namesOf } from "./effects.ts"
import { createFactBits, type FactBits, type Mattering } from "./fact-bits.ts"
import { type Facts, nameOf, nothingSure, withAll } from "./facts.ts"
import type { Read } from "./reader.ts"

/** A way from the start of a flow, by its exits. */
export type Way = readonly Edge[]

/** Where ways stand: each with what is sure on it, and the way that it goes on from. */
type Standing = {
  readonly state: string
  readonly bits: number
  readonly edge: Edge | null
  readonly before: Standing | null
}
type Explored = { readonly facts: FactBits; readonly standings: readonly Standing[] }

/** A knot of more ways than these is not followed. */
const mostStandings = 50_000

/**
 * Returns what finds a shortest way by which a value is read that is not there, null when there is none. Each way is
 * followed with what is sure on it of the few names that matter, so that of two values one may stand in for the other.
 */
export function createWayFinder(flowFacts: FlowFacts): (read: Read, value: string) => Way | null {
  const { at } = flowFacts
  const known = new Map<string, Explored>()
  return (read, value) => {
    const sure = at.get(read.state)
    if (sure === undefined) return null
    const behind = whatMatters(value, read, flowFacts, sure)
    const key = printed(behind)
    const { standings, facts } = known.get(key) ?? explore(flowFacts, behind)
    known.set(key, { standings, facts })
    const judged = new Map<number, boolean>()
    const isRead = ({ state, bits }: Standing): boolean => {
      if (state !== read.state) return false
      const found = judged.get(bits) ?? read.unsure(withAll(sure, facts.read(bits))).includes(value)
      judged.set(bits, found)
      return found
    }
    const standing = standings.find(isRead)
    return standing === undefined ? null : edgesTo(standing)
  }
}

/** Returns every state with all that may be sure there about some names, in the order of the shortest ways. */
function explore({ graph, start, effectsOf }: FlowFacts, matters: Mattering): Explored {
  const { names } = matters
  const isAbout = (effect: Effect) => namesOf(effect).some((name) => names.has(name))
  const effects = new Map<Edge, readonly Effect[]>()
  for (const edge of [...graph.edges.values()].flat()) {
    const own = effectsOf(edge).filter(isAbout)
    if (own.length > 0) effects.set(edge, own)
  }
  const facts = createFactBits([...effects.values()].flat(), start, matters)
  if (facts === null) return nowhere
  const changes = new Map([...effects].map(([edge, own]) => [edge, facts.change(own)]))
  const seen = new Map<string, Set<number>>()
  const standings: Standing[] = []
  const reach = (state: string, bits: number, edge: Edge | null, before: Standing | null) => {
    const there = seen.get(state) ?? new Set()
    if (there.has(bits)) return
    seen.set(state, there.add(bits))
    standings.push({ state, bits, edge, before })
  }
  reach(graph.start, facts.start, null, null)
  for (const standing of standings) {
    if (standings.length > mostStandings) return nowhere
    for (const edge of graph.edges.get(standing.state) ?? [])
      reach(edge.to, changes.get(edge)?.(standing.bits) ?? standing.bits, edge, standing)
  }
  return { facts, standings }
}

const nowhere: Explored = {
  facts: { start: 0, change: () => (bits) => bits, read: () => nothingSure },
  standings: [],
}

function edgesTo(standing: Standing): Way {
  const edges: Edge[] = []
  for (let at: Standing | null = standing; at !== null; at = at.before)
    if (at.edge !== null) edges.unshift(at.edge)
  return edges
}

/** Returns what a value that is read depends on, through the conditions around it and those of slots. */
function whatMatters(
  value: string,
  { around }: Read,
  { checked: { flow }, treeOf }: FlowFacts,
  sure: Facts,
): Mattering {
  const names = new Set([nameOf(value)])
  const prints = new Set<string>()
  const conditions = new Set<string>()
  const add = (tree: ASTNode): readonly string[] => {
    const read = readsOf(tree).reads.map(nameOf)
    for (const name of read) names.add(name)
    for (const print of printsIn(tree)) prints.add(print)
    return read
  }
  around.forEach(add)
  for (const name of names) {
    const when = name.startsWith("slots.") ? flow.slots[name.slice("slots.".length)]?.when : undefined
    const tree = when === undefined ? null : treeOf(when)
    for (const read of tree === null ? [] : add(tree)) conditions.add(read)
  }
  const own = nameOf(value)
  const tracked = new Set(
    [...names].filter((name) => name === own || conditions.has(name) || !sure.filled.has(name)),
  )
  return { names, tracked, prints }
}

function printed({ names, tracked, prints }: Mattering): string {
  return [names, tracked, prints].map((part) => [...part].sort().join("|")).join("\n")
}
