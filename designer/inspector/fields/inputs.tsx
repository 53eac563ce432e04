import { X } from "lucide-react"
import { type ReactNode, useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Path } from "../../../engine/index.ts"
import { documents } from "../../document/documents.ts"
import { run, useField, useForm } from "../FormContext.ts"
import { Field } from "./Field.tsx"

type Common = { readonly label: string; readonly path: Path; readonly hint?: string }

/** A line of text that is the same in every language. */
export function LineField({ label, path, hint }: Common) {
  const { value, set } = useField(path)
  return (
    <Field label={label} path={path} {...(hint === undefined ? {} : { hint })}>
      {(id) => (
        <input
          id={id}
          className="field"
          value={typeof value === "string" || typeof value === "number" ? value : ""}
          onChange={(event) => set(event.target.value === "" ? undefined : event.target.value)}
          onBlur={documents.settle}
        />
      )}
    </Field>
  )
}

/** A whole number; an empty field takes it away. */
export function NumberField(
  props: Common & { readonly least?: number; readonly most?: number; readonly placeholder?: string },
) {
  const { value, set } = useField(props.path)
  return (
    <Field label={props.label} path={props.path} {...(props.hint === undefined ? {} : { hint: props.hint })}>
      {(id) => (
        <input
          id={id}
          className="field short"
          type="number"
          min={props.least}
          max={props.most}
          placeholder={props.placeholder}
          value={typeof value === "number" ? value : ""}
          onChange={(event) =>
            set(event.target.value === "" ? undefined : Math.round(Number(event.target.value)))
          }
          onBlur={documents.settle}
        />
      )}
    </Field>
  )
}

export type Choice = { readonly value: string; readonly label: string; readonly group?: string }

/** One of several; what stands in the file but not among them is shown all the same. */
export function SelectField(
  props: Common & {
    readonly choices: readonly Choice[]
    /** Label of having none; absent: one must be chosen. */
    readonly none?: string
    readonly onChange?: (value: string) => void
    readonly after?: ReactNode
  },
) {
  const { value, set } = useField(props.path)
  const current = typeof value === "string" ? value : ""
  return (
    <Field label={props.label} path={props.path} {...(props.hint === undefined ? {} : { hint: props.hint })}>
      {(id) => (
        <span className="field-row">
          <Select
            id={id}
            value={current}
            choices={props.choices}
            none={props.none}
            onChange={(next) => {
              if (props.onChange !== undefined) props.onChange(next)
              else set(next === "" ? undefined : next)
            }}
          />
          {props.after}
        </span>
      )}
    </Field>
  )
}

export function Select(props: {
  readonly id?: string
  readonly label?: string
  readonly value: string
  readonly choices: readonly Choice[]
  readonly none?: string | undefined
  readonly onChange: (value: string) => void
}) {
  const isKnown = props.value === "" || props.choices.some(({ value }) => value === props.value)
  const groups = [...new Set(props.choices.map(({ group }) => group ?? ""))]
  const options = (group: string) =>
    props.choices
      .filter((choice) => (choice.group ?? "") === group)
      .map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))
  return (
    <select
      id={props.id}
      className="field"
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    >
      {(props.none !== undefined || props.value === "") && <option value="">{props.none ?? "—"}</option>}
      {!isKnown && <option value={props.value}>{props.value}</option>}
      {groups.map((group) =>
        group === "" ? (
          options(group)
        ) : (
          <optgroup key={group} label={group}>
            {options(group)}
          </optgroup>
        ),
      )}
    </select>
  )
}

/** A list of names, in no order that means anything: each can be taken away, others are chosen, or written where none are known. */
export function NamesField(
  props: Common & {
    readonly choices?: readonly Choice[]
    readonly add?: string
    /** What a name is called; absent: as among the choices. */
    readonly labelOf?: (name: string) => string
  },
) {
  const { t } = useTranslation("inspector")
  const { file, base } = useForm()
  const { value } = useField(props.path)
  const path = [...base, ...props.path]
  const names = Array.isArray(value) ? value.map(String) : typeof value === "string" ? [value] : []
  const add = (name: string) => {
    if (name !== "" && !names.includes(name)) run({ name: "item.insert", args: { file, path, value: name } })
  }
  const labelOf = (name: string) =>
    props.labelOf?.(name) ?? props.choices?.find((each) => each.value === name)?.label ?? name
  return (
    <Field label={props.label} path={props.path} {...(props.hint === undefined ? {} : { hint: props.hint })}>
      {(id) => (
        <div className="names">
          {names.map((name, index) => (
            <span key={name} className="name-chip" title={name}>
              {labelOf(name)}
              <button
                type="button"
                title={t("list.remove")}
                aria-label={`${t("list.remove")} ${labelOf(name)}`}
                onClick={() =>
                  run(
                    names.length === 1
                      ? { name: "field.set", args: { file, path } }
                      : { name: "item.remove", args: { file, path, index } },
                  )
                }
              >
                <X size={12} aria-hidden />
              </button>
            </span>
          ))}
          {props.choices === undefined ? (
            <NameInput
              id={id}
              value=""
              onCommit={add}
              {...(props.add === undefined ? {} : { placeholder: props.add })}
            />
          ) : (
            <Select
              id={id}
              value=""
              none={props.add ?? t("list.add")}
              choices={props.choices.filter((each) => !names.includes(each.value))}
              onChange={add}
            />
          )}
        </div>
      )}
    </Field>
  )
}

/** Yes or no; no takes the field away. */
export function ToggleField({ label, path, hint, on = true }: Common & { readonly on?: boolean | string }) {
  const { value, set } = useField(path)
  return (
    <div className="form-field">
      <label className="toggle">
        <input
          type="checkbox"
          checked={value === on}
          onChange={(event) => set(event.target.checked ? on : undefined)}
        />
        {label}
      </label>
      {hint !== undefined && <p className="form-hint">{hint}</p>}
    </div>
  )
}

/** A field that is written when it is left or Enter is pressed: for names, where every letter would be another name. */
export function NameInput(props: {
  readonly id?: string
  readonly label?: string
  readonly value: string
  readonly onCommit: (value: string) => void
  readonly placeholder?: string
}) {
  const [draft, setDraft] = useState(props.value)
  useEffect(() => setDraft(props.value), [props.value])
  const commit = () => {
    const next = draft.trim()
    if (next !== props.value && next !== "") props.onCommit(next)
    setDraft(props.value)
  }
  return (
    <input
      id={props.id}
      className="field name-field"
      aria-label={props.label}
      placeholder={props.placeholder}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit()
        if (event.key === "Escape") setDraft(props.value)
      }}
    />
  )
}
