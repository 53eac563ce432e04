import { useTranslation } from "react-i18next"
import { sourceOfDeclared } from "../../../engine/document/declared.ts"
import { titleOfValue } from "../../model/titleOfValue.ts"
import { run, useField, useForm } from "../FormContext.ts"
import { Field } from "../fields/Field.tsx"
import { Select } from "../fields/inputs.tsx"

const asNew = "new"

/** Whether what a state is given is kept, and as which of the flow's data that come from there. */
export function SaveField({ from }: { readonly from: string | undefined }) {
  const { t } = useTranslation("inspector")
  const { file, base, flow, around, words } = useForm()
  const { value } = useField(["save"])
  const current = typeof value === "string" ? value : ""
  const data = Object.entries(flow.data ?? {})
  const fitting = data.filter(([name, declared]) => sourceOfDeclared(declared) === from || name === current)
  const titles = fitting.map(([name]) => words.text(titleOfValue(`data.${name}`, flow, around)) || name)
  const path = [...base, "save"]
  const change = (name: string) => {
    if (name === "") run({ name: "field.set", args: { file, path } })
    else if (name !== asNew) run({ name: "field.set", args: { file, path, value: name } })
    else if (from !== undefined) {
      const fresh = freshName(from, new Set(data.map(([known]) => known)))
      run([
        { name: "element.add", args: { file, kind: "data", name: fresh, value: from } },
        { name: "field.set", args: { file, path, value: fresh } },
      ])
    }
  }
  return (
    <Field label={t("save.label")} path={["save"]} hint={t("save.hint")}>
      {(id) => (
        <Select
          id={id}
          value={current}
          none={t("save.none")}
          choices={[
            ...fitting.map(([name], index) => ({
              value: name,
              // Two of one source are told apart by their ids, until they have titles of their own.
              label: t("save.as", {
                title:
                  titles.filter((title) => title === titles[index]).length > 1
                    ? `${titles[index]} (${name})`
                    : titles[index],
              }),
            })),
            ...(from === undefined || from === "" ? [] : [{ value: asNew, label: t("save.new") }]),
          ]}
          onChange={change}
        />
      )}
    </Field>
  )
}

/** `policy.surrenderQuote` is kept as `surrenderQuote`, or with a number when that is taken. */
function freshName(from: string, taken: ReadonlySet<string>): string {
  const [last = "result"] = from.split(".").slice(-1)
  const name = last.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  let found = name
  for (let count = 2; taken.has(found); count += 1) found = `${name}${count}`
  return found
}
