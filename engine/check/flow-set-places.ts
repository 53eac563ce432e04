import type { FlowSetDocuments } from "../compile/read-flow-set.ts"
import { flowScope, type ShapeSource } from "../compile/shapes.ts"
import type { FlowDocument, FlowSetDocument } from "../document/schema.ts"
import type { Source } from "../document/source.ts"
import { anyShape, type Scope } from "../expression/index.ts"
import { below, type Places, type Spot } from "./places.ts"
import { createScopes } from "./scopes.ts"
import { collectFixedOptions, collectSlot } from "./slot-places.ts"

/** Collects the texts and expressions of all files but the flows. */
export function collectFlowSet(documents: FlowSetDocuments, shapes: ShapeSource, into: Places): void {
  if (documents.settings !== null)
    collectSettings(documents.settings.value, documents.settings.source, shapes, into)
  for (const [id, { title }] of Object.entries(documents.services?.value ?? {})) {
    if (title !== undefined && documents.services !== null)
      into.texts.push({ source: documents.services.source, path: [id, "title"], text: title, scope: null })
  }
  collectRegulated(documents, into)
  const outside = outsideScope(shapes)
  for (const { value, source } of documents.knowledge) {
    value.forEach((entry, index) => {
      into.phrases.push({ source, path: [index, "ask"], phrases: entry.ask })
      into.texts.push({ source, path: [index, "say"], text: entry.say, scope: outside })
    })
  }
  if (documents.products !== null) {
    const { value, source } = documents.products
    for (const [id, { title, clauses }] of Object.entries(value)) {
      into.texts.push({ source, path: [id, "title"], text: title, scope: null })
      for (const [number, text] of Object.entries(clauses))
        into.texts.push({ source, path: [id, "clauses", number], text, scope: null })
    }
  }
  documents.rules?.value.rules.forEach(({ title }, index) => {
    if (title !== undefined && documents.rules !== null)
      into.texts.push({
        source: documents.rules.source,
        path: ["rules", index, "title"],
        text: title,
        scope: null,
      })
  })
}

function collectSettings(settings: FlowSetDocument, source: Source, shapes: ShapeSource, into: Places): void {
  const spot: Spot = { source, path: [] }
  into.texts.push({ ...below(spot, "name"), text: settings.name, scope: null })
  for (const [id, { title }] of Object.entries(settings.queues))
    into.texts.push({ ...below(spot, "queues", id, "title"), text: title, scope: null })
  for (const [id, { title }] of Object.entries(settings.parameters)) {
    if (title !== undefined)
      into.texts.push({ ...below(spot, "parameters", id, "title"), text: title, scope: null })
  }
  for (const [id, { title, values }] of Object.entries(settings.types ?? {})) {
    if (title !== undefined)
      into.texts.push({ ...below(spot, "types", id, "title"), text: title, scope: null })
    if (values !== undefined) collectFixedOptions(values, below(spot, "types", id, "values"), into, null)
  }
  const scopes = createScopes(sharedScope(settings, shapes))
  for (const [name, slot] of Object.entries(settings.slots ?? {}))
    collectSlot(slot, below(spot, "slots", name), { into, scopes, shapes })
}

function collectRegulated({ wordings, questionnaires }: FlowSetDocuments, into: Places): void {
  const regulated = { scope: null, regulated: true } as const
  for (const { value, source } of wordings) {
    const spot: Spot = { source, path: [], at: value.id }
    into.texts.push({ ...below(spot, "title"), text: value.title, ...regulated })
    value.versions.forEach(({ text, accept, decline }, index) => {
      const at = below(spot, "versions", index)
      into.texts.push({ ...below(at, "text"), text, ...regulated })
      into.phrases.push({ ...below(at, "accept"), phrases: accept, regulated: true })
      if (decline !== undefined)
        into.phrases.push({ ...below(at, "decline"), phrases: decline, regulated: true })
    })
  }
  for (const { value, source } of questionnaires) {
    const spot: Spot = { source, path: [], at: value.id }
    into.texts.push({ ...below(spot, "title"), text: value.title, ...regulated })
    value.versions.forEach(({ intro, questions }, index) => {
      const at = below(spot, "versions", index)
      if (intro !== undefined) into.texts.push({ ...below(at, "intro"), text: intro, ...regulated })
      questions.forEach(({ ask, title }, place) => {
        const question = below(at, "questions", place)
        into.texts.push({ ...below(question, "ask"), text: ask, ...regulated })
        if (title !== undefined) into.texts.push({ ...below(question, "title"), text: title, ...regulated })
      })
    })
  }
}

const noFlow: FlowDocument = {
  format: 1,
  id: "none",
  title: "none",
  outcomes: ["none"],
  start: "none",
  states: {},
}

/** What a text outside any flow may name: parameters, and who the customer is. */
function outsideScope(shapes: ShapeSource): Scope {
  const { keys: _keys, ...scope } = flowScope(noFlow, {}, shapes)
  return scope
}

/** What a shared slot may name: the other shared slots; what else there is depends on the flow that asks. */
function sharedScope(settings: FlowSetDocument, shapes: ShapeSource): Scope {
  return {
    ...outsideScope({ ...shapes, settings }),
    slots: sharedSlots(settings, shapes),
    data: anyShape,
    derived: anyShape,
  }
}

function sharedSlots(settings: FlowSetDocument, shapes: ShapeSource) {
  return flowScope(noFlow, settings.slots ?? {}, shapes).slots
}
