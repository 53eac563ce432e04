import { X } from "lucide-react"
import { useTranslation } from "react-i18next"
import type { ValueShape } from "../../../engine/expression/index.ts"
import type { Text } from "../../../engine/index.ts"
import type { Scalar } from "../../condition/condition.ts"
import { nameOfValue } from "../../condition/conditionInWords.ts"
import { nameOfPath } from "../../condition/nameOfPath.ts"
import { type Form, useForm } from "../FormContext.ts"
import { type Choice, Select } from "./inputs.tsx"

/** The value that a line of a condition compares with, in the kind of field that fits. */
export function ConditionValue(props: {
  readonly path: string
  readonly shape: ValueShape | null
  readonly value: Scalar | { readonly path: string }
  readonly onChange: (value: Scalar | { readonly path: string }) => void
}) {
  const { t } = useTranslation("inspector")
  const { words } = useForm()
  const { value, shape, onChange } = props
  if (typeof value === "object" && value !== null)
    return (
      <span className="condition-name" title={value.path}>
        {nameOfPath(value.path, words)}
      </span>
    )
  if (hasOptions(shape))
    return (
      <Select
        label={t("condition.value")}
        value={String(value)}
        choices={choicesOf(props.path, shape.options, words)}
        onChange={onChange}
      />
    )
  if (shape?.kind === "boolean")
    return (
      <Select
        label={t("condition.value")}
        value={String(value)}
        choices={[
          { value: "true", label: t("condition.yes") },
          { value: "false", label: t("condition.no") },
        ]}
        onChange={(next) => onChange(next === "true")}
      />
    )
  const isNumber = isNumeric(shape) || typeof value === "number"
  return (
    <input
      className="field"
      type={isNumber ? "number" : "text"}
      step="any"
      aria-label={t("condition.value")}
      value={value === null ? "" : String(value)}
      onChange={(event) => onChange(isNumber ? Number(event.target.value) : event.target.value)}
    />
  )
}

/** Several of the values that there are: each can be taken away, others are chosen. */
export function AnyOf(props: {
  readonly choices: readonly Choice[]
  readonly values: readonly string[]
  readonly onChange: (values: readonly string[]) => void
}) {
  const { t } = useTranslation("inspector")
  const { choices, values, onChange } = props
  return (
    <span className="names">
      {values.map((value) => {
        const label = choices.find((choice) => choice.value === value)?.label ?? value
        return (
          <span key={value} className="name-chip" title={value}>
            {label}
            {values.length > 1 && (
              <button
                type="button"
                title={t("list.remove")}
                aria-label={`${t("list.remove")} ${label}`}
                onClick={() => onChange(values.filter((each) => each !== value))}
              >
                <X size={12} aria-hidden />
              </button>
            )}
          </span>
        )
      })}
      <Select
        label={t("condition.value")}
        value=""
        none={t("list.add")}
        choices={choices.filter(({ value }) => !values.includes(value))}
        onChange={(value) => value !== "" && onChange([...values, value])}
      />
    </span>
  )
}

type Options = readonly { readonly key: string; readonly label?: Text }[]

/** The values that there are at a path, as the reader knows them. */
export function choicesOf(path: string, options: Options, words: Form["words"]): readonly Choice[] {
  return options.map(({ key, label }) => ({
    value: key,
    label: label === undefined ? nameOfValue(path, key, words) : words.text(label) || key,
  }))
}

export function hasOptions(
  shape: ValueShape | null,
): shape is Extract<ValueShape, { kind: "choice" | "choices" }> & { options: Options } {
  return (shape?.kind === "choice" || shape?.kind === "choices") && shape.options !== undefined
}

export function isNumeric(shape: ValueShape | null): boolean {
  return shape !== null && ["integer", "number", "money", "percent"].includes(shape.kind)
}
