import { getSmoothStepPath, Position } from "@xyflow/react"
import { sizeOfNote } from "../../notes/noteSize.ts"
import type { PlacedNote } from "../../notes/notes.ts"
import type { Box } from "../alignment.ts"
import type { Drawing } from "../drawing/drawing.ts"
import { entryY, handlesOf } from "../geometry.ts"
import { highlightsOf } from "../highlights.ts"
import type { Positions } from "../layout/arrange.ts"
import { placesOf } from "../places.ts"
import { createEdgeBuilder } from "../toEdges.ts"
import { frameHandleY } from "../toNodes.ts"
import type { Colours } from "./colours.ts"
import { drawCard, drawFinal, drawFolded, drawFrame, drawNote } from "./drawCards.ts"
import { escaped, words } from "./svg.ts"

export type Picture = {
  readonly title: string
  readonly drawing: Drawing
  readonly positions: Positions
  readonly folded: ReadonlySet<string>
  readonly notes: readonly PlacedNote[]
}
/** A picture as SVG, with its size in pixels. */
export type Image = { readonly svg: string; readonly width: number; readonly height: number }

const margin = 40
const titleHeight = 44
const fonts = "system-ui, 'PingFang SC', 'Noto Sans SC', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"

/** Returns the whole drawing of a flow, not just what is seen, as an image that needs nothing from outside. */
export function toSvg(picture: Picture, colours: Colours): Image {
  const { title, drawing, folded, notes } = picture
  const boxes = boxesOf(picture)
  const open = notes.filter(({ note }) => note.closed !== true)
  const noteBoxes = open.map(({ note }): Box => ({ x: note.x, y: note.y, ...sizeOfNote(note) }))
  const all = [...boxes.values(), ...noteBoxes]
  const left = Math.min(...all.map(({ x }) => x)) - margin
  const top = Math.min(...all.map(({ y }) => y)) - margin - titleHeight
  const width = Math.max(...all.map((box) => box.x + box.width)) + margin - left
  const height = Math.max(...all.map((box) => box.y + box.height)) + margin - top
  const shown = [...drawing.states.values()].filter(({ id }) => boxes.has(id))
  const isOpen = (id: string) => drawing.states.get(id)?.type === "group" && !folded.has(id)
  const parts = [
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${colours.paper}"/>`,
    words(title, left + margin, top + margin, colours.ink, { size: 20, weight: 600 }),
    ...shown.filter(({ id }) => isOpen(id)).map((state) => drawFrame(state, boxOf(boxes, state.id), colours)),
    ...waysOf(drawing, folded, boxes, colours),
    ...shown
      .filter(({ id }) => !isOpen(id))
      .map((state) => {
        const box = boxOf(boxes, state.id)
        if (state.type === "group") return drawFolded(state, highlightsOf(drawing, state.id), box, colours)
        return state.type === "final" ? drawFinal(state, box, colours) : drawCard(state, box, colours)
      }),
    ...open.map(({ note }, index) => drawNote(note, noteBoxes[index] ?? nowhere, colours)),
  ]
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${left} ${top} ${width} ${height}" font-family="${escaped(fonts)}">`
  return { svg: `${head}<title>${escaped(title)}</title>${parts.join("\n")}</svg>\n`, width, height }
}

const nowhere: Box = { x: 0, y: 0, width: 0, height: 0 }

function boxOf(boxes: ReadonlyMap<string, Box>, id: string): Box {
  return boxes.get(id) ?? nowhere
}

/** Where everything that is seen stands, from the corner of the flow. */
function boxesOf({ drawing, positions, folded }: Picture): ReadonlyMap<string, Box> {
  const places = placesOf(drawing, positions, folded)
  const boxes = new Map<string, Box>()
  for (const { id } of drawing.states.values()) {
    const size = places.sizes.get(id)
    if (size === undefined) continue
    let [x, y] = [0, 0]
    for (let at: string | null = id; at !== null; at = drawing.states.get(at)?.parent ?? null) {
      x += places.positions.get(at)?.x ?? 0
      y += places.positions.get(at)?.y ?? 0
    }
    boxes.set(id, { x, y, ...size })
  }
  return boxes
}

function waysOf(
  drawing: Drawing,
  folded: ReadonlySet<string>,
  boxes: ReadonlyMap<string, Box>,
  colours: Colours,
): readonly string[] {
  return createEdgeBuilder()(drawing, folded).flatMap(({ source, sourceHandle, target }) => {
    const [from, to] = [boxes.get(source), boxes.get(target)]
    const [start, end] = [drawing.states.get(source), drawing.states.get(target)]
    if (from === undefined || to === undefined || start === undefined || end === undefined) return []
    const handle = handlesOf(start).find(({ id }) => id === sourceHandle)
    const targetY = to.y + (end.type === "group" ? frameHandleY : entryY(end))
    const [path] = getSmoothStepPath({
      sourceX: from.x + from.width,
      sourceY: from.y + (start.type === "group" ? frameHandleY : (handle?.y ?? from.height / 2)),
      sourcePosition: Position.Right,
      targetX: to.x - 5,
      targetY,
      targetPosition: Position.Left,
      borderRadius: 10,
      offset: 16,
    })
    const arrow = `<path d="M${to.x - 9} ${targetY - 4}l7 4l-7 4z" fill="${colours.edge}"/>`
    return [`<path d="${path}" fill="none" stroke="${colours.edge}" stroke-width="1.25"/>${arrow}`]
  })
}
