import type { z } from "zod"
import type { FlowDocument, OnEntryDocument, SlotDocument, StateDocument } from "../document/schema.ts"
import { issueDiagnostics, type Path, type Source } from "../document/source.ts"
import { nearestName, scopeShape } from "../expression/index.ts"
import type { ExitSpec } from "../states/kind.ts"
import { type AnyState, isStateType, kindOf, stateKinds } from "../states/registry.ts"
import type { Diagnostic } from "../types.ts"
import { compileMachine } from "./machine.ts"
import type { CompiledExit, CompiledFlow, CompiledOn, CompiledState } from "./model.ts"
import { readsOfState } from "./reads.ts"
import { createReport, didYouMean, type Report } from "./report.ts"
import { flowScope, type ShapeSource } from "./shapes.ts"

/** What the compilation of one flow needs of the rest of the flow set. */
export type FlowEnvironment = ShapeSource & {
  readonly settingsSource: Source
  readonly wordings: Readonly<Record<string, unknown>>
}

type Placed = {
  readonly id: string
  readonly state: AnyState
  readonly ancestors: readonly string[]
  readonly at: Path
  readonly isDefault: boolean
}

/**
 * Compiles one flow: types its states, gives every exit its target (the flow set's defaults stand in for exits that
 * are not named), and builds its machine. Returns no flow when an error makes it impossible to run.
 */
export function compileFlow(
  document: FlowDocument,
  source: Source,
  isPattern: boolean,
  environment: FlowEnvironment,
  diagnostics: Diagnostic[],
): CompiledFlow | null {
  const before = diagnostics.length
  const report = createReport(source, diagnostics)
  const settingsReport = createReport(environment.settingsSource, diagnostics)
  const placed = new Map<string, Placed>()
  placeStates(document.states, [], ["states"], { document, source, diagnostics, report, placed })

  const exitEnvironment = {
    operation: (id: string) => {
      const operation = environment.operations[id]
      return operation === undefined
        ? null
        : { effect: operation.effect, errors: Object.keys(operation.errors ?? {}) }
    },
    outcomes: (flow: string) => environment.flows[flow]?.outcomes ?? null,
  }
  const states: Record<string, CompiledState> = {}
  const slots = slotsOf(document, environment)
  const reportOf = (state: Placed) => (state.isDefault ? settingsReport : report)

  const queue = [...placed.values()]
  for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
    const specs = kindOf(state.state).exits(state.state, exitEnvironment)
    const named = namedTargets(state.state, specs)
    const exits: Record<string, CompiledExit> = {}
    const where = (exit: string) => `${document.id}/${state.id}#${exit}`
    const add = (name: string, target: string, clear: readonly string[], byDefault: boolean) => {
      const known =
        placed.get(target) ?? defaultState(target, environment, placed, queue, document, settingsReport)
      if (known === undefined) {
        const ids = [...placed.keys()]
        reportOf(state).error(
          "target",
          [...state.at, "to", name],
          `The exit "${name}" of "${state.id}" leads to "${target}", which is no state of this flow.`,
          didYouMean(nearestName(target, ids), ids),
          where(name),
        )
        return
      }
      for (const slot of clear) {
        if (!Object.hasOwn(slots, slot)) {
          reportOf(state).error(
            "slot-name",
            [...state.at, "to", name],
            `The exit "${name}" clears "${slot}", which is no slot of this flow.`,
            didYouMean(nearestName(slot, Object.keys(slots)), Object.keys(slots)),
            where(name),
          )
        }
      }
      exits[name] = { name, target, clear, byDefault }
    }
    const onNames = Object.keys(state.state.on ?? {})
    for (const [name, target] of named) {
      if (specs.some((spec) => spec.name === name) || onNames.includes(name)) {
        add(
          name,
          typeof target === "string" ? target : target.to,
          typeof target === "string" ? [] : (target.clear ?? []),
          false,
        )
        continue
      }
      const known = [...specs.map((spec) => spec.name), ...onNames]
      reportOf(state).error(
        "exit-name",
        [...state.at, "to", name],
        `"${name}" is no exit of "${state.id}".`,
        didYouMean(nearestName(name, known), known),
        where(name),
      )
    }
    for (const spec of specs) {
      if (named.has(spec.name) || spec.optional === true) continue
      const byDefault = environment.settings.defaults.to[spec.name]
      if (byDefault !== undefined && byDefault !== state.id) add(spec.name, byDefault, [], true)
      else {
        reportOf(state).error(
          "exit-target",
          [...state.at, ...(state.state.to === undefined ? [] : ["to"])],
          `The exit "${spec.name}" of "${state.id}" leads nowhere.`,
          `Name its target: to: { ${spec.name}: … }. The flow set has no default for it.`,
          where(spec.name),
        )
      }
    }
    const on = compileOn(
      state.state.on,
      state.id,
      exits,
      [...state.at, "on"],
      reportOf(state),
      document,
      environment,
    )
    states[state.id] = {
      id: state.id,
      ancestors: state.ancestors,
      document: state.state,
      exits,
      on,
      reads: readsOfState(state.state, slots),
      at: state.at,
      file: state.isDefault ? environment.settingsSource.file : source.file,
    }
  }

  const flowExits: CompiledExit[] = []
  for (const [name, target] of Object.entries(document.to ?? {})) {
    const to = typeof target === "string" ? target : target.to
    if (!Object.hasOwn(document.on ?? {}, name)) {
      report.error(
        "exit-name",
        ["to", name],
        `"${name}" is no entry of the flow's "on".`,
        "The flow's own `to` gives targets to the entries of its `on`.",
        `${document.id}#${name}`,
      )
    } else if (!placed.has(to)) {
      report.error(
        "target",
        ["to", name],
        `"${name}" leads to "${to}", which is no state of this flow.`,
        didYouMean(nearestName(to, [...placed.keys()]), [...placed.keys()]),
        `${document.id}#${name}`,
      )
    } else
      flowExits.push({
        name,
        target: to,
        clear: typeof target === "string" ? [] : (target.clear ?? []),
        byDefault: false,
      })
  }
  const on = compileOn(
    document.on,
    "",
    Object.fromEntries(flowExits.map((exit) => [exit.name, exit])),
    ["on"],
    report,
    document,
    environment,
  )

  if (!placed.has(document.start)) {
    report.error(
      "target",
      ["start"],
      `The flow starts at "${document.start}", which is no state of it.`,
      didYouMean(nearestName(document.start, [...placed.keys()]), [...placed.keys()]),
      document.id,
    )
  }
  if (diagnostics.slice(before).some((diagnostic) => diagnostic.severity === "error")) return null
  const scope = flowScope(document, slots, environment)
  return {
    id: document.id,
    file: source.file,
    document,
    isPattern,
    states,
    on,
    slots,
    shared: new Set(Object.keys(slots).filter((slot) => !Object.hasOwn(document.slots ?? {}, slot))),
    machine: compileMachine(document.id, document.start, states, flowExits),
    scope,
    shape: scopeShape(scope),
  }
}

