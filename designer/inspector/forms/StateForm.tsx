import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { isStateType, type StateType } from "../../../engine/states/registry.ts"
import { view } from "../../shell/viewStore.ts"
import { stateTypeIcon } from "../../ui/stateTypeIcon.ts"
import { run, useForm } from "../FormContext.ts"
import { FieldProblems } from "../fields/Field.tsx"
import { LineField, NameInput } from "../fields/inputs.tsx"
import { TextField } from "../fields/TextField.tsx"
import { CheckpointForm } from "./CheckpointForm.tsx"
import { CollectForm } from "./CollectForm.tsx"
import { DecisionForm } from "./DecisionForm.tsx"
import { EntriesForm } from "./EntriesForm.tsx"
import { ExitsForm } from "./ExitsForm.tsx"
import { MessageForm } from "./MessageForm.tsx"
import { FinalForm, GroupForm, HandoffForm, ServiceForm, SubflowForm, WaitForm } from "./otherForms.tsx"

const forms: { readonly [T in StateType]: (id: string) => ReactNode } = {
  message: () => <MessageForm />,
  collect: () => <CollectForm />,
  decision: (id) => <DecisionForm id={id} />,
  checkpoint: () => <CheckpointForm />,
  service: () => <ServiceForm />,
  handoff: () => <HandoffForm />,
  subflow: () => <SubflowForm />,
  wait: () => <WaitForm />,
  group: () => <GroupForm />,
  final: () => <FinalForm />,
}

/** The form of one state under its type and id. */
export function StateForm({ id }: { readonly id: string }) {
  const { t } = useTranslation("inspector")
  const { t: canvas } = useTranslation("canvas")
  const { file, value } = useForm()
  const type = typeof value.type === "string" ? value.type : ""
  const Icon = stateTypeIcon(type)
  return (
    <>
      <header className={`form-head type-${type}`}>
        <Icon size={16} aria-hidden />
        <span>{isStateType(type) ? canvas(`type.${type}`) : canvas("type.unknown", { type })}</span>
        <NameInput
          label={t("state.id")}
          value={id}
          onCommit={(to) => {
            const made = run({ name: "state.rename", args: { file, id, to } })
            if (made !== null) view.select([to])
          }}
        />
      </header>
      <FieldProblems path={[]} />
      <StateFields id={id} />
    </>
  )
}

/** Everything about one state: what all have in common, what its type has, its ways out, what may happen meanwhile. */
export function StateFields({ id }: { readonly id: string }) {
  const { t } = useTranslation("inspector")
  const { value } = useForm()
  const type = typeof value.type === "string" ? value.type : ""
  return (
    <>
      <TextField label={t("state.title")} path={["title"]} isPlain />
      {isStateType(type) ? forms[type](id) : <p className="form-hint">{t("state.unknown")}</p>}
      <ExitsForm id={id} type={type} />
      {type !== "final" && isStateType(type) && <EntriesForm id={id} />}
      <LineField label={t("state.note")} path={["note"]} hint={t("state.noteHint")} />
    </>
  )
}
