/**
 * What makes one JSON value of another: the value itself; the value that stood around it, the outermost counted 0; of an object
 * what becomes of its fields and which fields go or come behind them; of an array how many of its first items stay, and
 * what follows them: the place of another of its items, or a new one in brackets.
 */
export type Patch =
  | { readonly is: unknown }
  | { readonly out: number }
  | {
      readonly in?: Readonly<Record<string, Patch>>
      readonly gone?: readonly string[]
      readonly come?: Readonly<Record<string, Patch>>
    }
  | { readonly first: number; readonly items: readonly (number | readonly [unknown])[] }

type Fields = Readonly<Record<string, unknown>>
/** The objects around a value, the outermost first: of one walk one list, which follows it in and out. */
type Around = Fields[]

/**
 * Returns what makes `after` of `before`, null when their JSON is the same. Applied to `before`, or to what comes of its
 * JSON, it gives the JSON of `after` byte for byte, the order of fields too. What both share is not looked at, so for
 * values that are replaced and never changed the work is that of the change.
 */
export function toPatch(before: unknown, after: unknown, around: Around = []): Patch | null {
  if (before === after) return null
  if (Array.isArray(before) && Array.isArray(after)) return arrayPatch(before, after)
  if (!isObject(before) || !isObject(after)) return wholly(after, around)
  around.push(before)
  const patch = objectPatch(before, after, around)
  around.pop()
  return patch
}

/** Returns the value that a patch makes of another. */
export function applyPatch(before: unknown, patch: Patch, around: readonly Fields[] = []): unknown {
  if ("is" in patch) return patch.is
  if ("out" in patch) return around[patch.out] ?? notFitting()
  if ("items" in patch) {
    if (!Array.isArray(before)) return notFitting()
    const list: readonly unknown[] = before
    const items = patch.items.map((item) => (typeof item === "number" ? list[item] : item[0]))
    return [...list.slice(0, patch.first), ...items]
  }
  if (!isObject(before)) return notFitting()
  const within = [...around, before]
  const gone = new Set(patch.gone)
  const stay = fieldsOf(before).filter((field) => !gone.has(field))
  const come = Object.entries(patch.come ?? {})
  return Object.fromEntries([
    ...stay.map((field) => {
      const inner = patch.in !== undefined && Object.hasOwn(patch.in, field) ? patch.in[field] : undefined
      return [field, inner === undefined ? before[field] : applyPatch(before[field], inner, within)] as const
    }),
    ...come.map(([field, inner]) => [field, applyPatch(undefined, inner, within)] as const),
  ])
}

/** Fields that stand in the same order are compared; from the first that does not, they go and come again. */
function objectPatch(before: Fields, after: Fields, around: Around): Patch | null {
  const fields = fieldsOf(after)
  const inside: [string, Patch][] = []
  const gone: string[] = []
  let place = 0
  for (const field of fieldsOf(before)) {
    if (fields[place] !== field) {
      gone.push(field)
      continue
    }
    place += 1
    const patch = toPatch(before[field], after[field], around)
    if (patch !== null) inside.push([field, patch])
  }
  if (inside.length === 0 && gone.length === 0 && place === fields.length) return null
  const come = fields.slice(place).map((field) => [field, wholly(after[field], around)] as const)
  return {
    ...(inside.length === 0 ? {} : { in: Object.fromEntries(inside) }),
    ...(gone.length === 0 ? {} : { gone }),
    ...(come.length === 0 ? {} : { come: Object.fromEntries(come) }),
  }
}

function arrayPatch(before: readonly unknown[], after: readonly unknown[]): Patch | null {
  let first = 0
  const most = Math.min(before.length, after.length)
  while (first < most && isSame(before[first], after[first])) first += 1
  if (first === before.length && first === after.length) return null
  let next = first
  const items = after.slice(first).map((item): number | readonly [unknown] => {
    for (let place = next; place < before.length; place += 1) {
      if (!isSame(before[place], item)) continue
      next = place + 1
      return place
    }
    return [item]
  })
  return { first, items }
}

/** Whether two values have the same JSON. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false
    for (let at = 0; at < one.length; at += 1) if (!isSame(one[at], other[at])) return false
    return true
  }
  if (!isObject(one) || !isObject(other)) return false
  const fields = fieldsOf(one)
  const others = fieldsOf(other)
  if (fields.length !== others.length) return false
  let place = 0
  for (const field of fields) {
    if (field !== others[place] || !isSame(one[field], other[field])) return false
    place += 1
  }
  return true
}

/** A value that comes anew, or that is one of those around it as they were. */
function wholly(value: unknown, around: readonly Fields[]): Patch {
  const out = isObject(value) ? around.indexOf(value) : -1
  return out === -1 ? { is: value } : { out }
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** What is undefined does not stand in JSON. */
function fieldsOf(object: Fields): readonly string[] {
  const fields = Object.keys(object)
  for (const field of fields)
    if (object[field] === undefined) return fields.filter((one) => object[one] !== undefined)
  return fields
}

function notFitting(): never {
  throw new Error("A patch does not fit the value that it is for: a stored state was changed by hand.")
}
