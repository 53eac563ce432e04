import { Scale } from "lucide-react"
import { useTranslation } from "react-i18next"
import { type FlowDocument, rulesSchema } from "../../../engine/document/schema.ts"
import { isMap, type Json, type JsonMap, type Path, valueAt } from "../../../engine/index.ts"
import { run, useForm } from "../../inspector/FormContext.ts"
import { ConditionField } from "../../inspector/fields/ConditionField.tsx"
import { LineField, NamesField, NumberField, Select, SelectField } from "../../inspector/fields/inputs.tsx"
import { PeriodField } from "../../inspector/fields/PeriodField.tsx"
import { TextField } from "../../inspector/fields/TextField.tsx"
import { noFlow } from "../../model/noFlow.ts"
import type { Surroundings } from "../../model/surroundings.ts"
import { useNames } from "../../model/useNames.ts"
import { ruleInWords, selectorInWords } from "../../review/ruleInWords.ts"
import type { ReviewWords } from "../../review/valueInWords.ts"
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
            ...{ basis: "house", requires: firstOf.requires },
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

const known = new WeakMap<JsonMap, { readonly flows: Surroundings["flows"]; readonly flow: FlowDocument }>()

/** The flow whose values a rule's conditions name: the one in which that stands which it speaks of; sought once. */
function flowOf(rule: JsonMap, { flows }: Surroundings): FlowDocument {
  const before = known.get(rule)
  if (before?.flows === flows) return before.flow
  const text = JSON.stringify(rule)
  const named = /"(?:state|outcome):([a-z-]+)\//.exec(text)?.[1]
  const [, wanted] = /"(?:service|checkpoint|ask|fill):([\w.-]+)"/.exec(text) ?? []
  const stands = Object.values(flows).find(
    (flow) => wanted !== undefined && textOf(flow).includes(`"${wanted}"`),
  )
  const flow = (named === undefined ? stands : flows[named]) ?? noFlow
  known.set(rule, { flows, flow })
  return flow
}

const texts = new WeakMap<FlowDocument, string>()

function textOf(flow: FlowDocument): string {
  const before = texts.get(flow)
  if (before !== undefined) return before
  const text = JSON.stringify(flow)
  texts.set(flow, text)
  return text
}

/** What a rule of a form starts with, to be filled in. */
const firstOf: Readonly<Record<RuleForm, Json>> = {
  requires: { of: "handoff", all: [] },
  holds: { of: "handoff", is: "true" },
  never: "handoff",
  leadsTo: { after: "handoff", eventually: [] },
  atMost: { of: "handoff", times: 1, per: "run" },
  reachable: { from: "every-waiting-state", to: "handoff" },
}

function RuleFields() {
  const { t } = useTranslation("catalogue")
  const { base, value, flow } = useForm()
  const words = useReviewWords()
  const form = formOf(value)
  const change = (next: string) => {
    const wanted = forms.find((each) => each === next)
    if (wanted === undefined || form === null) return
    run([
      { name: "field.set", args: { file, path: [...base, form] } },
      { name: "field.set", args: { file, path: [...base, wanted], value: firstOf[wanted] } },
    ])
  }
  const read = rulesSchema.shape.rules.element.safeParse(value)
  return (
    <>
      <TextField label={t("rules.title")} path={["title"]} isPlain />
      <LineField label={t("rules.basis")} path={["basis"]} hint={t("rules.basisHint")} />
      {form !== null && (
        <section className="rule-form" aria-label={t(`ruleForm.${form}`)}>
          <div className="form-field">
            <span className="form-label">{t("rules.form")}</span>
            <Select
              label={t("rules.form")}
              value={form}
              choices={forms.map((each) => ({ value: each as string, label: t(`ruleForm.${each}`) }))}
              onChange={change}
            />
            <p className="form-hint">{t(`ruleHelp.${form}`)}</p>
          </div>
          {read.success && <p className="condition-words">{ruleInWords(read.data, flow.id, words)}</p>}
          <Fields form={form} />
          <p className="form-hint">{t("rules.namesHint")}</p>
        </section>
      )}
    </>
  )
}

function useReviewWords(): ReviewWords {
  const { t } = useTranslation("review")
  const { t: canvas } = useTranslation("canvas")
  return { t, canvas, names: useNames() }
}

/** One name, or a list of names, each told in words. */
function Names({ label, path }: { readonly label: string; readonly path: Path }) {
  const { t } = useTranslation("catalogue")
  const form = useForm()
  const words = useReviewWords()
  const value = valueAt(form.value, path)
  if (typeof value !== "string")
    return (
      <NamesField
        label={label}
        path={path}
        add={t("rules.addName")}
        labelOf={(name) => selectorInWords(name, words)}
      />
    )
  return <LineField label={label} path={path} hint={selectorInWords(value, words)} />
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
