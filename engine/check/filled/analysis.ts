import type { CompiledFlow } from "../../compile/model.ts"
import type { CheckContext, CheckedFlow } from "../context.ts"
import { type Edge, type FlowGraph, isStayedIn } from "../graph.ts"
import { unsureReads } from "./conditions.ts"
import { applyEffect, createEffects, type Effect, type Endings } from "./effects.ts"
import { type Facts, isSame, nothingSure, onBoth, withFilled } from "./facts.ts"
import { createSureness, type Sureness } from "./sureness.ts"
import { createTrees, type TreeOf } from "./trees.ts"

/** What is sure in the states of a flow. */
export type FlowFacts = {
  readonly checked: CheckedFlow
  readonly graph: FlowGraph
  /** Facts where the flow begins. */
  readonly start: Facts
  /** Facts on entering a state; of one that is never reached there are none. */
  readonly at: ReadonlyMap<string, Facts>
  readonly sureness: Sureness
  readonly treeOf: TreeOf
  /** Returns what taking a way does to the facts. */
  readonly effectsOf: (edge: Edge) => readonly Effect[]
}

/**
 * Returns what is sure in each flow over every way through it and through the flows that it runs: the greatest fixed
 * point (Kildall 1973), so what is found unsure can be shown to be so by a way that leads there.
 */
export function factsOfFlows(context: CheckContext): readonly FlowFacts[] {
  let endings: ReadonlyMap<string, Endings> = new Map()
  let takes: ReadonlyMap<string, ReadonlySet<string>> = new Map()
  for (;;) {
    const facts = context.flows.flatMap((checked) =>
      checked.graph === null ? [] : [factsOf(checked, checked.graph, context, endings, takes)],
    )
    const nextEndings = new Map(facts.map((each) => [each.checked.flow.id, endingsOf(each)]))
    const nextTakes = takesOf(context, facts)
    if (printed([nextEndings, nextTakes]) === printed([endings, takes])) return facts
    endings = nextEndings
    takes = nextTakes
  }
}

const known = new WeakMap<CompiledFlow, { readonly stamp: string; readonly facts: FlowFacts }>()

/** Returns what is sure in a flow, found before when neither it nor what it stands among has changed. */
function factsOf(
  checked: CheckedFlow,
  graph: FlowGraph,
  context: CheckContext,
  endings: ReadonlyMap<string, Endings>,
  takes: ReadonlyMap<string, ReadonlySet<string>>,
): FlowFacts {
  const { flow } = checked
  const given = takes.get(flow.id) ?? new Set(Object.keys(flow.document.takes ?? {}))
  const ran = Object.values(flow.states).flatMap(({ document }) =>
    document.type === "subflow" ? [endings.get(document.flow)] : [],
  )
  const stamp = printed([given, ran])
  const before = known.get(flow)
  if (before?.stamp === stamp) return before.facts
  const facts = analyse(checked, graph, context, endings, given)
  known.set(flow, { stamp, facts })
  return facts
}

function analyse(
  checked: CheckedFlow,
  graph: FlowGraph,
  context: CheckContext,
  endings: ReadonlyMap<string, Endings>,
  given: ReadonlySet<string>,
): FlowFacts {
  const { flow } = checked
  const sureness = createSureness(flow, context)
  const treeOf = createTrees(flow)
  const effectsOf = createEffects(flow, context, endings, treeOf)
  const edges = new Map<string, readonly Edge[]>()
  for (const [id, all] of graph.edges) {
    const document = flow.states[id]?.document
    const isStayed = document !== undefined && isStayedIn(document)
    edges.set(
      id,
      all.filter(({ byEvent }) => isStayed || !byEvent),
    )
  }
  const start = [...given].reduce(
    (facts, name) => withFilled(facts, `data.${name}`, [`data.${name}`]),
    nothingSure,
  )
  const at = new Map<string, Facts>([[graph.start, start]])
  const open = new Set([graph.start])
  for (const id of open) {
    open.delete(id)
    const facts = at.get(id)
    if (facts === undefined) continue
    for (const edge of edges.get(id) ?? []) {
      const there = effectsOf(edge).reduce(applyEffect, facts)
      const known = at.get(edge.to)
      const next = known === undefined ? there : onBoth(known, there)
      if (known !== undefined && isSame(known, next)) continue
      at.set(edge.to, next)
      open.add(edge.to)
    }
  }
  return {
    checked,
    graph: { ...graph, edges },
    start,
    at,
    sureness,
    effectsOf,
    treeOf,
  }
}

/** Returns what is sure at each outcome: the names given, and the shared slots that are filled. */
function endingsOf(flowFacts: FlowFacts): Endings {
  const { graph, at } = flowFacts
  const { flow } = flowFacts.checked
  const found = new Map<string, { given: ReadonlySet<string>; shared: ReadonlySet<string> }>()
  for (const id of graph.finals) {
    const facts = at.get(id)
    const document = flow.states[id]?.document
    if (facts === undefined || document?.type !== "final") continue
    const given = sureNames(document.output, facts, flowFacts)
    const shared = [...flow.shared].filter((slot) => facts.filled.has(`slots.${slot}`))
    const before = found.get(document.outcome)
    found.set(document.outcome, {
      given: new Set(given.filter((name) => before === undefined || before.given.has(name))),
      shared: new Set(shared.filter((slot) => before === undefined || before.shared.has(slot))),
    })
  }
  return found
}

/** Returns what each flow is given by whoever runs it; who starts by himself is given nothing. */
function takesOf(
  { flows }: CheckContext,
  facts: readonly FlowFacts[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const takes = new Map<string, ReadonlySet<string>>()
  for (const { flow } of flows) if (flow.document.triggers !== undefined) takes.set(flow.id, new Set())
  for (const flowFacts of facts) {
    for (const [id, here] of flowFacts.at) {
      const document = flowFacts.checked.flow.states[id]?.document
      if (document?.type !== "subflow") continue
      const given = sureNames(document.input, here, flowFacts)
      const before = takes.get(document.flow)
      takes.set(document.flow, new Set(given.filter((name) => before === undefined || before.has(name))))
    }
  }
  return takes
}

/** Returns the names whose expressions are sure to have a value. */
function sureNames(
  expressions: Readonly<Record<string, string>> | undefined,
  facts: Facts,
  { treeOf, sureness }: FlowFacts,
): readonly string[] {
  return Object.entries(expressions ?? {}).flatMap(([name, cel]) => {
    const tree = treeOf(cel)
    return tree !== null && unsureReads(tree, facts, sureness).length === 0 ? [name] : []
  })
}

function printed(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    part instanceof Map || part instanceof Set ? [...part].sort() : part,
  )
}
