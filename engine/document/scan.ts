import type { Json } from "../types.ts"
import { isOfLibrary, readWithLibrary } from "./library.ts"
import { linesOf } from "./lines.ts"
import { type CommonEnds, commonEnds, lineAt } from "./reuse.ts"
import { createInlineReader, type Read } from "./scan-inline.ts"
import { quotedScalar, unfamiliar } from "./scan-scalar.ts"
import { type Collection, collection, type Entry, indexOfKey, type TreeNode } from "./tree.ts"

/** A file that was read before: what still stands in it as it did is taken over. */
export type Earlier = { readonly text: string; readonly root: Entry }

/**
 * Returns the tree of a YAML text, `null` when the library must read it as a whole. It reads what flow files are made
 * of itself, some twenty times as fast; an entry with anything else in it is given to the library by itself. With
 * `earlier` only what changed is read.
 */
export function scan(text: string, earlier?: Earlier): Entry | null {
  const known = earlier === undefined || isOfLibrary(earlier.root.node) ? undefined : earlier
  const ends = commonEnds(known?.text ?? "", text)
  if (strange.test(text.slice(ends.firstLine, text.length - ends.tail + 3))) return null
  try {
    return scanFile(text, known, ends)
  } catch (error) {
    if (error === unfamiliar) return null
    throw error
  }
}

/** Line ends of Windows, marks of several documents, directives. */
const strange = /[\r\ufeff]|^(?:---|\.\.\.|%)/m

/** What was read in an entry, to be taken over part by part. */
function partsOf({ node }: Entry): Collection | undefined {
  return node.kind === "scalar" || isOfLibrary(node) ? undefined : node
}

