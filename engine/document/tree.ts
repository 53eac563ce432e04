import type { Json } from "../types.ts"

export type Path = readonly (string | number)[]

/** How a scalar is written; `other` is what only the YAML library knows to write, such as an alias. */
export type ScalarStyle = "plain" | "double" | "single" | "literal" | "folded" | "other"

/**
 * A value of a YAML file and how it is written. Trees are immutable; what an edit does not touch keeps its identity,
 * tree and value alike, so whoever computes from a part may remember the result by it.
 */
export type TreeNode =
  | { readonly kind: "scalar"; readonly style: ScalarStyle; readonly value: Json }
  | {
      readonly kind: "map" | "list"
      readonly style: "block" | "flow"
      readonly value: Json
      readonly entries: readonly Entry[]
    }
export type Collection = Exclude<TreeNode, { kind: "scalar" }>

/**
 * A value at its place: an entry of a map, an item of a list, or the whole file. `at` counts from the `at` of the entry
 * around it, all other offsets from its own `at`, so an entry is the same wherever it stands. UTF-16 units.
 */
export type Entry = {
  /** Of a map; "" in lists and for the file. */
  readonly key: string
  /** Start of the key, of the dash, or of an item of a flow list. */
  readonly at: number
  readonly keyEnd: number
  /** Of the value as written, without the line end after it; both after the key when there is none. */
  readonly start: number
  readonly end: number
  /**
   * Up to the next entry's line: what must be the same for the entry to be the same. Within a flow collection, and in
   * what the library reads as a whole, up to the end of the value.
   */
  readonly span: number
  readonly node: TreeNode
}

/** An entry and its absolute offset. */
export type Located = { readonly entry: Entry; readonly at: number }

/** Returns the entry at a path, or the nearest one above it, and how many steps of the path were found. */
export function locate(root: Entry, path: Path): Located & { readonly found: number } {
  let entry = root
  let at = root.at
  let found = 0
  for (const step of path) {
    const next = entry.node.kind === "scalar" ? undefined : childOf(entry.node, step)
    if (next === undefined) break
    entry = next
    at += next.at
    found += 1
  }
  return { entry, at, found }
}

/** Returns the path of the innermost value that stands, with its key, at an offset. */
export function pathAtOffset(root: Entry, offset: number): Path {
  const path: (string | number)[] = []
  let entry = root
  let base = root.at
  for (;;) {
    const { node } = entry
    if (node.kind === "scalar") return path
    const at = base
    const index = node.entries.findLastIndex((each) => at + each.at <= offset)
    const next = node.entries[index]
    if (next === undefined || offset > at + next.at + Math.max(next.end, next.span)) return path
    path.push(node.kind === "map" ? next.key : index)
    entry = next
    base = at + next.at
  }
}

/** Returns the entry of a collection by key or index. */
export function childOf(node: Collection, step: string | number): Entry | undefined {
  if (node.kind === "list") return node.entries[Number(step)]
  return node.entries[indexOfKey(node, String(step))]
}

/** Returns the position of a key among the entries of a map, -1 when it has none. */
export function indexOfKey(node: Collection, key: string): number {
  if (node.entries.length <= few) return node.entries.findIndex((entry) => entry.key === key)
  let index = indexes.get(node)
  if (index === undefined) {
    index = new Map(node.entries.map((entry, position) => [entry.key, position]))
    indexes.set(node, index)
  }
  return index.get(key) ?? -1
}

const few = 8
const indexes = new WeakMap<Collection, ReadonlyMap<string, number>>()

/** Returns the collection of entries, its value made of theirs. */
export function collection(
  kind: "map" | "list",
  style: "block" | "flow",
  entries: readonly Entry[],
): Collection {
  const value =
    kind === "list"
      ? entries.map((entry) => entry.node.value)
      : Object.fromEntries(entries.map((entry) => [entry.key, entry.node.value]))
  return { kind, style, entries, value }
}