type Placing = {
  readonly document: FlowDocument
  readonly source: Source
  readonly diagnostics: Diagnostic[]
  readonly report: Report
  readonly placed: Map<string, Placed>
}

/** Types every state of a map and of the groups in it; ids are unique within a flow. */
function placeStates(
  states: Readonly<Record<string, StateDocument>>,
  ancestors: readonly string[],
  base: Path,
  placing: Placing,
): void {
  for (const [id, raw] of Object.entries(states)) {
    const at = [...base, id]
    const state = typedState(raw, id, at, placing)
    if (state === null) continue
    if (placing.placed.has(id)) {
      placing.report.error(
        "state-id",
        at,
        `There are two states "${id}" in this flow.`,
        "Give one of them another id; ids are unique within a flow, also inside groups.",
        `${placing.document.id}/${id}`,
      )
      continue
    }
    placing.placed.set(id, { id, state, ancestors, at, isDefault: false })
    if (state.type !== "group") continue
    placeStates(state.states, [id, ...ancestors], [...at, "states"], placing)
    if (!Object.hasOwn(state.states, state.start)) {
      placing.report.error(
        "target",
        [...at, "start"],
        `The group "${id}" starts at "${state.start}", which is no state in it.`,
        didYouMean(nearestName(state.start, Object.keys(state.states)), Object.keys(state.states)),
        `${placing.document.id}/${id}`,
      )
    }
  }
}

function typedState(raw: StateDocument, id: string, at: Path, placing: Placing): AnyState | null {
  const where = `${placing.document.id}/${id}`
  if (!isStateType(raw.type)) {
    const types = Object.keys(stateKinds)
    placing.report.error(
      "state-type",
      [...at, "type"],
      `"${raw.type}" is no type of state.`,
      didYouMean(nearestName(raw.type, types), types),
      where,
    )
    return null
  }
  const parsed = (stateKinds[raw.type].schema as z.ZodType<AnyState>).safeParse(raw)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) {
    for (const diagnostic of issueDiagnostics(issue, placing.source, at, "shape"))
      placing.diagnostics.push({ ...diagnostic, at: where })
  }
  return null
}

