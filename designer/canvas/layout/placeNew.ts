import type { Drawing, DrawnState } from "../drawing/drawing.ts"
import { framePadding, type Size, sizeOf, snap } from "../geometry.ts"
import { frameSize, type Point, type Positions } from "./arrange.ts"

const gap = 88
const between = 32

/**
 * Returns places for all states: arranged ones stay where they are, a new one stands to the right of what leads to it,
 * or below everything, and never on another.
 */
export function placeNew(drawing: Drawing, arranged: Positions): Positions {
  const missing = [...drawing.states.values()].filter(({ id }) => !arranged.has(id))
  if (missing.length === 0) return arranged
  const positions = new Map([...arranged].filter(([id]) => drawing.states.has(id)))
  const frames = new Map<string, Size>()
  for (const state of missing
    .filter(({ type }) => type !== "group")
    .concat(missing.filter(({ type }) => type === "group"))) {
    const siblings = [...drawing.states.values()].filter(
      ({ id, parent }) => parent === state.parent && id !== state.id && positions.has(id),
    )
    const size = sizeIn(drawing, state, positions, frames)
    const boxes = siblings.map((each) => ({
      at: positions.get(each.id) ?? { x: 0, y: 0 },
      size: sizeIn(drawing, each, positions, frames),
    }))
    positions.set(state.id, freePlace(wishedPlace(drawing, state, positions, boxes), size, boxes))
  }
  return positions
}

type Placed = { readonly at: Point; readonly size: Size }

function wishedPlace(
  drawing: Drawing,
  state: DrawnState,
  positions: Positions,
  boxes: readonly Placed[],
): Point {
  for (const edge of drawing.edges) {
    if (edge.to !== state.id) continue
    const from = drawing.states.get(edge.from)
    const at = positions.get(edge.from)
    if (from === undefined || at === undefined || from.parent !== state.parent) continue
    return { x: at.x + sizeOf(from).width + gap, y: at.y }
  }
  const bottom = Math.max(0, ...boxes.map(({ at, size }) => at.y + size.height + between))
  const corner = state.parent === null ? { x: 0, y: 0 } : { x: framePadding.left, y: framePadding.top }
  return { x: corner.x, y: Math.max(corner.y, bottom) }
}

function freePlace(wished: Point, size: Size, boxes: readonly Placed[]): Point {
  let { y } = wished
  for (;;) {
    const hit = boxes.find(
      ({ at, size: other }) =>
        wished.x < at.x + other.width + between &&
        at.x < wished.x + size.width + between &&
        y < at.y + other.height + between &&
        at.y < y + size.height + between,
    )
    if (hit === undefined) return { x: snap(wished.x), y: snap(y) }
    y = hit.at.y + hit.size.height + between
  }
}

function sizeIn(drawing: Drawing, state: DrawnState, positions: Positions, frames: Map<string, Size>): Size {
  if (state.type !== "group") return sizeOf(state)
  const inside = [...drawing.states.values()].filter(({ parent }) => parent === state.id)
  for (const each of inside)
    if (each.type === "group") frames.set(each.id, sizeIn(drawing, each, positions, frames))
  return frameSize(inside, positions, frames)
}
