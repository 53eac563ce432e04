import { Minus, Plus } from "lucide-react"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { builtInTypes, isMap, type Json } from "../../../engine/index.ts"
import { run, useForm } from "../FormContext.ts"
import { ConditionField } from "../fields/ConditionField.tsx"
import { operationChoices, slotChoices, wordingChoices } from "../fields/choices.ts"
import { FieldGroup } from "../fields/Field.tsx"
import { ItemList } from "../fields/ItemList.tsx"
import { NamesField, NumberField, SelectField, ToggleField } from "../fields/inputs.tsx"
import { PeriodField } from "../fields/PeriodField.tsx"
import { PhrasesField } from "../fields/PhrasesField.tsx"
import { TextField } from "../fields/TextField.tsx"
import { InputFields, inputsOfSchema } from "./InputFields.tsx"
import { RecordFields } from "./RecordFields.tsx"
import { SlotOptions } from "./SlotOptions.tsx"

const sensitivities = ["identity", "health", "financial", "contact"] as const
const confirms = ["never", "unsure", "always"] as const
const dates: readonly Json[] = ["date", "datetime", "date-range"]

/** All fields of a slot, or of a field of a list's records. What is rarely needed is folded. */
export function SlotFields() {
  const { t } = useTranslation("inspector")
  const form = useForm()
  const { value, around } = form
  const declared = Object.entries(around.settings.types ?? {})
  const isChoice = value.type === "choice" || value.type === "choices"
  const isList = value.type === "list"
  return (
    <>
      <TextField label={t("slot.title")} path={["title"]} isPlain />
      <SelectField
        label={t("slot.type")}
        path={["type"]}
        choices={[
          ...builtInTypes.map((type) => ({ value: type as string, label: t(`slotType.${type}`) })),
          ...declared.map(([type, { title }]) => ({
            value: type,
            label: form.words.text(title) || type,
            group: t("slot.ownTypes"),
          })),
        ]}
      />
      <TextField label={t("slot.ask")} path={["ask"]} isLong />
      <TextField label={t("slot.reask")} path={["reask"]} isLong />
      <TextField label={t("slot.help")} path={["help"]} isLong />
      {isChoice && <SlotOptions options={value.options} />}
      {isList && <RecordFields of={value.of} />}
      <Valid valid={value.valid} />
      <SelectField
        label={t("slot.sensitive")}
        path={["sensitive"]}
        none={t("slot.notSensitive")}
        choices={sensitivities.map((each) => ({ value: each as string, label: t(`sensitive.${each}`) }))}
        hint={t("slot.sensitiveHint")}
      />
      <SelectField
        label={t("slot.confirm")}
        path={["confirm"]}
        none={t("confirm.unsure")}
        choices={confirms.map((each) => ({ value: each as string, label: t(`confirm.${each}`) }))}
      />
      <ToggleField label={t("slot.optional")} path={["optional"]} hint={t("slot.optionalHint")} />
      {value.optional === true && (
        <TextField label={t("slot.skip")} path={["skip"]} hint={t("slot.skipHint")} />
      )}
      <details className="form-more">
        <summary>{t("slot.more")}</summary>
        <PhrasesField label={t("slot.says")} path={["says"]} />
        <When />
        <NamesField
          label={t("slot.clearedBy")}
          path={["clearedBy"]}
          choices={slotChoices(form)}
          hint={t("slot.clearedByHint")}
        />
        <SelectField
          label={t("slot.needs")}
          path={["needs"]}
          none={t("none")}
          choices={wordingChoices(form)}
          hint={t("slot.needsHint")}
        />
        {dates.includes(value.type ?? "") && (
          <SelectField
            label={t("slot.prefer")}
            path={["prefer"]}
            none={t("slot.preferNone")}
            choices={[
              { value: "past", label: t("slot.preferPast") },
              { value: "future", label: t("slot.preferFuture") },
            ]}
          />
        )}
        {value.type === "text" && (
          <ToggleField label={t("slot.opening")} path={["opening"]} hint={t("slot.openingHint")} />
        )}
        <Check />
        <Retain />
        {isList && (
          <>
            <NumberField label={t("slot.min")} path={["min"]} least={0} />
            <NumberField label={t("slot.max")} path={["max"]} least={1} />
          </>
        )}
      </details>
    </>
  )
}

function When() {
  const { t } = useTranslation("inspector")
  return (
    <Optional field="when" first="true" add={t("slot.addWhen")} remove={t("slot.removeWhen")}>
      <ConditionField label={t("slot.when")} path={["when"]} />
    </Optional>
  )
}

function Retain() {
  const { t } = useTranslation("inspector")
  const moments = (["conversation-end", "case-closed", "contract-end"] as const).map((each) => ({
    value: each as string,
    label: t(`retainFrom.${each}`),
  }))
  return (
    <Optional
      field="retain"
      first={{ for: "P10Y", from: "conversation-end" }}
      add={t("slot.addRetain")}
      remove={t("slot.removeRetain")}
    >
      <PeriodField label={t("slot.retain")} path={["retain", "for"]} />
      <SelectField label={t("slot.retainFrom")} path={["retain", "from"]} choices={moments} />
    </Optional>
  )
}

function Valid({ valid }: { readonly valid: Json | undefined }) {
  const { t } = useTranslation("inspector")
  const items: readonly Json[] = Array.isArray(valid) ? valid : []
  return (
    <FieldGroup label={t("slot.valid")} path={[]}>
      <ItemList
        path={["valid"]}
        items={items}
        render={(_, index) => (
          <>
            <ConditionField label={t("slot.validWhen")} path={["valid", index, "when"]} />
            <TextField label={t("slot.validElse")} path={["valid", index, "else"]} isLong />
          </>
        )}
        add={[{ label: t("slot.addValid"), value: { when: "true", else: { zh: "…" } } }]}
      />
    </FieldGroup>
  )
}

/** A service that says whether the value stands. */
function Check() {
  const { t } = useTranslation("inspector")
  const form = useForm()
  const { value, around } = form
  const service = isMap(value.check) ? value.check.service : undefined
  const operation = typeof service === "string" ? around.operations[service] : undefined
  return (
    <Optional
      field="check"
      first={{ service: "", else: { zh: "…" } }}
      add={t("slot.addCheck")}
      remove={t("slot.removeCheck")}
    >
      <FieldGroup label={t("slot.check")} path={["check"]} hint={t("slot.checkHint")}>
        <SelectField
          label={t("service.operation")}
          path={["check", "service"]}
          choices={operationChoices(form)}
        />
        <InputFields
          inputs={inputsOfSchema(operation?.input as Json | undefined, form)}
          path={["check", "input"]}
        />
        <TextField label={t("slot.validElse")} path={["check", "else"]} isLong />
      </FieldGroup>
    </Optional>
  )
}

/** Fields that stand there once they are wanted, and can be done without again. */
function Optional(props: {
  readonly field: string
  readonly first: Json
  readonly add: string
  readonly remove: string
  readonly children: ReactNode
}) {
  const { file, base, value } = useForm()
  const isThere = value[props.field] !== undefined
  const path = [...base, props.field]
  const Icon = isThere ? Minus : Plus
  return (
    <>
      {isThere && props.children}
      <button
        type="button"
        className="quiet-button add-button"
        onClick={() =>
          run({ name: "field.set", args: { file, path, ...(isThere ? {} : { value: props.first }) } })
        }
      >
        <Icon size={14} aria-hidden />
        {isThere ? props.remove : props.add}
      </button>
    </>
  )
}
