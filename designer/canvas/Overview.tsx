import { MiniMap } from "@xyflow/react"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import type { CanvasNode } from "./toNodes.ts"

/** The whole drawing in a corner. It comes once the drawing stands: of a long flow it costs more than what is seen. */
export function Overview() {
  const { t } = useTranslation("canvas")
  const isTime = useIsIdle()
  return isTime ? (
    <MiniMap<CanvasNode>
      pannable
      zoomable
      position="bottom-right"
      ariaLabel={t("minimap")}
      nodeClassName={(node) =>
        node.type === "note" ? "map-note" : `map-${node.type} type-${node.data.state.type}`
      }
      nodeBorderRadius={8}
    />
  ) : null
}

const latestMs = 1_000

/** Whether the page has had nothing to do since it was first asked, or a second has passed. */
function useIsIdle(): boolean {
  const [isIdle, setIsIdle] = useState(false)
  useEffect(() => {
    const whenIdle = requestIdleCallback(() => setIsIdle(true), { timeout: latestMs })
    return () => cancelIdleCallback(whenIdle)
  }, [])
  return isIdle
}
