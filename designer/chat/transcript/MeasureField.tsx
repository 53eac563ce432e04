import { useState } from "react"
import { useTranslation } from "react-i18next"

/** A question that asks for a number, with its unit; sent when the field is left or Enter is pressed. */
export function MeasureField(props: {
  readonly label: string
  readonly type: string
  readonly given: string | null
  readonly onAnswer: (value: string) => void
}) {
  const { t } = useTranslation("chat")
  const figures = /\d+(?:\.\d+)?/.exec(props.given ?? "")?.[0] ?? ""
  const [draft, setDraft] = useState(figures)
  const unit = props.type === "height" ? t("centimetres") : props.type === "weight" ? t("kilograms") : ""
  const send = () => {
    const value = draft.trim()
    if (/^\d{1,4}(?:\.\d+)?$/.test(value) && value !== figures) props.onAnswer(value)
  }
  return (
    <div className="measure">
      <input
        aria-labelledby={props.label}
        inputMode="decimal"
        autoComplete="off"
        maxLength={6}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={send}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur()
        }}
      />
      {unit !== "" && <span>{unit}</span>}
    </div>
  )
}
