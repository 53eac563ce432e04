import { useTranslation } from "react-i18next"
import type { Json, Path } from "../../../engine/index.ts"
import { run, useForm } from "../FormContext.ts"
import { questionnaireChoices, slotChoices, wordingChoices } from "../fields/choices.ts"
import { FieldGroup } from "../fields/Field.tsx"
import { ItemList } from "../fields/ItemList.tsx"
import { NumberField, Select, SelectField } from "../fields/inputs.tsx"
import { PeriodField } from "../fields/PeriodField.tsx"
import { ValueField } from "../fields/ValueField.tsx"
import { WordingText } from "./WordingText.tsx"

const kinds = ["disclosure", "consent", "identity", "declaration", "questionnaire"] as const

/** What must be accepted, by which evidence, and what it is bound to. */
export function CheckpointForm() {
  const { t } = useTranslation("inspector")
  const { t: canvas } = useTranslation("canvas")
  const form = useForm()
  const { kind, wording, questionnaire } = form.value
  return (
    <>
      <SelectField
        label={t("checkpoint.kind")}
        path={["kind"]}
        choices={kinds.map((each) => ({ value: each as string, label: canvas(`checkpoint.${each}`) }))}
      />
      {kind === "identity" ? (
        <>
          <NumberField
            label={t("checkpoint.level")}
            path={["level"]}
            least={1}
            most={3}
            hint={t("checkpoint.levelHint")}
          />
          <ValueField label={t("checkpoint.proof")} path={["proof"]} hint={t("checkpoint.proofHint")} />
        </>
      ) : kind === "questionnaire" && typeof questionnaire !== "object" ? (
        <SelectField
          label={t("checkpoint.questionnaire")}
          path={["questionnaire"]}
          choices={questionnaireChoices(form)}
        />
      ) : (
        <>
          <SelectField label={t("checkpoint.wording")} path={["wording"]} choices={wordingChoices(form)} />
          {typeof wording === "string" && wording !== "" && <WordingText id={wording} />}
        </>
      )}
      {kind !== "identity" && (
        <>
          <SelectField
            label={t("checkpoint.evidence")}
            path={["evidence"]}
            choices={[
              { value: "explicit", label: canvas("evidence.explicit") },
              { value: "read", label: canvas("evidence.read") },
            ]}
          />
          {(kind === "consent" || kind === "declaration") && (
            <ValueField
              label={t("checkpoint.proof")}
              path={["proof"]}
              hint={t("checkpoint.proofElsewhereHint")}
            />
          )}
          <Binds path={["binds"]} />
          <ReadBack />
        </>
      )}
      <PeriodField
        label={t("checkpoint.validFor")}
        path={["validFor"]}
        isOptional
        hint={t("checkpoint.validForHint")}
      />
    </>
  )
}

function Binds({ path }: { readonly path: Path }) {
  const { t } = useTranslation("inspector")
  const { value } = useForm()
  const binds: readonly Json[] = Array.isArray(value.binds) ? value.binds : []
  return (
    <FieldGroup label={t("checkpoint.binds")} path={[]} hint={t("checkpoint.bindsHint")}>
      <ItemList
        path={path}
        items={binds}
        render={(_, index) => (
          <ValueField label={t("checkpoint.bind", { number: index + 1 })} path={[...path, index]} />
        )}
        add={[{ label: t("checkpoint.addBind"), value: "customer.id" }]}
      />
    </FieldGroup>
  )
}

function ReadBack() {
  const { t } = useTranslation("inspector")
  const form = useForm()
  const { file, base, value, words } = form
  const slots: readonly Json[] = Array.isArray(value.readBack) ? value.readBack : []
  if (value.kind !== "declaration" && slots.length === 0) return null
  return (
    <FieldGroup label={t("checkpoint.readBack")} path={["readBack"]} hint={t("checkpoint.readBackHint")}>
      <ItemList
        path={["readBack"]}
        items={slots}
        render={(slot) => (
          <span className="item-name">
            {typeof slot === "string" ? words.text(words.slot(slot)?.title) || slot : JSON.stringify(slot)}
          </span>
        )}
      />
      <Select
        label={t("collect.add")}
        value=""
        none={t("collect.add")}
        choices={slotChoices(form).filter((choice) => !slots.includes(choice.value))}
        onChange={(slot) => {
          if (slot !== "")
            run({ name: "item.insert", args: { file, path: [...base, "readBack"], value: slot } })
        }}
      />
    </FieldGroup>
  )
}
