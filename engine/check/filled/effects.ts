import type { CompiledFlow } from "../../compile/model.ts"
import { type ASTNode, readsOf } from "../../expression/index.ts"
import type { CheckContext } from "../context.ts"
import type { Edge } from "../graph.ts"
import { conditionsOf, toldByFailing, toldByHolding } from "./conditions.ts"
import {
  type Conditions,
  type Facts,
  nameOf,
  type Told,
  withFilled,
  withoutName,
  withProvided,
  withTold,
} from "./facts.ts"
import type { TreeOf } from "./trees.ts"

/** What one thing that happens on a way does to what is sure. */
export type Effect =
  /** A condition held, or did not. */
  | { readonly is: "told"; readonly condition: ASTNode; readonly told: Told }
  /** A name has a new value, and these paths below it are there. */
  | { readonly is: "filled"; readonly name: string; readonly paths: readonly string[] }
  /** What was not filled was asked: it may have a value now, and takes with it what depends on it. */
  | { readonly is: "asked"; readonly name: string; readonly clears: readonly string[] }
  /** It is filled now, or where the conditions hold. */
  | { readonly is: "answered"; readonly name: string; readonly when: Conditions }
  | { readonly is: "lost"; readonly name: string }

/** What is sure where a flow ends, by outcome: of what it gives, and of the slots that it shares. */
export type Endings = ReadonlyMap<
  string,
  { readonly given: ReadonlySet<string>; readonly shared: ReadonlySet<string> }
>

const always: Conditions = new Map()

/** Returns what gives the effects of taking a way of a flow. Of flows whose endings are not known all is supposed. */
export function createEffects(
  flow: CompiledFlow,
  { flowDocuments }: CheckContext,
  endings: ReadonlyMap<string, Endings>,
  treeOf: TreeOf,
): (edge: Edge) => readonly Effect[] {
  const told = (source: string, held: boolean): readonly Effect[] => {
    const condition = treeOf(source)
    if (condition === null) return []
    return [{ is: "told", condition, told: held ? toldByHolding(condition) : toldByFailing(condition) }]
  }
  const leaving = ({ from, exit, byEvent, owner }: Edge): readonly Effect[] => {
    const document = flow.states[from]?.document
    if (byEvent) {
      const on = owner === "" ? flow.on : (flow.states[owner]?.on ?? [])
      const entry = on.find(({ name }) => name === exit.name)?.document
      return [
        ...(entry?.when === undefined ? [] : told(entry.when, true)),
        ...(entry?.event === undefined ? [] : saved(entry.save)),
      ]
    }
    switch (document?.type) {
      case "decision": {
        const names = Object.keys(document.cases)
        const place = names.indexOf(exit.name)
        const before = place < 0 ? names : names.slice(0, place)
        const taken = document.cases[exit.name]
        return [
          ...before.flatMap((name) => told(document.cases[name]?.when ?? "", false)),
          ...(taken === undefined ? [] : told(taken.when, true)),
        ]
      }
      case "collect":
        return exit.name === "filled" ? collected(flow, document.slots, treeOf) : asked(flow, document.slots)
      case "checkpoint":
        return exit.name === "accepted" ? saved(document.save) : []
      case "service":
        return exit.name === "done" ? saved(document.save) : []
      case "handoff": {
        const filled = asked(flow, document.fills ?? [])
        if (exit.name === "unavailable" || exit.name === "timeout") return filled
        return [...filled, ...saved(document.save, document.proves?.by === exit.name ? ["proof"] : [])]
      }
      case "subflow": {
        const known = endings.get(document.flow)
        const ending = known?.get(exit.name)
        const given =
          known === undefined ? Object.keys(flowDocuments[document.flow]?.gives ?? {}) : ending?.given
        const shared = [...(ending?.shared ?? [])].map((slot): Effect => {
          return { is: "answered", name: `slots.${slot}`, when: always }
        })
        return [...shared, ...saved(document.save, [...(given ?? [])])]
      }
      default:
        return []
    }
  }
  const known = new Map<Edge, readonly Effect[]>()
  return (edge) => {
    const effects =
      known.get(edge) ??
      [...leaving(edge), ...edge.exit.clear.flatMap((slot) => lost(flow, slot))].filter(
        (effect) => namesOf(effect).length > 0,
      )
    known.set(edge, effects)
    return effects
  }
}

/** Returns the effects of leaving a collect when all of it is filled. */
export function collected(flow: CompiledFlow, slots: readonly string[], treeOf: TreeOf): readonly Effect[] {
  const answered = slots.flatMap((slot): Effect[] => {
    const document = flow.slots[slot]
    if (document === undefined || (document.optional === true && document.default === undefined)) return []
    const { when, check } = document
    const tree = when === undefined ? null : treeOf(when)
    const conditions = when === undefined ? always : tree === null ? null : conditionsOf(tree)
    if (conditions === null) return []
    return [
      { is: "answered", name: `slots.${slot}`, when: conditions },
      ...(check?.save === undefined
        ? []
        : [{ is: "answered" as const, name: `data.${check.save}`, when: conditions }]),
    ]
  })
  return [...asked(flow, slots), ...answered]
}

function asked(flow: CompiledFlow, slots: readonly string[]): readonly Effect[] {
  return slots.map((slot) => ({ is: "asked", name: `slots.${slot}`, clears: dependants(flow, slot) }))
}

function lost(flow: CompiledFlow, slot: string): readonly Effect[] {
  return [`slots.${slot}`, ...dependants(flow, slot)].map((name) => ({ is: "lost", name }))
}

/** Returns the slots that a change of this one clears. */
function dependants(flow: CompiledFlow, changed: string): readonly string[] {
  return Object.entries(flow.slots).flatMap(([slot, { clearedBy }]) =>
    clearedBy?.includes(changed) === true ? [`slots.${slot}`] : [],
  )
}

/** Returns the effects of keeping an answer. */
export function saved(save: string | undefined, fields: readonly string[] = []): readonly Effect[] {
  if (save === undefined) return []
  const name = `data.${save}`
  return [{ is: "filled", name, paths: [name, ...fields.map((field) => `${name}.${field}`)] }]
}

/** Returns the facts after an effect. */
export function applyEffect(facts: Facts, effect: Effect): Facts {
  switch (effect.is) {
    case "told":
      return withTold(facts, effect.told)
    case "filled":
      return withFilled(facts, effect.name, effect.paths)
    case "asked":
      if (facts.filled.has(effect.name)) return facts
      return [effect.name, ...effect.clears].reduce(withoutName, facts)
    case "answered":
      return facts.filled.has(effect.name) ? facts : withProvided(facts, effect.name, effect.when)
    case "lost":
      return withoutName(facts, effect.name)
  }
}

/** Returns the names about which an effect says something. */
export function namesOf(effect: Effect): readonly string[] {
  switch (effect.is) {
    case "told":
      return readsOf(effect.condition).reads.map(nameOf)
    case "asked":
      return [effect.name, ...effect.clears]
    default:
      return [effect.name]
  }
}
