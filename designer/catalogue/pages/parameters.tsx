import { SlidersHorizontal } from "lucide-react"
import { useTranslation } from "react-i18next"
import { useField, useForm } from "../../inspector/FormContext.ts"
import { Field } from "../../inspector/fields/Field.tsx"
import { LineField, NameInput, SelectField } from "../../inspector/fields/inputs.tsx"
import { TextField } from "../../inspector/fields/TextField.tsx"
import { noFlow } from "../../model/noFlow.ts"
import { camelCase, type Page } from "../page.ts"
import { sharedElements } from "./sharedElements.ts"

const file = "flowset.yaml"
const types = ["integer", "money", "percent", "number", "text", "date", "boolean"] as const

/** Every figure that a text, a condition or a timer uses, with its source. */
export const parametersPage: Page = {
  icon: SlidersHorizontal,
  entries: ({ around, text }) =>
    Object.entries(around.settings.parameters).map(([id, { title, value }]) => ({
      ...{ item: id, id, title: text(title) || id, note: String(value) },
      ...{ group: "", file, base: ["parameters", id], flow: noFlow },
    })),
  Form: ParameterForm,
  ...sharedElements(file, "parameter", {
    example: "payoutDays",
    pattern: camelCase,
    fields: () => ({ value: 1, type: "integer", source: "house" }),
  }),
}

function ParameterForm() {
  const { t } = useTranslation("catalogue")
  const { t: inspector } = useTranslation("inspector")
  const choices = types.map((type) => ({ value: type as string, label: inspector(`slotType.${type}`) }))
  return (
    <>
      <TextField label={t("parameters.title")} path={["title"]} isPlain />
      <Value />
      <SelectField label={t("parameters.type")} path={["type"]} choices={choices} />
      <LineField label={t("parameters.source")} path={["source"]} hint={t("parameters.sourceHint")} />
    </>
  )
}

function Value() {
  const { t } = useTranslation("catalogue")
  const { value: parameter } = useForm()
  const { value, set } = useField(["value"])
  const isNumber = ["integer", "money", "percent", "number"].includes(String(parameter.type))
  return (
    <Field label={t("parameters.value")} path={["value"]}>
      {(id) => (
        <NameInput
          id={id}
          value={value === undefined ? "" : String(value)}
          onCommit={(next) => {
            const number = Number(next)
            if (isNumber && Number.isFinite(number)) set(number)
            else if (parameter.type === "boolean") set(next === "true")
            else set(next)
          }}
        />
      )}
    </Field>
  )
}
