import type { Json } from "../types.ts"
import { insertSplices } from "./insert.ts"
import { changeAt, isMap, sameJson, valueAt } from "./json.ts"
import { moveSplices } from "./move.ts"
import { printKey } from "./print.ts"
import { removeSplices } from "./remove.ts"
import { replaceSplices, rewriteSplices } from "./replace.ts"
import { parseSource, type Source } from "./source.ts"
import { applySplices, inOrder, type Splice } from "./splice.ts"
import { locate, type Path } from "./tree.ts"

/** Where a new entry or item stands: before the named one, or last. */
export type Before = string | number | undefined

/** A change of one file, as data: paths are of the values as they were before it. */
export type Change =
  /** Gives the value at a path; the last step of the path may be new. Only the parts that differ are written. */
  | { readonly do: "set"; readonly path: Path; readonly value: Json }
  /** Puts a new entry into the map, or a new item into the list, at `path`. */
  | {
      readonly do: "insert"
      readonly path: Path
      readonly key?: string
      readonly before?: Before
      readonly value: Json
    }
  /** Takes an entry or item away; a collection that it leaves empty goes too, but none of the first `keep` steps. */
  | { readonly do: "remove"; readonly path: Path; readonly keep?: number }
  | { readonly do: "rename"; readonly path: Path; readonly key: string }
  /** Moves an entry or item, as it is written, into the map or list at `to`. */
  | { readonly do: "move"; readonly path: Path; readonly to: Path; readonly before?: Before }

export type Changed =
  | { readonly ok: true; readonly source: Source; readonly splices: readonly Splice[] }
  | { readonly ok: false; readonly why: string }

/**
 * Makes a change in a file. Comments, order and writing of all else stay; the result is read back, and a change that
 * the file's way of writing would garble is refused. Pure.
 */
export function applyChange(source: Source, change: Change): Changed {
  return applyChanges(source, [change])
}

/** Makes changes that do not touch each other, all of the file as it is, in one go. */
export function applyChanges(source: Source, changes: readonly Change[]): Changed {
  const [first] = changes
  if (first === undefined) return { ok: true, source, splices: [] }
  const expected = changes.reduce(expectedValue, source.value)
  for (const writing of [finely, coarsely]) {
    const made = changes.map((change) => writing(source, change))
    if (made.includes(null)) continue
    const splices = inOrder(made.flatMap((each) => each ?? []))
    if (splices === null) continue
    const { source: after } = parseSource(source.file, applySplices(source.text, splices), source)
    if (after !== undefined && sameJson(after.value, expected)) return { ok: true, source: after, splices }
  }
  return refused(first)
}

function refused({ path }: Change): Changed {
  return {
    ok: false,
    why: `"${path.join(".")}" is not there, or is written in a way that only the text editor can change.`,
  }
}

/** Where parts of a value that change touch each other in the text, the value is written anew as a whole. */
function coarsely(source: Source, change: Change): readonly Splice[] | null {
  if (change.do !== "set") return finely(source, change)
  const { entry, at, found } = locate(source.root, change.path)
  if (found !== change.path.length) return finely(source, change)
  return rewriteSplices(source, { entry, at }, change.path, change.value)
}

function finely(source: Source, change: Change): readonly Splice[] | null {
  switch (change.do) {
    case "set": {
      const { entry, at, found } = locate(source.root, change.path)
      if (found === change.path.length)
        return replaceSplices(source, { entry, at }, change.path, change.value)
      const key = change.path.at(-1)
      if (found !== change.path.length - 1 || key === undefined) return null
      return insertSplices(source, change.path.slice(0, -1), String(key), undefined, change.value)
    }
    case "insert":
      return insertSplices(source, change.path, change.key ?? "", change.before, change.value)
    case "remove":
      return removeSplices(source, prunedPath(source.value, change.path, change.keep ?? 1))
    case "rename": {
      const { entry, at, found } = locate(source.root, change.path)
      if (found !== change.path.length || entry.key === "") return null
      const removed = source.text.slice(at, at + entry.keyEnd)
      return [{ at, removed, inserted: printKey(change.key) }]
    }
    case "move":
      return moveSplices(source, change.path, change.to, change.before)
  }
}

/** Returns the path of the outermost collection that would be left empty. */
function prunedPath(value: Json, path: Path, keep: number): Path {
  let pruned = path
  while (pruned.length > Math.max(keep, 1)) {
    const parent = valueAt(value, pruned.slice(0, -1))
    const size = Array.isArray(parent) ? parent.length : isMap(parent) ? Object.keys(parent).length : 2
    if (size > 1) break
    pruned = pruned.slice(0, -1)
  }
  return pruned
}

function expectedValue(value: Json, change: Change): Json {
  switch (change.do) {
    case "set":
      return changeAt(value, change.path, () => change.value)
    case "insert":
      return changeAt(value, change.path, (old) => inserted(old, change.key, change.before, change.value))
    case "remove":
      return changeAt(value, prunedPath(value, change.path, change.keep ?? 1), () => undefined)
    case "rename": {
      const name = String(change.path.at(-1))
      return changeAt(value, change.path.slice(0, -1), (old) =>
        isMap(old)
          ? Object.fromEntries(
              Object.entries(old).map(([key, item]) => [key === name ? change.key : key, item]),
            )
          : old,
      )
    }
    case "move": {
      const moved = valueAt(value, change.path)
      if (moved === undefined) return value
      const from = change.path.slice(0, -1)
      const last = change.path.at(-1) ?? ""
      const parent = valueAt(value, from)
      if (Array.isArray(parent) && sameJson([...from], [...change.to])) {
        const index = Number(last)
        const to = change.before === undefined ? parent.length : Number(change.before)
        const without = parent.toSpliced(index, 1)
        return changeAt(value, from, () => without.toSpliced(to > index ? to - 1 : to, 0, moved))
      }
      const put = changeAt(value, change.to, (old) =>
        inserted(old, Array.isArray(old) ? undefined : String(last), change.before, moved),
      )
      const isSame = sameJson([...from], [...change.to])
      return isSame ? put : changeAt(put, change.path, () => undefined)
    }
  }
}

function inserted(old: Json | undefined, key: string | undefined, before: Before, value: Json): Json {
  if (Array.isArray(old)) return old.toSpliced(before === undefined ? old.length : Number(before), 0, value)
  if (key === undefined || key === "") return [...(isMap(old) ? [] : []), value]
  return { ...(isMap(old) ? old : {}), [key]: value }
}
