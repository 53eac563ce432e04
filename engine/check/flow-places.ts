import type { CompiledFlow, CompiledState } from "../compile/model.ts"
import { dataShape, type ShapeSource, typeShape } from "../compile/shapes.ts"
import { typeOfDeclared } from "../document/declared.ts"
import type { OnEntryDocument, ValueDocument } from "../document/schema.ts"
import type { Path, Source } from "../document/source.ts"
import { anyShape, type ResultKind, type Scope, shapeOfSchema } from "../expression/index.ts"
import { partsOfSay } from "../states/kind.ts"
import { kindOf } from "../states/registry.ts"
import { below, type Places, type Spot } from "./places.ts"
import { inputKind, resultKind } from "./result-kind.ts"
import type { Scopes } from "./scopes.ts"
import { collectSlot } from "./slot-places.ts"

/** A flow that could be compiled, with the scopes of its places. */
export type FlowInFile = {
  readonly flow: CompiledFlow
  readonly source: Source
  readonly settingsSource: Source
  readonly scopes: Scopes
}

/** Collects every expression, text and list of phrases of a flow. */
export function collectFlow(
  { flow, source, settingsSource, scopes }: FlowInFile,
  shapes: ShapeSource,
  into: Places,
) {
  const { document } = flow
  const { base } = scopes
  const spot = (path: Path, at = flow.id): Spot => ({ source, path, at })
  const ofFlow = { flow: flow.id }
  into.texts.push({ ...spot(["title"]), text: document.title, scope: base, ...ofFlow })
  if (document.triggers?.examples !== undefined)
    into.phrases.push({ ...spot(["triggers", "examples"]), phrases: document.triggers.examples })
  for (const [name, slot] of Object.entries(document.slots ?? {}))
    collectSlot(slot, spot(["slots", name]), { into, scopes, shapes, flow: flow.id })
  for (const section of ["takes", "gives", "data"] as const) {
    for (const [name, declared] of Object.entries(document[section] ?? {})) {
      if (typeof declared === "string" || declared.title === undefined) continue
      into.texts.push({ ...spot([section, name, "title"]), text: declared.title, scope: null, ...ofFlow })
    }
  }
  for (const [name, { type, is }] of Object.entries(document.derived ?? {})) {
    const expects = resultKind(typeShape(type, shapes))
    into.expressions.push({ ...spot(["derived", name, "is"]), cel: is, scope: base, expects, ...ofFlow })
  }
  for (const [name, cel] of Object.entries(document.correlate ?? {}))
    into.expressions.push({ ...spot(["correlate", name]), cel, scope: base, ...ofFlow })
  for (const [name, entry] of Object.entries(document.on ?? {}))
    collectOn(entry, spot(["on", name], `${flow.id}#${name}`), { scopes, shapes, into, flow })
  for (const state of Object.values(flow.states)) {
    const own = state.file === source.file ? source : settingsSource
    collectState(state, own, { scopes, shapes, into, flow })
  }
}

type Within = {
  readonly scopes: Scopes
  readonly shapes: ShapeSource
  readonly into: Places
  readonly flow: CompiledFlow
}

function collectState(state: CompiledState, source: Source, within: Within): void {
  const { scopes, into, flow } = within
  const { document } = state
  const kind = kindOf(document)
  const name = `${flow.id}/${state.id}`
  const spot: Spot = { source, path: state.at, at: name }
  const scopeAt = (itemsOf: string | undefined): Scope =>
    itemsOf === undefined ? scopes.base : scopes.withItemsOf(itemsOf)
  if (document.title !== undefined)
    into.texts.push({ ...below(spot, "title"), text: document.title, scope: scopes.base, flow: flow.id })
  for (const { path, text, itemsOf } of kind.texts(document))
    into.texts.push({ ...below(spot, ...inFile(path)), text, scope: scopeAt(itemsOf), flow: flow.id })
  for (const { path, source: cel, expects, itemsOf } of kind.expressions(document)) {
    into.expressions.push({
      ...below(spot, ...inFile(path)),
      cel,
      scope: scopeAt(itemsOf),
      expects: expects ?? expectedAt(path, state, within),
      flow: flow.id,
    })
  }
  if (document.type === "decision") {
    for (const [id, { title }] of Object.entries(document.cases)) {
      if (title === undefined) continue
      const at = below({ ...spot, at: `${name}#${id}` }, "cases", id, "title")
      into.texts.push({ ...at, text: title, scope: scopes.base, flow: flow.id })
    }
  }
  for (const [id, entry] of Object.entries(document.on ?? {}))
    collectOn(entry, { ...below(spot, "on", id), at: `${name}#${id}` }, within)
}

/** A message's `tone.upset` is two steps in the file. */
function inFile(path: Path): Path {
  return path.flatMap((step) =>
    typeof step === "string" && step.startsWith("tone.") ? step.split(".") : [step],
  )
}

/** Returns what the place of an expression in a state wants, where its kind does not say. */
function expectedAt(
  path: Path,
  { document }: CompiledState,
  { shapes, flow }: Within,
): ResultKind | undefined {
  const [field, name] = path
  if (path.at(-1) === "from") return "list"
  if (field === "proof") return "object"
  if (field === "until") return "text"
  if (typeof name !== "string") return undefined
  if (field === "input" && document.type === "service")
    return inputKind(shapes.operations[document.service], name)
  if (field === "input" && document.type === "subflow")
    return namedKind(shapes.flows[document.flow]?.takes?.[name], shapes)
  if (field === "output" && document.type === "final" && flow.document.gives !== undefined)
    return namedKind(flow.document.gives[name], shapes)
  return undefined
}

function namedKind(declared: ValueDocument | undefined, shapes: ShapeSource): ResultKind | undefined {
  if (declared === undefined) return undefined
  const type = typeOfDeclared(declared)
  return resultKind(dataShape(type, shapes) ?? typeShape(type, shapes))
}

function collectOn(entry: OnEntryDocument, spot: Spot, { scopes, shapes, into, flow }: Within): void {
  const payload = entry.event === undefined ? undefined : shapes.settings.events?.[entry.event]
  const scope =
    entry.event === undefined
      ? scopes.base
      : scopes.withEvent(entry.event, payload === undefined ? anyShape : shapeOfSchema(payload))
  const ofFlow = { flow: flow.id }
  if (entry.title !== undefined)
    into.texts.push({ ...below(spot, "title"), text: entry.title, scope, ...ofFlow })
  if (entry.says !== undefined) into.phrases.push({ ...below(spot, "says"), phrases: entry.says })
  if (entry.when !== undefined)
    into.expressions.push({ ...below(spot, "when"), cel: entry.when, scope, expects: "bool", ...ofFlow })
  if (entry.at !== undefined)
    into.expressions.push({ ...below(spot, "at"), cel: entry.at, scope, expects: "text", ...ofFlow })
  const said = partsOfSay(entry.say, "say")
  for (const { path, text, itemsOf } of said.texts) {
    const own = itemsOf === undefined ? scope : scopes.withItemsOf(itemsOf)
    into.texts.push({ ...below(spot, ...path), text, scope: own, ...ofFlow })
  }
  for (const { path, source: cel, expects, itemsOf } of said.expressions) {
    const own = itemsOf === undefined ? scope : scopes.withItemsOf(itemsOf)
    const wanted = expects ?? (path.at(-1) === "from" ? "list" : undefined)
    into.expressions.push({ ...below(spot, ...path), cel, scope: own, expects: wanted, ...ofFlow })
  }
}
