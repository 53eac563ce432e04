import type { CompiledState } from "../../compile/model.ts"
import type { OnEntryDocument, SlotDocument } from "../../document/schema.ts"
import type { CollectState } from "../../states/collect.ts"
import { partsOfSay } from "../../states/kind.ts"
import { kindOf } from "../../states/registry.ts"
import { type CheckContext, spotOf } from "../context.ts"
import { isStayedIn } from "../graph.ts"
import { below, type Spot } from "../places.ts"
import type { FlowFacts } from "./analysis.ts"
import { toldByFailing } from "./conditions.ts"
import { applyEffect, collected, saved } from "./effects.ts"
import { createReader, onEntering, type Place, type Read, type Reader } from "./reader.ts"

/** Returns everything that is read in the states of a flow, wherever it must be there. */
export function readsOfFlow(facts: FlowFacts, context: CheckContext): readonly Read[] {
  const { checked, at } = facts
  const { flow, source } = checked
  const found: Read[] = []
  for (const id of at.keys()) {
    const state = flow.states[id]
    if (state === undefined) continue
    const reader = createReader(id, facts, context, found)
    readState(reader, state, spotOf(checked, state), facts, context)
    if (!isStayedIn(state.document)) continue
    // An entry of a group or of the flow is open in every state within.
    for (const owner of [state, ...state.ancestors.flatMap((group) => flow.states[group] ?? [])]) {
      const around = spotOf(checked, owner)
      for (const { name, document } of owner.on)
        readEntry(reader, document, { ...below(around, "on", name), at: `${around.at}#${name}` })
    }
    for (const { name, document } of flow.on)
      readEntry(reader, document, { source, path: ["on", name], at: `${flow.id}#${name}` })
  }
  return found
}

function readState(
  reader: Reader,
  { document }: CompiledState,
  spot: Spot,
  facts: FlowFacts,
  context: CheckContext,
): void {
  switch (document.type) {
    case "decision": {
      let place = onEntering
      for (const [name, { when }] of Object.entries(document.cases)) {
        reader.cel(when, { ...below(spot, "cases", name, "when"), at: `${spot.at}#${name}` }, place)
        place = reader.within(place, when, toldByFailing)
      }
      return
    }
    case "collect":
      readCollect(reader, document, spot, facts, context)
      return
    case "service":
      reader.inputs(document.service, document.input, spot, onEntering)
      reader.parts(partsOfSay(document.say, "say"), spot, onEntering)
      return
    case "subflow":
    case "final":
      // What is not there is not given; whoever reads it must make sure.
      return
    default: {
      const kind = kindOf(document)
      // A checkpoint whose proof is not there fails, as one whose proof is too weak.
      const expressions = kind.expressions(document).filter(({ path }) => path[0] !== "proof")
      reader.parts({ expressions, texts: kind.texts(document) }, spot, onEntering)
      if ("wording" in document) reader.wording(document.wording, spot, onEntering)
    }
  }
}

function readCollect(
  reader: Reader,
  document: CollectState,
  spot: Spot,
  { checked: { flow, source }, treeOf }: FlowFacts,
  { settings }: CheckContext,
): void {
  const after = (slots: readonly string[]): Place => ({
    given: (facts) => collected(flow, slots, treeOf).reduce(applyEffect, facts),
    conditions: [],
  })
  document.slots.forEach((name, index) => {
    const slot = flow.slots[name]
    if (slot === undefined) return
    const at = { ...spot, source: flow.shared.has(name) ? settings.source : source, path: ["slots", name] }
    readSlot(reader, slot, at, after(document.slots.slice(0, index)))
  })
  reader.parts(partsOfSay(document.say, "say"), spot, after(document.slots))
}

function readSlot(
  reader: Reader,
  { when, ask, reask, help, skip, options, valid, check }: SlotDocument,
  spot: Spot,
  place: Place,
): void {
  if (when !== undefined) reader.cel(when, below(spot, "when"), place)
  const asked = reader.within(place, when)
  for (const [field, text] of Object.entries({ ask, reask, help, skip }))
    if (text !== undefined) reader.text(text, below(spot, field), asked)
  if (options !== undefined && typeof options.from === "string")
    reader.cel(options.from, below(spot, "options", "from"), asked)
  valid?.forEach((rule, index) => {
    reader.cel(rule.when, below(spot, "valid", index, "when"), asked)
    reader.text(rule.else, below(spot, "valid", index, "else"), asked)
  })
  if (check === undefined) return
  reader.inputs(check.service, check.input, below(spot, "check"), asked)
  reader.text(check.else, below(spot, "check", "else"), asked)
}

function readEntry(
  reader: Reader,
  { when, at, event, save, say, wording }: OnEntryDocument,
  spot: Spot,
): void {
  if (when !== undefined) reader.cel(when, below(spot, "when"), onEntering)
  const held = reader.within(onEntering, when)
  if (at !== undefined) reader.cel(at, below(spot, "at"), held)
  const effects = event === undefined ? [] : saved(save)
  const kept: Place = { ...held, given: (facts) => effects.reduce(applyEffect, held.given(facts)) }
  reader.parts(partsOfSay(say, "say"), spot, kept)
  reader.wording(wording, spot, kept)
}
