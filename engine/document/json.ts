import type { Json } from "../types.ts"
import type { Path } from "./tree.ts"

export type JsonMap = { readonly [key: string]: Json }

export function isMap(value: Json | undefined): value is JsonMap {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** Returns whether two values are equal; maps without regard to order. Parts that are the same object cost nothing. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index]))
  if (!isMap(a) || !isMap(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  )
}

/** Returns the value at a path, `undefined` where there is none. */
export function valueAt(value: Json | undefined, path: Path): Json | undefined {
  let at = value
  for (const step of path) {
    if (Array.isArray(at)) at = at[Number(step)]
    else if (isMap(at) && Object.hasOwn(at, step)) at = at[step]
    else return undefined
  }
  return at
}

/** Returns a value in which `change` was made of what stands at a path; the rest is shared. */
export function changeAt(value: Json, path: Path, change: (old: Json | undefined) => Json | undefined): Json {
  const [step, ...rest] = path
  if (step === undefined) return change(value) ?? null
  if (Array.isArray(value)) {
    const index = Number(step)
    const changed = rest.length === 0 ? change(value[index]) : changeAt(value[index] ?? null, rest, change)
    return changed === undefined ? value.toSpliced(index, 1) : value.with(index, changed)
  }
  const map = isMap(value) ? value : {}
  const old = Object.hasOwn(map, step) ? map[step] : undefined
  const changed = rest.length === 0 ? change(old) : changeAt(old ?? null, rest, change)
  if (changed !== undefined) return { ...map, [step]: changed }
  const { [String(step)]: _, ...others } = map
  return others
}