function scanFile(text: string, earlier: Earlier | undefined, ends: CommonEnds): Entry | null {
  const lines = linesOf(text)
  const { keyAt, isKeyAt, inline } = createInlineReader(text)
  const lineEnd = (line: number) => lines.endOf(line)
  const startOf = (line: number) => lines.start[line] ?? text.length
  const indentOf = (line: number) => lines.indent[line] ?? 0

  const significant = (line: number): number => {
    let next = line
    while (next < lines.count && lines.skipped[next] === 1) next += 1
    return next
  }
  const isDash = (at: number) => {
    if (text.charCodeAt(at) !== 45) return false
    const after = text.charCodeAt(at + 1)
    return after === 32 || after === 10 || at + 1 >= text.length
  }
  /** The next line that belongs to nothing that stands deeper than `column`. */
  const after = (line: number, column: number): number => {
    let next = line + 1
    while (next < lines.count && (lines.skipped[next] === 1 || indentOf(next) > column)) next += 1
    return next
  }
  const afterMapEntry = (line: number, column: number): number => {
    let next = after(line, column)
    while (next < lines.count && indentOf(next) === column && isDash(startOf(next) + column))
      next = after(next, column)
    return next
  }
  /** Where a line's value may stand: after spaces, -1 when there is only a comment or nothing. */
  const valueAt = (at: number, end: number): number => {
    let value = at
    while (value < end && text.charCodeAt(value) === 32) value += 1
    if (value >= end) return -1
    if (text.charCodeAt(value) === 9) throw unfamiliar
    return text.charCodeAt(value) === 35 ? -1 : value
  }
  const endsLine = (at: number, end: number): void => {
    if (at === end) return
    const value = valueAt(at, end)
    if (value !== -1 || text.charCodeAt(at) !== 32) throw unfamiliar
  }

  type BlockRead = Read & { readonly next: number }

  const block = (
    line: number,
    column: number,
    within: Collection | undefined,
    withinAt: number,
    base: number,
  ): BlockRead => {
    const start = startOf(line) + column
    return isDash(start)
      ? entries("list", line, column, within, withinAt, base)
      : entries("map", line, column, within, withinAt, base)
  }

  const entries = (
    kind: "map" | "list",
    first: number,
    column: number,
    within: Collection | undefined,
    withinAt: number,
    base: number,
  ): BlockRead => {
    const found: Entry[] = []
    const keys = new Set<string>()
    const known = within?.kind === kind && within.style === "block" ? within : undefined
    let line = first
    let end = startOf(first) + column
    const head = known === undefined ? 0 : unchangedHead(known, withinAt, end)
    for (const entry of known?.entries.slice(0, head) ?? []) {
      found.push(entry)
      keys.add(entry.key)
      end = base + entry.at + entry.end
    }
    if (head > 0) line = lineAt(lines, base + (known?.entries[head]?.at ?? 0))
    while (line < lines.count) {
      const at = startOf(line) + column
      const tail =
        known === undefined || indentOf(line) !== column ? -1 : unchangedTail(known, withinAt, line, at)
      if (known !== undefined && tail !== -1 && line !== first) {
        for (const entry of known.entries.slice(tail)) {
          if (kind === "map" && keys.has(entry.key)) throw unfamiliar
          const moved = withinAt + entry.at + ends.delta - base
          found.push(moved === entry.at ? entry : { ...entry, at: moved })
          end = base + moved + entry.end
        }
        const last = found.at(-1)
        const stop = base + (last?.at ?? 0) + (last?.span ?? 0)
        line = stop >= text.length ? lines.count : lineAt(lines, stop)
        break
      }
      if (line !== first && indentOf(line) !== column) {
        if (indentOf(line) > column) throw unfamiliar
        break
      }
      if (isDash(at) !== (kind === "list")) {
        if (line === first || kind === "map") throw unfamiliar
        break
      }
      const next = kind === "list" ? after(line, column) : afterMapEntry(line, column)
      const stop = next < lines.count ? startOf(next) : text.length
      const name = kind === "list" ? "" : keyAt(at)
      if (kind === "map") {
        if (keys.has(name)) throw unfamiliar
        keys.add(name)
      }
      const before =
        kind === "list"
          ? sameItem(known, found.length, withinAt, at, stop, column)
          : known?.entries[indexOfKey(known, name)]
      const beforeAt = withinAt + (before?.at ?? 0)
      const entry =
        before !== undefined && isSame(before, beforeAt, at, stop, column)
          ? before.at === at - base
            ? before
            : { ...before, at: at - base }
          : readEntry(kind, name, line, column, at, stop, next, base, before, beforeAt)
      found.push(entry)
      end = at + entry.end
      line = next
    }
    const same =
      known !== undefined &&
      known.entries.length === found.length &&
      found.every((entry, index) => entry === known.entries[index])
    return {
      node: same ? known : collection(kind, "block", found),
      start: startOf(first) + column,
      end,
      next: line,
    }
  }

  /** How many entries stand before the change as they did: the next one does too, so each ends where it ended. */
  const unchangedHead = (known: Collection, withinAt: number, start: number): number => {
    if (withinAt + (known.entries[0]?.at ?? 0) !== start) return 0
    let head = 0
    while (withinAt + (known.entries[head + 1]?.at ?? Number.POSITIVE_INFINITY) + 2 <= ends.head) head += 1
    return head
  }
  /** From which entry on all stand behind the change as they did; -1 when this line is none of them. */
  const unchangedTail = (known: Collection, withinAt: number, line: number, at: number): number => {
    if (startOf(line) < text.length - ends.tail) return -1
    const before = at - ends.delta - withinAt
    return known.entries.findIndex((entry) => entry.at === before)
  }

  const isSame = (before: Entry, beforeAt: number, at: number, stop: number, column: number): boolean => {
    if (earlier === undefined || before.span !== stop - at) return false
    const column0 = beforeAt - (earlier.text.lastIndexOf("\n", beforeAt - 1) + 1)
    return column0 === column && earlier.text.slice(beforeAt, beforeAt + before.span) === text.slice(at, stop)
  }
  /** Items have no names: the one at the same index, or its neighbours, when one was put in or taken out. */
  const sameItem = (
    known: Collection | undefined,
    index: number,
    withinAt: number,
    at: number,
    stop: number,
    column: number,
  ): Entry | undefined => {
    for (const near of [index, index - 1, index + 1]) {
      const before = known?.entries[near]
      if (before !== undefined && isSame(before, withinAt + before.at, at, stop, column)) return before
    }
    return known?.entries[index]
  }

  const readEntry = (
    kind: "map" | "list",
    name: string,
    line: number,
    column: number,
    at: number,
    stop: number,
    next: number,
    base: number,
    before: Entry | undefined,
    beforeAt: number,
  ): Entry => {
    const known = before === undefined ? undefined : partsOf(before)
    try {
      let keyEnd = at + 1
      let from = at + 1
      if (kind === "map") {
        const unit = text.charCodeAt(at)
        keyEnd = unit === 34 || unit === 39 ? quotedScalar(text, at, lineEnd(line)).end : at + name.length
        if (text.charCodeAt(keyEnd) !== 58) throw unfamiliar
        from = keyEnd + 1
        const unitAfter = text.charCodeAt(from)
        if (from < lineEnd(line) && unitAfter !== 32) throw unfamiliar
      }
      const read = value(kind, line, column, from, next, known, beforeAt, at)
      return {
        key: name,
        at: at - base,
        keyEnd: keyEnd - at,
        start: read.start - at,
        end: read.end - at,
        span: stop - at,
        node: read.node,
      }
    } catch (error) {
      if (error !== unfamiliar) throw error
      const entry = readWithLibrary(" ".repeat(column) + text.slice(at, stop), column, kind)
      if (entry === null || entry.key !== name) throw unfamiliar
      return { ...entry, at: at - base, span: stop - at }
    }
  }

  const value = (
    kind: "map" | "list",
    line: number,
    column: number,
    from: number,
    next: number,
    known: Collection | undefined,
    knownAt: number,
    base: number,
  ): Read => {
    const end = lineEnd(line)
    const at = valueAt(from, end)
    const second = significant(line + 1)
    if (at === -1) {
      if (second >= next) {
        return { node: { kind: "scalar", style: "plain", value: null }, start: from, end: from }
      }
      const inner = indentOf(second)
      const isDashed = isDash(startOf(second) + inner)
      if (inner < column || (inner === column && !(kind === "map" && isDashed))) throw unfamiliar
      return whole(block(second, inner, known, knownAt, base), next)
    }
    const unit = text.charCodeAt(at)
    if (unit === 124) return literal(line, column, at, next)
    if (kind === "list" && (isDash(at) || isKeyAt(at, end))) {
      return whole(block(line, at - startOf(line), known, knownAt, base), next)
    }
    const read = inline(at, end, base)
    endsLine(read.end, end)
    if (second < next) throw unfamiliar
    return read
  }

  /** A block that ends before its entry does is followed by a line of a wrong indentation. */
  const whole = (read: BlockRead, next: number): Read => {
    if (read.next < next) throw unfamiliar
    return read
  }

  const literal = (line: number, column: number, at: number, next: number): Read => {
    const end = lineEnd(line)
    const strip = text.charCodeAt(at + 1) === 45
    endsLine(at + (strip ? 2 : 1), end)
    let first = line + 1
    while (first < lines.count && lineEnd(first) === startOf(first)) first += 1
    if (first >= lines.count || first !== line + 1) throw unfamiliar
    const inner = indentOf(first)
    if (inner <= column || startOf(first) + inner >= lineEnd(first)) throw unfamiliar
    const content: string[] = []
    let last = first
    for (let each = first; each < lines.count; each += 1) {
      const isBlank = startOf(each) + indentOf(each) >= lineEnd(each)
      if (isBlank) {
        if (indentOf(each) > inner) throw unfamiliar
        content.push("")
        continue
      }
      if (indentOf(each) < inner) break
      content.push(text.slice(startOf(each) + inner, lineEnd(each)))
      last = each
    }
    while (content.at(-1) === "") content.pop()
    const rest = significant(last + 1)
    if (rest < next) throw unfamiliar
    const joined = content.join("\n")
    const value: Json = strip ? joined : `${joined}\n`
    return { node: { kind: "scalar", style: "literal", value }, start: at, end: lineEnd(last) }
  }

  const first = significant(0)
  if (first >= lines.count) {
    const node: TreeNode = { kind: "scalar", style: "plain", value: null }
    return { key: "", at: 0, keyEnd: 0, start: 0, end: 0, span: text.length, node }
  }
  if (indentOf(first) !== 0) return null
  const before = earlier === undefined ? undefined : partsOf(earlier.root)
  const root = block(first, 0, before, 0, 0)
  if (root.next < lines.count) throw unfamiliar
  return { key: "", at: 0, keyEnd: 0, start: root.start, end: root.end, span: text.length, node: root.node }
}
