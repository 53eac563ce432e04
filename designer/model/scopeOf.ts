import { flowScope, type ShapeSource } from "../../engine/compile/shapes.ts"
import type { FlowDocument, TextDocument } from "../../engine/document/schema.ts"
import { type Scope, scopeShape, type ValueShape } from "../../engine/expression/index.ts"
import type { Surroundings } from "./surroundings.ts"

/** Something that a text or a condition of a flow may name. */
export type Variable = {
  readonly path: string
  readonly title: TextDocument | undefined
  readonly shape: ValueShape
}

const known = new WeakMap<FlowDocument, { readonly around: Surroundings; readonly scope: Scope }>()

/** Returns all that an expression of a flow may name, shared slots included. */
export function scopeOf(flow: FlowDocument, around: Surroundings): Scope {
  const before = known.get(flow)
  if (before?.around === around) return before.scope
  const source: ShapeSource = around
  const slots = { ...around.settings.slots, ...flow.slots }
  const scope: Scope = { ...flowScope(flow, slots, source), keys: { kind: "object", fields: {}, open: true } }
  known.set(flow, { around, scope })
  return scope
}

const deepest = 4

/** Returns the single values that there are, slots first, the flow's own before shared ones, each with what it is called. */
export function variablesOf(flow: FlowDocument, around: Surroundings): readonly Variable[] {
  const found: Variable[] = []
  const walk = (path: string, shape: ValueShape, depth: number): void => {
    if (shape.kind === "object" && depth < deepest) {
      for (const [name, field] of Object.entries(shape.fields))
        walk(path === "" ? name : `${path}.${name}`, field, depth + 1)
      return
    }
    if (path.startsWith("keys")) return
    found.push({ path, title: titleOf(path, flow, around), shape })
  }
  walk("", scopeShape(scopeOf(flow, around)), 0)
  const order = ["slots", "derived", "data", "parameters"]
  const rank = ({ path }: Variable) => {
    const [root = "", name = ""] = path.split(".")
    const isOwn = root === "slots" && flow.slots?.[name] !== undefined
    return isOwn ? -1 : (order.indexOf(root) + 5) % 5
  }
  return found.sort((a, b) => rank(a) - rank(b))
}

function titleOf(path: string, flow: FlowDocument, around: Surroundings): TextDocument | undefined {
  const [root, name = ""] = path.split(".")
  if (root === "slots") return (flow.slots?.[name] ?? around.settings.slots?.[name])?.title
  if (root === "parameters") return around.settings.parameters[name]?.title
  return undefined
}
