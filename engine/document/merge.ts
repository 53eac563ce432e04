import type { Json } from "../types.ts"
import { entryLinesOf } from "./entry-lines.ts"
import { blockSplice } from "./insert.ts"
import { isMap, sameJson } from "./json.ts"
import { reindented } from "./move.ts"
import { removeSplices } from "./remove.ts"
import { replaceSplices } from "./replace.ts"
import { parseSource, type Source } from "./source.ts"
import { applySplices, inOrder, type Splice } from "./splice.ts"
import { type Collection, type Entry, indexOfKey, type Located, type Path } from "./tree.ts"

/** A place that both sides changed otherwise, or that one changed and the other took away. */
export type MergeConflict = {
  /** In our file; where we took it away, where it stood. */
  readonly path: Path
  readonly base?: Json
  readonly ours?: Json
  readonly theirs?: Json
}
export type Side = "ours" | "theirs"
export type Merged = {
  /** The merged text; at a conflict that is not decided, our side. Never a marker. */
  readonly text: string
  readonly conflicts: readonly MergeConflict[]
}

/**
 * Merges two changes of a file, element by element: entries of maps by key, items of lists by their `id`, words in lists
 * by themselves. What only one side changed is taken from it as it is written, comments too. `decide` chooses the side
 * at a conflict; without it, or where it says nothing, our side stays and the conflict is listed.
 */
export function mergeSources(
  base: Source,
  ours: Source,
  theirs: Source,
  decide: (conflict: MergeConflict) => Side | undefined = () => undefined,
): Merged {
  if (ours.text === theirs.text || theirs.text === base.text) return { text: ours.text, conflicts: [] }
  if (ours.text === base.text) return { text: theirs.text, conflicts: [] }
  const conflicts: MergeConflict[] = []
  const splices: Splice[] = []
  const root = (source: Source): Part => ({ source, entry: source.root, at: 0 })
  mergeParts({ base: root(base), ours: root(ours), theirs: root(theirs) }, [], { conflicts, splices, decide })
  const sorted = inOrder(splices)
  const text = sorted === null ? undefined : applySplices(ours.text, sorted)
  if (text !== undefined && parseSource(ours.file, text, ours).source !== undefined)
    return { text, conflicts }
  const whole = { path: [], base: base.value, ours: ours.value, theirs: theirs.value }
  const side = decide(whole)
  return { text: side === "theirs" ? theirs.text : ours.text, conflicts: side === undefined ? [whole] : [] }
}

type Part = Located & { readonly source: Source }
type Parts = { readonly base: Part | undefined; readonly ours: Part; readonly theirs: Part }
type Merging = {
  readonly conflicts: MergeConflict[]
  readonly splices: Splice[]
  readonly decide: (conflict: MergeConflict) => Side | undefined
}

function mergeParts({ base, ours, theirs }: Parts, path: Path, merging: Merging): void {
  const [b, o, t] = [base?.entry.node, ours.entry.node, theirs.entry.node]
  if (o.kind !== "scalar" && o.kind === t.kind && o.style === "block" && t.style === "block") {
    const known = b?.kind === o.kind ? b : undefined
    const keys = keysOf(o, t, known)
    if (keys !== null) {
      mergeCollections({ base: known === undefined ? undefined : base, ours, theirs }, path, keys, merging)
      return
    }
  }
  if (sameJson(o.value, t.value)) return
  const merged = b === undefined ? null : mergeValues(b.value, o.value, t.value)
  const inline = merged === null ? null : replaceSplices(ours.source, ours, path, merged)
  if (inline !== null) {
    merging.splices.push(...inline)
    return
  }
  const conflict: MergeConflict = {
    ...{ path, ours: o.value, theirs: t.value },
    ...(b === undefined ? {} : { base: b.value }),
  }
  settle(conflict, merging, () => replaced(ours, theirs))
}

/** Takes their side where that is decided, else lists the conflict. */
function settle(
  conflict: MergeConflict,
  { conflicts, splices, decide }: Merging,
  theirs: () => readonly Splice[] | null,
): void {
  const side = decide(conflict)
  const taken = side === "theirs" ? theirs() : []
  if (side === undefined || taken === null) conflicts.push(conflict)
  else splices.push(...taken)
}

/** How entries are told apart: maps by key, lists by what names their items; `null` when nothing does. */
type Keys = (entry: Entry, index: number) => string

function keysOf(...nodes: readonly (Collection | undefined)[]): Keys | null {
  const there = nodes.filter((node) => node !== undefined)
  if (there.every(({ kind }) => kind === "map")) return (entry) => entry.key
  const all = there.flatMap(({ entries }) => entries.map(({ node }) => node.value))
  for (const name of ["id", "version"]) {
    const isNamed = all.every((value) => isMap(value) && typeof value[name] === "string")
    if (isNamed && areDistinct(there, (value) => (isMap(value) ? value[name] : null)))
      return ({ node }) => String(isMap(node.value) ? node.value[name] : "")
  }
  const areWords = all.every((value) => typeof value !== "object" || value === null)
  if (areWords && areDistinct(there, (value) => value)) return ({ node }) => JSON.stringify(node.value)
  const [first] = there
  if (there.every(({ entries }) => entries.length === first?.entries.length))
    return (_, index) => String(index)
  return null
}

function areDistinct(nodes: readonly Collection[], nameOf: (value: Json) => Json | undefined): boolean {
  return nodes.every(
    ({ entries }) =>
      new Set(entries.map(({ node }) => JSON.stringify(nameOf(node.value)))).size === entries.length,
  )
}

