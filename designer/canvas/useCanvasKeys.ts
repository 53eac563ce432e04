import { useReactFlow } from "@xyflow/react"
import type { KeyboardEvent } from "react"
import { type EditCommand, layoutFile, readLayout } from "../../engine/index.ts"
import { documents } from "../document/documents.ts"
import { scene } from "../model/scene.ts"
import { noteIn, noteOf } from "../notes/notes.ts"
import { room } from "../shell/room.ts"
import { useView, view } from "../shell/viewStore.ts"
import { grid } from "./geometry.ts"
import { moveCommands } from "./moveNodes.ts"
import type { CanvasEdge } from "./toEdges.ts"
import type { CanvasNode } from "./toNodes.ts"

type Direction = { readonly x: number; readonly y: number }
const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/**
 * The canvas by keyboard: arrows go to the next state in that direction, with Alt they move what is selected, Enter
 * opens a sub-flow or a stage, else the form beside; Escape lets go.
 */
export function useCanvasKeys(openFlow: (state: string) => void, toggle: (group: string) => void) {
  const { getNodes, getInternalNode } = useReactFlow<CanvasNode, CanvasEdge>()
  return (event: KeyboardEvent) => {
    const target = event.target
    if (!(target instanceof Element) || target.closest("input, textarea, select, button, summary") !== null)
      return
    const focused = target.closest(".react-flow__node")?.getAttribute("data-id") ?? null
    const selection = useView.getState().selection
    const current = focused ?? selection[0] ?? null
    const direction = directions[event.key]
    if (direction !== undefined) {
      event.preventDefault()
      if (event.altKey && room() !== "reading") moveBy(direction, event.shiftKey ? 8 : 1)
      else goTo(direction, current)
      return
    }
    if (event.key === "Escape") {
      view.select([])
      return
    }
    if (current === null || (event.key !== "Enter" && event.key !== " ")) return
    event.preventDefault()
    const state = scene().drawing.states.get(current)
    if (event.key === " " || !selection.includes(current)) view.select([current])
    else if (state?.type === "subflow") openFlow(current)
    else if (state?.type === "group") toggle(current)
    else {
      view.openRight("inspector")
      document
        .querySelector<HTMLElement>(".side-panel.right .inspector :is(input, textarea):not(.name-field)")
        ?.focus()
    }
  }

  function goTo(direction: Direction, current: string | null): void {
    const centers = getNodes().flatMap(({ id, width = 0, height = 0, type }) => {
      const at = getInternalNode(id)?.internals.positionAbsolute
      return at === undefined || type === "frame" ? [] : [{ id, x: at.x + width / 2, y: at.y + height / 2 }]
    })
    const from = centers.find(({ id }) => id === current)
    const next =
      from === undefined
        ? centers[0]
        : centers
            .flatMap((each) => {
              const ahead = (each.x - from.x) * direction.x + (each.y - from.y) * direction.y
              const aside =
                Math.abs((each.x - from.x) * direction.y) + Math.abs((each.y - from.y) * direction.x)
              return ahead > 1 ? [{ id: each.id, cost: ahead + aside * 2 }] : []
            })
            .sort((a, b) => a.cost - b.cost)[0]
    if (next === undefined) return
    view.show(next.id)
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(next.id)}"]`)?.focus(),
    )
  }
}

/** Moves what is selected by whole steps of the grid; presses one after the other are one step of the history. */
function moveBy({ x, y }: Direction, steps: number): void {
  const { file, positions, drawing } = scene()
  const { selection } = useView.getState()
  if (positions === null) return
  const drops = selection.flatMap((id) => {
    const from = positions.get(id)
    if (from === undefined || !drawing.states.has(id)) return []
    const to = { x: from.x + x * grid * steps, y: from.y + y * grid * steps }
    return [{ id, from, to, parent: null, into: null }]
  })
  const notes = selection.flatMap((each): readonly EditCommand[] => {
    const id = noteIn(each)
    const note = id === null ? undefined : noteOf(file, id)
    if (id === null || note === undefined) return []
    const moved = { ...note, x: note.x + x * grid * steps, y: note.y + y * grid * steps }
    return [{ name: "note.set", args: { file, id, note: moved } }]
  })
  if (drops.length + notes.length === 0) return
  const { files, open } = documents.store.getState()
  const layout = readLayout((open?.before ?? files).value(layoutFile(file)))
  const isArranged = Object.keys(layout.states).length > 0
  const moves = drops.length === 0 ? [] : moveCommands(file, drops, positions, isArranged)
  documents.run([...moves, ...notes], { key: `move ${selection.join(" ")}` })
}
