import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { isMap, type Json, type Path } from "../../../engine/index.ts"
import { run, useField, useForm } from "../FormContext.ts"
import { FieldProblems } from "./Field.tsx"
import { LocaleArea } from "./LocaleArea.tsx"

/** What a customer may say, one phrase a line, by language. Written when the field is left. */
export function PhrasesField({ label, path }: { readonly label: string; readonly path: Path }) {
  const { around } = useForm()
  const { value } = useField(path)
  return (
    <fieldset className="form-field text-field">
      <legend className="form-label">{label}</legend>
      {around.settings.locales.map((locale) => (
        <Phrases
          key={locale}
          label={label}
          path={[...path, locale]}
          locale={locale}
          phrases={isMap(value) ? value[locale] : undefined}
        />
      ))}
      <FieldProblems path={path} />
    </fieldset>
  )
}

function Phrases(props: {
  readonly label: string
  readonly path: Path
  readonly locale: string
  readonly phrases: Json | undefined
}) {
  const { t } = useTranslation("inspector")
  const { file, base } = useForm()
  const written = Array.isArray(props.phrases) ? props.phrases.join("\n") : ""
  const [draft, setDraft] = useState(written)
  useEffect(() => setDraft(written), [written])
  const commit = () => {
    if (draft === written) return
    const lines = draft
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "")
    run({
      name: "field.set",
      args: { file, path: [...base, ...props.path], ...(lines.length === 0 ? {} : { value: lines }) },
    })
  }
  return (
    <LocaleArea
      locale={props.locale}
      label={props.label}
      placeholder={t("phrases.hint")}
      rows={3}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
    />
  )
}
