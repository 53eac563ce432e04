import { commonEnds } from "./reuse.ts"

/** One replacement in a text: at `at`, UTF-16 units into the text as it was, `removed` becomes `inserted`. */
export type Splice = { readonly at: number; readonly removed: string; readonly inserted: string }

/**
 * Returns a text after replacements that are sorted, do not overlap, and count all from the text as it was. Throws when
 * the text is not the one that they were made for.
 */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let result = ""
  let from = 0
  for (const { at, removed, inserted } of splices) {
    if (at < from || text.slice(at, at + removed.length) !== removed)
      throw new Error(`The text is not the one that the change was made for: at ${at} stands something else.`)
    result += text.slice(from, at) + inserted
    from = at + removed.length
  }
  return result + text.slice(from)
}

/** Returns what undoes replacements, byte for byte. */
export function invertSplices(splices: readonly Splice[]): readonly Splice[] {
  let shift = 0
  return splices.map(({ at, removed, inserted }) => {
    const inverse = { at: at + shift, removed: inserted, inserted: removed }
    shift += inserted.length - removed.length
    return inverse
  })
}

/** Returns the one replacement that makes `after` of `before`; none when they are the same. */
export function spliceBetween(before: string, after: string): readonly Splice[] {
  if (before === after) return []
  const { head, tail } = commonEnds(before, after)
  const removed = before.slice(head, before.length - tail)
  return [{ at: head, removed, inserted: after.slice(head, after.length - tail) }]
}

/** Returns replacements in order; `null` when two of them overlap. */
export function inOrder(splices: readonly Splice[]): readonly Splice[] | null {
  const sorted = [...splices].sort((a, b) => a.at - b.at)
  let from = 0
  for (const { at, removed } of sorted) {
    if (at < from) return null
    from = at + removed.length
  }
  return sorted
}
