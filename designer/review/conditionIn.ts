import type { TFunction } from "i18next"
import type { DrawContext } from "../canvas/drawing/context.ts"
import { type Clause, parseCondition } from "../condition/condition.ts"
import { clauseInWords, nameOfValue } from "../condition/conditionInWords.ts"

/** Returns a condition for readers who know no code: of what has no words it says only that there is more. */
export function conditionIn(source: string, t: TFunction<"review">, context: DrawContext): string {
  const { join, clauses } = parseCondition(source)
  const parts = clauses.map((clause) =>
    hasWords(clause, context) ? clauseInWords(clause, context) : t("doc.otherCondition"),
  )
  return parts.filter((part, index) => parts.indexOf(part) === index).join(context.t(`condition.${join}`))
}

/** Whether all of a condition can be said in words. */
export function isInWords(source: string, context: DrawContext): boolean {
  return parseCondition(source).clauses.every((clause) => hasWords(clause, context))
}

function hasWords(clause: Clause, context: DrawContext): boolean {
  const isLabelled = (path: string, value: unknown) =>
    typeof value !== "string" || value === "" || nameOfValue(path, value, context) !== value
  switch (clause.is) {
    case "raw":
      return false
    case "compare":
      return typeof clause.value === "object" || isLabelled(clause.path, clause.value)
    case "one-of":
      return clause.values.every((value) => isLabelled(clause.path, value))
    default:
      return true
  }
}
