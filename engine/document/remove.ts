import { entryLinesOf, lineStart } from "./entry-lines.ts"
import { replaceSplices } from "./replace.ts"
import type { Source } from "./source.ts"
import type { Splice } from "./splice.ts"
import { type Collection, childOf, type Located, locate, type Path } from "./tree.ts"

/** Returns what takes an entry or item away with the comment above it; the last one leaves `{}` or `[]`. */
export function removeSplices(source: Source, path: Path): readonly Splice[] | null {
  const last = path.at(-1)
  if (last === undefined) return null
  const parent = locate(source.root, path.slice(0, -1))
  const { node } = parent.entry
  if (parent.found !== path.length - 1 || node.kind === "scalar") return null
  const entry = childOf(node, last)
  if (entry === undefined) return null
  if (node.entries.length === 1)
    return replaceSplices(source, parent, path.slice(0, -1), node.kind === "map" ? {} : [])
  const located = { entry, at: parent.at + entry.at }
  const index = node.entries.indexOf(entry)
  return [
    node.style === "flow"
      ? inlineRemoval(source.text, parent, node, index)
      : blockRemoval(source.text, parent, node, index, located),
  ]
}

function inlineRemoval(text: string, parent: Located, node: Collection, index: number): Splice {
  const entry = node.entries[index]
  const next = node.entries[index + 1]
  const before = node.entries[index - 1]
  const start = entry?.at ?? 0
  const end = start + (entry?.end ?? 0)
  const [from, to] =
    next !== undefined
      ? [start, next.at]
      : before !== undefined
        ? [before.at + before.end, end]
        : [start, end]
  return cut(text, parent.at + from, parent.at + to)
}

export function blockRemoval(
  text: string,
  parent: Located,
  node: Collection,
  index: number,
  located: Located,
): Splice {
  const lines = entryLinesOf(text, located)
  const next = node.entries[index + 1]
  if (!lines.isFirstOnLine && next !== undefined) return cut(text, located.at, parent.at + next.at)
  const after = text.indexOf("\n", lines.to)
  if (after === -1) return cut(text, Math.max(lines.from - 1, 0), text.length)
  const isBlankAbove = lines.from > 0 && text.slice(lineStart(text, lines.from - 1), lines.from).trim() === ""
  const below = text.indexOf("\n", after + 1)
  const isBlankBelow = below !== -1 && text.slice(after + 1, below).trim() === ""
  const to = isBlankAbove && isBlankBelow ? below + 1 : after + 1
  return cut(text, lines.from, to)
}

function cut(text: string, from: number, to: number): Splice {
  return { at: from, removed: text.slice(from, to), inserted: "" }
}
