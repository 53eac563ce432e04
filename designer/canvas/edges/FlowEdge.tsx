import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getSmoothStepPath } from "@xyflow/react"
import { memo } from "react"
import type { CanvasEdge } from "../toEdges.ts"

/** A way from an exit to the next state: quiet until it or one of its ends is pointed at or chosen. */
export const FlowEdge = memo(function FlowEdge(props: EdgeProps<CanvasEdge>) {
  const { id, data, selected, markerEnd } = props
  const [path, labelX, labelY] = getSmoothStepPath({ ...props, borderRadius: 10, offset: 16 })
  const label = data === undefined ? "" : data.count > 1 ? `×${data.count}` : data.label
  return (
    <>
      <BaseEdge
        id={id}
        path={path}
        interactionWidth={16}
        {...(markerEnd === undefined ? {} : { markerEnd })}
      />
      {selected === true && label !== "" && (
        <EdgeLabelRenderer>
          <span
            className="edge-label"
            style={{ transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)` }}
          >
            {label}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  )
})
