import { type Node, type NodeHandle, Position } from "@xyflow/react"
import type { Note } from "../../engine/index.ts"
import { sizeOfNote } from "../notes/noteSize.ts"
import { type PlacedNote, selectionOfNote } from "../notes/notes.ts"
import type { Drawing, DrawnState } from "./drawing/drawing.ts"
import { entryY, handlesOf, type Size } from "./geometry.ts"
import { highlightsOf } from "./highlights.ts"
import type { Point } from "./layout/arrange.ts"
import { childrenOf, type Places } from "./places.ts"

export type NodeData = {
  readonly state: DrawnState
  /** Of a folded group: what it shows of its inside. */
  readonly highlights: readonly DrawnState[]
}
export type StateOnCanvas = Node<{ readonly [K in keyof NodeData]: NodeData[K] }, NodeType>
export type NoteOnCanvas = Node<{ readonly note: Note }, "note">
export type CanvasNode = StateOnCanvas | NoteOnCanvas
export type NodeType = "state" | "final" | "frame" | "folded"

const none: readonly DrawnState[] = []
export const frameHandleY = 20

/** Builds React Flow's nodes, the very same object for whatever did not change. */
export function createNodeBuilder(): (
  drawing: Drawing,
  places: Places,
  folded: ReadonlySet<string>,
  notes: readonly PlacedNote[],
) => readonly CanvasNode[] {
  const before = new Map<
    string,
    { readonly node: StateOnCanvas; readonly key: string; readonly state: DrawnState }
  >()
  const notesBefore = new Map<string, NoteOnCanvas>()
  return (drawing, places, folded, notes) => {
    const children = childrenOf(drawing)
    const nodes: CanvasNode[] = []
    const add = (container: string | null): void => {
      for (const state of children.get(container) ?? []) {
        const position = places.positions.get(state.id) ?? { x: 0, y: 0 }
        const size = places.sizes.get(state.id) ?? { width: 0, height: 0 }
        const type = typeOf(state, folded)
        const highlights = type === "folded" ? highlightsOf(drawing, state.id) : none
        const key = JSON.stringify([
          type,
          position,
          size,
          container,
          highlights.map(({ id, title }) => [id, title]),
        ])
        const known = before.get(state.id)
        const node =
          known !== undefined && known.key === key && known.state === state
            ? known.node
            : toNode(state, type, position, size, highlights, known?.node)
        before.set(state.id, { node, key, state })
        nodes.push(node)
        if (type === "frame") add(state.id)
      }
    }
    add(null)
    for (const { id, note } of notes) {
      if (note.closed === true) continue
      const known = notesBefore.get(id)
      const node = known?.data.note === note ? known : toNoteNode(id, note)
      notesBefore.set(id, node)
      nodes.push(node)
    }
    return nodes
  }
}

function toNoteNode(id: string, note: Note): NoteOnCanvas {
  const size = sizeOfNote(note)
  return {
    ...{ id: selectionOfNote(id), type: "note", position: { x: note.x, y: note.y }, ...size, measured: size },
    ...{ data: { note }, connectable: false, focusable: true, zIndex: 1 },
  }
}

function typeOf(state: DrawnState, folded: ReadonlySet<string>): NodeType {
  if (state.type === "final") return "final"
  if (state.type === "group") return folded.has(state.id) ? "folded" : "frame"
  return "state"
}

function toNode(
  state: DrawnState,
  type: NodeType,
  position: Point,
  size: Size,
  highlights: readonly DrawnState[],
  known: StateOnCanvas | undefined,
): StateOnCanvas {
  const sameData = known?.data.state === state && sameList(known.data.highlights, highlights)
  return {
    id: state.id,
    type,
    position,
    ...size,
    measured: size,
    data: sameData && known !== undefined ? known.data : { state, highlights },
    handles: nodeHandles(state, type, size),
    ...(state.parent === null ? {} : { parentId: state.parent }),
    ...(type === "frame" ? { zIndex: -1 } : {}),
    ...(type === "frame" ? { dragHandle: ".frame-tab" } : {}),
    focusable: true,
  }
}

/** Returns where ways enter and leave a node. */
export function nodeHandles(state: DrawnState, type: NodeType, size: Size): NodeHandle[] {
  const isGroup = type === "frame" || type === "folded"
  const target: NodeHandle = {
    type: "target",
    position: Position.Left,
    x: 0,
    y: isGroup ? frameHandleY : entryY(state),
    width: 0,
    height: 0,
  }
  const sources = isGroup
    ? [{ id: "", y: frameHandleY }, ...state.rows.map(({ name }) => ({ id: name, y: frameHandleY }))]
    : handlesOf(state)
  return [
    target,
    ...sources.map(
      ({ id, y }): NodeHandle => ({
        type: "source",
        ...(id === "" ? { id: null } : { id }),
        position: Position.Right,
        x: size.width,
        y,
        width: 0,
        height: 0,
      }),
    ),
  ]
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index])
}
