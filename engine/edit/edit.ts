import { applySplices, invertSplices, type Splice, spliceBetween } from "../document/splice.ts"
import type { Files } from "./files.ts"
import type { Words } from "./words.ts"

/** What an edit does to one file; a file that is not there counts as empty. */
export type FileChange = {
  readonly file: string
  readonly existed: boolean
  readonly exists: boolean
  /** Rounds of replacements, one after the other; within a round offsets count from the text before it. */
  readonly rounds: readonly (readonly Splice[])[]
}

/** A step of the history, as data: JSON, undone byte for byte by its inverse. A gesture is one edit. */
export type Edit = { readonly label: Words; readonly changes: readonly FileChange[] }

/** Returns the files after an edit. Throws when they are not those that the edit was made for. */
export function applyEdit(files: Files, edit: Edit): Files {
  const changed: Record<string, string | null> = {}
  for (const { file, existed, exists, rounds } of edit.changes) {
    if (Object.hasOwn(files.texts, file) !== existed)
      throw new Error(
        `"${file}" ${existed ? "is not there" : "is there already"}: the edit was made for other files.`,
      )
    const text = rounds.reduce(applySplices, files.texts[file] ?? "")
    changed[file] = exists ? text : null
  }
  return files.with(changed)
}

/** Returns the edit that undoes an edit. */
export function invertEdit({ label, changes }: Edit): Edit {
  return {
    label,
    changes: [...changes].reverse().map(({ file, existed, exists, rounds }) => ({
      ...{ file, existed: exists, exists: existed },
      rounds: [...rounds].reverse().map(invertSplices),
    })),
  }
}

/** Returns the one edit that makes `after` of `before`. */
export function editBetween(before: Files, after: Files, label: Words): Edit {
  const names = new Set([...Object.keys(before.texts), ...Object.keys(after.texts)])
  const changed = [...names].filter((file) => before.texts[file] !== after.texts[file])
  const changes = changed.map((file) => ({
    ...{ file, existed: Object.hasOwn(before.texts, file), exists: Object.hasOwn(after.texts, file) },
    rounds: [spliceBetween(before.texts[file] ?? "", after.texts[file] ?? "")],
  }))
  return { label, changes }
}
