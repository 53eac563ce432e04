import { type KeyboardEvent, type PointerEvent, useRef } from "react"
import { useTranslation } from "react-i18next"
import { type PanelName, useView, view } from "./viewStore.ts"

const step = 16

/** The edge of a panel by which it is made larger or smaller, with the pointer or the arrow keys. */
export function Splitter({ panel }: { readonly panel: PanelName }) {
  const { t } = useTranslation("shell")
  const size = useView((state) => state.panels[panel].size)
  const start = useRef<{ at: number; size: number } | null>(null)
  const isDrawer = panel === "drawer"
  const grows = panel === "left" ? 1 : -1

  const move = (event: PointerEvent) => {
    if (start.current === null) return
    const at = isDrawer ? event.clientY : event.clientX
    view.resize(panel, start.current.size + (at - start.current.at) * grows)
  }
  const press = (event: KeyboardEvent) => {
    const keys = isDrawer ? ["ArrowUp", "ArrowDown"] : ["ArrowLeft", "ArrowRight"]
    const direction = keys.indexOf(event.key)
    if (direction < 0) return
    event.preventDefault()
    view.resize(panel, size + (direction === 0 ? -1 : 1) * grows * step)
  }
  return (
    // A separator that moves is a control: https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/
    // biome-ignore lint/a11y/useSemanticElements: an hr cannot be moved
    <div
      role="separator"
      className={`splitter ${panel}`}
      tabIndex={0}
      aria-label={t(isDrawer ? "resizeHeight" : "resize")}
      aria-orientation={isDrawer ? "horizontal" : "vertical"}
      aria-valuenow={Math.round(size)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = { at: isDrawer ? event.clientY : event.clientX, size }
      }}
      onPointerMove={move}
      onPointerUp={() => {
        start.current = null
      }}
      onKeyDown={press}
    />
  )
}
