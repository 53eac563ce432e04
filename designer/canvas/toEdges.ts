import type { Edge } from "@xyflow/react"
import type { Drawing } from "./drawing/drawing.ts"

export type EdgeData = { readonly label: string; readonly count: number }
export type CanvasEdge = Edge<{ readonly [K in keyof EdgeData]: EdgeData[K] }, "flow">

const behindFrames = -2

/** Builds React Flow's edges: those between visible states, the ones from a folded group as one. */
export function createEdgeBuilder(): (
  drawing: Drawing,
  folded: ReadonlySet<string>,
) => readonly CanvasEdge[] {
  const before = new Map<string, { readonly edge: CanvasEdge; readonly key: string }>()
  return (drawing, folded) => {
    const visible = (id: string): string => {
      let shown = id
      for (let at: string | null = id; at !== null; at = drawing.states.get(at)?.parent ?? null)
        if (folded.has(at)) shown = at
      return shown
    }
    const isOutside = (id: string): boolean => drawing.states.get(id)?.parent === null
    const built = new Map<string, CanvasEdge>()
    for (const edge of drawing.edges) {
      const [source, target] = [visible(edge.from), visible(edge.to)]
      const isLifted = source !== edge.from
      if (source === target && (isLifted || target !== edge.to)) continue
      const id = isLifted ? `${source}>${target}` : edge.id
      const known = built.get(id)
      const count = (known?.data?.count ?? 0) + 1
      built.set(id, {
        id,
        type: "flow",
        source,
        target,
        sourceHandle: isLifted ? null : edge.exit,
        data: { label: count > 1 ? "" : edge.label, count },
        // A way past a stage that is open runs behind it, not through its title.
        ...(isOutside(source) && isOutside(target) ? { zIndex: behindFrames } : {}),
        ...(isLifted ? { reconnectable: false, deletable: false } : { reconnectable: "target" as const }),
      })
    }
    const edges = [...built.values()].map((edge) => {
      const key = JSON.stringify(edge)
      const known = before.get(edge.id)
      if (known?.key === key) return known.edge
      before.set(edge.id, { edge, key })
      return edge
    })
    return edges
  }
}
