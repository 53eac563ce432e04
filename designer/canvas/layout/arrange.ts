import type { ElkExtendedEdge, ElkNode, ElkPort } from "elkjs/lib/elk-api.js"
import type { Drawing, DrawnEdge, DrawnState } from "../drawing/drawing.ts"
import { entryY, framePadding, handlesOf, type Size, sizeOf, snap } from "../geometry.ts"

/** The layout engine; in the browser it works in a worker, in tests it does not. */
export type Elk = { layout(graph: ElkNode): Promise<ElkNode> }
export type Point = { readonly x: number; readonly y: number }
/** Places of states, from the corner of the group around them. */
export type Positions = ReadonlyMap<string, Point>
export type Arrangement = { readonly positions: Positions; readonly frames: ReadonlyMap<string, Size> }

const options = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.layered.thoroughness": "4",
  "elk.spacing.nodeNode": "32",
  "elk.spacing.edgeNode": "24",
  "elk.spacing.edgeEdge": "12",
  "elk.spacing.componentComponent": "48",
  "elk.layered.spacing.nodeNodeBetweenLayers": "72",
  "elk.layered.spacing.edgeNodeBetweenLayers": "24",
  "elk.layered.nodePlacement.strategy": "NETWORK_SIMPLEX",
  "elk.layered.nodePlacement.favorStraightEdges": "true",
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
  "elk.layered.cycleBreaking.strategy": "MODEL_ORDER",
  "elk.layered.crossingMinimization.forceNodeModelOrder": "false",
  "elk.randomSeed": "1",
} as const

/** Arranges a whole flow from left to right, group by group from the inside out, and tells how large frames become. */
export async function arrange(
  drawing: Drawing,
  elk: Elk,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Arrangement> {
  const positions = new Map<string, Point>()
  const frames = new Map<string, Size>()
  const levels = levelsOf(drawing)
  const total = levels.flat().length
  let done = 0
  const arrangeOne = async (container: string | null): Promise<void> => {
    const inside = [...drawing.states.values()].filter(({ parent }) => parent === container)
    const placed = await arrangeInside(drawing, container, inside, frames, elk)
    const padding = container === null ? { left: 0, top: 0 } : framePadding
    for (const [id, { x, y }] of placed) positions.set(id, { x: x + padding.left, y: y + padding.top })
    if (container !== null) frames.set(container, frameSize(inside, positions, frames))
    done += 1
    onProgress(done, total)
  }
  // Groups of one depth know nothing of each other.
  for (const level of levels) await Promise.all(level.map(arrangeOne))
  return { positions, frames }
}

/** Arranges only the states named, each group's among themselves; their common corner stays where it was. */
export async function arrangeSome(
  drawing: Drawing,
  ids: ReadonlySet<string>,
  before: Positions,
  frames: ReadonlyMap<string, Size>,
  elk: Elk,
): Promise<Positions> {
  const positions = new Map(before)
  const containers = new Set([...ids].map((id) => drawing.states.get(id)?.parent ?? null))
  for (const container of containers) {
    const inside = [...drawing.states.values()].filter(
      ({ id, parent }) => parent === container && ids.has(id),
    )
    const placed = await arrangeInside(drawing, container, inside, frames, elk)
    const corner = cornerOf(inside.flatMap(({ id }) => before.get(id) ?? []))
    for (const [id, { x, y }] of placed) positions.set(id, { x: corner.x + x, y: corner.y + y })
  }
  return positions
}

/** The groups of a flow by their depth, the innermost first, then the flow itself. */
function levelsOf({ states }: Drawing): readonly (readonly (string | null)[])[] {
  const depth = (id: string | null): number => (id === null ? 0 : 1 + depth(states.get(id)?.parent ?? null))
  const levels: (string | null)[][] = [[null]]
  for (const { id, type } of states.values()) {
    if (type !== "group") continue
    const at = depth(id)
    while (levels.length <= at) levels.push([])
    levels[at]?.push(id)
  }
  return levels.reverse()
}

async function arrangeInside(
  drawing: Drawing,
  container: string | null,
  inside: readonly DrawnState[],
  frames: ReadonlyMap<string, Size>,
  elk: Elk,
): Promise<Positions> {
  if (inside.length === 0) return new Map()
  const isInside = new Set(inside.map(({ id }) => id))
  const graph: ElkNode = {
    id: "root",
    layoutOptions: options,
    children: inOrder(drawing, container, inside).map((state) => toElkNode(state, frames)),
    edges: liftedEdges(drawing, container, isInside),
  }
  const arranged = await elk.layout(graph)
  return new Map((arranged.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x: snap(x), y: snap(y) }]))
}

