import type { TextDocument } from "../../document/schema.ts"
import type { Path } from "../../document/source.ts"
import { type ASTNode, literalPath } from "../../expression/index.ts"
import { textNeeds } from "../../format/index.ts"
import type { StateExpression, StateText } from "../../states/kind.ts"
import type { CheckContext } from "../context.ts"
import { below, type Spot } from "../places.ts"
import { regulatedReads } from "../reads.ts"
import type { FlowFacts } from "./analysis.ts"
import { toldByHolding, unsureReads } from "./conditions.ts"
import { type Facts, type Told, withTold } from "./facts.ts"

/** An expression or a text that is read in a state. */
export type Read = Spot & {
  readonly state: string
  /** Conditions that may tell whether what is read is there. */
  readonly around: readonly ASTNode[]
  /** Returns the values that may not be there, given what is sure on entering the state. */
  unsure(facts: Facts): readonly string[]
}

/** A place in a state: what is sure there beyond what is sure on entering it, by which conditions. */
export type Place = { readonly given: (facts: Facts) => Facts; readonly conditions: readonly ASTNode[] }
export const onEntering: Place = { given: (facts) => facts, conditions: [] }

/** Collects what is read in a state, each at its place. */
export type Reader = {
  readonly cel: (source: string, spot: Spot, place: Place) => void
  readonly text: (template: TextDocument, spot: Spot, place: Place) => void
  /** Of what is said; what stands beside a `when` is read only where that holds. */
  readonly parts: (parts: Parts, spot: Spot, place: Place) => void
  readonly wording: (id: string | undefined, spot: Spot, place: Place) => void
  /** Of an operation's inputs those that it must have. */
  readonly inputs: (operation: string, input: Inputs, spot: Spot, place: Place) => void
  /** Returns the place where a condition of the flow has the outcome of which `told` tells. */
  readonly within: (place: Place, condition: string | undefined, told?: (tree: ASTNode) => Told) => Place
}
type Parts = { readonly expressions: readonly StateExpression[]; readonly texts: readonly StateText[] }
type Inputs = Readonly<Record<string, string>> | undefined

export function createReader(
  state: string,
  { sureness, treeOf }: FlowFacts,
  context: CheckContext,
  found: Read[],
): Reader {
  const reader: Reader = {
    cel(source, spot, { given, conditions }) {
      const tree = treeOf(source)
      if (tree === null) return
      found.push({
        ...spot,
        state,
        around: literalPath(tree) === null ? [tree, ...conditions] : conditions,
        unsure: (facts) => unsureReads(tree, given(facts), sureness),
      })
    },
    text(template, spot, place) {
      for (const path of textNeeds(template)) reader.cel(path, spot, place)
    },
    parts({ expressions, texts }, spot, place) {
      const parent = (path: Path) => JSON.stringify(path.slice(0, -1))
      const conditions = new Map<string, string>()
      for (const { path, source } of expressions)
        if (path.at(-1) === "when") conditions.set(parent(path), source)
      const beside = (path: Path) => reader.within(place, conditions.get(parent(path)))
      for (const { path, source } of expressions)
        reader.cel(source, below(spot, ...path), path.at(-1) === "when" ? place : beside(path))
      for (const { path, text } of texts) reader.text(text, below(spot, ...path), beside(path))
    },
    wording(id, spot, place) {
      if (id === undefined) return
      for (const { text } of regulatedReads(context, "wording", id))
        if (text !== undefined) reader.text(text, below(spot, "wording"), place)
    },
    inputs(operation, input, spot, place) {
      const required = requiredOf(context.operations[operation]?.input)
      for (const [name, source] of Object.entries(input ?? {}))
        if (required.includes(name)) reader.cel(source, below(spot, "input", name), place)
    },
    within(place, condition, told = toldByHolding) {
      const tree = condition === undefined ? null : treeOf(condition)
      if (tree === null) return place
      return {
        given: (facts) => withTold(place.given(facts), told(tree)),
        conditions: [...place.conditions, tree],
      }
    },
  }
  return reader
}

function requiredOf(schema: unknown): readonly string[] {
  const required =
    typeof schema === "object" && schema !== null && "required" in schema ? schema.required : []
  return Array.isArray(required) ? required.filter((name): name is string => typeof name === "string") : []
}
