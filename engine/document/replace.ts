import type { Json } from "../types.ts"
import { lineEnd, newlineOf } from "./entry-lines.ts"
import { insertSplices } from "./insert.ts"
import { isMap, sameJson } from "./json.ts"
import { afterKey, formOf, itemLines, printInline, quoted } from "./print.ts"
import { removeSplices } from "./remove.ts"
import type { Source } from "./source.ts"
import type { Splice } from "./splice.ts"
import { type Located, locate, type Path, type TreeNode } from "./tree.ts"

/**
 * Returns what makes a value another one. Collections are changed where they differ, so that a comment inside stays;
 * only what is of another kind is written anew.
 */
export function replaceSplices(
  source: Source,
  located: Located,
  path: Path,
  value: Json,
): readonly Splice[] | null {
  const { node } = located.entry
  if (sameJson(node.value, value)) return []
  if (node.kind === "map" && isMap(value)) {
    const kept = node.entries.some(({ key }) => Object.hasOwn(value, key))
    const inside = kept ? mapSplices(source, located, path, value) : undefined
    if (inside !== undefined) return inside
  }
  if (node.kind === "list" && Array.isArray(value)) {
    const inside = listSplices(source, located, path, value)
    if (inside !== undefined) return inside
  }
  return rewriteSplices(source, located, path, value)
}

/** Entries that stay are changed, those gone removed, new ones put last; `undefined` when that does not come out. */
function mapSplices(
  source: Source,
  { entry, at }: Located,
  path: Path,
  value: { readonly [key: string]: Json },
): readonly Splice[] | null | undefined {
  if (entry.node.kind !== "map") return undefined
  const { entries } = entry.node
  const names = new Set(entries.map(({ key }) => key))
  const added = Object.entries(value).filter(([key]) => !names.has(key))
  const parts = [
    ...entries.map((each) =>
      Object.hasOwn(value, each.key)
        ? replaceSplices(
            source,
            { entry: each, at: at + each.at },
            [...path, each.key],
            value[each.key] ?? null,
          )
        : removeSplices(source, [...path, each.key]),
    ),
    ...added.map(([key, item]) => insertSplices(source, path, key, undefined, item)),
  ]
  return allOf(parts)
}

/** Items are paired from both ends; what is left between them is changed, removed or put in. */
function listSplices(
  source: Source,
  { entry, at }: Located,
  path: Path,
  value: readonly Json[],
): readonly Splice[] | null | undefined {
  if (entry.node.kind !== "list") return undefined
  const { entries } = entry.node
  const most = Math.min(entries.length, value.length)
  let head = 0
  while (head < most && sameJson(entries[head]?.node.value, value[head])) head += 1
  let tail = 0
  while (tail < most - head && sameJson(entries.at(-1 - tail)?.node.value, value.at(-1 - tail))) tail += 1
  const before = entries.slice(head, entries.length - tail)
  const after = value.slice(head, value.length - tail)
  if (entries.length === 0 || value.length === 0) return undefined
  const paired = Math.min(before.length, after.length)
  const position = head + paired
  return allOf([
    ...before.slice(0, paired).map((each, index) => {
      const located = { entry: each, at: at + each.at }
      return replaceSplices(source, located, [...path, head + index], after[index] ?? null)
    }),
    ...before.slice(paired).map((_, index) => removeSplices(source, [...path, position + index])),
    ...after.slice(paired).map((item) => insertSplices(source, path, "", position, item)),
  ])
}

function allOf(parts: readonly (readonly Splice[] | null)[]): readonly Splice[] | null {
  return parts.some((part) => part === null) ? null : parts.flatMap((part) => part ?? [])
}

/** Returns what writes a value anew as a whole. */
export function rewriteSplices(
  { text, file, root }: Source,
  { entry, at }: Located,
  path: Path,
  value: Json,
): readonly Splice[] | null {
  const { node } = entry
  const form = formOf(file)
  if (entry === root) return null
  const start = at + entry.start
  const end = at + entry.end
  const around = locate(root, path.slice(0, -1)).entry.node
  const isShort = !/\n/.test(text.slice(at + entry.keyEnd, end)) && !isLong(node)
  if (around.kind !== "scalar" && around.style === "flow") {
    const printed = scalarLike(node, value, true)
    return [{ at: start, removed: text.slice(start, end), inserted: start === end ? ` ${printed}` : printed }]
  }
  const column = at - (text.lastIndexOf("\n", at - 1) + 1)
  const isItem = entry.key === "" && text[at] === "-"
  const printed = isItem
    ? itemLines(value, column, path, form)
        .join("\n")
        .slice(column + 1)
    : afterKey(value, column, path, form)
  if (isShort && !printed.includes("\n")) {
    const inserted = scalarLike(node, value, false)
    return [
      { at: start, removed: text.slice(start, end), inserted: start === end ? ` ${inserted}` : inserted },
    ]
  }
  const from = isItem ? at + 1 : text.indexOf(":", at + entry.keyEnd) + 1
  const stop = isShort ? lineEnd(text, end) : end
  const comment = isShort ? text.slice(end, stop).trimEnd() : ""
  const [head = "", ...rest] = printed.split("\n")
  const inserted = [head + comment, ...rest].join(newlineOf(text))
  return [{ at: from, removed: text.slice(from, stop), inserted }]
}

function isLong(node: TreeNode): boolean {
  return node.kind === "scalar"
    ? node.style === "literal" || node.style === "folded"
    : node.style === "block" && node.entries.length > 0
}

/** An author's quotation marks stay, unless they were there because the old text could not do without. */
function scalarLike(node: TreeNode, value: Json, within: boolean): string {
  const isChosen =
    node.kind === "scalar" && node.style === "double" && printInline(node.value, within) === node.value
  return isChosen && typeof value === "string" ? quoted(value) : printInline(value, within)
}
