import { Database, Plus } from "lucide-react"
import { useTranslation } from "react-i18next"
import { dataShape } from "../../../engine/compile/shapes.ts"
import { sourceOfDeclared } from "../../../engine/document/declared.ts"
import type { ValueShape } from "../../../engine/expression/index.ts"
import { isBuiltInType, isMap, type JsonMap, usesOfOwned } from "../../../engine/index.ts"
import { nameOfPath } from "../../condition/nameOfPath.ts"
import { type Form, FormProvider, run, useForm } from "../../inspector/FormContext.ts"
import {
  eventChoices,
  flowChoices,
  operationChoices,
  questionnaireChoices,
  wordingChoices,
} from "../../inspector/fields/choices.ts"
import { Field } from "../../inspector/fields/Field.tsx"
import { LineField, Select, SelectField } from "../../inspector/fields/inputs.tsx"
import { TextField } from "../../inspector/fields/TextField.tsx"
import { ValueField } from "../../inspector/fields/ValueField.tsx"
import { textIn } from "../../model/textIn.ts"
import { titleOfValue } from "../../model/titleOfValue.ts"
import { camelCase, type Entry, type Model, type Page } from "../page.ts"
import { derivedItem } from "../uses/place.ts"

const derivedTypes = [
  "text",
  "boolean",
  "date",
  "datetime",
  "money",
  "integer",
  "number",
  "percent",
  "list",
] as const

/** What services and sub-flows give a flow, and what it works out of them. */
export const dataPage: Page = {
  icon: Database,
  entries(model) {
    const { flow, flowFile, t } = model
    const data = Object.entries(flow.data ?? {}).map(([id, declared]) => ({
      ...{ item: id, id, group: t("group.data"), note: sourceTitle(model, sourceOfDeclared(declared)) },
      title: model.text(titleOfValue(`data.${id}`, flow, model.around)) || id,
      // A value that is not a map has no fields of its own: the form stands on the section.
      ...{ file: flowFile, base: ["data"], own: ["data", id], flow },
    }))
    const derived = Object.entries(flow.derived ?? {}).map(([id, { type, title }]) => ({
      ...{
        item: derivedItem(id),
        id,
        title: model.text(title ?? titleOfValue(`derived.${id}`, flow, model.around)) || id,
        note: typeTitle(model, type),
        group: t("group.derived"),
      },
      ...{ file: flowFile, base: ["derived", id], flow },
    }))
    return [...data, ...derived]
  },
  Form: DataForm,
  uses: (files, { file, id, item }) => usesOfOwned(files, file, isDerived(item) ? "derived" : "data", id),
  add: {
    example: "quote",
    pattern: camelCase,
    make(model, id, _, near) {
      const args = { file: model.flowFile, name: id }
      if (near !== null && isDerived(near.item))
        return {
          command: {
            name: "element.add",
            args: { ...args, kind: "derived", value: { type: "text", is: "''" } },
          },
          item: derivedItem(id),
        }
      const [first = ""] = Object.keys(model.around.operations)
      return { command: { name: "element.add", args: { ...args, kind: "data", value: first } }, item: id }
    },
  },
  rename: ({ file, id, item }, to) =>
    isDerived(item)
      ? { command: { name: "derived.rename", args: { file, name: id, to } }, item: derivedItem(to) }
      : { command: { name: "data.rename", args: { file, name: id, to } }, item: to },
  remove: ({ file, id, item }) => ({
    name: "element.remove",
    args: { file, kind: isDerived(item) ? "derived" : "data", name: id },
  }),
}

const isDerived = (item: string): boolean => item.startsWith("derived/")

function sourceTitle({ around, text }: Model, source: string): string {
  const { operations, flows, questionnaires, wordings } = around
  const found = operations[source] ?? flows[source] ?? questionnaires[source] ?? wordings[source]
  return text(found?.title) || source
}

function typeTitle({ inspector }: Pick<Model, "inspector">, type: string): string {
  return isBuiltInType(type) ? inspector(`slotType.${type}`) : type
}

function DataForm({ entry }: { readonly entry: Entry }) {
  return isDerived(entry.item) ? <DerivedFields /> : <SourceFields name={entry.id} />
}

