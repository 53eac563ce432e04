import { isMap, valueAt } from "../document/json.ts"
import { type MergeConflict, type Merged, mergeSources, mergeValues, type Side } from "../document/merge.ts"
import { parseSource } from "../document/source.ts"
import { type Layout, printLayout, readLayout } from "./commands/layout.ts"
import type { EditCommand } from "./commands/registry.ts"
import { createFiles } from "./files.ts"
import { statesOf } from "./flow-view.ts"
import { planEdit } from "./plan.ts"

/** A file as three hands have it; null where it is not there. */
export type Versions = {
  readonly base: string | null
  readonly ours: string | null
  readonly theirs: string | null
}
/** What a merge comes to; `text` null when the file is gone. */
export type MergedFile = Omit<Merged, "text"> & { readonly text: string | null }

/**
 * Merges two changes of one file of a flow set. States and slots that one side renamed are renamed on the other too, so
 * that a change of the one meets the other's. A file that one side took away and the other changed, or that is not
 * valid YAML, is one conflict as a whole.
 */
export function mergeFile(
  file: string,
  { base, ours, theirs }: Versions,
  decide: (conflict: MergeConflict) => Side | undefined = () => undefined,
): MergedFile {
  if (ours === theirs || base === theirs) return { text: ours, conflicts: [] }
  if (base === ours) return { text: theirs, conflicts: [] }
  const wholly = (): MergedFile => {
    const conflict = { path: [], base, ours, theirs }
    const side = decide(conflict)
    return { text: side === "theirs" ? theirs : ours, conflicts: side === undefined ? [conflict] : [] }
  }
  if (ours === null || theirs === null) return wholly()
  if (file.endsWith("layout.json")) return mergeLayouts(base, ours, theirs) ?? wholly()
  const texts = renamedAlike(file, { base: base ?? emptyLike(theirs), ours, theirs })
  const sources = [texts.base, texts.ours, texts.theirs].map((text) => parseSource(file, text).source)
  const [b, o, t] = sources
  if (o === undefined || t === undefined || b === undefined) return wholly()
  return mergeSources(b, o, t, decide)
}

/** Two who made the same file anew have nothing in common but its kind. */
function emptyLike(text: string): string {
  return text.trimStart().startsWith("- ") ? "[]\n" : "{}\n"
}

type Texts = { readonly base: string; readonly ours: string; readonly theirs: string }

function renamedAlike(file: string, texts: Texts): Texts {
  let { base, ours, theirs } = texts
  const byOurs = renamesIn(file, base, ours)
  base = withRenames(file, base, byOurs)
  theirs = withRenames(file, theirs, byOurs)
  const byTheirs = renamesIn(file, base, theirs)
  return { base: withRenames(file, base, byTheirs), ours: withRenames(file, ours, byTheirs), theirs }
}

/** Returns the commands that rename what a side renamed, told by `was`. */
function renamesIn(file: string, base: string, side: string): readonly EditCommand[] {
  const before = parseSource(file, base).source?.value ?? null
  const after = parseSource(file, side).source?.value ?? null
  const named = (value: typeof before) => ({
    "state.rename": new Map(statesOf(value).map(({ id, value: state }) => [id, state.was])),
    "slot.rename": new Map(slotsOf(value)),
  })
  const [old, now] = [named(before), named(after)]
  return (["state.rename", "slot.rename"] as const).flatMap((name) =>
    [...now[name]].flatMap(([to, was]): readonly EditCommand[] => {
      if (old[name].has(to) || !Array.isArray(was)) return []
      const from = was.find((each) => typeof each === "string" && old[name].has(each) && !now[name].has(each))
      if (typeof from !== "string") return []
      return [
        name === "state.rename"
          ? { name, args: { file, id: from, to } }
          : { name, args: { file, name: from, to } },
      ]
    }),
  )
}

function slotsOf(value: Parameters<typeof valueAt>[0]) {
  const slots = valueAt(value, ["slots"])
  return isMap(slots)
    ? Object.entries(slots).map(([name, slot]) => [name, isMap(slot) ? slot.was : undefined] as const)
    : []
}

/** A rename that a side cannot follow leaves it as it is: the merge then tells the conflict. */
function withRenames(file: string, text: string, renames: readonly EditCommand[]): string {
  return renames.reduce((renamed, command) => {
    const planned = planEdit(createFiles({ [file]: renamed }), command)
    return planned.ok ? (planned.files.texts[file] ?? renamed) : renamed
  }, text)
}

/** A position that both moved stays where we put it: where a state is drawn is worth no question. */
function mergeLayouts(base: string | null, ours: string, theirs: string): MergedFile | null {
  const [b, o, t] = [base ?? "{}", ours, theirs].map(layoutOf)
  if (b === undefined || o === undefined || t === undefined) return null
  const part = <T extends "states" | "notes">(name: T): NonNullable<Layout[T]> => {
    const names = new Set([...Object.keys(o[name] ?? {}), ...Object.keys(t[name] ?? {})])
    const merged: Record<string, unknown> = {}
    for (const key of names) {
      const [x, y, z] = [b, o, t].map((layout) => valueAt(JSON.parse(JSON.stringify(layout)), [name, key]))
      const value =
        y === undefined
          ? x === undefined
            ? z
            : undefined
          : z === undefined
            ? x === undefined
              ? y
              : undefined
            : (mergeValues(x, y, z) ?? y)
      if (value !== undefined) merged[key] = value
    }
    // Each value is one of the two layouts', or made of both.
    return merged as NonNullable<Layout[T]>
  }
  return { text: printLayout({ format: 1, states: part("states"), notes: part("notes") }), conflicts: [] }
}

function layoutOf(text: string): Layout | undefined {
  try {
    return readLayout(JSON.parse(text))
  } catch {
    return undefined
  }
}
