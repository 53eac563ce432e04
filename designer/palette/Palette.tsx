import { StickyNote } from "lucide-react"
import type { DragEvent } from "react"
import { useTranslation } from "react-i18next"
import { addAtSelection } from "../actions/addAtSelection.ts"
import { dragFormat } from "../canvas/edit/useCanvasEdits.ts"
import { newStateTypes } from "../model/newState.ts"
import { addNote } from "../notes/notes.ts"
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
        <li>
          <button
            type="button"
            draggable
            className="palette-item palette-note"
            onDragStart={(event: DragEvent) => {
              event.dataTransfer.setData(dragFormat, "note")
              event.dataTransfer.effectAllowed = "copy"
            }}
            onClick={() => addNote()}
          >
            <StickyNote size={16} aria-hidden />
            <span>
              {t("note.one")}
              <small>{t("note.help")}</small>
            </span>
          </button>
        </li>
      </ul>
    </div>
  )
}
