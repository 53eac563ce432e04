import type { EditCommand } from "../../engine/index.ts"
import type { Point, Positions } from "./layout/arrange.ts"

export type Drop = {
  readonly id: string
  /** From the corner of the group that it is in now. */
  readonly from: Point
  readonly to: Point
  readonly parent: string | null
  /** The group into which it was dropped, with the place in it; null when it stays in its own. */
  readonly into: { readonly group: string | null; readonly at: Point } | null
}

/**
 * Returns the commands of a drag. The first drag in a flow that nobody arranged takes over the places of all its
 * states, so that the drawing stays as it was seen.
 */
export function moveCommands(
  file: string,
  drops: readonly Drop[],
  positions: Positions,
  isArranged: boolean,
): readonly EditCommand[] {
  const moved = new Map<string, Point>()
  for (const { id, from, to, into } of drops) {
    const at = positions.get(id) ?? { x: 0, y: 0 }
    moved.set(id, into?.at ?? { x: at.x + to.x - from.x, y: at.y + to.y - from.y })
  }
  const placed = isArranged ? moved : new Map([...positions, ...moved])
  const groups = new Map<string | null, string[]>()
  for (const { id, into } of drops) {
    if (into === null) continue
    const ids = groups.get(into.group)
    if (ids === undefined) groups.set(into.group, [id])
    else ids.push(id)
  }
  return [
    ...[...groups].map(([group, ids]): EditCommand => ({ name: "state.move", args: { file, ids, group } })),
    { name: "layout.place", args: { file, positions: Object.fromEntries(placed) } },
  ]
}
