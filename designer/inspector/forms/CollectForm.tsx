import { ChevronDown, ChevronRight, Lock } from "lucide-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Json } from "../../../engine/index.ts"
import { slotTypeIcon } from "../../canvas/nodes/slotTypeIcon.ts"
import { run, useForm } from "../FormContext.ts"
import { slotChoices } from "../fields/choices.ts"
import { FieldGroup } from "../fields/Field.tsx"
import { ItemList } from "../fields/ItemList.tsx"
import { NumberField, Select, ToggleField } from "../fields/inputs.tsx"
import { NewSlot } from "./NewSlot.tsx"
import { SayField } from "./SayField.tsx"
import { SlotForm } from "./SlotForm.tsx"

/** What is asked, in which order, and how often. */
export function CollectForm() {
  const { t } = useTranslation("inspector")
  const form = useForm()
  const { file, base, value } = form
  const slots: readonly Json[] = Array.isArray(value.slots) ? value.slots : []
  const choices = slotChoices(form).filter((choice) => !slots.includes(choice.value))
  return (
    <>
      <FieldGroup label={t("collect.slots")} path={["slots"]} hint={t("collect.slotsHint")}>
        <ItemList path={["slots"]} items={slots} render={(slot) => <Slot name={String(slot)} />} />
        <span className="field-row">
          <Select
            label={t("collect.add")}
            value=""
            none={t("collect.add")}
            choices={choices}
            onChange={(slot) => {
              if (slot !== "")
                run({ name: "item.insert", args: { file, path: [...base, "slots"], value: slot } })
            }}
          />
          <NewSlot />
        </span>
      </FieldGroup>
      <NumberField
        label={t("collect.attempts")}
        path={["attempts"]}
        least={1}
        most={9}
        placeholder="3"
        hint={t("collect.attemptsHint")}
      />
      <ToggleField
        label={t("collect.summary")}
        path={["confirm"]}
        on="summary"
        hint={t("collect.summaryHint")}
      />
      {value.confirm === "summary" && <SayField label={t("collect.say")} path={["say"]} />}
    </>
  )
}

function Slot({ name }: { readonly name: string }) {
  const { words, flow } = useForm()
  const [isOpen, setOpen] = useState(false)
  const slot = words.slot(name)
  const Icon = slotTypeIcon(slot?.type ?? "")
  const Chevron = isOpen ? ChevronDown : ChevronRight
  return (
    <div className="slot">
      <button type="button" className="slot-head" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Chevron size={14} aria-hidden />
        <Icon size={14} aria-hidden />
        <span>{words.text(slot?.title) || name}</span>
        {slot?.sensitive !== undefined && <Lock size={12} aria-hidden />}
        <small>{name}</small>
      </button>
      {isOpen && <SlotForm name={name} isShared={flow.slots?.[name] === undefined} />}
    </div>
  )
}
