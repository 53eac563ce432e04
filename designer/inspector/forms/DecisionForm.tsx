import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react"
import { useTranslation } from "react-i18next"
import { isMap } from "../../../engine/index.ts"
import { run, useForm } from "../FormContext.ts"
import { ConditionField } from "../fields/ConditionField.tsx"
import { FieldGroup } from "../fields/Field.tsx"
import { TextField } from "../fields/TextField.tsx"
import { TargetSelect } from "./TargetSelect.tsx"

/** The cases of a decision, from the first that is looked at to the last. */
export function DecisionForm({ id }: { readonly id: string }) {
  const { t } = useTranslation("inspector")
  const { file, base, value } = useForm()
  const names = isMap(value.cases) ? Object.keys(value.cases) : []
  const path = [...base, "cases"]
  const fresh = () => {
    for (let count = names.length + 1; ; count += 1)
      if (!names.includes(`case${count}`)) return `case${count}`
  }
  return (
    <FieldGroup label={t("decision.cases")} path={[]} hint={t("decision.hint")}>
      {names.map((name, index) => (
        <div key={name} className="item">
          <div className="item-tools">
            <span className="item-number">{index + 1}</span>
            <button
              type="button"
              className="quiet-button"
              title={t("list.up")}
              aria-label={t("list.up")}
              disabled={index === 0}
              onClick={() =>
                run({ name: "entry.move", args: { file, path, from: name, before: names[index - 1] } })
              }
            >
              <ArrowUp size={14} aria-hidden />
            </button>
            <button
              type="button"
              className="quiet-button"
              title={t("list.down")}
              aria-label={t("list.down")}
              disabled={index === names.length - 1}
              onClick={() =>
                run({ name: "entry.move", args: { file, path, from: name, before: names[index + 2] } })
              }
            >
              <ArrowDown size={14} aria-hidden />
            </button>
            <button
              type="button"
              className="quiet-button"
              title={t("list.remove")}
              aria-label={t("list.remove")}
              onClick={() => run({ name: "case.remove", args: { file, state: id, name } })}
            >
              <Trash2 size={14} aria-hidden />
            </button>
          </div>
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
