import type { Json, Text } from "../types.ts"

/** Kinds of values without parts. */
export type ScalarKind =
  | "text"
  | "integer"
  | "number"
  | "money"
  | "percent"
  | "boolean"
  | "date"
  | "datetime"
  | "duration"
  | "person-name"
  | "phone"
  | "email"
  | "id-card"
  | "bank-card"
  | "policy-number"
  | "address"

/** A key of a choice and, where known, what people read for it. */
export type ChoiceOption = { readonly key: string; readonly label?: Text }

/**
 * What is known of a value before it is there: what an expression may do with it and how a text shows it.
 * JSON-safe. `optional` says that the value may be absent; `any` allows everything and is shown as it is.
 */
export type ValueShape = (
  | { readonly kind: ScalarKind }
  /** `options` is absent when the keys come from data. */
  | { readonly kind: "choice"; readonly options?: readonly ChoiceOption[] }
  | { readonly kind: "choices"; readonly options?: readonly ChoiceOption[] }
  | { readonly kind: "date-range" }
  | { readonly kind: "documents" }
  | { readonly kind: "list"; readonly of: ValueShape }
  /** `open`: other fields than those named may be there. */
  | {
      readonly kind: "object"
      readonly fields: Readonly<Record<string, ValueShape>>
      readonly open?: boolean
    }
  | { readonly kind: "any" }
) & { readonly optional?: boolean }

/** The shape of everything that is not known. */
export const anyShape: ValueShape = { kind: "any" }

const RANGE_FIELDS: Readonly<Record<string, ValueShape>> = { from: { kind: "date" }, to: { kind: "date" } }
const DOCUMENT: ValueShape = {
  kind: "object",
  fields: {
    id: { kind: "text" },
    name: { kind: "text" },
    mediaType: { kind: "text" },
    size: { kind: "integer" },
  },
}

/** Returns the shape of a field, `null` when the shape is known to have no such field. */
export function fieldShape(shape: ValueShape, field: string): ValueShape | null {
  switch (shape.kind) {
    case "any":
      return anyShape
    case "object":
      if (Object.hasOwn(shape.fields, field)) return shape.fields[field] ?? null
      return shape.open === true ? anyShape : null
    case "date-range":
      return RANGE_FIELDS[field] ?? null
    default:
      return null
  }
}

/** Returns the shape of the elements of a list, `null` when the shape is no list. */
export function elementShape(shape: ValueShape): ValueShape | null {
  switch (shape.kind) {
    case "any":
      return anyShape
    case "list":
      return shape.of
    case "choices":
      return shape.options === undefined ? { kind: "choice" } : { kind: "choice", options: shape.options }
    case "documents":
      return DOCUMENT
    default:
      return null
  }
}

/** Returns the shape at a dotted path below `shape`, `null` when nothing can stand there. */
export function shapeAt(shape: ValueShape, path: string): ValueShape | null {
  let current: ValueShape | null = shape
  for (const field of fieldsOf(path)) {
    if (current === null) return null
    current = fieldShape(current, field)
  }
  return current
}

/** Returns the fields of a dotted path, taken apart once: authors write some thousands of them at most. */
export function fieldsOf(path: string): readonly string[] {
  let fields = fieldsByPath.get(path)
  if (fields === undefined) {
    if (fieldsByPath.size >= mostPaths) fieldsByPath.clear()
    fields = path.split(".")
    fieldsByPath.set(path, fields)
  }
  return fields
}

const fieldsByPath = new Map<string, readonly string[]>()
const mostPaths = 10_000

/** Returns the value at a dotted path, `undefined` when a part of it is absent or `null`. */
export function valueAt(values: object, path: string): Json | undefined {
  let current: unknown = values
  for (const field of fieldsOf(path)) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, field)) return undefined
    current = Reflect.get(current, field)
  }
  return current === null ? undefined : (current as Json | undefined)
}
