import { Plus } from "lucide-react"
import { useTranslation } from "react-i18next"
import { builtInTypes, isMap, type Json } from "../../../engine/index.ts"
import { type Form, FormProvider, run, useForm } from "../FormContext.ts"
import { ConditionField } from "../fields/ConditionField.tsx"
import { FieldGroup } from "../fields/Field.tsx"
import { ItemList } from "../fields/ItemList.tsx"
import { NameInput, SelectField, ToggleField } from "../fields/inputs.tsx"
import { TextField } from "../fields/TextField.tsx"

const sensitivities = ["identity", "health", "financial", "contact"] as const
const confirms = ["never", "unsure", "always"] as const

/** How one piece of information is asked, checked and kept. */
export function SlotForm({ name, isShared }: { readonly name: string; readonly isShared: boolean }) {
  const { t } = useTranslation("inspector")
  const form = useForm()
  const file = isShared ? "flowset.yaml" : form.file
  const slot = (isShared ? form.around.settings.slots : form.flow.slots)?.[name]
  if (slot === undefined) return <p className="form-hint">{t("slot.unknown")}</p>
  const inner: Form = {
    ...form,
    file,
    base: ["slots", name],
    value: slot as unknown as Form["value"],
    problems: new Map(),
  }
  return (
    <FormProvider value={inner}>
      <div className="slot-form">
        {isShared && <p className="form-hint">{t("slot.shared")}</p>}
        <SlotFields name={name} />
      </div>
    </FormProvider>
  )
}

function SlotFields({ name }: { readonly name: string }) {
  const { t } = useTranslation("inspector")
  const { file, value, around } = useForm()
  const declared = Object.keys(around.settings.types ?? {})
  const isChoice = value.type === "choice" || value.type === "choices"
  return (
    <>
      <TextField label={t("slot.title")} path={["title"]} isPlain />
      <SelectField
        label={t("slot.type")}
        path={["type"]}
        choices={[
          ...builtInTypes.map((type) => ({ value: type as string, label: t(`slotType.${type}`) })),
          ...declared.map((type) => ({ value: type, label: type, group: t("slot.ownTypes") })),
        ]}
      />
      <TextField label={t("slot.ask")} path={["ask"]} isLong />
      <TextField label={t("slot.reask")} path={["reask"]} isLong />
      <TextField label={t("slot.help")} path={["help"]} isLong />
      {isChoice && <Options options={value.options} />}
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
      {value.when !== undefined && <ConditionField label={t("slot.when")} path={["when"]} />}
      <div className="form-field">
        <span className="form-label">{t("slot.id")}</span>
        <NameInput
          label={t("slot.id")}
          value={name}
          onCommit={(to) => run({ name: "slot.rename", args: { file, name, to } })}
        />
      </div>
    </>
  )
}

/** Fixed options by key; what data offer is told in words. */
function Options({ options }: { readonly options: Json | undefined }) {
  const { t } = useTranslation("inspector")
  const { file, base } = useForm()
  if (isMap(options) && typeof options.from === "string")
    return <p className="form-hint">{t("slot.optionsFrom", { from: options.from })}</p>
  const entries = isMap(options) ? Object.keys(options) : []
  const fresh = () => {
    for (let count = entries.length + 1; ; count += 1)
      if (!entries.includes(`option${count}`)) return `option${count}`
  }
  return (
    <FieldGroup label={t("slot.options")} path={["options"]}>
      {entries.map((key) => (
        <div key={key} className="item">
          <TextField label={t("slot.option", { key })} path={["options", key, "label"]} isPlain />
          <button
            type="button"
            className="quiet-button add-button"
            onClick={() => run({ name: "field.set", args: { file, path: [...base, "options", key] } })}
          >
            {t("list.remove")}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="quiet-button add-button"
        onClick={() =>
          run({
            name: "field.set",
            args: { file, path: [...base, "options", fresh()], value: { label: { zh: "…" } } },
          })
        }
      >
        <Plus size={14} aria-hidden />
        {t("slot.addOption")}
      </button>
    </FieldGroup>
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
