import { useReactFlow, useStore } from "@xyflow/react"
import { ImageDown, Maximize, Minus, PanelTopClose, PanelTopOpen, Plus } from "lucide-react"
import { useTranslation } from "react-i18next"
import { view } from "../shell/viewStore.ts"
import type { Drawing } from "./drawing/drawing.ts"
import { saveImage } from "./image/saveImage.ts"
import { groupsOf } from "./useFolded.ts"

/** Zoom, fit, fold. */
export function CanvasTools({ drawing }: { readonly drawing: Drawing }) {
  const { t } = useTranslation("canvas")
  const { zoomIn, zoomOut, zoomTo, fitView } = useReactFlow()
  const percent = useStore((state) => Math.round(state.transform[2] * 100))
  const groups = groupsOf(drawing)
  return (
    <div className="canvas-tools">
      <ToolButton label={t("zoomOut")} onClick={() => void zoomOut()}>
        <Minus size={16} aria-hidden />
      </ToolButton>
      <button type="button" className="quiet-button canvas-zoom" title="100%" onClick={() => void zoomTo(1)}>
        {percent}%
      </button>
      <ToolButton label={t("zoomIn")} onClick={() => void zoomIn()}>
        <Plus size={16} aria-hidden />
      </ToolButton>
      <ToolButton label={t("fit")} onClick={() => void fitView({ padding: 0.08, maxZoom: 1 })}>
        <Maximize size={16} aria-hidden />
      </ToolButton>
      <ToolButton label={t("image.save")} onClick={() => void saveImage("png")}>
        <ImageDown size={16} aria-hidden />
      </ToolButton>
      {groups.length > 0 && (
        <>
          <ToolButton label={t("foldAll")} onClick={() => view.setFolded(drawing.flow, groups)}>
            <PanelTopClose size={16} aria-hidden />
          </ToolButton>
          <ToolButton label={t("openAll")} onClick={() => view.setFolded(drawing.flow, [])}>
            <PanelTopOpen size={16} aria-hidden />
          </ToolButton>
        </>
      )}
    </div>
  )
}

function ToolButton(props: {
  readonly label: string
  readonly onClick: () => void
  readonly children: React.ReactNode
}) {
  return (
    <button
      type="button"
      className="quiet-button"
      title={props.label}
      aria-label={props.label}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  )
}
