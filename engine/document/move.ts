import type { Before } from "./change.ts"
import { entryLinesOf } from "./entry-lines.ts"
import { blockSplice, indexBefore, insertSplices } from "./insert.ts"
import { blockRemoval, removeSplices } from "./remove.ts"
import type { Source } from "./source.ts"
import type { Splice } from "./splice.ts"
import { childOf, indexOfKey, locate, type Path } from "./tree.ts"

/**
 * Returns what moves an entry or item into the collection at a path: its lines as they are, comments above it too,
 * indented as its new neighbours are. What stands inline, or becomes the first of an empty one, is printed anew.
 */
export function moveSplices(source: Source, path: Path, to: Path, before: Before): readonly Splice[] | null {
  const last = path.at(-1)
  if (last === undefined || path.every((step, index) => to[index] === step)) return null
  const from = locate(source.root, path.slice(0, -1))
  const into = locate(source.root, to)
  const fromNode = from.entry.node
  const intoNode = into.entry.node
  if (from.found !== path.length - 1 || into.found !== to.length || fromNode.kind === "scalar") return null
  const entry = childOf(fromNode, last)
  if (entry === undefined) return null
  const isWithin = fromNode === intoNode && from.at === into.at
  const index = fromNode.entries.indexOf(entry)
  const asIs =
    fromNode.style === "block" &&
    intoNode.kind === fromNode.kind &&
    intoNode.style === "block" &&
    fromNode.entries.length > 1
  if (!asIs) {
    if (isWithin && fromNode.style === "flow") return inlineMove(source, path, index, before)
    const removed = removeSplices(source, path)
    const inserted = insertSplices(source, to, entry.key, before, entry.node.value)
    return removed === null || inserted === null ? null : [...removed, ...inserted]
  }
  const target = indexBefore(intoNode, before)
  if (target === null || (!isWithin && intoNode.kind === "map" && indexOfKey(intoNode, entry.key) !== -1))
    return null
  if (isWithin && (target === index || target === index + 1)) return []
  const located = { entry, at: from.at + entry.at }
  const lines = entryLinesOf(source.text, located)
  const first = intoNode.entries[0]
  if (first === undefined) return null
  const { column } = entryLinesOf(source.text, { entry: first, at: into.at + first.at })
  const written =
    (lines.isFirstOnLine ? "" : " ".repeat(lines.column)) + source.text.slice(lines.from, lines.to)
  const moved = written.split(/\r?\n/).map((line) => reindented(line, lines.column, column))
  const removal = blockRemoval(source.text, from, fromNode, index, located)
  return [removal, blockSplice(source.text, into, intoNode, target, moved)]
}

function inlineMove(source: Source, path: Path, index: number, before: Before): readonly Splice[] | null {
  const { entry: list, at } = locate(source.root, path.slice(0, -1))
  if (list.node.kind === "scalar") return null
  const { entries } = list.node
  const target = indexBefore(list.node, before)
  if (target === null) return null
  const to = target > index ? target - 1 : target
  const written = entries.map((entry) => source.text.slice(at + entry.at, at + entry.at + entry.end))
  const moved = written.toSpliced(index, 1).toSpliced(to, 0, written[index] ?? "")
  return entries.flatMap((entry, position) => {
    const removed = written[position] ?? ""
    const inserted = moved[position] ?? ""
    return removed === inserted ? [] : [{ at: at + entry.at, removed, inserted }]
  })
}

/** Returns a line of a block in another column. */
export function reindented(line: string, from: number, to: number): string {
  if (line.trim() === "") return ""
  const own = line.length - line.trimStart().length
  return " ".repeat(Math.max(own - from, 0) + to) + line.slice(own)
}
