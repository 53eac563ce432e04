import type { FlowDocument, TextDocument } from "../../engine/document/schema.ts"
import { isMap, type Json } from "../../engine/index.ts"
import type { Surroundings } from "./surroundings.ts"

/**
 * Returns what a value that a service, an event or a rule of the flow gives is called: the title in its schema, which
 * stands in the flow set's own language, and its name as words in the others.
 */
export function titleOfValue(
  path: string,
  { data, derived }: Pick<FlowDocument, "data" | "derived">,
  around: Surroundings,
): TextDocument | undefined {
  const [root, name = "", ...fields] = path.split(".")
  const source = data?.[name]
  // What is handed to a flow has a type alone; the flow's own value of that name says what it is.
  if (root === "derived" || (root === "data" && source === undefined && fields.length === 0)) {
    return derived?.[name]?.title ?? bothWays(titlesOf(around).get(name), name, around)
  }
  if (root !== "data" || source === undefined) return undefined
  const operation = around.operations[source]
  if (fields.length === 0 && operation !== undefined) return operation.title
  if (around.flows[source] !== undefined && fields.length === 0) return around.flows[source]?.title
  const schema = operation?.output ?? around.settings.events?.[source]
  return bothWays(titleAt(schema, fields), fields.at(-1) ?? name, around)
}

function titleAt(schema: Json | undefined, fields: readonly string[]): string | undefined {
  let at: Json | undefined = schema
  for (const field of fields) {
    const inner: Json | undefined = isMap(at) && isMap(at.items) ? at.items : at
    at = isMap(inner) && isMap(inner.properties) ? inner.properties[field] : undefined
  }
  return isMap(at) && typeof at.title === "string" ? at.title : undefined
}

const known = new WeakMap<object, ReadonlyMap<string, string>>()

/** By the name of a value what any service calls it. */
function titlesOf({ operations }: Surroundings): ReadonlyMap<string, string> {
  const before = known.get(operations)
  if (before !== undefined) return before
  const titles = new Map<string, string>()
  const collect = (schema: Json | undefined): void => {
    if (!isMap(schema)) return
    collect(schema.items)
    for (const [name, field] of Object.entries(isMap(schema.properties) ? schema.properties : {})) {
      if (isMap(field) && typeof field.title === "string" && !titles.has(name)) titles.set(name, field.title)
      collect(field)
    }
  }
  for (const { output } of Object.values(operations)) collect(output)
  known.set(operations, titles)
  return titles
}

function bothWays(
  title: string | undefined,
  name: string,
  { settings }: Surroundings,
): TextDocument | undefined {
  if (title === undefined) return undefined
  const [main = "zh", ...others] = settings.locales
  return Object.fromEntries([[main, title], ...others.map((locale) => [locale, asWords(name)] as const)])
}

/** `premiumsPaid` as people write it; the language in which a value comes is no part of its name. */
function asWords(name: string): string {
  return name
    .replace(/(Zh|En)$/, "")
    .replaceAll(/([a-z])([A-Z0-9])/g, "$1 $2")
    .toLowerCase()
}
