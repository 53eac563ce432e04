import { Plug } from "lucide-react"
import { useTranslation } from "react-i18next"
import { isMap } from "../../../engine/index.ts"
import { run, useForm } from "../../inspector/FormContext.ts"
import { FieldGroup } from "../../inspector/fields/Field.tsx"
import { ItemTools } from "../../inspector/fields/ItemTools.tsx"
import { LineField, NameInput, NumberField, SelectField } from "../../inspector/fields/inputs.tsx"
import { PeriodField } from "../../inspector/fields/PeriodField.tsx"
import { TextField } from "../../inspector/fields/TextField.tsx"
import { noFlow } from "../../model/noFlow.ts"
import { SchemaFields } from "../fields/SchemaFields.tsx"
import type { Page } from "../page.ts"
import { sharedElements } from "./sharedElements.ts"

const file = "services.yaml"
const effects = ["read", "write", "notify"] as const
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const

/** The operations of other systems that flows may call. */
export const servicesPage: Page = {
  icon: Plug,
  entries: ({ around, text, canvas }) =>
    effects.flatMap((wanted) =>
      Object.entries(around.operations)
        .filter(([, { effect }]) => effect === wanted)
        .map(([id, { title }]) => ({
          ...{ item: id, id, title: text(title) || id, note: "" },
          ...{ group: canvas(`effect.${wanted}`), file, base: [id], flow: noFlow },
        })),
    ),
  Form: ServiceForm,
  ...sharedElements(file, "operation", {
    example: "policy.find",
    pattern: "[a-z][A-Za-z0-9.]*",
    fields: (id) => ({
      request: { method: "POST", path: `/${id.replaceAll(".", "/")}` },
      input: { type: "object", properties: {} },
      output: { type: "object", properties: {} },
      ...{ effect: "read", timeout: "PT5S" },
    }),
  }),
}

function ServiceForm() {
  const { t } = useTranslation("catalogue")
  const { t: canvas } = useTranslation("canvas")
  return (
    <>
      <TextField label={t("services.title")} path={["title"]} isPlain />
      <LineField label={t("services.note")} path={["note"]} />
      <SelectField
        label={t("services.effect")}
        path={["effect"]}
        choices={effects.map((each) => ({ value: each as string, label: canvas(`effect.${each}`) }))}
        hint={t("services.effectHint")}
      />
      <SchemaFields label={t("services.input")} path={["input"]} />
      <SchemaFields label={t("services.output")} path={["output"]} />
      <Errors />
      <PeriodField
        label={t("services.timeout")}
        path={["timeout"]}
        isOptional
        hint={t("services.timeoutHint")}
      />
      <Retry />
      <details className="form-more">
        <summary>{t("services.request")}</summary>
        <SelectField
          label={t("services.method")}
          path={["request", "method"]}
          choices={methods.map((each) => ({ value: each as string, label: each }))}
        />
        <LineField label={t("services.path")} path={["request", "path"]} hint={t("services.pathHint")} />
      </details>
    </>
  )
}

function Retry() {
  const { t } = useTranslation("catalogue")
  const { value } = useForm()
  if (!isMap(value.retry)) return null
  return (
    <>
      <NumberField
        label={t("services.times")}
        path={["retry", "times"]}
        least={0}
        most={9}
        hint={t("services.timesHint")}
      />
      <PeriodField label={t("services.backoff")} path={["retry", "backoff"]} />
    </>
  )
}

/** The refusals that an operation tells by name; each is an exit of the states that call it. */
function Errors() {
  const { t } = useTranslation("catalogue")
  const { base, value } = useForm()
  const names = isMap(value.errors) ? Object.keys(value.errors) : []
  return (
    <FieldGroup label={t("services.errors")} path={["errors"]} hint={t("services.errorsHint")}>
      {names.map((name) => (
        <div key={name} className="item">
          <ItemTools
            onRemove={() => run({ name: "field.set", args: { file, path: [...base, "errors", name] } })}
          >
            <strong>{name}</strong>
          </ItemTools>
          <NumberField label={t("services.http")} path={["errors", name, "http"]} least={400} most={599} />
          <LineField label={t("services.errorNote")} path={["errors", name, "note"]} />
        </div>
      ))}
      <NameInput
        label={t("services.addError")}
        placeholder={t("services.addError")}
        value=""
        onCommit={(name) =>
          run({ name: "field.set", args: { file, path: [...base, "errors", name], value: { http: 409 } } })
        }
      />
    </FieldGroup>
  )
}
