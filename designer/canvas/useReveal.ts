import { type ReactFlowState, useReactFlow, useStoreApi } from "@xyflow/react"
import { useEffect, useRef } from "react"
import { useView } from "../shell/viewStore.ts"
import type { Box } from "./alignment.ts"
import type { Drawing } from "./drawing/drawing.ts"

const legible = 0.5
const margin = 16

/** Brings a state into sight when somebody asks for it, opening the groups around it first. */
export function useReveal(
  drawing: Drawing,
  folded: ReadonlySet<string>,
  toggle: (group: string) => void,
): void {
  const reveal = useView((state) => state.reveal)
  const { setCenter, getInternalNode, getZoom } = useReactFlow()
  const store = useStoreApi()
  const done = useRef<typeof reveal>(null)
  useEffect(() => {
    if (reveal === null || done.current === reveal) return
    const closed = closedAround(drawing, reveal.id, folded)
    if (closed !== null) {
      toggle(closed)
      return
    }
    const frame = requestAnimationFrame(() => {
      const node = getInternalNode(reveal.id)
      if (node === undefined) return
      done.current = reveal
      const { x, y } = node.internals.positionAbsolute
      if (isInSight({ x, y, width: node.width ?? 0, height: node.height ?? 0 }, store.getState())) return
      void setCenter(x + (node.width ?? 0) / 2, y + (node.height ?? 0) / 2, {
        zoom: Math.max(getZoom(), 0.7),
        duration: 120,
      })
    })
    return () => cancelAnimationFrame(frame)
  })
}

/** Whether a box is seen whole, and can be read. */
function isInSight({ x, y, width, height }: Box, { transform, width: seen, height: tall }: ReactFlowState) {
  const [left, top, zoom] = transform
  return (
    zoom >= legible &&
    x * zoom + left >= margin &&
    y * zoom + top >= margin &&
    (x + width) * zoom + left <= seen - margin &&
    (y + height) * zoom + top <= tall - margin
  )
}

function closedAround({ states }: Drawing, id: string, folded: ReadonlySet<string>): string | null {
  let outermost: string | null = null
  for (let at = states.get(id)?.parent ?? null; at !== null; at = states.get(at)?.parent ?? null)
    if (folded.has(at)) outermost = at
  return outermost
}
