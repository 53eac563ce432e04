import { useTranslation } from "react-i18next"
import { agentReturn } from "../../../engine/compile/shapes.ts"
import { typeOfDeclared } from "../../../engine/document/declared.ts"
import type { StateDocument } from "../../../engine/document/schema.ts"
import { isBuiltInType, isMap, type Json } from "../../../engine/index.ts"
import { labelOfExit } from "../../canvas/drawing/exits.ts"
import { titleOfGiven, titleOfValue } from "../../model/titleOfValue.ts"
import { useNames } from "../../model/useNames.ts"
import { view } from "../../shell/viewStore.ts"
import { stateTypeIcons } from "../../ui/stateTypeIcon.ts"
import { run, useForm } from "../FormContext.ts"
import { flowChoices, operationChoices, queueChoices } from "../fields/choices.ts"
import { FieldGroup } from "../fields/Field.tsx"
import { ItemList } from "../fields/ItemList.tsx"
import { NameInput, NumberField, Select, SelectField, ToggleField } from "../fields/inputs.tsx"
import { PeriodField } from "../fields/PeriodField.tsx"
import { TextField } from "../fields/TextField.tsx"
import { ValueField } from "../fields/ValueField.tsx"
import { InputFields, inputsOfSchema } from "./InputFields.tsx"
import { SaveField } from "./SaveField.tsx"
import { SayField } from "./SayField.tsx"

/** Which operation is called, with what, and where its answer is kept. */
export function ServiceForm() {
  const { t } = useTranslation("inspector")
  const { t: canvas } = useTranslation("canvas")
  const form = useForm()
  const { around, value } = form
  const operation = typeof value.service === "string" ? around.operations[value.service] : undefined
  return (
    <>
      <SelectField
        label={t("service.operation")}
        path={["service"]}
        choices={operationChoices(form)}
        {...(operation === undefined ? {} : { hint: canvas(`effect.${operation.effect}`) })}
      />
      <InputFields inputs={inputsOfSchema(operation?.input as Json | undefined, form)} />
      <SaveField from={typeof value.service === "string" ? value.service : undefined} />
      {operation?.effect === "write" && (
        <SelectField
          label={t("service.amend")}
          path={["amend"]}
          none={t("none")}
          choices={operationChoices(form)}
          hint={t("service.amendHint")}
        />
      )}
      <SayField label={t("service.say")} path={["say"]} />
    </>
  )
}

/** Which people take over, how soon, and with what they come back. */
export function HandoffForm() {
  const { t } = useTranslation("inspector")
  const form = useForm()
  const { file, base, value } = form
  const returns: readonly Json[] = Array.isArray(value.returns) ? value.returns : []
  return (
    <>
      <SelectField label={t("handoff.queue")} path={["queue"]} choices={queueChoices(form)} />
      <PeriodField label={t("handoff.sla")} path={["sla"]} isOptional hint={t("handoff.slaHint")} />
      <NumberField label={t("handoff.priority")} path={["priority"]} least={0} most={9} placeholder="0" />
      <TextField label={t("handoff.reason")} path={["reason"]} isLong hint={t("handoff.reasonHint")} />
      <SayField label={t("handoff.say")} path={["say"]} />
      <FieldGroup label={t("handoff.returns")} path={["returns"]} hint={t("handoff.returnsHint")}>
        <ItemList
          path={["returns"]}
          items={returns}
          render={(item) => (
            <span className="item-name" title={String(item)}>
              {labelOfExit(value as StateDocument, String(item), form.words)}
            </span>
          )}
        />
        <NameInput
          label={t("handoff.addReturn")}
          placeholder={t("handoff.addReturn")}
          value=""
          onCommit={(name) =>
            run({ name: "item.insert", args: { file, path: [...base, "returns"], value: name } })
          }
        />
      </FieldGroup>
      <ProofFields />
      <SaveField from={agentReturn} />
    </>
  )
}

