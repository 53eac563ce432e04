import type { CompiledState } from "../../compile/model.ts"
import type { OnEntryDocument, SlotDocument, TextDocument } from "../../document/schema.ts"
import type { Path } from "../../document/source.ts"
import { type ASTNode, literalPath } from "../../expression/index.ts"
import { textNeeds } from "../../format/index.ts"
import type { CollectState } from "../../states/collect.ts"
import { partsOfSay, type StateExpression, type StateText } from "../../states/kind.ts"
import { kindOf } from "../../states/registry.ts"
import { type CheckContext, spotOf } from "../context.ts"
import { isStayedIn } from "../graph.ts"
import { below, type Spot } from "../places.ts"
import { regulatedReads } from "../reads.ts"
import type { FlowFacts } from "./analysis.ts"
import { toldByFailing, toldByHolding, unsureReads } from "./conditions.ts"
import { applyEffect, collected, saved as savedBy } from "./effects.ts"
import { type Facts, type Told, withTold } from "./facts.ts"

/** An expression or a text that is read in a state. */
export type Read = Spot & {
  readonly state: string
  /** Conditions that may tell whether what is read is there. */
  readonly around: readonly ASTNode[]
  /** Returns the values that may not be there, given what is sure on entering the state. */
  unsure(facts: Facts): readonly string[]
}

/** A place in a state: what is sure there beyond what is sure on entering it, by which conditions. */
type Place = { readonly given: (facts: Facts) => Facts; readonly conditions: readonly ASTNode[] }
const onEntering: Place = { given: (facts) => facts, conditions: [] }

