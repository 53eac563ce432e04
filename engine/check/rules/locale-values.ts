import { textArguments } from "../../format/index.ts"
import { sentence, type Text } from "../../types.ts"
import { type Rule, yaml } from "../rule.ts"

export const localeValues: Rule = {
  id: "locale-values",
  doc: "A text names the same values in every locale, so that customers are told the same whatever they speak.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        start: tell
        states:
          tell:
            type: message
            say: # here
              zh: 犹豫期有{parameters.coolingOffDays}天。
              en: There is a cooling-off period.
            to: done
          done:
            type: final
            outcome: done
      `,
    },
    right: {
      "sample/flow.yaml": yaml`
        start: tell
        states:
          tell:
            type: message
            say:
              zh: 犹豫期有{parameters.coolingOffDays}天。
              en: The cooling-off period has {parameters.coolingOffDays} days.
            to: done
          done:
            type: final
            outcome: done
      `,
    },
  },
  run({ texts }, report) {
    for (const { text, source, path, at } of texts) {
      if (typeof text === "string") continue
      const [first, ...others] = Object.entries(text)
      if (first === undefined) continue
      const [locale, written] = first
      const values = valuesOf(written)
      for (const [other, translated] of others) {
        const named = valuesOf(translated)
        const missing = [...values].filter((value) => !named.has(value))
        const added = [...named].filter((value) => !values.has(value))
        if (missing.length === 0 && added.length === 0) continue
        report({
          source,
          path,
          at,
          message: sentence`The text does not say the same in "${locale}" and "${other}": ${[
            ...missing,
            ...added,
          ]
            .map((value) => `{${value}}`)
            .join(", ")} stands in one of them only.`,
          help: sentence`Name the value in both, or in neither.`,
          severity: "warning",
        })
      }
    }
  },
}

/** The values that a text names; `nameZh` and `nameEn` are one value in two languages. */
function valuesOf(text: Text | string): ReadonlySet<string> {
  return new Set(textArguments(text).map((path) => path.replace(/(?:Zh|En)$/, "")))
}
