import { isMap, type JsonMap } from "../../document/json.ts"
import type { Json } from "../../types.ts"
import { type Draft, Refusal } from "../draft.ts"
import type { Outcome } from "../plan.ts"

/** Where a state is drawn: its left upper corner, within its group if it stands in one; sizes are of groups. */
export type Position = {
  readonly x: number
  readonly y: number
  readonly width?: number
  readonly height?: number
  readonly collapsed?: boolean
}
/** A note on the canvas, which may be put to a colleague and closed. */
export type Note = Position & {
  readonly text: string
  readonly by?: string
  readonly for?: string
  /** The state that it is about. */
  readonly about?: string
  readonly on?: string
  readonly closed?: boolean
}
/** `layout.json` of a flow: where its states and notes are drawn, and nothing else. */
export type Layout = {
  readonly format: 1
  readonly states: Readonly<Record<string, Position>>
  readonly notes?: Readonly<Record<string, Note>>
}

/** Returns the file of the layout that belongs to a flow's file; the default states' would stand beside `flowset.yaml`. */
export function layoutFile(flowFile: string): string {
  return flowFile.replace(/[^/]+\.yaml$/, "layout.json")
}

/** Returns a layout as its file is written: one state a line, sorted, so that a move is one changed line. */
export function printLayout({ states, notes = {} }: Layout): string {
  const part = (name: string, entries: Readonly<Record<string, unknown>>): string => {
    const lines = Object.keys(entries)
      .sort()
      .map(
        (id) =>
          `    ${JSON.stringify(id)}: ${JSON.stringify(entries[id], null, 1).replaceAll(/\n\s*/g, " ")}`,
      )
    return lines.length === 0
      ? `  ${JSON.stringify(name)}: {}`
      : `  ${JSON.stringify(name)}: {\n${lines.join(",\n")}\n  }`
  }
  const parts = [part("states", states), ...(Object.keys(notes).length === 0 ? [] : [part("notes", notes)])]
  return `{\n  "format": 1,\n${parts.join(",\n")}\n}\n`
}

/** Returns the layout of a value; what is not a position is left out. */
export function readLayout(value: Json | undefined): Layout {
  const part = (name: string): JsonMap => {
    const found = isMap(value) ? value[name] : undefined
    return isMap(found) ? found : {}
  }
  const placed = (entries: JsonMap) =>
    Object.fromEntries(
      Object.entries(entries).filter(
        ([, entry]) => isMap(entry) && typeof entry.x === "number" && typeof entry.y === "number",
      ),
    )
  const states = placed(part("states")) as unknown as Layout["states"]
  const notes = placed(part("notes")) as unknown as NonNullable<Layout["notes"]>
  return Object.keys(notes).length === 0 ? { format: 1, states } : { format: 1, states, notes }
}

export function layoutIn(draft: Draft, flowFile: string): Layout {
  const file = layoutFile(flowFile)
  if (draft.files.problems(file).length > 0)
    throw new Refusal(
      `「${file}」不是有效的 JSON，请先改好或删除。`,
      `"${file}" is not valid JSON: mend or delete it first.`,
    )
  return readLayout(draft.files.value(file))
}

/** Writes positions into a flow's layout; `null` takes one away. A layout that is not there yet is made. */
export function setPositions(
  draft: Draft,
  flowFile: string,
  positions: Readonly<Record<string, Position | null>>,
): void {
  const layout = layoutIn(draft, flowFile)
  const states: Record<string, Position> = { ...layout.states }
  for (const [id, position] of Object.entries(positions)) {
    if (position === null) delete states[id]
    else states[id] = rounded({ ...states[id], ...position })
  }
  writeLayout(draft, flowFile, { ...layout, states })
}

export function writeLayout(draft: Draft, flowFile: string, layout: Layout): void {
  const file = layoutFile(flowFile)
  const isEmpty = Object.keys(layout.states).length === 0 && Object.keys(layout.notes ?? {}).length === 0
  if (isEmpty && !Object.hasOwn(draft.files.texts, file)) return
  draft.write(file, printLayout(layout))
}

function rounded<P extends Position>(position: P): P {
  const whole = (value: number) => Math.round(value)
  return {
    ...position,
    ...{ x: whole(position.x), y: whole(position.y) },
    ...(position.width === undefined ? {} : { width: whole(position.width) }),
    ...(position.height === undefined ? {} : { height: whole(position.height) }),
  }
}

/** Returns the notes of a layout, each about what `follow` makes of the state that it was about. */
export function notesAbout(
  { notes }: Layout,
  follow: (state: string) => string | undefined,
): Pick<Layout, "notes"> {
  if (notes === undefined) return {}
  const followed = Object.entries(notes).map(([id, { about, ...note }]) => {
    const next = about === undefined ? undefined : follow(about)
    return [id, next === undefined ? note : { ...note, about: next }] as const
  })
  return { notes: Object.fromEntries(followed) }
}

export type SetPositions = {
  /** The flow's file. */
  readonly file: string
  readonly positions: Readonly<Record<string, Position | null>>
}
export function placeStates(draft: Draft, { file, positions }: SetPositions): Outcome {
  setPositions(draft, file, positions)
  const count = Object.keys(positions).length
  return {
    label:
      count === 1
        ? { zh: "移动位置", en: "Move" }
        : { zh: `移动 ${count} 个步骤的位置`, en: `Move ${count} steps` },
  }
}

export type SetNote = { readonly file: string; readonly id: string; readonly note: Note | null }
/** Writes a note on the canvas, changes it, or takes it away. */
export function setNote(draft: Draft, { file, id, note }: SetNote): Outcome {
  const layout = layoutIn(draft, file)
  const { [id]: old, ...others } = layout.notes ?? {}
  writeLayout(draft, file, { ...layout, notes: note === null ? others : { ...others, [id]: rounded(note) } })
  if (note === null) return { label: { zh: "删除便签", en: "Delete note" } }
  return {
    label: old === undefined ? { zh: "新增便签", en: "Add note" } : { zh: "修改便签", en: "Change note" },
    made: [id],
  }
}
