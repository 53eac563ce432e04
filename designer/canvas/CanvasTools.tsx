import { useReactFlow, useStore } from "@xyflow/react"
import { ImageDown, Maximize, Minus, PanelTopClose, PanelTopOpen, Plus } from "lucide-react"
import { useTranslation } from "react-i18next"
import { view } from "../shell/viewStore.ts"
import { IconButton } from "../ui/IconButton.tsx"
import type { Drawing } from "./drawing/drawing.ts"
import { fitting } from "./fitting.ts"
import { saveImage } from "./image/saveImage.ts"
import { groupsOf } from "./useFolded.ts"

/** Zoom, fit, fold. */
export function CanvasTools({ drawing }: { readonly drawing: Drawing }) {
  const { t } = useTranslation("canvas")
  const { zoomIn, zoomOut, zoomTo, fitView } = useReactFlow()
  const percent = useStore((state) => Math.round(state.transform[2] * 100))
  const height = useStore((state) => state.height)
  const groups = groupsOf(drawing)
  return (
    <div className="canvas-tools">
      <IconButton label={t("zoomOut")} icon={Minus} onClick={() => void zoomOut()} />
      <button type="button" className="quiet-button canvas-zoom" title="100%" onClick={() => void zoomTo(1)}>
        {percent}%
      </button>
      <IconButton label={t("zoomIn")} icon={Plus} onClick={() => void zoomIn()} />
      <IconButton label={t("fit")} icon={Maximize} onClick={() => void fitView(fitting(height))} />
      <IconButton label={t("image.save")} icon={ImageDown} onClick={() => void saveImage("png")} />
      {groups.length > 0 && (
        <>
          <IconButton
            label={t("foldAll")}
            icon={PanelTopClose}
            onClick={() => view.setFolded(drawing.flow, groups)}
          />
          <IconButton
            label={t("openAll")}
            icon={PanelTopOpen}
            onClick={() => view.setFolded(drawing.flow, [])}
          />
        </>
      )}
    </div>
  )
}
