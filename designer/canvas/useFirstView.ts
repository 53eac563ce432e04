import { getViewportForBounds, useReactFlow, useStore, type Viewport } from "@xyflow/react"
import { useEffect, useRef } from "react"
import type { Drawing } from "./drawing/drawing.ts"

/** From here on a card can be read. */
const legible = 0.5
const closer = 0.75
const margin = 48

/**
 * Shows the whole flow, once, as soon as there is something to see; of a wide one its beginning, legibly. The view is
 * found before it is set: nothing is drawn on the way to it.
 */
export function useFirstView(drawing: Drawing, isReady: boolean): void {
  const { getNodes, getNodesBounds, getInternalNode, setViewport } = useReactFlow()
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  const isDone = useRef(false)
  useEffect(() => {
    if (!isReady || isDone.current || width === 0 || height === 0) return
    isDone.current = true
    const whole = getViewportForBounds(getNodesBounds(getNodes()), width, height, 0, 1, 0.08)
    const start = [...drawing.states.values()].find(({ isStart, parent }) => isStart && parent === null)
    const node = start === undefined ? undefined : getInternalNode(start.id)
    const isLegible = whole.zoom >= legible || node === undefined
    void setViewport(isLegible ? whole : beginning(node.internals.positionAbsolute, node.height ?? 0, height))
  }, [drawing, isReady, width, height, getNodes, getNodesBounds, getInternalNode, setViewport])
}

function beginning(at: { readonly x: number; readonly y: number }, tall: number, height: number): Viewport {
  return { x: margin - at.x * closer, y: height / 2 - (at.y + tall / 2) * closer, zoom: closer }
}
