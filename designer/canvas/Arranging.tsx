import { Panel } from "@xyflow/react"
import { X } from "lucide-react"
import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import { IconButton } from "../ui/IconButton.tsx"
import { stopArranging, useArranging } from "./layout/arranging.ts"

/** Says how far an arrangement has come; Escape or its button stop it. */
export function Arranging() {
  const { t } = useTranslation("canvas")
  const progress = useArranging((state) => state.progress)
  const isRunning = progress !== null
  useEffect(() => {
    if (!isRunning) return
    const stop = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return
      event.stopPropagation()
      stopArranging()
    }
    window.addEventListener("keydown", stop, { capture: true })
    return () => window.removeEventListener("keydown", stop, { capture: true })
  }, [isRunning])
  if (progress === null) return null
  return (
    <Panel position="top-center" className="arranging" role="status">
      {t("arranging")}
      <progress value={progress.done} max={progress.total} aria-label={t("arranging")} />
      <IconButton label={t("stopArranging")} icon={X} size={14} onClick={stopArranging} />
    </Panel>
  )
}
