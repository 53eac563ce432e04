import { Plus } from "lucide-react"
import { useTranslation } from "react-i18next"
import { isMap, type Json, type Path } from "../../../engine/index.ts"
import { run, useField, useForm } from "../FormContext.ts"
import { ConditionField } from "../fields/ConditionField.tsx"
import { FieldGroup } from "../fields/Field.tsx"
import { ItemList } from "../fields/ItemList.tsx"
import { TextField } from "../fields/TextField.tsx"
import { ValueField } from "../fields/ValueField.tsx"

/** What is said: one text, or a list of texts, cards, links, files and texts under a condition. */
export function SayField({ label, path }: { readonly label: string; readonly path: Path }) {
  const { t } = useTranslation("inspector")
  const { file, base } = useForm()
  const { value } = useField(path)
  if (value === undefined)
    return (
      <button
        type="button"
        className="quiet-button add-button"
        onClick={() =>
          run({ name: "text.set", args: { file, path: [...base, ...path], locale: "zh", text: "…" } })
        }
      >
        <Plus size={14} aria-hidden />
        {t("say.addFirst", { label })}
      </button>
    )
  if (!Array.isArray(value)) return <Part label={label} path={path} item={value} />
  const items: readonly Json[] = value
  return (
    <FieldGroup label={label} path={[]}>
      <ItemList
        path={path}
        items={items}
        render={(item, index) => (
          <Part label={t("say.part", { number: index + 1 })} path={[...path, index]} item={item} />
        )}
        add={[
          { label: t("say.text"), value: { zh: "…" } },
          { label: t("say.card"), value: { card: { title: { zh: "…" }, rows: [] } } },
          { label: t("say.link"), value: { link: { label: { zh: "…" }, url: "" } } },
          { label: t("say.conditional"), value: { when: "true", say: { zh: "…" } } },
        ]}
      />
    </FieldGroup>
  )
}

function Part({ label, path, item }: { readonly label: string; readonly path: Path; readonly item: Json }) {
  const { t } = useTranslation("inspector")
  if (isMap(item) && isMap(item.card)) return <Card path={[...path, "card"]} rows={item.card.rows} />
  if (isMap(item) && isMap(item.link))
    return (
      <>
        <TextField label={t("say.linkLabel")} path={[...path, "link", "label"]} />
        <TextField label={t("say.url")} path={[...path, "link", "url"]} />
      </>
    )
  if (isMap(item) && isMap(item.file))
    return (
      <>
        <TextField label={t("say.fileLabel")} path={[...path, "file", "label"]} />
        <TextField label={t("say.fileName")} path={[...path, "file", "name"]} />
      </>
    )
  if (isMap(item) && item.when !== undefined)
    return (
      <>
        <ConditionField label={t("say.when")} path={[...path, "when"]} />
        <TextField label={label} path={[...path, "say"]} isLong />
      </>
    )
  return <TextField label={label} path={path} isLong />
}

function Card({ path, rows }: { readonly path: Path; readonly rows: Json | undefined }) {
  const { t } = useTranslation("inspector")
  const { file, base } = useForm()
  const list: readonly Json[] = Array.isArray(rows) ? rows : []
  const { value: figure } = useField([...path, "figure"])
  const { value: note } = useField([...path, "note"])
  const add = (field: string, value: Json) =>
    run({ name: "field.set", args: { file, path: [...base, ...path, field], value } })
  return (
    <div className="card-form">
      <TextField label={t("card.title")} path={[...path, "title"]} />
      {figure === undefined ? (
        <AddPart
          label={t("card.addFigure")}
          onClick={() => add("figure", { label: { zh: "…" }, value: "…" })}
        />
      ) : (
        <>
          <TextField label={t("card.figureLabel")} path={[...path, "figure", "label"]} />
          <TextField label={t("card.figureValue")} path={[...path, "figure", "value"]} />
        </>
      )}
      <FieldGroup label={t("card.rows")} path={[]}>
        <ItemList
          path={[...path, "rows"]}
          items={list}
          render={(row, index) => <Row path={[...path, "rows", index]} row={row} />}
          add={[
            { label: t("card.addRow"), value: { label: { zh: "…" }, value: "…" } },
            { label: t("card.addRows"), value: { from: "[]", label: { zh: "…" }, value: "…" } },
          ]}
        />
      </FieldGroup>
      {note === undefined ? (
        <AddPart label={t("card.addNote")} onClick={() => add("note", { zh: "…" })} />
      ) : (
        <TextField label={t("card.note")} path={[...path, "note"]} isLong />
      )}
    </div>
  )
}

function Row({ path, row }: { readonly path: Path; readonly row: Json }) {
  const { t } = useTranslation("inspector")
  const hasWhen = isMap(row) && row.when !== undefined
  return (
    <>
      {isMap(row) && row.from !== undefined && <ValueField label={t("card.from")} path={[...path, "from"]} />}
      <TextField label={t("card.rowLabel")} path={[...path, "label"]} />
      <TextField label={t("card.rowValue")} path={[...path, "value"]} />
      {hasWhen && <ConditionField label={t("card.when")} path={[...path, "when"]} />}
    </>
  )
}

function AddPart({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <button type="button" className="quiet-button add-button" onClick={onClick}>
      <Plus size={14} aria-hidden />
      {label}
    </button>
  )
}
