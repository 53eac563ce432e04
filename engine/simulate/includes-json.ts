import type { Json } from "../types.ts"

/** Whether `value` has all that `part` names, at every depth; what is no map must be equal. */
export function includesJson(value: Json | undefined, part: Json | undefined): boolean {
  if (typeof part !== "object" || part === null || Array.isArray(part))
    return JSON.stringify(value) === JSON.stringify(part)
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false
  return Object.entries(part).every(([key, inner]) => includesJson(Reflect.get(value, key), inner))
}
