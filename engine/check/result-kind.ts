import type { OperationDocument } from "../document/schema.ts"
import { type ResultKind, shapeAt, shapeOfSchema, type ValueShape } from "../expression/index.ts"

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

/** Returns what an expression must give for an input of an operation. */
export function inputKind(operation: OperationDocument | undefined, name: string): ResultKind | undefined {
  if (operation === undefined) return undefined
  const shape = inputShapes.get(operation) ?? shapeOfSchema(operation.input)
  inputShapes.set(operation, shape)
  return resultKind(shapeAt(shape, name))
}

const inputShapes = new WeakMap<OperationDocument, ValueShape>()
