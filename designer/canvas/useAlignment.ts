import { type NodeChange, useReactFlow } from "@xyflow/react"
import { useCallback, useState } from "react"
import { align, type Box, type Guide } from "./alignment.ts"
import type { CanvasEdge } from "./toEdges.ts"
import type { CanvasNode } from "./toNodes.ts"

const none: readonly Guide[] = []
const reachOnScreen = 6

/** Lets a node that is dragged alone catch on its neighbours; returns the lines to draw while it does. */
export function useAlignment() {
  const { getInternalNode, getNodes, getZoom } = useReactFlow<CanvasNode, CanvasEdge>()
  const [guides, setGuides] = useState<readonly Guide[]>(none)
  const catchOn = useCallback(
    (changes: readonly NodeChange<CanvasNode>[]): NodeChange<CanvasNode>[] => {
      const moves = changes.filter((change) => change.type === "position" && change.dragging === true)
      const [move] = moves
      const isAlone = moves.length === 1 && move?.type === "position" && move.position !== undefined
      if (!isAlone) {
        setGuides(none)
        return [...changes]
      }
      const node = getInternalNode(move.id)
      if (node === undefined || move.position === undefined) return [...changes]
      const corner = {
        x: node.internals.positionAbsolute.x - node.position.x,
        y: node.internals.positionAbsolute.y - node.position.y,
      }
      const others = getNodes()
        .filter(({ id, parentId }) => id !== move.id && parentId === node.parentId)
        .map((other): Box => ({ ...other.position, width: other.width ?? 0, height: other.height ?? 0 }))
      const box = { ...move.position, width: node.width ?? 0, height: node.height ?? 0 }
      const { point, guides: found } = align(box, others, reachOnScreen / getZoom())
      setGuides(
        found.map((guide) => {
          const [along, across] = guide.axis === "x" ? [corner.x, corner.y] : [corner.y, corner.x]
          return { ...guide, at: guide.at + along, from: guide.from + across, to: guide.to + across }
        }),
      )
      return changes.map((change) => (change === move ? { ...move, position: point } : change))
    },
    [getInternalNode, getNodes, getZoom],
  )
  return { guides, catchOn }
}
