import { sourceOfDeclared, typeOfDeclared } from "../../engine/document/declared.ts"
import type { DataDocument, FlowDocument, TextDocument, ValueDocument } from "../../engine/document/schema.ts"
import { isMap, type Json, type JsonMap } from "../../engine/index.ts"
import type { Surroundings } from "./surroundings.ts"

/**
 * Returns what a value of a flow is called: the title that the flow gives it, else that of what it comes from. Titles in
 * a schema stand in the flow set's own language; in the others the name as words stands for them.
 */
export function titleOfValue(
  path: string,
  flow: Pick<FlowDocument, "data" | "derived" | "takes" | "slots" | "gives">,
  around: Surroundings,
): TextDocument | undefined {
  const [root, name = "", ...fields] = path.split(".")
  if (root === "event" || root === "item") return commonTitle(fields.at(-1) ?? name, around)
  // What a service gives under the name of a derived value says what that is.
  if (root === "derived") return flow.derived?.[name]?.title ?? commonTitle(name, around)
  if (root !== "data") return undefined
  const declared = flow.data?.[name]
  const taken = flow.takes?.[name]
  if (fields.length === 0) {
    const own = titleIn(declared) ?? titleIn(taken)
    if (own !== undefined) return own
  }
  if (declared === undefined) {
    return fields.length === 0 ? (flow.derived?.[name]?.title ?? commonTitle(name, around)) : undefined
  }
  const source = sourceOfDeclared(declared)
  const { operations, flows, questionnaires, wordings, settings } = around
  if (fields.length === 0) {
    const found = operations[source] ?? flows[source] ?? questionnaires[source] ?? wordings[source]
    if (found !== undefined) return found.title
    return settings.events?.[source] === undefined ? undefined : titleOfEvent(source, around)
  }
  const given = flows[source]
  const [field = ""] = fields
  if (given !== undefined && fields.length === 1) return titleOfGiven(field, given, around)
  const schema = operations[source]?.output ?? settings.events?.[source]
  return bothWays(titleAt(schema, fields), fields.at(-1) ?? name, around)
}

/** Returns what something that a flow gives is called: as the flow says, else as what it has of that name. */
export function titleOfGiven(
  name: string,
  flow: FlowDocument,
  around: Surroundings,
): TextDocument | undefined {
  return (
    titleIn(flow.gives?.[name]) ??
    flow.slots?.[name]?.title ??
    around.settings.slots?.[name]?.title ??
    titleOfValue(`data.${name}`, flow, around)
  )
}

function titleIn(declared: DataDocument | ValueDocument | undefined): TextDocument | undefined {
  return typeof declared === "object" ? declared.title : undefined
}

function commonTitle(name: string, around: Surroundings): TextDocument | undefined {
  return bothWays(titlesOf(around).get(name), name, around)
}

/** Returns the declared type of a value, whose options say how its values are called: `format` names it in a schema. */
export function typeOfValue(path: string, flow: FlowDocument, around: Surroundings): string | undefined {
  const [root, name = "", ...fields] = path.split(".")
  if (root === "derived") return flow.derived?.[name]?.type
  if (root !== "data") return undefined
  const declared = flow.data?.[name]
  const taken = flow.takes?.[name]
  if (declared === undefined) return taken === undefined ? undefined : typeOfDeclared(taken)
  const source = sourceOfDeclared(declared)
  const given = around.flows[source]
  const [field = "", ...deeper] = fields
  if (given !== undefined) {
    const type = given.gives?.[field]
    return type === undefined || deeper.length > 0 ? undefined : typeOfDeclared(type)
  }
  const property = propertyAt(around.operations[source]?.output ?? around.settings.events?.[source], fields)
  return typeof property?.format === "string" ? property.format : undefined
}

/** Returns what an outside event is called. */
export function titleOfEvent(event: string, around: Surroundings): TextDocument {
  return titleOfField(around.settings.events?.[event], event, around)
}

/** Returns what a field of a JSON Schema is called. */
export function titleOfField(property: Json | undefined, name: string, around: Surroundings): TextDocument {
  const title = isMap(property) && typeof property.title === "string" ? property.title : undefined
  return bothWays(title, name, around) ?? commonTitle(name, around) ?? asWords(name)
}

function titleAt(schema: Json | undefined, fields: readonly string[]): string | undefined {
  const title = propertyAt(schema, fields)?.title
  return typeof title === "string" ? title : undefined
}

function propertyAt(schema: Json | undefined, fields: readonly string[]): JsonMap | undefined {
  let at: Json | undefined = schema
  for (const field of fields) {
    const inner: Json | undefined = isMap(at) && isMap(at.items) ? at.items : at
    at = isMap(inner) && isMap(inner.properties) ? inner.properties[field] : undefined
  }
  return isMap(at) ? at : undefined
}

const known = new WeakMap<object, ReadonlyMap<string, string>>()

/** By the name of a value what any service or event calls it. */
function titlesOf({ operations, settings }: Surroundings): ReadonlyMap<string, string> {
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
  for (const { input, output } of Object.values(operations)) {
    collect(output)
    collect(input)
  }
  for (const payload of Object.values(settings.events ?? {})) collect(payload)
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

/** `premiumsPaid` and `claim.paid` as people write them; the language in which a value comes is no part of its name. */
export function asWords(name: string): string {
  return name
    .replace(/(Zh|En)$/, "")
    .replaceAll(/[._-]/g, " ")
    .replaceAll(/([a-z])([A-Z0-9])/g, "$1 $2")
    .toLowerCase()
}
