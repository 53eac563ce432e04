import { Plus } from "lucide-react"
import { useTranslation } from "react-i18next"
import { isMap, type Json, type JsonMap } from "../../../engine/index.ts"
import { run, useForm } from "../FormContext.ts"
import { ConditionField } from "../fields/ConditionField.tsx"
import { eventChoices, stateChoices } from "../fields/choices.ts"
import { FieldGroup } from "../fields/Field.tsx"
import { ItemTools } from "../fields/ItemTools.tsx"
import { Select, SelectField } from "../fields/inputs.tsx"
import { PeriodField } from "../fields/PeriodField.tsx"
import { PhrasesField } from "../fields/PhrasesField.tsx"
import { TextField } from "../fields/TextField.tsx"
import { ValueField } from "../fields/ValueField.tsx"
import { SayField } from "./SayField.tsx"

const triggers = ["says", "event", "silence", "after", "at"] as const
type Trigger = (typeof triggers)[number]

/** What may happen meanwhile, on a state, a stage or the whole flow: an event, words of the customer, silence, a time. */
export function EntriesForm({ id }: { readonly id: string }) {
  const { t } = useTranslation("inspector")
  const { file, value } = useForm()
  const entries = isMap(value.on) ? Object.entries(value.on) : []
  const names = entries.map(([name]) => name)
  const fresh = (trigger: Trigger) => {
    const stem = { says: "asks", event: "happens", silence: "silent", after: "later", at: "due" }[trigger]
    if (!names.includes(stem)) return stem
    for (let count = 2; ; count += 1) if (!names.includes(`${stem}${count}`)) return `${stem}${count}`
  }
  return (
    <FieldGroup label={t("entries.title")} path={[]} hint={t("entries.hint")}>
      {entries.map(([name, entry]) => (
        <Entry key={name} id={id} name={name} entry={isMap(entry) ? entry : {}} />
      ))}
      <Select
        label={t("entries.add")}
        value=""
        none={t("entries.add")}
        choices={triggers.map((trigger) => ({ value: trigger as string, label: t(`trigger.${trigger}`) }))}
        onChange={(chosen) => {
          const trigger = triggers.find((each) => each === chosen)
          if (trigger === undefined) return
          run({ name: "on.add", args: { file, state: id, name: fresh(trigger), entry: firstEntry(trigger) } })
        }}
      />
    </FieldGroup>
  )
}

function Entry(props: { readonly id: string; readonly name: string; readonly entry: JsonMap }) {
  const { t } = useTranslation("inspector")
  const form = useForm()
  const { id, name, entry } = props
  const { file, base, value } = form
  const path = ["on", name]
  const trigger = triggers.find((each) => entry[each] !== undefined)
  const to = isMap(value.to) ? value.to[name] : undefined
  const target = typeof to === "string" ? to : isMap(to) && typeof to.to === "string" ? to.to : ""
  return (
    <div className="item">
      <ItemTools onRemove={() => run({ name: "on.remove", args: { file, state: id, name } })}>
        <strong>{trigger === undefined ? name : t(`trigger.${trigger}`)}</strong>
      </ItemTools>
      <TextField label={t("entries.name")} path={[...path, "title"]} isPlain />
      {trigger === "says" && <PhrasesField label={t("entries.says")} path={[...path, "says"]} />}
      {trigger === "event" && (
        <SelectField label={t("entries.event")} path={[...path, "event"]} choices={eventChoices(form)} />
      )}
      {trigger === "silence" && <PeriodField label={t("entries.silence")} path={[...path, "silence"]} />}
      {trigger === "after" && <PeriodField label={t("entries.after")} path={[...path, "after"]} />}
      {trigger === "at" && <ValueField label={t("wait.moment")} path={[...path, "at"]} />}
      {entry.when === undefined ? (
        <button
          type="button"
          className="quiet-button add-button"
          onClick={() =>
            run({ name: "field.set", args: { file, path: [...base, ...path, "when"], value: "true" } })
          }
        >
          <Plus size={14} aria-hidden />
          {t("entries.addWhen")}
        </button>
      ) : (
        <ConditionField label={t("entries.when")} path={[...path, "when"]} />
      )}
      <SayField label={t("entries.say")} path={[...path, "say"]} />
      <div className="form-field">
        <span className="form-label">{t("exits.to")}</span>
        <Select
          label={t("exits.to")}
          value={target}
          none={t("entries.stays")}
          choices={stateChoices(form)}
          onChange={(next) =>
            run({
              name: "exit.set",
              args: { file, state: id, exit: name, target: next === "" ? null : next },
            })
          }
        />
      </div>
    </div>
  )
}

function firstEntry(trigger: Trigger): Json {
  switch (trigger) {
    case "says":
      return { says: { zh: ["…"] }, say: { zh: "…" } }
    case "event":
      return { event: "" }
    case "silence":
      return { silence: "PT3M", say: { zh: "…" } }
    case "after":
      return { after: "P1D", say: { zh: "…" } }
    case "at":
      return { at: "now", say: { zh: "…" } }
  }
}
