import type { Environment } from "@marcbachmann/cel-js"
import type { ValueShape } from "../format/value-shape.ts"
import { createEnvironment } from "./environment.ts"

/**
 * What an expression may name at its place: the declared slots, data and so on as objects of their fields. `event`,
 * `keys`, `value` and `item` stand only where there is one; `now`, `today`, `customer` and `channel` always do.
 */
export type Scope = {
  readonly slots: ValueShape
  readonly data: ValueShape
  readonly derived: ValueShape
  readonly parameters: ValueShape
  readonly event?: ValueShape
  readonly keys?: ValueShape
  readonly value?: ValueShape
  readonly item?: ValueShape
}

const ALWAYS: Readonly<Record<string, ValueShape>> = {
  now: { kind: "datetime" },
  today: { kind: "date" },
  channel: { kind: "text" },
  customer: { kind: "object", fields: { id: { kind: "text", optional: true }, level: { kind: "integer" } } },
}

/** Returns the shape of every name that stands in the scope. */
export function scopeShapes(scope: Scope): Readonly<Record<string, ValueShape>> {
  return { ...scope, ...ALWAYS }
}

/** Returns the shape of everything in a scope as one object, for paths such as `slots.reason`. */
export function scopeShape(scope: Scope): ValueShape {
  return { kind: "object", fields: scopeShapes(scope) }
}

/** Returns the scope that equals this one, always the same object, so that what is computed for a scope is found again. */
export function internScope(scope: Scope): Scope {
  const key = JSON.stringify(scope)
  const known = interned.get(key)
  if (known !== undefined) return known
  const [oldest] = interned.keys()
  if (interned.size >= mostInterned && oldest !== undefined) interned.delete(oldest)
  interned.set(key, scope)
  return scope
}

const interned = new Map<string, Scope>()
const mostInterned = 500

/** Returns the environment that type-checks expressions in the scope, built once per scope object. */
export function checkingEnvironment(scope: Scope): Environment {
  const known = environments.get(scope)
  if (known !== undefined) return known
  const environment = base.clone()
  let objects = 0
  const celType = (shape: ValueShape): string => {
    switch (shape.kind) {
      case "any":
        return "dyn"
      case "integer":
      case "number":
      case "money":
      case "percent":
        return "double"
      case "boolean":
        return "bool"
      case "choices":
        return "list<string>"
      case "documents":
        return "list<dyn>"
      case "list":
        return `list<${celType(shape.of)}>`
      case "date-range":
        return declare({ from: { kind: "date" }, to: { kind: "date" } })
      case "object":
        return shape.open === true ? "dyn" : declare(shape.fields)
      default:
        return "string"
    }
  }
  const declare = (shapes: Readonly<Record<string, ValueShape>>): string => {
    objects += 1
    const name = `object.${objects}`
    const fields = Object.fromEntries(Object.entries(shapes).map(([field, shape]) => [field, celType(shape)]))
    environment.registerType(name, { fields })
    return name
  }
  for (const [name, shape] of Object.entries(scopeShapes(scope))) {
    environment.registerVariable(name, celType(shape))
  }
  environments.set(scope, environment)
  return environment
}

const environments = new WeakMap<Scope, Environment>()
const base = createEnvironment()
base.registerOperator("double in list<int>", (a: number, list: unknown[]) =>
  list.some((b) => Number(b) === a),
)
base.registerOperator("int in list<double>", (a: bigint, list: unknown[]) => list.includes(Number(a)))
