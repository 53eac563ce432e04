import {
  type Connection,
  type FinalConnectionState,
  type OnConnectEnd,
  type OnNodeDrag,
  useReactFlow,
} from "@xyflow/react"
import { type DragEvent, useMemo } from "react"
import type { EditCommand } from "../../../engine/index.ts"
import { isStateType } from "../../../engine/states/registry.ts"
import { documents } from "../../document/documents.ts"
import { scene } from "../../model/scene.ts"
import { addNote, noteIn, noteOf } from "../../notes/notes.ts"
import { madeOrTold } from "../../shell/notice.ts"
import { view } from "../../shell/viewStore.ts"
import { snap } from "../geometry.ts"
import type { Point } from "../layout/arrange.ts"
import { type Drop, moveCommands } from "../moveNodes.ts"
import type { CanvasEdge } from "../toEdges.ts"
import type { CanvasNode } from "../toNodes.ts"
import { askWhatToAdd } from "./addMenu.ts"
import { addState } from "./addState.ts"

/** What a state type is carried as while it is dragged from the palette. */
export const dragFormat = "application/x-colloquy-state"

/** Gestures on the canvas, each one step of the history. */
export function useCanvasEdits(isArranged: boolean, onRefused: () => void) {
  const flow = useReactFlow<CanvasNode, CanvasEdge>()
  return useMemo(() => {
    const onNodeDragStop: OnNodeDrag<CanvasNode> = (event, _node, dragged) => {
      const { file, positions, drawing } = scene()
      if (positions === null) return
      const [only] = dragged
      const at = pointOf(event)
      const edge = dragged.length === 1 && only !== undefined ? edgeUnder(at, only.id) : null
      if (only !== undefined && edge !== null && only.type !== "note" && isLoose(only.id)) {
        const spot = onEdge(edge)
        const from = drawn.get(only.id) ?? only.position
        const drop = { id: only.id, from, to: only.position, parent: only.parentId ?? null, into: null }
        const planned =
          spot === null
            ? null
            : documents.run([
                { name: "state.insertOnExit", args: { file, ...spot, insert: only.id } },
                ...moveCommands(file, [drop], positions, isArranged),
              ])
        if (planned?.ok === true) return
      }
      const notes = dragged.flatMap((node) => noteMove(file, node))
      const drops = dragged.flatMap((node): readonly Drop[] => {
        if (node.type === "note") return []
        if (dragged.some((other) => other.id === node.parentId)) return []
        const before = drawn.get(node.id)
        if (before === undefined) return []
        return [
          {
            id: node.id,
            from: before,
            to: node.position,
            parent: node.parentId ?? null,
            into: newParent(node, dragged, drawing.states.get(node.id)?.parent ?? null),
          },
        ]
      })
      const hasMoved = drops.some(({ from, to, into }) => from.x !== to.x || from.y !== to.y || into !== null)
      const moves = hasMoved ? moveCommands(file, drops, positions, isArranged) : []
      if (moves.length + notes.length === 0) return
      if (madeOrTold(documents.run([...moves, ...notes])) === null) onRefused()
    }
    const drawn = new Map<string, Point>()
    const onNodeDragStart: OnNodeDrag<CanvasNode> = (_event, _node, dragged) => {
      drawn.clear()
      for (const node of dragged) drawn.set(node.id, node.position)
    }

    /** The open frame in which the middle of a node is now, when it is another than its own. */
    const newParent = (
      node: CanvasNode,
      dragged: readonly CanvasNode[],
      own: string | null,
    ): Drop["into"] => {
      const internal = flow.getInternalNode(node.id)
      if (internal === undefined) return null
      const corner = internal.internals.positionAbsolute
      const middle = { x: corner.x + (node.width ?? 0) / 2, y: corner.y + (node.height ?? 0) / 2 }
      const group = frameAt(middle, new Set(dragged.map(({ id }) => id)))
      if (group === own) return null
      const base = group === null ? { x: 0, y: 0 } : flow.getInternalNode(group)?.internals.positionAbsolute
      if (base === undefined) return null
      return { group, at: { x: corner.x - base.x, y: corner.y - base.y } }
    }

    const frameAt = (point: Point, without: ReadonlySet<string>): string | null => {
      let found: CanvasNode | null = null
      let smallest = Number.POSITIVE_INFINITY
      for (const node of flow.getNodes()) {
        if (node.type !== "frame" || without.has(node.id)) continue
        const at = flow.getInternalNode(node.id)?.internals.positionAbsolute
        if (at === undefined) continue
        const [width, height] = [node.width ?? 0, node.height ?? 0]
        const isInside =
          point.x >= at.x && point.y >= at.y && point.x <= at.x + width && point.y <= at.y + height
        if (!isInside || width * height >= smallest) continue
        found = node
        smallest = width * height
      }
      return found?.id ?? null
    }

    const connect = ({ source, sourceHandle, target }: Connection): void => {
      if (sourceHandle === null) return
      madeOrTold(
        documents.run({
          name: "exit.set",
          args: { file: scene().file, state: source, exit: sourceHandle, target },
        }),
      )
    }

    const onConnectEnd: OnConnectEnd = (event, state: FinalConnectionState) => {
      if (state.isValid === true || state.fromNode === null || state.fromHandle === null) return
      const exit = state.fromHandle.id ?? null
      if (exit === null || state.fromHandle.type !== "source") return
      const at = pointOf(event)
      if (document.elementFromPoint(at.x, at.y)?.closest(".react-flow__pane, .frame") == null) return
      askWhatToAdd({ at, ...placeAt(at), from: { state: state.fromNode.id, exit }, isInsert: false })
    }

    /** A place on the screen as a place in the flow: within the group named, else the frame that is there. */
    const placeAt = (at: Point, within?: string | null): { position: Point; group: string | null } => {
      const point = flow.screenToFlowPosition(at)
      const group = within === undefined ? frameAt(point, new Set()) : within
      const base = group === null ? { x: 0, y: 0 } : flow.getInternalNode(group)?.internals.positionAbsolute
      const position = { x: snap(point.x - (base?.x ?? 0)), y: snap(point.y - (base?.y ?? 0) - 16) }
      return { position, group }
    }

    const onReconnect = (edge: CanvasEdge, { source, sourceHandle, target }: Connection): void => {
      const { file } = scene()
      const old = onEdge(edge.id)
      if (old === null || sourceHandle === null) return
      const set = { name: "exit.set", args: { file, state: source, exit: sourceHandle, target } } as const
      const isSame = old.state === source && old.exit === sourceHandle
      madeOrTold(
        documents.run(isSame ? set : [{ name: "exit.set", args: { file, ...old, target: null } }, set]),
      )
    }

    const onDragOver = (event: DragEvent): void => {
      if (!event.dataTransfer.types.includes(dragFormat)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = "copy"
    }
    const onDrop = (event: DragEvent): void => {
      const type = event.dataTransfer.getData(dragFormat)
      if (type === "note") {
        event.preventDefault()
        addNote(placeAt({ x: event.clientX, y: event.clientY }, null).position)
      }
      if (!isStateType(type)) return
      event.preventDefault()
      const at = { x: event.clientX, y: event.clientY }
      const edge = edgeUnder(at, null)
      const from = edge === null ? null : onEdge(edge)
      const { edges, states } = scene().drawing
      const target = edges.find(({ id }) => id === edge)?.to ?? ""
      const place = from === null ? placeAt(at) : placeAt(at, states.get(target)?.parent ?? null)
      addState(type, { ...place, from, isInsert: from !== null })
      view.openRight("inspector")
    }

    return {
      onNodeDragStart,
      onNodeDragStop,
      onConnect: connect,
      onConnectEnd,
      onReconnect,
      onDragOver,
      onDrop,
      placeAt,
    }
  }, [flow, isArranged, onRefused])
}

function noteMove(file: string, { id, type, position }: CanvasNode): readonly EditCommand[] {
  const noteId = noteIn(id)
  const note = noteId === null ? undefined : noteOf(file, noteId)
  if (type !== "note" || noteId === null || note === undefined) return []
  if (note.x === position.x && note.y === position.y) return []
  return [{ name: "note.set", args: { file, id: noteId, note: { ...note, ...position } } }]
}

/** Whether nothing leads to a state and it leads nowhere: such a one may be dropped onto an edge. */
function isLoose(id: string): boolean {
  return scene().drawing.edges.every(({ from, to }) => from !== id && to !== id)
}

function onEdge(id: string): { readonly state: string; readonly exit: string } | null {
  const hash = id.indexOf("#")
  return hash < 0 ? null : { state: id.slice(0, hash), exit: id.slice(hash + 1) }
}

function edgeUnder({ x, y }: Point, besides: string | null): string | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const node = element.closest(".react-flow__node")
    if (
      node !== null &&
      node.getAttribute("data-id") !== besides &&
      !node.classList.contains("react-flow__node-frame")
    )
      return null
    const id = element.closest(".react-flow__edge")?.getAttribute("data-id")
    if (id?.includes("#") === true) return id
  }
  return null
}

function pointOf(event: MouseEvent | TouchEvent | React.MouseEvent | React.TouchEvent): Point {
  if ("clientX" in event) return { x: event.clientX, y: event.clientY }
  const touch = event.changedTouches[0]
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 }
}
