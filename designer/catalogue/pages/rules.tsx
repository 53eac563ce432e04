import { Scale } from "lucide-react"
import { useTranslation } from "react-i18next"
import type { FlowDocument } from "../../../engine/document/schema.ts"
import { isMap, type Json, type JsonMap, type Path, valueAt } from "../../../engine/index.ts"
import { useForm } from "../../inspector/FormContext.ts"
import { ConditionField } from "../../inspector/fields/ConditionField.tsx"
import { LineField, NamesField, NumberField, SelectField } from "../../inspector/fields/inputs.tsx"
import { PeriodField } from "../../inspector/fields/PeriodField.tsx"
import { TextField } from "../../inspector/fields/TextField.tsx"
import { noFlow } from "../../model/noFlow.ts"
import type { Surroundings } from "../../model/surroundings.ts"
import { selectorInWords } from "../fields/selectorInWords.ts"
import { kebabCase, type Page } from "../page.ts"

const file = "rules.yaml"
const forms = ["requires", "holds", "never", "leadsTo", "atMost", "reachable"] as const
type RuleForm = (typeof forms)[number]

/** What must hold on every path of every flow. */
export const rulesPage: Page = {
  icon: Scale,
  entries({ files, around, text, t }) {
    const list = valueAt(files.value(file), ["rules"])
    return (Array.isArray(list) ? list : []).flatMap((rule: Json, index) => {
      if (!isMap(rule) || typeof rule.id !== "string") return []
      const form = formOf(rule)
      return {
        ...{ item: rule.id, id: rule.id, title: text(rule.title as string | undefined) || rule.id },
        note: form === null ? "" : t(`ruleForm.${form}`),
        ...{ group: "", file, base: ["rules", index], flow: flowOf(rule, around) },
      }
    })
  },
  Form: RuleFields,
  add: {
    example: "loss-disclosed-first",
    pattern: kebabCase,
    make: ({ around }, id, title) => ({
      command: {
        name: "listed.add",
        args: {
          ...{ file, kind: "rule", id },
          value: {
            title: { [around.settings.locales[0] ?? "zh"]: title },
            ...{ basis: "house", requires: { of: "handoff", all: [] } },
          },
        },
      },
      item: id,
    }),
  },
  rename: ({ id }, to) => ({
    command: { name: "listed.rename", args: { file, kind: "rule", id, to } },
    item: to,
  }),
  remove: ({ id }) => ({ name: "listed.remove", args: { file, kind: "rule", id } }),
}

function formOf(rule: JsonMap): RuleForm | null {
  return forms.find((form) => rule[form] !== undefined) ?? null
}

/** The flow whose values a rule's conditions name: the one in which that stands which it speaks of. */
function flowOf(rule: JsonMap, { flows }: Surroundings): FlowDocument {
  const text = JSON.stringify(rule)
  const named = /"(?:state|outcome):([a-z-]+)\//.exec(text)?.[1]
  const service = /"service:([\w.]+)"/.exec(text)?.[1]
  const wording = /"checkpoint:([a-z-]+)"/.exec(text)?.[1]
  const slot = /"(?:ask|fill):(\w+)"/.exec(text)?.[1]
  if (named !== undefined) return flows[named] ?? noFlow
  const stands = (name: string) =>
    Object.values(flows).find((flow) => JSON.stringify(flow).includes(`"${name}"`))
  const wanted = [service, wording, slot].find((name) => name !== undefined)
  return (wanted === undefined ? undefined : stands(wanted)) ?? noFlow
}

function RuleFields() {
  const { t } = useTranslation("catalogue")
  const { value } = useForm()
  const form = formOf(value)
  return (
    <>
      <TextField label={t("rules.title")} path={["title"]} isPlain />
      <LineField label={t("rules.basis")} path={["basis"]} hint={t("rules.basisHint")} />
      {form !== null && (
        <section className="rule-form" aria-label={t(`ruleForm.${form}`)}>
          <p className="form-hint">{t(`ruleHelp.${form}`)}</p>
          <Fields form={form} />
          <p className="form-hint">{t("rules.namesHint")}</p>
        </section>
      )}
    </>
  )
}

/** One name, or a list of names, each told in words. */
function Names({ label, path }: { readonly label: string; readonly path: Path }) {
  const { t } = useTranslation("catalogue")
  const form = useForm()
  const value = valueAt(form.value, path)
  if (typeof value !== "string")
    return (
      <NamesField
        label={label}
        path={path}
        add={t("rules.addName")}
        labelOf={(name) => selectorInWords(name, form, t)}
      />
    )
  return <LineField label={label} path={path} hint={selectorInWords(value, form, t)} />
}

function Fields({ form }: { readonly form: RuleForm }) {
  const { t } = useTranslation("catalogue")
  const name = (field: string, label: string) => <Names label={label} path={[form, field]} />
  switch (form) {
    case "requires":
      return (
        <>
          {name("of", t("rules.before"))}
          <ConditionField label={t("rules.where")} path={["requires", "where"]} />
          {name("all", t("rules.all"))}
          {name("any", t("rules.any"))}
        </>
      )
    case "holds":
      return (
        <>
          {name("of", t("rules.at"))}
          <ConditionField label={t("rules.is")} path={["holds", "is"]} />
        </>
      )
    case "never":
      return <Names label={t("rules.never")} path={["never"]} />
    case "leadsTo":
      return (
        <>
          {name("after", t("rules.after"))}
          {name("eventually", t("rules.eventually"))}
          <PeriodField label={t("rules.within")} path={["leadsTo", "within"]} isOptional />
        </>
      )
    case "atMost":
      return (
        <>
          {name("of", t("rules.of"))}
          <NumberField label={t("rules.times")} path={["atMost", "times"]} least={0} />
          <SelectField
            label={t("rules.per")}
            path={["atMost", "per"]}
            choices={[
              { value: "run", label: t("rules.perRun") },
              { value: "conversation", label: t("rules.perConversation") },
            ]}
          />
        </>
      )
    case "reachable":
      return (
        <>
          {name("from", t("rules.from"))}
          {name("to", t("rules.to"))}
          <LineField label={t("rules.without")} path={["reachable", "without"]} />
          <NumberField label={t("rules.withinTurns")} path={["reachable", "withinTurns"]} least={1} />
        </>
      )
  }
}
