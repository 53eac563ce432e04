import { Check, RotateCcw, StickyNote } from "lucide-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { findState, layoutFile, nameOf } from "../../engine/index.ts"
import { useDocuments } from "../document/documents.ts"
import { useLocale } from "../i18n/useLocale.ts"
import { Select } from "../inspector/fields/inputs.tsx"
import { useFlowTitle } from "../model/useFlowTitle.ts"
import { useSurroundings } from "../model/useSurroundings.ts"
import { useView, view } from "../shell/viewStore.ts"
import { IconButton } from "../ui/IconButton.tsx"
import { addNote, notesOf, type PlacedNote, selectionOfNote, setNote } from "./notes.ts"

type Listed = PlacedNote & { readonly flow: string; readonly file: string; readonly about: string }

/** Every note of the flow set, those of the flow that is shown first; open ones before closed ones. */
export function NoteList({ flow }: { readonly flow: string }) {
  const { t } = useTranslation("canvas")
  const notes = useNotes(flow)
  const [to, setTo] = useState("")
  const people = [...new Set(notes.flatMap(({ note }) => note.for ?? []))]
  const shown = notes.filter(({ note }) => to === "" || note.for === to)
  const closed = shown.filter(({ note }) => note.closed === true)
  return (
    <div className="notes">
      <div className="notes-head">
        <button type="button" className="plain-button small" onClick={() => addNote()}>
          <StickyNote size={14} aria-hidden />
          {t("note.add")}
        </button>
        {people.length > 0 && (
          <Select
            label={t("note.for")}
            value={to}
            none={t("note.everyone")}
            choices={people.map((value) => ({ value, label: t("note.to", { name: value }) }))}
            onChange={setTo}
          />
        )}
      </div>
      {notes.length === 0 && <p className="notes-none">{t("note.none")}</p>}
      <List notes={shown.filter(({ note }) => note.closed !== true)} shown={flow} />
      {closed.length > 0 && (
        <details>
          <summary className="menu-title">{t("note.closed", { count: closed.length })}</summary>
          <List notes={closed} shown={flow} />
        </details>
      )}
    </div>
  )
}

/** How many notes of a flow are open. */
export function useOpenNotes(flow: string): number {
  const { flowFiles } = useSurroundings()
  const layout = useDocuments(({ files }) => files.value(layoutFile(flowFiles[flow] ?? "")))
  return notesOf(layout).filter(({ note }) => note.closed !== true).length
}

function useNotes(flow: string): readonly Listed[] {
  const locale = useLocale()
  const { flowFiles } = useSurroundings()
  const files = useDocuments((state) => state.files)
  const all = Object.entries(flowFiles).flatMap(([id, file]) =>
    notesOf(files.value(layoutFile(file))).map((placed): Listed => {
      const { about } = placed.note
      const state = about === undefined ? undefined : findState(files.value(file) ?? null, about)
      return {
        ...placed,
        flow: id,
        file,
        about: state === undefined ? "" : nameOf(state.value, state.id)[locale],
      }
    }),
  )
  return all.sort((a, b) => Number(b.flow === flow) - Number(a.flow === flow))
}

function List({ notes, shown }: { readonly notes: readonly Listed[]; readonly shown: string }) {
  const { t } = useTranslation("canvas")
  const titleOf = useFlowTitle()
  return (
    <ul>
      {notes.map(({ id, note, flow, file, about }) => {
        const isClosed = note.closed === true
        const where = [flow === shown ? "" : titleOf(flow), about].filter((part) => part !== "")
        return (
          <li key={`${flow} ${id}`} className="note-line">
            <button type="button" className="row-main note-line-main" onClick={() => showNote(flow, id)}>
              {note.for !== undefined && <strong>{t("note.to", { name: note.for })}</strong>}
              <span>{note.text === "" ? t("note.empty") : note.text}</span>
              <small>{[...where, note.by, note.on].filter((part) => part !== undefined).join(" · ")}</small>
            </button>
            <IconButton
              label={t(isClosed ? "note.reopen" : "note.close")}
              icon={isClosed ? RotateCcw : Check}
              size={14}
              onClick={() => {
                const { closed: _closed, ...open } = note
                setNote(file, id, isClosed ? open : { ...note, closed: true })
              }}
            />
          </li>
        )
      })}
    </ul>
  )
}

function showNote(flow: string, id: string): void {
  if (useView.getState().trail.at(-1) !== flow) view.openFlow(flow)
  view.show(selectionOfNote(id))
  view.openRight("inspector")
}
