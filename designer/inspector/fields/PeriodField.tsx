import { useTranslation } from "react-i18next"
import type { Path } from "../../../engine/index.ts"
import { documents } from "../../document/documents.ts"
import { periodParts } from "../../model/periodInWords.ts"
import { useField } from "../FormContext.ts"
import { Field } from "./Field.tsx"

const units = {
  seconds: "S",
  minutes: "M",
  hours: "H",
  days: "D",
  weeks: "W",
  months: "M",
  years: "Y",
} as const
type Unit = keyof typeof units

/** A length of time as a number and a unit; one of several parts (P1DT2H) can be seen and replaced. */
export function PeriodField(props: {
  readonly label: string
  readonly path: Path
  readonly hint?: string
  readonly isOptional?: boolean
}) {
  const { t } = useTranslation("inspector")
  const { t: canvas } = useTranslation("canvas")
  const { value, set } = useField(props.path)
  const parts = typeof value === "string" ? periodParts(value) : []
  const [first] = parts
  const write = (amount: number, unit: Unit) => set(periodOf(amount, unit))
  const unit: Unit = first?.unit ?? "minutes"
  return (
    <Field label={props.label} path={props.path} {...(props.hint === undefined ? {} : { hint: props.hint })}>
      {(id) => (
        <span className="field-row">
          <input
            id={id}
            className="field short"
            type="number"
            min={1}
            value={first?.amount ?? ""}
            onChange={(event) => {
              const amount = Math.round(Number(event.target.value))
              if (event.target.value === "" && props.isOptional === true) set(undefined)
              else if (amount > 0) write(amount, unit)
            }}
            onBlur={documents.settle}
          />
          <select
            className="field"
            aria-label={t("period.unit")}
            value={unit}
            onChange={(event) => {
              const next = Object.keys(units).find((each) => each === event.target.value)
              if (next !== undefined) write(first?.amount ?? 1, next as Unit)
            }}
          >
            {Object.keys(units).map((each) => (
              <option key={each} value={each}>
                {canvas(`period.${each as Unit}`, { count: first?.amount ?? 1 }).replace(/^[\d\s]+/, "")}
              </option>
            ))}
          </select>
          {parts.length > 1 && <small className="form-hint">{String(value)}</small>}
        </span>
      )}
    </Field>
  )
}

function periodOf(amount: number, unit: Unit): string {
  const isTime = unit === "seconds" || unit === "minutes" || unit === "hours"
  return `P${isTime ? "T" : ""}${amount}${units[unit]}`
}
