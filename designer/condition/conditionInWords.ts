import type { DrawContext } from "../canvas/drawing/context.ts"
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
  const options = optionsOf(path, words)
  const option = options[value]
  return option === undefined ? (value === "" ? words.t("condition.blank") : value) : words.text(option)
}

/** Returns the labels of the fixed options of the choice at a path, by key. */
export function optionsOf(path: string, words: Words) {
  const [root, name = "", ...more] = path.split(".")
  if (root !== "slots" || more.length > 0) return {}
  const slot = words.slot(name)
  const declared = words.around.settings.types?.[slot?.type ?? ""]?.values
  const options = slot?.options ?? declared ?? {}
  const fixed = "from" in options && typeof options.from === "string" ? (options.also ?? {}) : options
  return Object.fromEntries(
    Object.entries(fixed).flatMap(([key, option]) =>
      typeof option === "object" && "label" in option && option.label !== undefined
        ? [[key, option.label]]
        : [],
    ),
  )
}
