import type { Locale } from "../../types.ts"
import type { CustomerDocument } from "./customers-file.ts"

type Value = NonNullable<CustomerDocument["facts"]>[string]

/** Returns a customer as one of a language: of what he would say otherwise in each, `{ zh, en }`, only the one is left. */
export function inLanguage(document: CustomerDocument, locale: Locale): CustomerDocument {
  const locales = Object.keys(document.wants).sort().join()
  const pick = (value: Value): Value => {
    if (typeof value !== "object" || value === null) return value
    if (Array.isArray(value)) return value.map(pick)
    if (Object.keys(value).sort().join() === locales) return value[locale] ?? null
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, pick(inner)]))
  }
  const pickAll = (values: Record<string, Value>) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, pick(value)]))
  const { facts, slips, goal } = document
  const receives = Object.entries(goal.receives ?? {}).map(([operation, input]) => [
    operation,
    pickAll(input),
  ])
  return {
    ...document,
    ...(facts === undefined ? {} : { facts: pickAll(facts) }),
    ...(slips === undefined ? {} : { slips: pickAll(slips) }),
    goal: { ...goal, receives: Object.fromEntries(receives) },
  }
}
