import { useTranslation } from "react-i18next"
import { ElementForm } from "../ElementForm.tsx"
import { run, useForm } from "../FormContext.ts"
import { NameInput } from "../fields/inputs.tsx"
import { SlotFields } from "./SlotFields.tsx"

/** How one piece of information is asked, checked and kept, inside the form of a state that asks it. */
export function SlotForm({ name, isShared }: { readonly name: string; readonly isShared: boolean }) {
  const { t } = useTranslation("inspector")
  const { file: own, flow, around } = useForm()
  const file = isShared ? "flowset.yaml" : own
  const slot = (isShared ? around.settings.slots : flow.slots)?.[name]
  if (slot === undefined) return <p className="form-hint">{t("slot.unknown")}</p>
  return (
    <ElementForm file={file} base={["slots", name]} flow={flow}>
      <div className="slot-form">
        {isShared && <p className="form-hint">{t("slot.shared")}</p>}
        <SlotFields />
        <div className="form-field">
          <span className="form-label">{t("slot.id")}</span>
          <NameInput
            label={t("slot.id")}
            value={name}
            onCommit={(to) => run({ name: "slot.rename", args: { file, name, to } })}
          />
        </div>
      </div>
    </ElementForm>
  )
}
