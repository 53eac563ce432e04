import { Check, RotateCcw, Trash2 } from "lucide-react"
import { useEffect, useId, useRef } from "react"
import { useTranslation } from "react-i18next"
import { layoutFile, type Note, readLayout } from "../../engine/index.ts"
import { documents, useDocuments } from "../document/documents.ts"
import { Select } from "../inspector/fields/inputs.tsx"
import { useScene } from "../model/scene.ts"
import { view } from "../shell/viewStore.ts"
import { nameKey, setNote } from "./notes.ts"

/** What a note says, to whom, and about which step; closing it takes it off the drawing, not off the list. */
export function NoteForm({ id }: { readonly id: string }) {
  const { t } = useTranslation("canvas")
  const { t: shell } = useTranslation("shell")
  const { file, drawing } = useScene()
  const layout = useDocuments(({ files }) => files.value(layoutFile(file)))
  const { [id]: note } = readLayout(layout).notes ?? {}
  const text = useRef<HTMLTextAreaElement>(null)
  const textId = useId()
  const isNew = note?.text === ""
  // biome-ignore lint/correctness/useExhaustiveDependencies: a note that was just put down is written at once
  useEffect(() => {
    if (isNew) text.current?.focus()
  }, [id])
  if (note === undefined) return null
  const change = (changed: Partial<Record<keyof Note, unknown>>, key?: string) =>
    setNote(file, id, withFields(note, changed), key === undefined ? undefined : `note ${file} ${id} ${key}`)
  const states = [...drawing.states.values()].map(({ id: value, title: label }) => ({ value, label }))
  return (
    <div className="inspector">
      <header className="form-head">
        <span>{t("note.one")}</span>
        <small>{note.on}</small>
      </header>
      <div className="form-field">
        <label className="form-label" htmlFor={textId}>
          {t("note.text")}
        </label>
        <textarea
          id={textId}
          ref={text}
          className="field text-area"
          rows={5}
          placeholder={t("note.placeholder")}
          value={note.text}
          onChange={(event) => change({ text: event.target.value }, "text")}
          onBlur={documents.settle}
        />
      </div>
      <Line
        label={t("note.for")}
        value={note.for}
        hint={t("note.forHint")}
        onChange={(next) => change({ for: next }, "for")}
      />
      <Line
        label={t("note.by")}
        value={note.by}
        onChange={(next) => {
          localStorage.setItem(nameKey, next ?? "")
          change({ by: next }, "by")
        }}
      />
      <div className="form-field">
        <span className="form-label">{t("note.about")}</span>
        <Select
          label={t("note.about")}
          value={note.about ?? ""}
          none={t("note.aboutAll")}
          choices={states}
          onChange={(next) => change({ about: next === "" ? undefined : next })}
        />
      </div>
      <div className="many-actions">
        <button
          type="button"
          className="plain-button small"
          onClick={() => {
            change({ closed: note.closed === true ? undefined : true })
            view.openDrawer("notes")
          }}
        >
          {note.closed === true ? <RotateCcw size={14} aria-hidden /> : <Check size={14} aria-hidden />}
          {t(note.closed === true ? "note.reopen" : "note.close")}
        </button>
        <button
          type="button"
          className="plain-button small"
          onClick={() => {
            setNote(file, id, null)
            view.select([])
          }}
        >
          <Trash2 size={14} aria-hidden />
          {shell("remove")}
        </button>
      </div>
    </div>
  )
}

function Line(props: {
  readonly label: string
  readonly value: string | undefined
  readonly hint?: string
  readonly onChange: (value: string | undefined) => void
}) {
  const id = useId()
  return (
    <div className="form-field">
      <label className="form-label" htmlFor={id}>
        {props.label}
      </label>
      <input
        id={id}
        className="field"
        value={props.value ?? ""}
        onChange={(event) => props.onChange(event.target.value === "" ? undefined : event.target.value)}
        onBlur={documents.settle}
      />
      {props.hint !== undefined && <p className="form-hint">{props.hint}</p>}
    </div>
  )
}

/** A field that is given up is left out, as the file has it. */
function withFields(note: Note, changed: Partial<Record<keyof Note, unknown>>): Note {
  const fields = Object.entries({ ...note, ...changed }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(fields) as unknown as Note
}
