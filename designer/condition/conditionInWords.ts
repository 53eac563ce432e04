import { hasFixedOptions } from "../../engine/compile/shapes.ts"
import type { OptionDocument, TextDocument } from "../../engine/document/schema.ts"
import type { DrawContext } from "../canvas/drawing/context.ts"
import { asWords, typeOfValue } from "../model/titleOfValue.ts"
import { type Clause, parseCondition, type Scalar } from "./condition.ts"
import { nameOfPath } from "./nameOfPath.ts"

type Words = Pick<DrawContext, "flow" | "around" | "text" | "t" | "slot">

/** Returns a CEL condition as a sentence in the reader's language; what is not simple stays as it is written. */
export function conditionInWords(source: string, words: Words): string {
  const { join, clauses } = parseCondition(source)
  return clauses.map((clause) => clauseInWords(clause, words)).join(words.t(`condition.${join}`))
}

export function clauseInWords(clause: Clause, words: Words): string {
  const { t } = words
  switch (clause.is) {
    case "compare": {
      const value =
        typeof clause.value === "object" && clause.value !== null
          ? nameOfPath(clause.value.path, words)
          : nameOfValue(clause.path, clause.value, words)
      return t(`condition.compare.${clause.operator}`, { path: nameOfPath(clause.path, words), value })
    }
    case "one-of":
      return t("condition.oneOf", {
        path: nameOfPath(clause.path, words),
        values: clause.values.map((value) => nameOfValue(clause.path, value, words)).join(t("condition.or")),
      })
    case "filled":
      return t(clause.negated ? "condition.missing" : "condition.filled", {
        path: nameOfPath(clause.path, words),
      })
    case "holds":
      return t(clause.negated ? "condition.holdsNot" : "condition.holds", {
        path: nameOfPath(clause.path, words),
      })
    case "not-empty":
      return t(clause.negated ? "condition.empty" : "condition.notEmpty", {
        path: nameOfPath(clause.path, words),
      })
    case "raw":
      return clause.source === "true" ? t("condition.always") : clause.source
  }
}

/** Returns a literal as the reader knows it: of a choice the label of the option. */
export function nameOfValue(path: string, value: Scalar, words: Words): string {
  if (value === true) return words.t("condition.true")
  if (value === false) return words.t("condition.false")
  if (value === null) return words.t("condition.nothing")
  if (typeof value === "number") return String(value)
  if (value === "") return words.t("condition.blank")
  const label = optionsOf(path, words)[value] ?? commonLabel(value, words)
  return label === undefined ? asWords(value) : words.text(label)
}

/** Returns the labels of the fixed options of the choice at a path, by key. */
function optionsOf(path: string, words: Words): Readonly<Record<string, TextDocument>> {
  const [root, name = "", ...more] = path.split(".")
  const slot = root === "slots" && more.length === 0 ? words.slot(name) : undefined
  const { types } = words.around.settings
  const declared = types?.[slot?.type ?? typeOfValue(path, words.flow, words.around) ?? ""]?.values
  const options = slot?.options ?? declared
  if (options === undefined) return {}
  return labelsIn(hasFixedOptions(options) ? options : (options.also ?? {}))
}

/** The label of a value whose place says nothing of it, when all types that know the value call it the same. */
function commonLabel(value: string, { around, text }: Words): TextDocument | undefined {
  const labels = Object.values(around.settings.types ?? {})
    .map(({ values }) => labelsIn(values ?? {})[value])
    .filter((label) => label !== undefined)
  const [first] = labels
  return labels.every((label) => text(label) === text(first)) ? first : undefined
}

/** An option that is only half written has no label yet. */
function labelsIn(
  options: Readonly<Record<string, Partial<OptionDocument>>>,
): Readonly<Record<string, TextDocument>> {
  const labels: Record<string, TextDocument> = {}
  for (const [key, option] of Object.entries(options))
    if (option?.label !== undefined) labels[key] = option.label
  return labels
}
