import { Handle, type NodeProps, Position } from "@xyflow/react"
import { Flag } from "lucide-react"
import { memo } from "react"
import type { StateOnCanvas } from "../toNodes.ts"
import { useDetail } from "./detail.ts"
import { HandlePlaces } from "./HandlePlaces.tsx"
import { Marks } from "./Marks.tsx"

/** The end of a flow, or of a group: a pill with its outcome. */
export const FinalNode = memo(function FinalNode({ data, width, isConnectable }: NodeProps<StateOnCanvas>) {
  const detail = useDetail()
  const { state } = data
  if (detail === "block")
    return (
      <>
        <div className="state-block type-final">
          <Marks id={state.id} />
        </div>
        <HandlePlaces state={state} type="final" width={width} />
      </>
    )
  return (
    <div className="final type-final" title={state.title}>
      {detail !== "full" && <HandlePlaces state={state} type="final" width={width} />}
      {detail === "full" && (
        <Handle
          type="target"
          position={Position.Left}
          className="entry-handle"
          isConnectable={isConnectable}
        />
      )}
      <Flag size={16} aria-hidden />
      <span>{state.title}</span>
      <Marks id={state.id} />
    </div>
  )
})
