import type { DragEvent } from "react"
import { useTranslation } from "react-i18next"
import { addAtSelection } from "../actions/addAtSelection.ts"
import { dragFormat } from "../canvas/edit/useCanvasEdits.ts"
import { newStateTypes } from "../model/newState.ts"
import { stateTypeIcon } from "../ui/stateTypeIcon.ts"

/** The components that a flow is made of: dragged onto the canvas, or pressed to follow what is selected. */
export function Palette() {
  const { t } = useTranslation("canvas")
  return (
    <div className="palette">
      <p className="palette-hint">{t("palette.hint")}</p>
      <ul>
        {newStateTypes.map((type) => {
          const Icon = stateTypeIcon(type)
          return (
            <li key={type}>
              <button
                type="button"
                draggable
                className={`palette-item type-${type}`}
                onDragStart={(event: DragEvent) => {
                  event.dataTransfer.setData(dragFormat, type)
                  event.dataTransfer.effectAllowed = "copy"
                }}
                onClick={() => addAtSelection(type)}
              >
                <Icon size={16} aria-hidden />
                <span>
                  {t(`type.${type}`)}
                  <small>{t(`typeHelp.${type}`)}</small>
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
