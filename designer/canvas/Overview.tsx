import { MiniMap, Panel } from "@xyflow/react"
import { ChevronDown, Map as MapIcon } from "lucide-react"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { useView, view } from "../shell/viewStore.ts"
import { IconButton } from "../ui/IconButton.tsx"
import type { CanvasNode } from "./toNodes.ts"

/** How large the map is; what is fitted into view leaves a strip of its height free. */
export const mapSize = { width: 152, height: 92 } as const

/**
 * The whole drawing in a corner, small enough to leave the drawing its room, and folded away with one press. It comes
 * once the drawing stands: of a long flow it costs more than what is seen.
 */
export function Overview() {
  const { t } = useTranslation("canvas")
  const isOpen = useView((state) => state.isMapOpen)
  const isTime = useIsIdle()
  if (!isOpen)
    return (
      <Panel position="bottom-right" className="canvas-tools map-folded">
        <IconButton label={t("openMap")} icon={MapIcon} onClick={() => view.showMap(true)} />
      </Panel>
    )
  return isTime ? (
    <>
      <MiniMap<CanvasNode>
        pannable
        zoomable
        position="bottom-right"
        ariaLabel={t("minimap")}
        style={mapSize}
        nodeClassName={(node) =>
          node.type === "note" ? "map-note" : `map-${node.type} type-${node.data.state.type}`
        }
        nodeBorderRadius={8}
      />
      <Panel position="bottom-right" className="map-fold">
        <IconButton label={t("foldMap")} icon={ChevronDown} size={14} onClick={() => view.showMap(false)} />
      </Panel>
    </>
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
