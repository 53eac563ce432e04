import { useTranslation } from "react-i18next"
import { isMap, type Json, type JsonMap, type Path, valueAt } from "../../../engine/index.ts"
import { run, useForm } from "../../inspector/FormContext.ts"
import { FieldGroup } from "../../inspector/fields/Field.tsx"
import { ItemTools } from "../../inspector/fields/ItemTools.tsx"
import { LineField, NameInput, NamesField, Select } from "../../inspector/fields/inputs.tsx"

/** What a value of the schema is, in one word, and how it is written. */
const kinds = {
  text: { type: "string" },
  integer: { type: "integer" },
  number: { type: "number" },
  money: { type: "number", format: "money" },
  percent: { type: "number", format: "percent" },
  boolean: { type: "boolean" },
  date: { type: "string", format: "date" },
  datetime: { type: "string", format: "date-time" },
  object: { type: "object" },
  list: { type: "array" },
} as const satisfies Readonly<Record<string, { readonly type: string; readonly format?: string }>>
type Kind = keyof typeof kinds

/** The fields of a JSON Schema of an object: what each is called, of which kind, and what it means. */
export function SchemaFields({ label, path }: { readonly label: string; readonly path: Path }) {
  return (
    <FieldGroup label={label} path={path}>
      <Properties path={path} />
    </FieldGroup>
  )
}

function Properties({ path }: { readonly path: Path }) {
  const { t } = useTranslation("catalogue")
  const { file, base, value } = useForm()
  const schema = valueAt(value, path)
  const properties = isMap(schema) && isMap(schema.properties) ? Object.entries(schema.properties) : []
  const required = isMap(schema) && Array.isArray(schema.required) ? schema.required.map(String) : []
  const whole = [...base, ...path]
  const require = (names: readonly string[]) =>
    run({
      name: "field.set",
      args: { file, path: [...whole, "required"], ...(names.length === 0 ? {} : { value: [...names] }) },
    })
  return (
    <div className="schema">
      {properties.map(([name, property]) => (
        <Property
          key={name}
          name={name}
          path={[...path, "properties", name]}
          schema={isMap(property) ? property : {}}
          isRequired={required.includes(name)}
          onRequire={(isRequired) =>
            require(isRequired ? [...required, name] : required.filter((each) => each !== name))
          }
          onRemove={() =>
            run([
              ...(required.includes(name)
                ? [
                    {
                      name: "field.set" as const,
                      args: {
                        ...{ file, path: [...whole, "required"] },
                        ...(required.length === 1 ? {} : { value: required.filter((each) => each !== name) }),
                      },
                    },
                  ]
                : []),
              { name: "field.set", args: { file, path: [...whole, "properties", name] } },
            ])
          }
        />
      ))}
      <NameInput
        label={t("schema.add")}
        placeholder={t("schema.add")}
        value=""
        onCommit={(name) =>
          run({
            name: "field.set",
            args: { file, path: [...whole, "properties", name], value: { type: "string" } },
          })
        }
      />
    </div>
  )
}

function Property(props: {
  readonly name: string
  readonly path: Path
  readonly schema: JsonMap
  readonly isRequired: boolean
  readonly onRequire: (isRequired: boolean) => void
  readonly onRemove: () => void
}) {
  const { t } = useTranslation("catalogue")
  const { file, base } = useForm()
  const { name, path, schema } = props
  const kind = kindOf(schema)
  const items = isMap(schema.items) ? schema.items : null
  const choose = (next: Kind) => {
    const { type: _, format: __, ...rest } = schema
    run({ name: "field.set", args: { file, path: [...base, ...path], value: { ...kinds[next], ...rest } } })
  }
  return (
    <div className="item schema-property">
      <ItemTools onRemove={props.onRemove}>
        <strong>{schema.title === undefined ? name : String(schema.title)}</strong>
        {schema.title !== undefined && <small>{name}</small>}
      </ItemTools>
      <span className="field-row">
        <Select
          label={t("schema.kind", { name })}
          value={kind}
          choices={Object.keys(kinds).map((each) => ({
            value: each,
            label: t(`schemaKind.${each as Kind}`),
          }))}
          onChange={(next) => choose(next as Kind)}
        />
        <label className="toggle">
          <input
            type="checkbox"
            checked={props.isRequired}
            onChange={(event) => props.onRequire(event.target.checked)}
          />
          {t("schema.required")}
        </label>
      </span>
      <LineField label={t("schema.title")} path={[...path, "title"]} />
      <LineField label={t("schema.description")} path={[...path, "description"]} />
      {kind === "text" && (
        <details className="form-more" open={Array.isArray(schema.enum)}>
          <summary>{t("schema.enum")}</summary>
          <NamesField label={t("schema.enumValues")} path={[...path, "enum"]} add={t("schema.addValue")} />
        </details>
      )}
      {kind === "object" && <Properties path={path} />}
      {kind === "list" && items?.type === "object" && <Properties path={[...path, "items"]} />}
    </div>
  )
}

function kindOf(schema: JsonMap): Kind {
  const { type, format } = schema
  const fits = (kind: { readonly type: string; readonly format?: string }): boolean =>
    kind.type === type && (kind.format ?? "") === (isKnownFormat(format) ? format : "")
  const found = Object.entries(kinds).find(([, kind]) => fits(kind))?.[0]
  return (found ?? "text") as Kind
}

function isKnownFormat(format: Json | undefined): format is string {
  return typeof format === "string" && ["money", "percent", "date", "date-time"].includes(format)
}
