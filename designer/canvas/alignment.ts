import type { Size } from "./geometry.ts"
import type { Point } from "./layout/arrange.ts"

export type Box = Point & Size
export type Guide = {
  readonly axis: "x" | "y"
  readonly at: number
  readonly from: number
  readonly to: number
}
export type Aligned = { readonly point: Point; readonly guides: readonly Guide[] }

/** Returns where a box that is being dragged catches on the edges and middles of others, and the lines to show. */
export function align(box: Box, others: readonly Box[], reach: number): Aligned {
  const x = nearest(box, others, "x", "width", reach)
  const y = nearest(box, others, "y", "height", reach)
  const point = { x: box.x + (x?.by ?? 0), y: box.y + (y?.by ?? 0) }
  const moved = { ...box, ...point }
  return {
    point,
    guides: [
      ...(x === null ? [] : [{ axis: "x" as const, at: x.at, ...reachOf(moved, x.other, "y", "height") }]),
      ...(y === null ? [] : [{ axis: "y" as const, at: y.at, ...reachOf(moved, y.other, "x", "width") }]),
    ],
  }
}

type Catch = { readonly by: number; readonly at: number; readonly other: Box }

function nearest(
  box: Box,
  others: readonly Box[],
  axis: "x" | "y",
  side: "width" | "height",
  reach: number,
): Catch | null {
  let found: Catch | null = null
  for (const other of others) {
    for (const share of [0, 0.5, 1]) {
      const at = other[axis] + other[side] * share
      const by = at - (box[axis] + box[side] * share)
      if (Math.abs(by) <= reach && (found === null || Math.abs(by) < Math.abs(found.by)))
        found = { by, at, other }
    }
  }
  return found
}

function reachOf(a: Box, b: Box, axis: "x" | "y", side: "width" | "height") {
  return { from: Math.min(a[axis], b[axis]), to: Math.max(a[axis] + a[side], b[axis] + b[side]) }
}
