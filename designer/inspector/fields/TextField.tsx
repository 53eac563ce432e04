import { Braces } from "lucide-react"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { isMap, type Json, type Path } from "../../../engine/index.ts"
import { documents } from "../../document/documents.ts"
import { IconButton } from "../../ui/IconButton.tsx"
import { useField, useForm } from "../FormContext.ts"
import { FieldProblems } from "./Field.tsx"
import { LocaleArea } from "./LocaleArea.tsx"
import { NamedText } from "./NamedText.tsx"
import { VariableMenu } from "./VariableMenu.tsx"

/**
 * A text in every language of the flow set, Chinese above English: variables are put in by name, and what it looks like
 * stands below. A brace opens the list of variables.
 */
export function TextField(props: {
  readonly label: string
  readonly path: Path
  readonly isLong?: boolean
  readonly hint?: string
  /** Without variables: titles, labels of steps. */
  readonly isPlain?: boolean
}) {
  const { around } = useForm()
  const { value } = useField(props.path)
  return (
    <fieldset className="form-field text-field">
      <legend className="form-label">{props.label}</legend>
      {around.settings.locales.map((locale) => (
        <LocaleText
          key={locale}
          {...props}
          locale={locale}
          value={textOf(value, locale, around.settings.locales[0] ?? "zh")}
        />
      ))}
      {props.hint !== undefined && <p className="form-hint">{props.hint}</p>}
      <FieldProblems path={props.path} />
    </fieldset>
  )
}

function LocaleText(props: {
  readonly label: string
  readonly path: Path
  readonly isLong?: boolean
  readonly isPlain?: boolean
  readonly locale: string
  readonly value: string
}) {
  const { t } = useTranslation("inspector")
  const { setText } = useField(props.path)
  const area = useRef<HTMLTextAreaElement>(null)
  const [isChoosing, setChoosing] = useState(false)
  const insert = (path: string) => {
    const at = area.current?.selectionStart ?? props.value.length
    const before = props.value.slice(0, at).replace(/\{$/, "")
    const text = `${before}{${path}}${props.value.slice(at)}`
    setText(props.locale, text)
    setChoosing(false)
    requestAnimationFrame(() => {
      area.current?.focus()
      const end = before.length + path.length + 2
      area.current?.setSelectionRange(end, end)
    })
  }
  return (
    <LocaleArea
      ref={area}
      locale={props.locale}
      label={props.label}
      placeholder={t("text.missing")}
      rows={props.isLong === true ? 2 : 1}
      value={props.value}
      onChange={(event) => {
        const { value, selectionStart } = event.target
        setText(props.locale, value)
        const isBrace = value.length === props.value.length + 1 && value[selectionStart - 1] === "{"
        if (isBrace && props.isPlain !== true) setChoosing(true)
      }}
      onKeyDown={(event) => {
        if (props.isLong !== true && event.key === "Enter") event.preventDefault()
      }}
      onBlur={documents.settle}
    >
      {props.isPlain !== true && (
        <VariableMenu isOpen={isChoosing} onOpen={setChoosing} onChoose={insert}>
          <IconButton
            label={t("text.insert")}
            icon={Braces}
            size={14}
            className="quiet-button insert-button"
          />
        </VariableMenu>
      )}
      {props.isPlain !== true && /\{/.test(props.value) && (
        <p className="text-preview" title={t("text.preview")}>
          <NamedText text={props.value} />
        </p>
      )}
    </LocaleArea>
  )
}

function textOf(value: Json | undefined, locale: string, main: string): string {
  if (typeof value === "string") return locale === main ? value : ""
  const text = isMap(value) ? value[locale] : undefined
  return typeof text === "string" ? text : ""
}
