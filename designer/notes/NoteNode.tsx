import type { NodeProps } from "@xyflow/react"
import { StickyNote } from "lucide-react"
import { memo } from "react"
import { useTranslation } from "react-i18next"
import { useDetail } from "../canvas/nodes/detail.ts"
import type { NoteOnCanvas } from "../canvas/toNodes.ts"
import { noteLines } from "./noteSize.ts"

/** A note on the drawing: to whom it is put, and what it says. */
export const NoteNode = memo(function NoteNode({ data }: NodeProps<NoteOnCanvas>) {
  const { t } = useTranslation("canvas")
  const { note } = data
  if (useDetail() === "block") return <div className="note-card block" />
  return (
    <div className="note-card">
      <header>
        <StickyNote size={14} aria-hidden />
        <strong>{note.for === undefined ? t("note.one") : t("note.to", { name: note.for })}</strong>
        <small>{[note.by, note.on?.slice(5)].filter((part) => part !== undefined).join(" · ")}</small>
      </header>
      <p style={{ WebkitLineClamp: noteLines(note.text) }}>
        {note.text === "" ? t("note.empty") : note.text}
      </p>
    </div>
  )
})