/** Places a state of `defaults.states`, and those it leads to come in turn, unless the flow has one of that id. */
function defaultState(
  id: string,
  environment: FlowEnvironment,
  placed: Map<string, Placed>,
  queue: Placed[],
  document: FlowDocument,
  report: Report,
): Placed | undefined {
  const raw = environment.settings.defaults.states[id]
  if (raw === undefined || !isStateType(raw.type)) return undefined
  const parsed = (stateKinds[raw.type].schema as z.ZodType<AnyState>).safeParse(raw)
  if (!parsed.success) return undefined
  const state = parsed.data
  if (state.type === "final" && !document.outcomes.includes(state.outcome)) {
    report.error(
      "outcome",
      ["defaults", "states", id],
      `The flow "${document.id}" needs the default state "${id}", but "${state.outcome}" is none of its outcomes.`,
      `Add "${state.outcome}" to the outcomes of "${document.id}", or give the failing exits targets of its own.`,
      document.id,
    )
  }
  const place: Placed = { id, state, ancestors: [], at: ["defaults", "states", id], isDefault: true }
  placed.set(id, place)
  queue.push(place)
  return place
}

type Target = NonNullable<FlowDocument["to"]>[string]

/** Returns the targets that a state names; `to: x` alone is the main exit's. */
function namedTargets(state: AnyState, specs: readonly ExitSpec[]): ReadonlyMap<string, Target> {
  if (state.to === undefined) return new Map()
  if (typeof state.to === "string") {
    const main = specs[0]?.name ?? "next"
    return new Map([[main, state.to]])
  }
  return new Map(Object.entries(state.to))
}

function compileOn(
  entries: Readonly<Record<string, OnEntryDocument>> | undefined,
  owner: string,
  exits: Readonly<Record<string, CompiledExit>>,
  at: Path,
  report: Report,
  document: FlowDocument,
  environment: FlowEnvironment,
): readonly CompiledOn[] {
  return Object.entries(entries ?? {}).map(([name, entry]) => {
    const exit = exits[name] ?? null
    const where = `${document.id}${owner === "" ? "" : `/${owner}`}#${name}`
    if (exit === null && entry.say === undefined && entry.wording === undefined) {
      report.error(
        "exit-target",
        [...at, name],
        `The entry "${name}" neither leads anywhere nor says anything.`,
        `Name its target under "to", or give it "say".`,
        where,
      )
    }
    if (entry.event !== undefined && environment.settings.events?.[entry.event] === undefined) {
      const known = Object.keys(environment.settings.events ?? {})
      report.error(
        "event-name",
        [...at, name, "event"],
        `"${entry.event}" is no event of the flow set.`,
        didYouMean(nearestName(entry.event, known), known),
        where,
      )
    }
    if (entry.wording !== undefined && !Object.hasOwn(environment.wordings, entry.wording)) {
      const known = Object.keys(environment.wordings)
      report.error(
        "wording-name",
        [...at, name, "wording"],
        `There is no wording "${entry.wording}".`,
        didYouMean(nearestName(entry.wording, known), known),
        where,
      )
    }
    const triggers = [entry.event, entry.says, entry.silence, entry.after, entry.at].filter(
      (trigger) => trigger !== undefined,
    )
    if (triggers.length !== 1) {
      report.error(
        "on-trigger",
        [...at, name],
        `The entry "${name}" needs one of event, says, silence, after and at; it has ${triggers.length === 0 ? "none" : triggers.length}.`,
        "Keep one; write a second entry for another trigger.",
        where,
      )
    }
    return { name, owner, document: entry, exit }
  })
}

/** Returns the slots of a flow: its own, and the shared ones that its states, checks or texts name. */
function slotsOf(
  document: FlowDocument,
  environment: FlowEnvironment,
): Readonly<Record<string, SlotDocument>> {
  const own = document.slots ?? {}
  const shared = environment.settings.slots ?? {}
  const text = JSON.stringify([
    document.states,
    document.on,
    document.derived,
    document.slots,
    document.correlate,
  ])
  const used = Object.entries(shared).filter(
    ([name]) => !Object.hasOwn(own, name) && new RegExp(`"${name}"|slots\\.${name}\\b`).test(text),
  )
  return { ...own, ...Object.fromEntries(used) }
}