/** The start comes first, the rest as the document has it. */
function inOrder(
  { states }: Drawing,
  _container: string | null,
  inside: readonly DrawnState[],
): readonly DrawnState[] {
  const order = [...states.keys()]
  return [...inside].sort(
    (a, b) => Number(b.isStart) - Number(a.isStart) || order.indexOf(a.id) - order.indexOf(b.id),
  )
}

function toElkNode(state: DrawnState, frames: ReadonlyMap<string, Size>): ElkNode {
  const frame = frames.get(state.id)
  const size = frame ?? sizeOf(state)
  const ports: ElkPort[] =
    frame === undefined
      ? handlesOf(state).map(({ id, y }) => ({
          id: `${state.id}#${id}`,
          x: size.width,
          y,
          width: 0,
          height: 0,
        }))
      : [{ id: `${state.id}#`, x: size.width, y: 20, width: 0, height: 0 }]
  ports.push({ id: `>${state.id}`, x: 0, y: frame === undefined ? entryY(state) : 20, width: 0, height: 0 })
  return {
    id: state.id,
    ...size,
    ports,
    layoutOptions: {
      "elk.portConstraints": "FIXED_POS",
      ...(state.isStart && state.parent !== undefined
        ? { "elk.layered.layering.layerConstraint": "FIRST" }
        : {}),
    },
  }
}

/** Edges between what stands directly inside a container; one that comes from deeper inside counts for its group. */
function liftedEdges(
  drawing: Drawing,
  container: string | null,
  isInside: ReadonlySet<string>,
): ElkExtendedEdge[] {
  const lifted = new Map<string, ElkExtendedEdge>()
  const lift = (id: string): string | null => {
    for (let at: string | null = id; at !== null; at = drawing.states.get(at)?.parent ?? null) {
      if ((drawing.states.get(at)?.parent ?? null) === container) return at
    }
    return null
  }
  for (const edge of drawing.edges) {
    const [from, to] = [lift(edge.from), lift(edge.to)]
    if (from === null || to === null || from === to || !isInside.has(from) || !isInside.has(to)) continue
    const source =
      from === edge.from && drawing.states.get(from)?.type !== "group" ? portOf(edge) : `${from}#`
    const key = `${source} ${to}`
    if (lifted.has(key)) continue
    // The way from stage to stage runs straight, with everything else around it.
    const isMain = drawing.states.get(from)?.type === "group" && drawing.states.get(to)?.type === "group"
    lifted.set(key, {
      id: key,
      sources: [source],
      targets: [`>${to}`],
      layoutOptions: isMain
        ? { "elk.layered.priority.straightness": "20", "elk.layered.priority.shortness": "10" }
        : {},
    })
  }
  return [...lifted.values()]
}

function portOf({ from, exit }: DrawnEdge): string {
  return `${from}#${exit}`
}

/** Returns how large a frame is for what stands in it. */
export function frameSize(
  inside: readonly DrawnState[],
  positions: Positions,
  frames: ReadonlyMap<string, Size>,
): Size {
  let width = 240
  let height = 96
  for (const state of inside) {
    const { x, y } = positions.get(state.id) ?? { x: 0, y: 0 }
    const size = frames.get(state.id) ?? sizeOf(state)
    width = Math.max(width, x + size.width + framePadding.right)
    height = Math.max(height, y + size.height + framePadding.bottom)
  }
  return { width: snap(width), height: snap(height) }
}

function cornerOf(points: readonly Point[]): Point {
  if (points.length === 0) return { x: 0, y: 0 }
  return { x: Math.min(...points.map(({ x }) => x)), y: Math.min(...points.map(({ y }) => y)) }
}
