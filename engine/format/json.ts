import type { Json } from "../types.ts"

/**
 * Returns the canonical JSON of a value: keys in order of their UTF-16 units, no white space, fields that are
 * `undefined` left out (RFC 8785). Equal values have equal texts, so comparing two is cheaper than hashing them.
 */
export function canonicalJson(value: Json | undefined): string {
  if (value === undefined || value === null) return "null"
  if (typeof value !== "object") return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`
  const fields: string[] = []
  for (const key of Object.keys(value).sort()) {
    const field = value[key]
    if (field !== undefined) fields.push(`${JSON.stringify(key)}:${canonicalJson(field)}`)
  }
  return `{${fields.join(",")}}`
}

/** Whether two values are equal as JSON, whatever the order of their keys. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false
  if (isList(a) || isList(b)) {
    if (!isList(a) || !isList(b) || a.length !== b.length) return false
    return a.every((part, index) => sameJson(part, b[index]))
  }
  const keys = Object.keys(a).filter((key) => a[key] !== undefined)
  if (keys.length !== Object.keys(b).filter((key) => b[key] !== undefined).length) return false
  return keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
