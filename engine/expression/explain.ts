import { valueAt } from "../format/value-shape.ts"
import type { Json } from "../types.ts"
import type { Expression, ExpressionValues } from "./expression.ts"

/**
 * Returns each value that the expression reads, in the order of its source: why a conversation went where it went.
 * A value that is not there is `null`.
 */
export function explain(
  expression: Expression,
  values: ExpressionValues,
): readonly { readonly path: string; readonly value: Json }[] {
  return expression.reads.map((path) => ({ path, value: valueAt(values, path) ?? null }))
}
