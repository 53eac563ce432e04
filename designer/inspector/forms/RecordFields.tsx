import { useTranslation } from "react-i18next"
import { isMap, type Json } from "../../../engine/index.ts"
import { ElementForm } from "../ElementForm.tsx"
import { run, useForm } from "../FormContext.ts"
import { FieldGroup } from "../fields/Field.tsx"
import { ItemTools } from "../fields/ItemTools.tsx"
import { NameInput } from "../fields/inputs.tsx"
import { TextField } from "../fields/TextField.tsx"
import { SlotFields } from "./SlotFields.tsx"

/** What is asked of every record of a list. */
export function RecordFields({ of }: { readonly of: Json | undefined }) {
  const { t } = useTranslation("inspector")
  const { file, base, flow, words } = useForm()
  const path = [...base, "of"]
  const fields = isMap(of) ? Object.entries(of) : []
  return (
    <>
      <TextField label={t("slot.each")} path={["each"]} isLong hint={t("slot.eachHint")} />
      <TextField label={t("slot.another")} path={["more"]} hint={t("slot.anotherHint")} />
      <FieldGroup label={t("slot.of")} path={["of"]} hint={t("slot.ofHint")}>
        {fields.map(([name, field]) => (
          <div key={name} className="item">
            <ItemTools onRemove={() => run({ name: "field.set", args: { file, path: [...path, name] } })}>
              <strong>
                {words.text(isMap(field) ? (field.title as string | undefined) : undefined) || name}
              </strong>
            </ItemTools>
            <details className="form-more">
              <summary>{t("slot.fields")}</summary>
              <ElementForm file={file} base={[...path, name]} flow={flow}>
                <SlotFields />
              </ElementForm>
            </details>
          </div>
        ))}
        <NameInput
          label={t("slot.addField")}
          placeholder={t("slot.addField")}
          value=""
          onCommit={(name) =>
            run({
              name: "field.set",
              args: { file, path: [...path, name], value: { type: "text", ask: { zh: "…" } } },
            })
          }
        />
      </FieldGroup>
    </>
  )
}