/** Returns everything that is read in the states of a flow, wherever it must be there. */
export function readsOfFlow(flowFacts: FlowFacts, context: CheckContext): readonly Read[] {
  const { checked, at, sureness, treeOf } = flowFacts
  const { flow } = checked
  const found: Read[] = []

  const within = (place: Place, condition: string | undefined, told: (tree: ASTNode) => Told): Place => {
    const tree = condition === undefined ? null : treeOf(condition)
    if (tree === null) return place
    return {
      given: (facts) => withTold(place.given(facts), told(tree)),
      conditions: [...place.conditions, tree],
    }
  }
  const where = (place: Place, condition: string | undefined): Place =>
    within(place, condition, toldByHolding)

  const readsOfState = (state: CompiledState): void => {
    const add = (spot: Spot, { given, conditions }: Place, tree: ASTNode): void => {
      found.push({
        ...spot,
        state: state.id,
        around: literalPath(tree) === null ? [tree, ...conditions] : conditions,
        unsure: (facts) => unsureReads(tree, given(facts), sureness),
      })
    }
    const cel = (source: string, spot: Spot, place: Place): void => {
      const tree = treeOf(source)
      if (tree !== null) add(spot, place, tree)
    }
    const text = (template: TextDocument, spot: Spot, place: Place): void => {
      for (const path of textNeeds(template)) cel(path, spot, place)
    }
    /** What stands beside a `when` is read only where that holds. */
    const parts = (
      { expressions, texts }: { expressions: readonly StateExpression[]; texts: readonly StateText[] },
      spot: Spot,
      place: Place,
    ): void => {
      const parent = (path: Path) => JSON.stringify(path.slice(0, -1))
      const conditions = new Map(
        expressions.flatMap(({ path, source }) =>
          path.at(-1) === "when" ? [[parent(path), source] as const] : [],
        ),
      )
      for (const { path, source } of expressions)
        cel(
          source,
          below(spot, ...path),
          path.at(-1) === "when" ? place : where(place, conditions.get(parent(path))),
        )
      for (const { path, text: template } of texts)
        text(template, below(spot, ...path), where(place, conditions.get(parent(path))))
    }
    const regulated = (kind: "wording" | "questionnaire", id: string, spot: Spot, place: Place): void => {
      for (const { text: template, cel: source } of regulatedReads(context, kind, id)) {
        if (template !== undefined) text(template, spot, place)
        if (source !== undefined) cel(source, spot, place)
      }
    }
    const requiredInputs = (
      operation: string,
      input: Readonly<Record<string, string>> | undefined,
      spot: Spot,
      place: Place,
    ): void => {
      const required = requiredOf(context.operations[operation]?.input)
      for (const [name, source] of Object.entries(input ?? {}))
        if (required.includes(name)) cel(source, below(spot, "input", name), place)
    }
    const slot = (document: SlotDocument, spot: Spot, place: Place): void => {
      if (document.when !== undefined) cel(document.when, below(spot, "when"), place)
      const asked = where(place, document.when)
      for (const field of ["ask", "reask", "help", "skip"] as const) {
        const template = document[field]
        if (template !== undefined) text(template, below(spot, field), asked)
      }
      const { options, check } = document
      if (options !== undefined && typeof options.from === "string")
        cel(options.from, below(spot, "options", "from"), asked)
      document.valid?.forEach(({ when, else: said }, index) => {
        cel(when, below(spot, "valid", index, "when"), asked)
        text(said, below(spot, "valid", index, "else"), asked)
      })
      if (check === undefined) return
      requiredInputs(check.service, check.input, below(spot, "check"), asked)
      text(check.else, below(spot, "check", "else"), asked)
    }
    const collect = (document: CollectState, spot: Spot): void => {
      const after = (slots: readonly string[]): Place => ({
        given: (facts) => collected(flow, slots, treeOf).reduce(applyEffect, facts),
        conditions: [],
      })
      document.slots.forEach((name, index) => {
        const declared = flow.slots[name]
        const source = flow.shared.has(name) ? context.settings.source : checked.source
        if (declared !== undefined)
          slot(declared, { ...spot, source, path: ["slots", name] }, after(document.slots.slice(0, index)))
      })
      parts(partsOfSay(document.say, "say"), spot, after(document.slots))
    }
    const entry = (document: OnEntryDocument, spot: Spot): void => {
      if (document.when !== undefined) cel(document.when, below(spot, "when"), onEntering)
      const held = where(onEntering, document.when)
      if (document.at !== undefined) cel(document.at, below(spot, "at"), held)
      const { event, save } = document
      const saved: Place = {
        ...held,
        given: (facts) => (event === undefined ? [] : savedBy(save)).reduce(applyEffect, held.given(facts)),
      }
      parts(partsOfSay(document.say, "say"), spot, saved)
      if (document.wording !== undefined)
        regulated("wording", document.wording, below(spot, "wording"), saved)
    }

    const { document } = state
    const spot = spotOf(checked, state)
    switch (document.type) {
      case "decision": {
        let place = onEntering
        for (const [name, { when }] of Object.entries(document.cases)) {
          cel(when, { ...below(spot, "cases", name, "when"), at: `${spot.at}#${name}` }, place)
          place = within(place, when, toldByFailing)
        }
        break
      }
      case "collect":
        collect(document, spot)
        break
      case "service":
        requiredInputs(document.service, document.input, spot, onEntering)
        parts(partsOfSay(document.say, "say"), spot, onEntering)
        break
      case "subflow":
      case "final":
        // What is not there is not given; whoever reads it must make sure.
        break
      default: {
        const kind = kindOf(document)
        // A checkpoint whose proof is not there fails, as one whose proof is too weak.
        const expressions = kind.expressions(document).filter(({ path }) => path[0] !== "proof")
        parts({ expressions, texts: kind.texts(document) }, spot, onEntering)
        if ("wording" in document && document.wording !== undefined)
          regulated("wording", document.wording, below(spot, "wording"), onEntering)
      }
    }
    if (!isStayedIn(document)) return
    // An entry of a group or of the flow is open in every state within.
    for (const owner of [state, ...state.ancestors.flatMap((group) => flow.states[group] ?? [])]) {
      const around = spotOf(checked, owner)
      for (const { name, document: on } of owner.on)
        entry(on, { ...below(around, "on", name), at: `${around.at}#${name}` })
    }
    for (const { name, document: on } of flow.on)
      entry(on, { source: checked.source, path: ["on", name], at: `${flow.id}#${name}` })
  }

  for (const id of at.keys()) {
    const state = flow.states[id]
    if (state !== undefined) readsOfState(state)
  }
  return found
}

function requiredOf(schema: unknown): readonly string[] {
  const required =
    typeof schema === "object" && schema !== null && "required" in schema ? schema.required : []
  return Array.isArray(required) ? required.filter((name): name is string => typeof name === "string") : []
}
