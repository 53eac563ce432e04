import type { ResultKind, ValueShape } from "../expression/index.ts"

/** Returns what an expression must give for a value of this shape; `undefined` when anything will do. */
export function resultKind(shape: ValueShape | null | undefined): ResultKind | undefined {
  switch (shape?.kind) {
    case undefined:
    case "any":
      return undefined
    case "integer":
    case "number":
    case "money":
    case "percent":
      return "number"
    case "boolean":
      return "bool"
    case "choices":
    case "documents":
    case "list":
      return "list"
    case "object":
    case "date-range":
      return "object"
    default:
      return "text"
  }
}
