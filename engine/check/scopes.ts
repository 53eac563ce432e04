import { shapeOfNode } from "../expression/check-names.ts"
import { anyShape, elementShape, type Scope, type ValueShape } from "../expression/index.ts"
import { parseTree } from "../expression/parse-expression.ts"
import { checkingEnvironment, scopeShapes } from "../expression/scope.ts"

/** The scopes of one flow: its own, and those of places where an event, a value or an item stands too. */
export type Scopes = {
  readonly base: Scope
  withEvent(event: string, payload: ValueShape): Scope
  /** `value` is the slot's own. */
  withValue(shape: ValueShape): Scope
  /** `item` is an element of the list that the expression gives. */
  withItemsOf(list: string): Scope
  /** `item` is the record of a list, `value` the field that is told. */
  withField(record: ValueShape, field: ValueShape): Scope
}

/** Returns the scopes over a base. Equal ones are one object, since the type checker prepares itself for each. */
export function createScopes(base: Scope): Scopes {
  const found = scopesOf.get(base)
  if (found !== undefined) return found
  const scopes = buildScopes(base)
  scopesOf.set(base, scopes)
  return scopes
}

const scopesOf = new WeakMap<Scope, Scopes>()

function buildScopes(base: Scope): Scopes {
  const known = new Map<string, Scope>()
  const keep = (key: string, build: () => Scope): Scope => {
    const found = known.get(key)
    if (found !== undefined) return found
    const scope = build()
    known.set(key, scope)
    return scope
  }
  return {
    base,
    withEvent: (event, payload) => keep(`event ${event}`, () => ({ ...base, event: payload })),
    withValue: (shape) => keep(`value ${JSON.stringify(shape)}`, () => ({ ...base, value: shape })),
    withItemsOf(list) {
      const item = elementOf(list, base)
      return keep(`item ${JSON.stringify(item)}`, () => ({ ...base, item }))
    },
    withField: (item, value) =>
      keep(`field ${JSON.stringify([item, value])}`, () => ({ ...base, item, value })),
  }
}

/** Returns the shape of the elements of the list that an expression names; of a computed list it is not known. */
function elementOf(list: string, scope: Scope): ValueShape {
  try {
    const shape = shapeOfNode(parseTree(checkingEnvironment(scope), list), scopeShapes(scope))
    return (shape === null ? null : elementShape(shape)) ?? anyShape
  } catch {
    return anyShape
  }
}
