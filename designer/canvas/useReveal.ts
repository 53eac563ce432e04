import { useReactFlow } from "@xyflow/react"
import { useEffect, useRef } from "react"
import { useView } from "../shell/viewStore.ts"
import type { Drawing } from "./drawing/drawing.ts"

/** Brings a state into sight when somebody asks for it, opening the groups around it first. */
export function useReveal(
  drawing: Drawing,
  folded: ReadonlySet<string>,
  toggle: (group: string) => void,
): void {
  const reveal = useView((state) => state.reveal)
  const { setCenter, getInternalNode, getZoom } = useReactFlow()
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
      void setCenter(x + (node.width ?? 0) / 2, y + (node.height ?? 0) / 2, {
        zoom: Math.max(getZoom(), 0.7),
        duration: 120,
      })
    })
    return () => cancelAnimationFrame(frame)
  })
}

function closedAround({ states }: Drawing, id: string, folded: ReadonlySet<string>): string | null {
  let outermost: string | null = null
  for (let at = states.get(id)?.parent ?? null; at !== null; at = states.get(at)?.parent ?? null)
    if (folded.has(at)) outermost = at
  return outermost
}
