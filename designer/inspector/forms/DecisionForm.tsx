import { Plus } from "lucide-react"
import { useTranslation } from "react-i18next"
import { isMap } from "../../../engine/index.ts"
import { run, useForm } from "../FormContext.ts"
import { ConditionField } from "../fields/ConditionField.tsx"
import { FieldGroup } from "../fields/Field.tsx"
import { ItemTools } from "../fields/ItemTools.tsx"
import { TextField } from "../fields/TextField.tsx"
import { TargetSelect } from "./TargetSelect.tsx"

/** The cases of a decision, from the first that is looked at to the last. */
export function DecisionForm({ id }: { readonly id: string }) {
  const { t } = useTranslation("inspector")
  const { file, base, value } = useForm()
  const names = isMap(value.cases) ? Object.keys(value.cases) : []
  const path = [...base, "cases"]
  const move = (from: string, before: string | undefined) =>
    run({ name: "entry.move", args: { file, path, from, before } })
  const fresh = () => {
    for (let count = names.length + 1; ; count += 1)
      if (!names.includes(`case${count}`)) return `case${count}`
  }
  return (
    <FieldGroup label={t("decision.cases")} path={[]} hint={t("decision.hint")}>
      {names.map((name, index) => (
        <div key={name} className="item">
          <ItemTools
            isFirst={index === 0}
            isLast={index === names.length - 1}
            onUp={() => move(name, names[index - 1])}
            onDown={() => move(name, names[index + 2])}
            onRemove={() => run({ name: "case.remove", args: { file, state: id, name } })}
          >
            <span className="item-number">{index + 1}</span>
          </ItemTools>
          <TextField label={t("decision.title")} path={["cases", name, "title"]} isPlain />
          <ConditionField label={t("decision.when")} path={["cases", name, "when"]} />
          <TargetSelect state={id} exit={name} label={t("exits.to")} />
        </div>
      ))}
      <button
        type="button"
        className="quiet-button add-button"
        onClick={() => run({ name: "case.add", args: { file, state: id, name: fresh(), when: "true" } })}
      >
        <Plus size={14} aria-hidden />
        {t("decision.add")}
      </button>
      <TargetSelect state={id} exit="else" label={t("decision.else")} />
    </FieldGroup>
  )
}
