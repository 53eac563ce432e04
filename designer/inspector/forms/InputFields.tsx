import { useTranslation } from "react-i18next"
import { isMap, type Json, type Path } from "../../../engine/index.ts"
import { asWords, titleOfField } from "../../model/titleOfValue.ts"
import { type Form, useField } from "../FormContext.ts"
import { FieldGroup } from "../fields/Field.tsx"
import { ValueField } from "../fields/ValueField.tsx"

export type Input = {
  readonly name: string
  readonly label: string
  readonly hint: string
  readonly isRequired: boolean
}

/** What is given to an operation or a sub-flow, by the names that it knows; others that stand there are kept. */
export function InputFields({
  inputs,
  path = ["input"],
}: {
  readonly inputs: readonly Input[]
  readonly path?: Path
}) {
  const { t } = useTranslation("inspector")
  const { value: all } = useField(path)
  const given = isMap(all) ? Object.keys(all) : []
  const others = given.filter((name) => inputs.every((input) => input.name !== name))
  if (inputs.length === 0 && others.length === 0) return null
  return (
    <FieldGroup label={t("service.input")} path={[]}>
      {inputs.map(({ name, label, hint, isRequired }) => (
        <ValueField key={name} label={label} path={[...path, name]} hint={hint} isRequired={isRequired} />
      ))}
      {others.map((name) => (
        <ValueField key={name} label={asWords(name)} path={[...path, name]} />
      ))}
    </FieldGroup>
  )
}

/** Returns the inputs of a JSON Schema of an object. */
export function inputsOfSchema(schema: Json | undefined, { around, words }: Form): readonly Input[] {
  if (!isMap(schema) || !isMap(schema.properties)) return []
  const required: readonly Json[] = Array.isArray(schema.required) ? schema.required : []
  return Object.entries(schema.properties).map(([name, property]) => ({
    name,
    label: words.text(titleOfField(property, name, around)),
    // What is written for those who build the service is in their language.
    hint:
      words.locale !== around.settings.locales[0] &&
      isMap(property) &&
      typeof property.description === "string"
        ? property.description
        : "",
    isRequired: required.includes(name),
  }))
}
