import type { Json } from "../types.ts"
import type { Before } from "./change.ts"
import { entryLinesOf, isSpacedAt, newlineOf } from "./entry-lines.ts"
import { entryLines, formOf, itemLines, printInline, printKey } from "./print.ts"
import { replaceSplices } from "./replace.ts"
import type { Source } from "./source.ts"
import type { Splice } from "./splice.ts"
import { type Collection, indexOfKey, type Located, locate, type Path } from "./tree.ts"

/** Returns what writes a new entry or item into the collection at a path; an empty one is written anew. */
export function insertSplices(
  source: Source,
  path: Path,
  key: string,
  before: Before,
  value: Json,
): readonly Splice[] | null {
  const parent = locate(source.root, path)
  if (parent.found !== path.length) return null
  const { node } = parent.entry
  if (node.kind === "scalar" && node.value !== null) return null
  if (node.kind === "scalar" || node.entries.length === 0) {
    const isList = node.kind === "list" || (node.kind === "scalar" && key === "")
    return replaceSplices(source, parent, path, isList ? [value] : { [key]: value })
  }
  if (node.kind === "map" && (key === "" || indexOfKey(node, key) !== -1)) return null
  const index = indexBefore(node, before)
  if (index === null) return null
  const at = [...path, node.kind === "map" ? key : index]
  if (node.style === "flow") return [inlineSplice(parent, node, index, key, value)]
  const first = node.entries[0]
  if (first === undefined) return null
  const { column } = entryLinesOf(source.text, { entry: first, at: parent.at + first.at })
  const form = formOf(source.file)
  const lines =
    node.kind === "map" ? entryLines(key, value, column, at, form) : itemLines(value, column, at, form)
  return [blockSplice(source.text, parent, node, index, lines)]
}

export function indexBefore(node: Collection, before: Before): number | null {
  if (before === undefined) return node.entries.length
  const index = node.kind === "map" ? indexOfKey(node, String(before)) : Number(before)
  return index < 0 || index > node.entries.length ? null : index
}

function inlineSplice(parent: Located, node: Collection, index: number, key: string, value: Json): Splice {
  const printed =
    node.kind === "map" ? `${printKey(key)}: ${printInline(value, true)}` : printInline(value, true)
  const next = node.entries[index]
  if (next !== undefined) return { at: parent.at + next.at, removed: "", inserted: `${printed}, ` }
  const last = node.entries[index - 1]
  const at = parent.at + (last === undefined ? parent.entry.start + 1 : last.at + last.end)
  return { at, removed: "", inserted: last === undefined ? printed : `, ${printed}` }
}

/** Returns what puts lines before the entry at `index` of a block, or after its last. */
export function blockSplice(
  text: string,
  parent: Located,
  node: Collection,
  index: number,
  lines: readonly string[],
): Splice {
  const newline = newlineOf(text)
  const spaced = isSpacedAt(text, node.entries, index, parent.at)
  const above = node.entries[index - 1]
  if (above !== undefined) {
    const { to } = entryLinesOf(text, { entry: above, at: parent.at + above.at })
    const inserted = `${newline}${spaced ? newline : ""}${lines.join(newline)}`
    return { at: to, removed: "", inserted }
  }
  const first = node.entries[0]
  const at = parent.at + (first?.at ?? 0)
  const { from, line, isFirstOnLine } = entryLinesOf(text, { entry: first ?? parent.entry, at })
  if (isFirstOnLine)
    return { at: from, removed: "", inserted: `${lines.join(newline)}${newline}${spaced ? newline : ""}` }
  const inserted = `${lines.join(newline).trimStart()}${newline}${" ".repeat(at - line)}`
  return { at, removed: "", inserted }
}
