import { getViewportForBounds, type Rect, useReactFlow, useStore, type Viewport } from "@xyflow/react"
import { useEffect, useRef } from "react"
import type { Drawing } from "./drawing/drawing.ts"
import { bottomEdge, fitting } from "./fitting.ts"

/** From here on a card can be read. */
const legible = 0.5
const closer = 0.75
const margin = 48
/** Above and below stand the tools of the canvas. */
const edge = 72

/**
 * Shows the whole flow, once, as soon as there is something to see; of a wide one its beginning, legibly, with as much
 * of it above and below as fits. The view is found before it is set: nothing is drawn on the way to it.
 */
export function useFirstView(drawing: Drawing, isReady: boolean): void {
  const { getNodes, getNodesBounds, getInternalNode, setViewport } = useReactFlow()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  const isDone = useRef(false)
  useEffect(() => {
    if (!isReady || isDone.current || width === 0 || height === 0) return
    isDone.current = true
    const bounds = getNodesBounds(getNodes())
    const whole = getViewportForBounds(bounds, width, height, 0, 1, fitting(height).padding ?? 0)
    const start = [...drawing.states.values()].find(({ isStart, parent }) => isStart && parent === null)
    const node = start === undefined ? undefined : getInternalNode(start.id)
    const isLegible = whole.zoom >= legible || node === undefined
    if (isLegible) void setViewport(whole)
    else {
      const { x, y } = node.internals.positionAbsolute
      void setViewport(beginning({ x, y, width: 0, height: node.height ?? 0 }, bounds, height))
    }
  }, [drawing, isReady, width, height, getNodes, getNodesBounds, getInternalNode, setViewport])
}

/** The start is in the middle, unless that would leave room empty above or below. */
function beginning(start: Rect, whole: Rect, height: number): Viewport {
  const highest = height - bottomEdge(height) - (whole.y + whole.height) * closer
  const lowest = edge - whole.y * closer
  const middle = height / 2 - (start.y + start.height / 2) * closer
  const fits = highest >= lowest
  const y = fits ? (highest + lowest) / 2 : Math.min(Math.max(middle, highest), lowest)
  return { x: margin - start.x * closer, y, zoom: closer }
}
