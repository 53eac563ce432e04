import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type YAMLSeq,
} from "yaml"
import type { Json } from "../types.ts"
import { collection, type Entry, type ScalarStyle, type TreeNode } from "./tree.ts"

/** What is wrong with a text as YAML, and at which offset. */
export type YamlError = { readonly code: string; readonly message: string; readonly at: number }

const options = { prettyErrors: false, uniqueKeys: true } as const
/** Above this an alias is an attack. */
const maxAliasCount = 100

/**
 * Returns whether the library read a value. It is then taken over as a whole or not at all: its parts may depend on each
 * other, as an alias does on its anchor, and their spans end with their values.
 */
export function isOfLibrary(node: TreeNode): boolean {
  return ofLibrary.has(node)
}

const ofLibrary = new WeakSet<TreeNode>()

/** Reads a whole file. */
export function readFileWithLibrary(text: string): { readonly root: Entry } | { readonly error: YamlError } {
  const document = parseDocument(text, options)
  const [first] = [...document.errors].sort((a, b) => a.pos[0] - b.pos[0])
  if (first !== undefined) return { error: { code: first.code, message: first.message, at: first.pos[0] } }
  try {
    document.toJS({ maxAliasCount })
  } catch (error) {
    return { error: { code: "", message: error instanceof Error ? error.message : String(error), at: 0 } }
  }
  const { node, start, end } = createReader(document, text).node(document.contents, 0, 0)
  ofLibrary.add(node)
  return { root: { key: "", at: 0, keyEnd: 0, start, end, span: text.length, node } }
}

/**
 * Reads one entry that starts at `column` of a text with nothing else in it. Returns `null` when it is not sound by
 * itself: then the whole file is to be read.
 */
export function readWithLibrary(text: string, column: number, kind: "map" | "list"): Entry | null {
  const document = parseDocument(text, options)
  const { contents } = document
  if (document.errors.length > 0 || !isCollection(contents) || contents.items.length !== 1) return null
  if (contents.flow === true || isMap(contents) !== (kind === "map")) return null
  try {
    document.toJS({ maxAliasCount })
  } catch {
    return null
  }
  const { node } = createReader(document, text).node(contents, 0, text.length)
  const entry = node.kind === "scalar" ? undefined : node.entries[0]
  if (entry?.at !== column) return null
  ofLibrary.add(entry.node)
  return entry
}

type Read = { readonly node: TreeNode; readonly start: number; readonly end: number }

function createReader(document: ReturnType<typeof parseDocument>, text: string) {
  /** `base` is the absolute offset of the entry around it, `fallback` where a value that is not written stands. */
  const node = (from: unknown, base: number, fallback: number): Read => {
    const [start = fallback, to = fallback] = (from as Node | null)?.range ?? []
    if (isMap(from) || isSeq(from)) {
      const isFlow = from.flow === true
      const entries = isSeq(from)
        ? items(from, base)
        : from.items.map((pair) => mapEntry(pair, base, fallback))
      const last = entries.at(-1)
      const end = isFlow || last === undefined ? to : base + last.at + last.end
      const style = isFlow ? "flow" : "block"
      return { node: collection(isMap(from) ? "map" : "list", style, entries), start, end }
    }
    if (isScalar(from)) {
      const isWritten = to > start
      const style = isWritten ? (styles[from.type ?? ""] ?? "other") : "plain"
      const end = style === "literal" || style === "folded" ? withoutLineEnds(to) : to
      const value = from.toJSON() as Json
      const scalar = { kind: "scalar", style: from.anchor || from.tag ? "other" : style, value } as const
      return isWritten ? { node: scalar, start, end } : { node: scalar, start: fallback, end: fallback }
    }
    if (isAlias(from)) {
      const value = from.toJS(document, { maxAliasCount }) as Json
      return { node: { kind: "scalar", style: "other", value }, start, end: to }
    }
    return { node: { kind: "scalar", style: "plain", value: null }, start: fallback, end: fallback }
  }

  const mapEntry = (item: unknown, base: number, fallback: number): Entry => {
    const pair = isPair(item) ? item : { key: null, value: null }
    const [at = fallback, keyEnd = at] = (pair.key as Node | null)?.range ?? []
    const colon = text.indexOf(":", keyEnd)
    const read = node(pair.value, at, colon === -1 ? keyEnd : colon + 1)
    const key = isScalar(pair.key) ? String(pair.key.value ?? "") : String(pair.key ?? "")
    return entry(key, at, base, keyEnd, read)
  }

  /** The dash of a block item stands in the column of the first, on the first such line after the item before. */
  const items = (list: YAMLSeq, base: number): Entry[] => {
    const [first = 0] = list.range ?? []
    const column = first - (text.lastIndexOf("\n", first - 1) + 1)
    let at = first
    return list.items.map((item, index) => {
      if (list.flow === true) {
        const [start = first] = (item as Node | null)?.range ?? []
        const keyed = isPair(item) ? ((item.key as Node | null)?.range?.[0] ?? start) : start
        return entry("", keyed, base, keyed, isPair(item) ? pairIn(item, keyed) : node(item, keyed, start))
      }
      if (index > 0) at = text.indexOf(`\n${" ".repeat(column)}-`, at) + 1 + column
      const read = node(item, at, at + 1)
      const found = entry("", at, base, at + 1, read)
      at = read.end - 1
      return found
    })
  }

  /** `[a: 1]` is a list of one map, which is not written as one. */
  const pairIn = (item: unknown, at: number): Read => {
    const inner = mapEntry(item, at, at)
    const value = { [inner.key]: inner.node.value }
    return { node: { kind: "scalar", style: "other", value }, start: at, end: at + inner.end }
  }

  const withoutLineEnds = (to: number): number => {
    let end = to
    while (/\s/.test(text[end - 1] ?? "x")) end -= 1
    return end
  }

  return { node }
}

function entry(key: string, at: number, base: number, keyEnd: number, { node, start, end }: Read): Entry {
  return { key, at: at - base, keyEnd: keyEnd - at, start: start - at, end: end - at, span: end - at, node }
}

const styles: Readonly<Record<string, ScalarStyle>> = {
  PLAIN: "plain",
  QUOTE_DOUBLE: "double",
  QUOTE_SINGLE: "single",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
}