/** Which result proves who the customer is, to which level, and whom. */
function ProofFields() {
  const { t } = useTranslation("inspector")
  const { file, base, value } = useForm()
  const returns = Array.isArray(value.returns) ? value.returns.map(String) : []
  const path = [...base, "proves"]
  const proven = isMap(value.proves) ? value.proves : null
  const by = typeof proven?.by === "string" ? proven.by : ""
  const change = (next: string) =>
    run(
      next === ""
        ? { name: "field.set", args: { file, path } }
        : {
            name: "field.set",
            args: { file, path, value: { id: "customer.id", level: 3, ...proven, by: next } },
          },
    )
  return (
    <>
      <div className="form-field">
        <span className="form-label">{t("handoff.proves")}</span>
        <Select
          label={t("handoff.proves")}
          value={by}
          none={t("handoff.provesNothing")}
          choices={[...new Set([...returns, ...(by === "" ? [] : [by])])].map((each) => ({
            value: each,
            label: each,
          }))}
          onChange={change}
        />
        <p className="form-hint">{t("handoff.provesHint")}</p>
      </div>
      {by !== "" && (
        <>
          <NumberField
            label={t("checkpoint.level")}
            path={["proves", "level"]}
            least={1}
            most={3}
            hint={t("checkpoint.levelHint")}
          />
          <ValueField
            label={t("handoff.provesId")}
            path={["proves", "id"]}
            hint={t("handoff.provesIdHint")}
          />
        </>
      )}
    </>
  )
}

/** Which flow is run, with what, and where its result is kept. */
export function SubflowForm() {
  const { t } = useTranslation("inspector")
  const form = useForm()
  const { around, value, words } = form
  const flow = typeof value.flow === "string" ? around.flows[value.flow] : undefined
  const inputs = Object.entries(flow?.takes ?? {}).map(([name, declared]) => {
    const type = typeOfDeclared(declared)
    const title = flow === undefined ? undefined : titleOfValue(`data.${name}`, flow, around)
    return {
      name,
      label: words.text(title) || name,
      hint: isBuiltInType(type) ? t(`slotType.${type}`) : "",
      isRequired: false,
    }
  })
  const Icon = stateTypeIcons.subflow
  return (
    <>
      <SelectField
        label={t("subflow.flow")}
        path={["flow"]}
        choices={flowChoices(form)}
        after={
          flow !== undefined && (
            <button type="button" className="plain-button small" onClick={() => view.enterFlow(flow.id)}>
              {Icon !== undefined && <Icon size={14} aria-hidden />}
              {t("subflow.open")}
            </button>
          )
        }
      />
      <InputFields inputs={inputs} />
      <SaveField from={flow?.id} />
    </>
  )
}

/** How long is waited at most. What is waited for stands among the events below. */
export function WaitForm() {
  const { t } = useTranslation("inspector")
  const { file, base, value } = useForm()
  const { until } = value
  const how = isMap(until) ? (until.at === undefined ? "after" : "at") : ""
  const path = [...base, "until"]
  const change = (next: string) => {
    if (next === "") run({ name: "field.set", args: { file, path } })
    else
      run({
        name: "field.set",
        args: { file, path, value: next === "after" ? { after: "P1D" } : { at: "now" } },
      })
  }
  return (
    <>
      <div className="form-field">
        <span className="form-label">{t("wait.until")}</span>
        <Select
          label={t("wait.until")}
          value={how}
          none={t("wait.open")}
          choices={[
            { value: "after", label: t("wait.after") },
            { value: "at", label: t("wait.at") },
          ]}
          onChange={change}
        />
      </div>
      {how === "after" && (
        <>
          <PeriodField label={t("wait.period")} path={["until", "after"]} />
          <SelectField
            label={t("wait.days")}
            path={["until", "days"]}
            none={t("wait.exact")}
            choices={[
              { value: "working", label: t("wait.working") },
              { value: "calendar", label: t("wait.calendar") },
            ]}
          />
        </>
      )}
      {how === "at" && <ValueField label={t("wait.moment")} path={["until", "at"]} />}
    </>
  )
}

export function GroupForm() {
  const { t } = useTranslation("inspector")
  const { value, words } = useForm()
  const inside = isMap(value.states) ? Object.keys(value.states) : []
  return (
    <>
      <SelectField
        label={t("group.start")}
        path={["start"]}
        choices={inside.map((id) => ({ value: id, label: words.titleOf(id) }))}
      />
      <ToggleField label={t("group.history")} path={["history"]} hint={t("group.historyHint")} />
    </>
  )
}

export function FinalForm() {
  const { t } = useTranslation("inspector")
  const { flow, value, around, words } = useForm()
  const names = useNames()
  const outcomes = flow.outcomes ?? []
  const output = isMap(value.output) ? Object.keys(value.output) : []
  const gives = Object.keys(flow.gives ?? {})
  return (
    <>
      <SelectField
        label={t("final.outcome")}
        path={["outcome"]}
        choices={outcomes.map((outcome) => ({ value: outcome, label: names.outcome(outcome, flow.id) }))}
        hint={t("final.hint")}
      />
      {[...new Set([...gives, ...output])].map((name) => (
        <ValueField
          key={name}
          label={t("final.gives", { name: words.text(titleOfGiven(name, flow, around)) || name })}
          path={["output", name]}
        />
      ))}
    </>
  )
}
