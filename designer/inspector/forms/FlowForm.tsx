import { useTranslation } from "react-i18next"
import { isMap, type Json } from "../../../engine/index.ts"
import { useNames } from "../../model/useNames.ts"
import { view } from "../../shell/viewStore.ts"
import { run, useForm } from "../FormContext.ts"
import { FieldGroup } from "../fields/Field.tsx"
import { ItemList } from "../fields/ItemList.tsx"
import { LineField, NameInput, SelectField } from "../fields/inputs.tsx"
import { PhrasesField } from "../fields/PhrasesField.tsx"
import { TextField } from "../fields/TextField.tsx"
import { EntriesForm } from "./EntriesForm.tsx"

/** The flow itself: its name, what starts it, where it begins and how it may end. */
export function FlowForm() {
  const { t } = useTranslation("inspector")
  const { file, value, words } = useForm()
  const names = useNames()
  const top = isMap(value.states) ? Object.keys(value.states) : []
  const outcomes: readonly Json[] = Array.isArray(value.outcomes) ? value.outcomes : []
  return (
    <>
      <header className="form-head type-group">
        <span>{t("flow.head")}</span>
        <NameInput
          label={t("flow.id")}
          value={typeof value.id === "string" ? value.id : ""}
          onCommit={(to) => {
            if (run({ name: "flow.rename", args: { file, to } }) !== null) view.openFlow(to)
          }}
        />
      </header>
      <p className="form-hint">{t("flow.hint")}</p>
      <TextField label={t("flow.title")} path={["title"]} isPlain />
      <PhrasesField label={t("flow.examples")} path={["triggers", "examples"]} />
      <SelectField
        label={t("flow.start")}
        path={["start"]}
        choices={top.map((id) => ({ value: id, label: words.titleOf(id) }))}
      />
      <FieldGroup label={t("flow.outcomes")} path={["outcomes"]} hint={t("flow.outcomesHint")}>
        <ItemList
          path={["outcomes"]}
          items={outcomes}
          render={(item) => (
            <span className="titled-name">
              {names.outcome(String(item), words.flow.id)}
              <NameInput
                label={t("flow.outcome")}
                value={String(item)}
                onCommit={(to) => run({ name: "outcome.rename", args: { file, name: String(item), to } })}
              />
            </span>
          )}
        />
        <NameInput
          label={t("flow.addOutcome")}
          placeholder={t("flow.addOutcome")}
          value=""
          onCommit={(name) => run({ name: "item.insert", args: { file, path: ["outcomes"], value: name } })}
        />
      </FieldGroup>
      <EntriesForm id="" />
      <LineField label={t("state.note")} path={["note"]} />
    </>
  )
}
