import { builtInTypes, dataShape } from "../../compile/shapes.ts"
import { typeOfDeclared } from "../../document/declared.ts"
import { sentence } from "../../types.ts"
import { nameHelp } from "../name-problem.ts"
import { type Rule, yaml } from "../rule.ts"

/** Types of values that are not asked for, besides those of slots. */
const plainTypes = ["object"]

export const typeName: Rule = {
  id: "type-name",
  doc: "The types in `takes`, `gives`, `derived` and of parameters exist.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        derived:
          fee:
            type: monye # here
            is: "10"
      `,
    },
    right: {
      "sample/flow.yaml": yaml`
        derived:
          fee:
            type: money
            is: "10"
      `,
    },
  },
  run({ settings, documents, shapes, unread, isUnread }, report) {
    const types = [...builtInTypes, ...plainTypes, ...Object.keys(settings.value.types ?? {})]
    const exists = (type: string) => types.includes(type)
    for (const [name, { type }] of Object.entries(settings.value.parameters)) {
      if (type === undefined || exists(type)) continue
      report({
        source: settings.source,
        path: ["parameters", name, "type"],
        message: sentence`"${type}" of the parameter "${name}" is no type.`,
        help: nameHelp(type, types),
      })
    }
    for (const { value, source } of documents.flows) {
      for (const field of ["takes", "gives"] as const) {
        for (const [name, declared] of Object.entries(value[field] ?? {})) {
          const type = typeOfDeclared(declared)
          if (exists(type) || dataShape(type, shapes) !== null) continue
          if (unread.has("services.yaml") || isUnread(type)) continue
          report({
            source,
            path: [field, name],
            at: value.id,
            message: sentence`"${type}" of "${name}" in \`${field}\` is no type.`,
            help: nameHelp(type, types),
          })
        }
      }
      for (const [name, { type }] of Object.entries(value.derived ?? {})) {
        if (exists(type)) continue
        report({
          source,
          path: ["derived", name, "type"],
          at: value.id,
          message: sentence`"${type}" of the derived value "${name}" is no type.`,
          help: nameHelp(type, types),
        })
      }
    }
  },
}