function mergeCollections(parts: Parts, path: Path, keyOf: Keys, merging: Merging): void {
  const { ours, theirs } = parts
  const [b, o, t] = [indexed(parts.base, keyOf), indexed(ours, keyOf), indexed(theirs, keyOf)]
  const oursNode = ours.entry.node
  if (oursNode.kind === "scalar") return
  const stepOf = (key: string, index: number): string | number => (oursNode.kind === "map" ? key : index)
  let after = 0
  for (const [key, { part: their, index }] of t) {
    const our = o.get(key)
    const old = b.get(key)?.part
    if (our === undefined) {
      const at = [...path, stepOf(key, index)]
      const place = () => copied(ours, oursNode, after, their)
      if (old === undefined) merging.splices.push(...(place() ?? []))
      else if (!isSame(old, their))
        settle({ path: at, base: old.entry.node.value, theirs: their.entry.node.value }, merging, place)
      continue
    }
    after = our.index + 1
    if (isSame(our.part, their) || (old !== undefined && isSame(old, their))) continue
    const at = [...path, stepOf(key, our.index)]
    if (old !== undefined && isSame(old, our.part)) {
      const taken = replaced(our.part, their)
      if (taken !== null) merging.splices.push(...taken)
      else mergeParts({ base: old, ours: our.part, theirs: their }, at, merging)
    } else mergeParts({ base: old, ours: our.part, theirs: their }, at, merging)
  }
  for (const [key, { part: our, index }] of o) {
    const old = b.get(key)?.part
    if (t.has(key) || old === undefined) continue
    const at = [...path, stepOf(key, index)]
    const remove = () => removeSplices(ours.source, at)
    if (isSame(old, our)) merging.splices.push(...(remove() ?? []))
    else settle({ path: at, base: old.entry.node.value, ours: our.entry.node.value }, merging, remove)
  }
}

function indexed(
  part: Part | undefined,
  keyOf: Keys,
): ReadonlyMap<string, { readonly part: Part; readonly index: number }> {
  const node = part?.entry.node
  if (part === undefined || node === undefined || node.kind === "scalar") return new Map()
  return new Map(
    node.entries.map((entry, index) => [
      keyOf(entry, index),
      { part: { source: part.source, entry, at: part.at + entry.at }, index },
    ]),
  )
}

/** Lines of an entry from its own column on, comments above it too. */
function written({ source, entry, at }: Part): readonly string[] {
  const { from, to, column, isFirstOnLine } = entryLinesOf(source.text, { entry, at })
  const text = (isFirstOnLine ? "" : " ".repeat(column)) + source.text.slice(from, to)
  return text.split(/\r?\n/).map((line) => reindented(line, column, 0))
}

function isSame(a: Part, b: Part): boolean {
  if (a.entry.node.kind !== b.entry.node.kind) return false
  const [x, y] = [written(a), written(b)]
  return x.length === y.length && x.every((line, index) => line === y[index])
}

/** Returns what puts an entry in the place of another, as it is written in its own file. */
function replaced(ours: Part, theirs: Part): readonly Splice[] | null {
  if (ours.entry === ours.source.root) return null
  const { text } = ours.source
  const { from, to, column, isFirstOnLine } = entryLinesOf(text, ours)
  const lines = written(theirs).map((line) => reindented(line, 0, column))
  const inserted = lines.join(text.includes("\r\n") ? "\r\n" : "\n")
  return [
    { at: from, removed: text.slice(from, to), inserted: isFirstOnLine ? inserted : inserted.trimStart() },
  ]
}

function copied(ours: Part, node: Collection, index: number, their: Part): readonly Splice[] | null {
  const first = node.entries[0]
  if (first === undefined || (node.kind === "map" && indexOfKey(node, their.entry.key) !== -1)) return null
  const { column } = entryLinesOf(ours.source.text, { entry: first, at: ours.at + first.at })
  const lines = written(their).map((line) => reindented(line, 0, column))
  return [blockSplice(ours.source.text, ours, node, index, lines)]
}

/**
 * Returns what three values come to when they are merged: maps by key, lists of words as sets in our order; `null` when
 * both sides changed the same.
 */
export function mergeValues(
  base: Json | undefined,
  ours: Json | undefined,
  theirs: Json | undefined,
): Json | null {
  const merged = mergedOrAbsent(base, ours, theirs)
  return merged === conflicting || merged === undefined ? null : merged
}

const conflicting = Symbol("conflicting")

function mergedOrAbsent(
  base: Json | undefined,
  ours: Json | undefined,
  theirs: Json | undefined,
): Json | undefined | typeof conflicting {
  if (sameJson(ours, theirs) || sameJson(base, theirs)) return ours
  if (sameJson(base, ours)) return theirs
  if (isMap(ours) && isMap(theirs) && (base === undefined || isMap(base))) {
    const merged: Record<string, Json> = {}
    for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      const value = mergedOrAbsent(base?.[key], ours[key], theirs[key])
      if (value === conflicting) return conflicting
      if (value !== undefined) merged[key] = value
    }
    return merged
  }
  if (areWords(base) && areWords(ours) && areWords(theirs)) {
    const kept = ours.filter((word) => theirs.includes(word) || !base.includes(word))
    return [...kept, ...theirs.filter((word) => !ours.includes(word) && !base.includes(word))]
  }
  return conflicting
}

function areWords(value: Json | undefined): value is readonly (string | number | boolean)[] {
  return (
    Array.isArray(value) &&
    value.every((item) => typeof item !== "object") &&
    new Set(value).size === value.length
  )
}
