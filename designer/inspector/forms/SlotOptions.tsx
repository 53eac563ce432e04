import { Plus } from "lucide-react"
import { useTranslation } from "react-i18next"
import { isMap, type Json, type Path } from "../../../engine/index.ts"
import { run, useForm } from "../FormContext.ts"
import { FieldGroup } from "../fields/Field.tsx"
import { ItemTools } from "../fields/ItemTools.tsx"
import { LineField } from "../fields/inputs.tsx"
import { PhrasesField } from "../fields/PhrasesField.tsx"
import { TextField } from "../fields/TextField.tsx"

/** What a choice offers: fixed options by key, or those of a list that data give. */
export function SlotOptions({ options }: { readonly options: Json | undefined }) {
  const { t } = useTranslation("inspector")
  if (isMap(options) && typeof options.from === "string")
    return (
      <FieldGroup label={t("slot.options")} path={["options"]}>
        <LineField
          label={t("slot.optionsFrom")}
          path={["options", "from"]}
          hint={t("slot.optionsFromHint")}
        />
        <LineField label={t("slot.optionsKey")} path={["options", "key"]} />
        <TextField label={t("slot.optionsLabel")} path={["options", "label"]} />
        <LineField label={t("slot.optionsSays")} path={["options", "says"]} />
        <Fixed path={["options", "also"]} options={options.also} />
      </FieldGroup>
    )
  return (
    <FieldGroup label={t("slot.options")} path={["options"]}>
      <Fixed path={["options"]} options={options} />
    </FieldGroup>
  )
}

function Fixed({ path, options }: { readonly path: Path; readonly options: Json | undefined }) {
  const { t } = useTranslation("inspector")
  const { file, base } = useForm()
  const keys = isMap(options) ? Object.keys(options) : []
  const whole = [...base, ...path]
  const move = (from: string, before: string | undefined) =>
    run({ name: "entry.move", args: { file, path: whole, from, before } })
  const fresh = () => {
    for (let count = keys.length + 1; ; count += 1)
      if (!keys.includes(`option${count}`)) return `option${count}`
  }
  return (
    <>
      {keys.map((key, index) => (
        <div key={key} className="item">
          <ItemTools
            isFirst={index === 0}
            isLast={index === keys.length - 1}
            onUp={() => move(key, keys[index - 1])}
            onDown={() => move(key, keys[index + 2])}
            onRemove={() => run({ name: "field.set", args: { file, path: [...whole, key] } })}
          >
            <span className="item-number">{key}</span>
          </ItemTools>
          <TextField label={t("slot.optionLabel")} path={[...path, key, "label"]} isPlain />
          <PhrasesField label={t("slot.optionSays")} path={[...path, key, "says"]} />
        </div>
      ))}
      <button
        type="button"
        className="quiet-button add-button"
        onClick={() =>
          run({
            name: "field.set",
            args: { file, path: [...whole, fresh()], value: { label: { zh: "…" } } },
          })
        }
      >
        <Plus size={14} aria-hidden />
        {t("slot.addOption")}
      </button>
    </>
  )
}
