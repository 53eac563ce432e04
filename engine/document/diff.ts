import type { Json } from "../types.ts"
import { type Element, type ElementKind, elementsOf } from "./elements.ts"
import { isMap, sameJson } from "./json.ts"
import type { Path } from "./tree.ts"

/** A value within an element that differs; absent on one side when it is only on the other. */
export type FieldChange = { readonly path: Path; readonly before?: Json; readonly after?: Json }

/** What happened to an element of a file. One that was renamed, moved and changed is told three times. */
export type ElementChange = {
  readonly kind: ElementKind
  /** `flow/state#exit`, or its name in its file; of a removed one as it was. */
  readonly id: string
  /** Its path in the file after, of a removed one in the file before. */
  readonly path: Path
} & (
  | { readonly is: "added"; readonly value: Json }
  | { readonly is: "removed"; readonly value: Json }
  /** `from` is its earlier id. */
  | { readonly is: "renamed"; readonly from: string }
  /** From one group into another; "" is the flow itself. */
  | { readonly is: "moved"; readonly from: string; readonly to: string }
  /** An exit leads elsewhere. */
  | { readonly is: "retargeted"; readonly from: string; readonly to: string }
  | { readonly is: "changed"; readonly fields: readonly FieldChange[] }
)

/**
 * Returns what differs between two states of a file, element by element, in the order of the file after, what is gone
 * last. An element is the same by its name, or when it `was` named so and the name is gone; order, comments and ways of
 * writing do not count.
 */
export function diffFile(
  file: string,
  before: Json | undefined,
  after: Json | undefined,
): readonly ElementChange[] {
  const old = before === undefined ? [] : elementsOf(file, before)
  const now = after === undefined ? [] : elementsOf(file, after)
  const pairs = pair(old, now)
  const partners = new Set(pairs.values())
  return [
    ...now.flatMap((element): readonly ElementChange[] => {
      const earlier = pairs.get(element)
      if (earlier !== undefined) return between(earlier, element)
      return [{ kind: element.kind, id: element.id, path: element.path, is: "added", value: element.value }]
    }),
    ...old.flatMap((element): readonly ElementChange[] =>
      partners.has(element)
        ? []
        : [{ kind: element.kind, id: element.id, path: element.path, is: "removed", value: element.value }],
    ),
  ]
}

/** Returns the element before of each element after that had one. */
function pair(old: readonly Element[], now: readonly Element[]): ReadonlyMap<Element, Element> {
  const pairs = new Map<Element, Element>()
  const free = new Map(old.map((element) => [keyOf(element), element]))
  /** By `kind` and id after, the id before of owners that were renamed. */
  const ownersBefore = new Map<string, string>()
  const isNow = new Set(now.map(keyOf))
  for (const element of now) {
    const owner = ownersBefore.get(element.owner) ?? element.owner
    const names = [element.name, ...element.was]
    for (const [index, name] of names.entries()) {
      const id = element.id.slice(0, element.id.length - element.name.length) + name
      const key = keyOf({ ...element, name, owner, id })
      const earlier = free.get(key)
      const isTaken = index > 0 && isNow.has(keyOf({ ...element, name, id }))
      if (earlier === undefined || isTaken) continue
      pairs.set(element, earlier)
      free.delete(key)
      if (earlier.id !== element.id) ownersBefore.set(element.id, earlier.id)
      break
    }
  }
  return pairs
}

/** States are found in whatever group they stand; what belongs to a state only there. */
function keyOf({ kind, name, owner, id }: Pick<Element, "kind" | "name" | "owner" | "id">): string {
  if (kind === "state") return JSON.stringify([kind, id])
  if (kind === "flow" || kind === "file") return kind
  return JSON.stringify([kind, owner, name])
}

function between(before: Element, after: Element): readonly ElementChange[] {
  const { kind, id, path } = after
  const common = { kind, id, path }
  const changes: ElementChange[] = []
  const isNamed = kind !== "flow" && kind !== "file"
  if (isNamed && before.name !== after.name) changes.push({ ...common, is: "renamed", from: before.id })
  if (kind === "state" && before.owner !== after.owner)
    changes.push({ ...common, is: "moved", from: before.owner, to: after.owner })
  if (kind === "exit") {
    const [from, to] = [targetOf(before.value), targetOf(after.value)]
    if (from !== to) changes.push({ ...common, is: "retargeted", from, to })
  }
  const fields = fieldsBetween(ownFields(before), ownFields(after), [])
  if (fields.length > 0) changes.push({ ...common, is: "changed", fields })
  return changes
}

/** `was` is told as a rename, a target as a new target. */
function ownFields({ kind, value }: Element): Json {
  if (!isMap(value)) return kind === "exit" ? {} : value
  const { was: _, ...own } = value
  if (kind !== "exit") return own
  const { to: __, ...rest } = own
  return rest
}

function targetOf(value: Json): string {
  const target = isMap(value) ? value.to : value
  return typeof target === "string" ? target : ""
}

/** Returns the innermost values that differ; a list is one value unless both sides have as many items. */
export function fieldsBetween(
  before: Json | undefined,
  after: Json | undefined,
  path: Path,
): readonly FieldChange[] {
  if (sameJson(before, after)) return []
  if (isMap(before) && isMap(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return names.flatMap((name) => fieldsBetween(before[name], after[name], [...path, name]))
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length)
    return before.flatMap((item: Json, index) => fieldsBetween(item, after[index], [...path, index]))
  return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }]
}
