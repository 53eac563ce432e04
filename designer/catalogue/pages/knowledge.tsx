import { BookOpen } from "lucide-react"
import { useTranslation } from "react-i18next"
import { type Files, isMap, type Json, type JsonMap } from "../../../engine/index.ts"
import { useForm } from "../../inspector/FormContext.ts"
import { flowChoices } from "../../inspector/fields/choices.ts"
import { LineField, NamesField, SelectField } from "../../inspector/fields/inputs.tsx"
import { PhrasesField } from "../../inspector/fields/PhrasesField.tsx"
import { TextField } from "../../inspector/fields/TextField.tsx"
import { noFlow } from "../../model/noFlow.ts"
import { type Entry, kebabCase, type Page } from "../page.ts"

/** The questions that are answered at any time, without leaving what one is doing. */
export const knowledgePage: Page = {
  icon: BookOpen,
  entries({ files, around, locale, text, t }) {
    const fallback = around.settings.locales[0] ?? "zh"
    const all = knowledgeFiles(files).flatMap((file) =>
      listIn(files, file).map((entry, index): Entry => {
        const id = typeof entry.id === "string" ? entry.id : String(index)
        const question = firstIn(entry.ask, locale) ?? firstIn(entry.ask, fallback)
        const offers = typeof entry.offers === "string" ? around.flows[entry.offers]?.title : undefined
        const about = around.flows[flowOf(entry)]?.title
        return {
          ...{ item: id, id, title: question ?? id, note: offers === undefined ? "" : `→ ${text(offers)}` },
          ...{ group: text(about) || t("group.general"), file, base: [index], flow: noFlow },
        }
      }),
    )
    const groups = [...new Set(all.map(({ group }) => group))]
    return groups.flatMap((group) => all.filter((entry) => entry.group === group))
  },
  Form: KnowledgeForm,
  add: {
    example: "policy-copy",
    pattern: kebabCase,
    make({ files, around, t }, id, title, near) {
      const locale = around.settings.locales[0] ?? "zh"
      const file = near?.file ?? knowledgeFiles(files)[0] ?? "knowledge/general.yaml"
      const value = { ask: { [locale]: [title] }, say: { [locale]: t("knowledge.firstAnswer") } }
      return { command: { name: "listed.add", args: { file, kind: "knowledge", id, value } }, item: id }
    },
  },
  rename: ({ file, id }, to) => ({
    command: { name: "listed.rename", args: { file, kind: "knowledge", id, to } },
    item: to,
  }),
  remove: ({ file, id }) => ({ name: "listed.remove", args: { file, kind: "knowledge", id } }),
}

function knowledgeFiles(files: Files): readonly string[] {
  return Object.keys(files.texts)
    .filter((file) => file.startsWith("knowledge/") && file.endsWith(".yaml"))
    .sort()
}

function listIn(files: Files, file: string): readonly JsonMap[] {
  const list = files.value(file)
  return Array.isArray(list) ? list.flatMap((each: Json) => (isMap(each) ? [each] : [])) : []
}

/** The flow that an entry is about first. */
function flowOf({ about, offers }: JsonMap): string {
  const named = (Array.isArray(about) ? about : []).find(
    (name: Json) => typeof name === "string" && name.startsWith("flow:"),
  )
  return typeof named === "string" ? named.slice("flow:".length) : typeof offers === "string" ? offers : ""
}

function firstIn(phrases: Json | undefined, locale: string): string | null {
  const list = isMap(phrases) ? phrases[locale] : undefined
  const [first] = Array.isArray(list) ? list : []
  return typeof first === "string" ? first : null
}

function KnowledgeForm() {
  const { t } = useTranslation("catalogue")
  const form = useForm()
  return (
    <>
      <PhrasesField label={t("knowledge.ask")} path={["ask"]} />
      <p className="form-hint">{t("knowledge.askHint")}</p>
      <TextField label={t("knowledge.say")} path={["say"]} isLong />
      <SelectField
        label={t("knowledge.offers")}
        path={["offers"]}
        none={t("knowledge.offersNone")}
        choices={flowChoices(form)}
        hint={t("knowledge.offersHint")}
      />
      <LineField label={t("knowledge.source")} path={["source"]} hint={t("knowledge.sourceHint")} />
      <NamesField
        label={t("knowledge.about")}
        path={["about"]}
        add="clause:health-plus/1.4"
        hint={t("knowledge.aboutHint")}
      />
    </>
  )
}
