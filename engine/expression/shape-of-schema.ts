import { anyShape, type ScalarKind, type ValueShape } from "../format/value-shape.ts"
import type { Json } from "../types.ts"

type Schema = { readonly [key: string]: Json | undefined }

const FORMATS: Readonly<Record<string, ScalarKind>> = {
  date: "date",
  "date-time": "datetime",
  duration: "duration",
  email: "email",
  money: "money",
  percent: "percent",
  phone: "phone",
  "id-card": "id-card",
  "bank-card": "bank-card",
  "policy-number": "policy-number",
  "person-name": "person-name",
  address: "address",
}

/**
 * Returns the shape that a JSON Schema describes: that of a service's input or output, or of an event's payload.
 * Reads `type`, `properties`, `required`, `items`, `additionalProperties`, `enum`, `const`, `format`, local `$ref`s
 * and `allOf`. `format` also takes our own words where JSON has none: `money`, `percent`, `id-card` and the like.
 * Whatever it cannot follow becomes `any`. An object without `properties` is open.
 */
export function shapeOfSchema(jsonSchema: Json): ValueShape {
  return shapeOf(jsonSchema, jsonSchema, 0)
}

function shapeOf(schema: Json | undefined, root: Json, depth: number): ValueShape {
  if (!isSchema(schema) || depth > 16) return anyShape
  if (typeof schema.$ref === "string") return shapeOf(resolveRef(schema.$ref, root), root, depth + 1)
  if (Array.isArray(schema.allOf)) return mergeShapes(schema, root, depth)
  if (schema.anyOf !== undefined || schema.oneOf !== undefined) return alternativeShape(schema, root, depth)
  const options = schema.const === undefined ? schema.enum : [schema.const]
  if (Array.isArray(options) && options.length > 0 && options.every((option) => typeof option === "string")) {
    return { kind: "choice", options: options.map((key) => ({ key })) }
  }
  const { type, nullable } = typeOf(schema)
  const shape = shapeOfType(type, schema, root, depth)
  return nullable ? { ...shape, optional: true } : shape
}

function shapeOfType(type: string | null, schema: Schema, root: Json, depth: number): ValueShape {
  const format = typeof schema.format === "string" ? FORMATS[schema.format] : undefined
  switch (type) {
    case "string":
      return { kind: format ?? "text" }
    case "integer":
      return { kind: format ?? "integer" }
    case "number":
      return { kind: format ?? "number" }
    case "boolean":
      return { kind: "boolean" }
    case "array":
      return { kind: "list", of: shapeOf(schema.items, root, depth + 1) }
    case "object":
      return objectShape(schema, root, depth)
    default:
      return isSchema(schema.properties) ? objectShape(schema, root, depth) : anyShape
  }
}

function objectShape(schema: Schema, root: Json, depth: number): ValueShape {
  const properties = isSchema(schema.properties) ? schema.properties : {}
  const required = Array.isArray(schema.required) ? schema.required : []
  const fields: Record<string, ValueShape> = {}
  for (const [name, property] of Object.entries(properties)) {
    const shape = shapeOf(property, root, depth + 1)
    fields[name] = required.includes(name) ? shape : { ...shape, optional: true }
  }
  const named = Object.keys(fields).length > 0
  const { additionalProperties } = schema
  const open = named
    ? additionalProperties === true || isSchema(additionalProperties)
    : additionalProperties !== false
  return open ? { kind: "object", fields, open } : { kind: "object", fields }
}

function mergeShapes(schema: Schema, root: Json, depth: number): ValueShape {
  const { allOf, ...rest } = schema
  const parts = [...(Array.isArray(allOf) ? allOf : []), rest].map((part) => shapeOf(part, root, depth + 1))
  const objects = parts.filter((part) => part.kind === "object")
  const [first] = parts.filter((part) => part.kind !== "any")
  if (objects.length === 0) return first ?? anyShape
  const named = objects.filter((part) => Object.keys(part.fields).length > 0)
  const fields = Object.assign({}, ...named.map((part) => part.fields))
  return named.some((part) => part.open === true)
    ? { kind: "object", fields, open: true }
    : { kind: "object", fields }
}

/** An alternative with `null` is an optional value; any other mixture may be anything. */
function alternativeShape(schema: Schema, root: Json, depth: number): ValueShape {
  const alternatives = schema.anyOf ?? schema.oneOf
  if (!Array.isArray(alternatives)) return anyShape
  const real = alternatives.filter((part) => !(isSchema(part) && part.type === "null"))
  const [only] = real
  if (real.length !== 1) return anyShape
  const shape = shapeOf(only, root, depth + 1)
  return real.length < alternatives.length ? { ...shape, optional: true } : shape
}

function typeOf(schema: Schema): { type: string | null; nullable: boolean } {
  if (typeof schema.type === "string") return { type: schema.type, nullable: schema.nullable === true }
  if (!Array.isArray(schema.type)) return { type: null, nullable: false }
  const types = schema.type.filter((type) => type !== "null")
  const [only] = types
  return {
    type: types.length === 1 && typeof only === "string" ? only : null,
    nullable: types.length < schema.type.length,
  }
}

function resolveRef(ref: string, root: Json): Json | undefined {
  if (!ref.startsWith("#")) return undefined
  let current: Json | undefined = root
  for (const part of ref.slice(1).split("/").filter(Boolean)) {
    if (!isSchema(current)) return undefined
    current = current[part.replaceAll("~1", "/").replaceAll("~0", "~")]
  }
  return current
}

function isSchema(value: Json | undefined): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