function DerivedFields() {
  const { t } = useTranslation("catalogue")
  const { t: inspector } = useTranslation("inspector")
  const choices = derivedTypes.map((type) => ({
    value: type as string,
    label: inspector(`slotType.${type}`),
  }))
  return (
    <>
      <TextField label={t("title")} path={["title"]} isPlain />
      <SelectField label={t("data.type")} path={["type"]} choices={choices} />
      <ValueField label={t("data.is")} path={["is"]} hint={t("data.isHint")} />
      <LineField label={inspector("state.note")} path={["note"]} hint={inspector("state.noteHint")} />
    </>
  )
}

function SourceFields({ name }: { readonly name: string }) {
  const { t } = useTranslation("catalogue")
  const form = useForm()
  const { file, value, around } = form
  const declared = value[name]
  const isTitled = isMap(declared)
  const written = isTitled ? declared.from : declared
  const source = typeof written === "string" ? written : ""
  const own = { ...form, base: ["data"] }
  const grouped = (group: string, choices: ReturnType<typeof flowChoices>) =>
    choices.map((choice) => ({ ...choice, group }))
  return (
    <FormProvider value={own}>
      <Field label={t("data.source")} path={[name]} hint={t("data.sourceHint")}>
        {(id) => (
          <Select
            id={id}
            value={source}
            choices={[
              ...operationChoices(form),
              ...grouped(t("data.flows"), flowChoices(form)),
              ...grouped(t("data.events"), eventChoices(form)),
              ...grouped(t("data.questionnaires"), questionnaireChoices(form)),
              ...grouped(t("data.wordings"), wordingChoices(form)),
            ]}
            onChange={(next) =>
              run({
                name: "field.set",
                args: { file, path: ["data", name, ...(isTitled ? ["from"] : [])], value: next },
              })
            }
          />
        )}
      </Field>
      {isTitled ? (
        <TextField label={t("title")} path={[name, "title"]} isPlain hint={t("data.titleHint")} />
      ) : (
        <button
          type="button"
          className="quiet-button add-button"
          onClick={() =>
            run({
              name: "field.set",
              args: {
                ...{ file, path: ["data", name] },
                value: { from: source, title: titleByDefault(name, form) },
              },
            })
          }
        >
          <Plus size={14} aria-hidden />
          {t("data.addTitle")}
        </button>
      )}
      <Shape shape={source === "" ? null : dataShape(source, around)} name={name} />
    </FormProvider>
  )
}

/** What it is called as long as nobody gave it a title: in every language, to be written over. */
function titleByDefault(name: string, { flow, around }: Form): JsonMap {
  const title = titleOfValue(`data.${name}`, flow, around) ?? name
  return Object.fromEntries(
    around.settings.locales.map((locale) => [
      locale,
      textIn(title, locale, around.settings.locales[0] ?? "zh"),
    ]),
  )
}

/** What the source gives, field by field, as texts and conditions name it. */
function Shape({ shape, name }: { readonly shape: ValueShape | null; readonly name: string }) {
  const { t } = useTranslation("catalogue")
  const { words } = useForm()
  const { t: inspector } = useTranslation("inspector")
  const rows = shape === null ? [] : fieldsOf(shape, `data.${name}`)
  if (rows.length === 0) return <p className="form-hint">{t("data.noFields")}</p>
  return (
    <table className="field-table">
      <caption className="form-label">{t("data.fields")}</caption>
      <tbody>
        {rows.map(({ path, kind }) => (
          <tr key={path}>
            <th scope="row" title={path}>
              {nameOfPath(path.replaceAll("[]", ""), words)}
            </th>
            <td>{typeTitle({ inspector }, kind)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function fieldsOf(
  shape: ValueShape,
  path: string,
): readonly { readonly path: string; readonly kind: string }[] {
  if (shape.kind === "object")
    return Object.entries(shape.fields).flatMap(([name, field]) => fieldsOf(field, `${path}.${name}`))
  if (shape.kind === "list" && shape.of.kind === "object")
    return [{ path, kind: shape.kind }, ...fieldsOf(shape.of, `${path}[]`)]
  return [{ path, kind: shape.kind }]
}
