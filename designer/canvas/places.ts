import type { Drawing } from "./drawing/drawing.ts"
import { foldedSize, type Size, sizeOf } from "./geometry.ts"
import { highlightsOf } from "./highlights.ts"
import { frameSize, type Point, type Positions } from "./layout/arrange.ts"

/** Where every visible state stands and how large it is, given which groups are folded. */
export type Places = {
  readonly positions: Positions
  readonly sizes: ReadonlyMap<string, Size>
}

/**
 * Returns the places of a drawing. Where a folded group leaves room, what stands beyond moves up by just that much;
 * distances that somebody arranged stay as they are.
 */
export function placesOf(drawing: Drawing, arranged: Positions, folded: ReadonlySet<string>): Places {
  const positions = new Map<string, Point>()
  const sizes = new Map<string, Size>()
  const children = childrenOf(drawing)

  const openSizes = new Map<string, Size>()
  const openSize = (id: string): Size => {
    const known = openSizes.get(id)
    if (known !== undefined) return known
    const inside = children.get(id) ?? []
    for (const child of inside) if (child.type === "group") openSize(child.id)
    const size = frameSize(inside, arranged, openSizes)
    openSizes.set(id, size)
    return size
  }

  const place = (container: string | null): void => {
    const inside = children.get(container) ?? []
    const boxes = inside.map((state): Box => {
      const at = arranged.get(state.id) ?? { x: 0, y: 0 }
      if (state.type !== "group") return { id: state.id, at, size: sizeOf(state), full: null }
      if (folded.has(state.id)) {
        const size = foldedSize(highlightsOf(drawing, state.id).length, state.entries.length > 0)
        return { id: state.id, at, size, full: openSize(state.id) }
      }
      place(state.id)
      const size = frameSize(children.get(state.id) ?? [], positions, sizes)
      return { id: state.id, at, size, full: openSize(state.id) }
    })
    const moveX = closeGaps(boxes.map((box) => spanOf(box, "x", "width")))
    const moveY = closeGaps(boxes.map((box) => spanOf(box, "y", "height")))
    for (const { id, at, size } of boxes) {
      positions.set(id, { x: moveX(at.x), y: moveY(at.y) })
      sizes.set(id, size)
    }
  }
  place(null)
  return { positions, sizes }
}

type Box = { readonly id: string; readonly at: Point; readonly size: Size; readonly full: Size | null }
type Span = { readonly from: number; readonly to: number; readonly freeTo: number }

function spanOf({ at, size, full }: Box, axis: "x" | "y", side: "width" | "height"): Span {
  const to = at[axis] + size[side]
  return { from: at[axis], to, freeTo: full === null ? to : at[axis] + full[side] }
}

/** Returns how a coordinate moves when the stretches that only folded groups had taken are left out. */
function closeGaps(spans: readonly Span[]): (value: number) => number {
  const gaps = spans
    .filter(({ to, freeTo }) => freeTo > to)
    .map(({ to, freeTo }) => ({ from: to, to: freeTo }))
  if (gaps.length === 0) return (value) => value
  const taken = merge(spans.map(({ from, to }) => ({ from, to })))
  const left = merge(gaps).flatMap((gap) => subtract(gap, taken))
  return (value) =>
    value - left.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(value, to) - from), 0)
}

type Interval = { readonly from: number; readonly to: number }

function merge(intervals: readonly Interval[]): readonly Interval[] {
  const merged: Interval[] = []
  for (const interval of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1)
    if (last !== undefined && interval.from <= last.to)
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, interval.to) }
    else merged.push(interval)
  }
  return merged
}

function subtract(interval: Interval, taken: readonly Interval[]): readonly Interval[] {
  const left: Interval[] = []
  let { from } = interval
  for (const each of taken) {
    if (each.to <= from || each.from >= interval.to) continue
    if (each.from > from) left.push({ from, to: each.from })
    from = Math.max(from, each.to)
  }
  if (from < interval.to) left.push({ from, to: interval.to })
  return left
}

export function childrenOf({ states }: Drawing) {
  const children = new Map<string | null, ReturnType<typeof list>>()
  function list() {
    return [] as (typeof states extends ReadonlyMap<string, infer State> ? State : never)[]
  }
  for (const state of states.values()) {
    const siblings = children.get(state.parent)
    if (siblings === undefined) children.set(state.parent, [state])
    else siblings.push(state)
  }
  return children
}
