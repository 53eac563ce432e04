import type { Box } from "../alignment.ts"
import type { Point } from "./arrange.ts"

const gap = 72

export type Room = {
  /** Where the new box stands. */
  readonly at: Point
  /** What has to move for it. */
  readonly moved: ReadonlyMap<string, Point>
}

/**
 * Returns room for a box on a way that runs from left to right: it stands beside what is before it, and everything that
 * begins at `behind` or later moves on by as much as it lacks. Where there is room already nothing moves.
 */
export function makeRoom(box: Box, others: ReadonlyMap<string, Box>, behind: number): Room {
  const meets = (at: number, other: Box) =>
    at < other.x + other.width + gap / 2 &&
    other.x < at + box.width + gap / 2 &&
    box.y < other.y + other.height &&
    other.y < box.y + box.height
  const all = [...others.values()]
  const [before, after] = [all.filter((other) => other.x < behind), all.filter((other) => other.x >= behind)]
  const x = Math.max(
    box.x,
    ...before.filter((other) => meets(box.x, other)).map((other) => other.x + other.width + gap),
  )
  const hit = after.filter((other) => meets(x, other))
  const at = { x, y: box.y }
  if (hit.length === 0) return { at, moved: new Map() }
  const from = Math.min(...hit.map((other) => other.x))
  const by = x + box.width + gap - from
  const moved = [...others].filter(([, other]) => other.x >= from)
  return { at, moved: new Map(moved.map(([id, other]) => [id, { x: other.x + by, y: other.y }])) }
}
