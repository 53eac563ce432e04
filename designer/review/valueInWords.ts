import type { TFunction } from "i18next"
import type { FieldChange, Json } from "../../engine/index.ts"
import { readable } from "../canvas/drawing/bodies.ts"
import { conditionInWords } from "../condition/conditionInWords.ts"
import type { Names } from "../model/names.ts"
import { periodInWords } from "../model/periodInWords.ts"

export type ReviewWords = {
  readonly t: TFunction<"review">
  readonly canvas: TFunction<"canvas">
  readonly names: Names
}

const conditions: readonly string[] = ["when", "is", "until", "prior", "where"]
const periods: readonly string[] = [
  "sla",
  "after",
  "silence",
  "validFor",
  "timeout",
  "period",
  "for",
  "backoff",
]

/** Returns a value of a document as a reader of the flow has it: conditions, periods and names in words. */
export function valueInWords(
  path: FieldChange["path"],
  value: Json | undefined,
  flow: string,
  { t, canvas, names }: ReviewWords,
): string {
  const field = path.findLast((part) => typeof part === "string") ?? ""
  const context = names.context(flow)
  if (value === undefined) return ""
  if (typeof value === "boolean") return t(value ? "yes" : "no")
  if (Array.isArray(value)) {
    return value
      .map((item: Json) => valueInWords(path, item, flow, { t, canvas, names }))
      .join(value.some((item) => String(item).length > 24) ? "\n" : t("and"))
  }
  if (typeof value === "object" && value !== null) return JSON.stringify(value)
  const text = String(value)
  if (periods.includes(field) && text.startsWith("P")) return periodInWords(text, canvas)
  if (conditions.includes(field) && context !== null) return conditionInWords(text, context)
  switch (field) {
    case "slots":
    case "fills":
    case "clear":
    case "readBack":
    case "clearedBy":
      return names.slot(text, flow)
    case "wording":
    case "questionnaire":
    case "needs":
      return names.wording(text)
    case "service":
      return names.operation(text)
    case "queue":
    case "overflow":
      return names.queue(text)
    case "flow":
      return names.flow(text)
    case "start":
    case "to":
      return names.state(text, flow)
    case "outcome":
    case "outcomes":
    case "returns":
      return names.outcome(text, flow)
  }
  return context === null ? text : readable(text, context)
}
