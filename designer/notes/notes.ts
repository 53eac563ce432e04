import { type Json, layoutFile, type Note, readLayout } from "../../engine/index.ts"
import { documents } from "../document/documents.ts"
import { scene } from "../model/scene.ts"
import { madeOrTold } from "../shell/notice.ts"
import { useView, view } from "../shell/viewStore.ts"
import { sizeOfNote } from "./noteSize.ts"

/** A note on a flow's drawing. */
export type PlacedNote = { readonly id: string; readonly note: Note }

const prefix = "note:"

/** Returns how a note is named among what is selected, where ids of states stand too. */
export function selectionOfNote(id: string): string {
  return `${prefix}${id}`
}

export function noteIn(selected: string): string | null {
  return selected.startsWith(prefix) ? selected.slice(prefix.length) : null
}

export function notesOf(layout: Json | undefined): readonly PlacedNote[] {
  return Object.entries(readLayout(layout).notes ?? {}).map(([id, note]) => ({ id, note }))
}

export function noteOf(file: string, id: string): Note | undefined {
  return readLayout(documents.store.getState().files.value(layoutFile(file))).notes?.[id]
}

/** Writes a note, or takes it away; what is typed in one go is one step. */
export function setNote(file: string, id: string, note: Note | null, key?: string): boolean {
  const command = { name: "note.set", args: { file, id, note } } as const
  return madeOrTold(documents.run(command, key === undefined ? {} : { key })) !== null
}

const gap = 16

/** Puts a note beside the step that is selected, else in the middle of what is seen, and opens it for writing. */
export function addNote(at?: { readonly x: number; readonly y: number }): void {
  const { file, drawing, port } = scene()
  const [selected] = useView.getState().selection
  const about = at === undefined && selected !== undefined ? drawing.states.get(selected)?.id : undefined
  const known = new Set(notesOf(documents.store.getState().files.value(layoutFile(file))).map(({ id }) => id))
  let number = known.size + 1
  while (known.has(`n${number}`)) number += 1
  const by = localStorage.getItem(nameKey)
  const written = { text: "", on: today(), ...(by === null || by === "" ? {} : { by }) }
  const { height } = sizeOfNote({ x: 0, y: 0, ...written })
  const corner = about === undefined ? null : (port?.cornerOf(about) ?? null)
  const place = at ?? (corner === null ? port?.center() : { x: corner.x, y: corner.y - height - gap })
  const note: Note = {
    ...{ x: place?.x ?? 0, y: place?.y ?? 0, ...written },
    ...(about === undefined ? {} : { about }),
  }
  const id = `n${number}`
  if (!setNote(file, id, note)) return
  view.select([selectionOfNote(id)])
  view.openRight("inspector")
}

/** Under which name this reader writes notes; remembered in this browser. */
export const nameKey = "colloquy.designer.name"

function today(): string {
  const now = new Date()
  const two = (value: number) => String(value).padStart(2, "0")
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
