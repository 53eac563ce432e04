import type { AnyStateMachine } from "xstate"
import type { FlowDocument, OnEntryDocument, SlotDocument } from "../document/schema.ts"
import type { Path, Source } from "../document/source.ts"
import { internScope, nearestName, scopeShape } from "../expression/index.ts"
import type { ExitSpec } from "../states/kind.ts"
import { type AnyState, kindOf } from "../states/registry.ts"
import { type Diagnostic, sentence } from "../types.ts"
import { compileMachine } from "./machine.ts"
import type { CompiledExit, CompiledFlow, CompiledOn, CompiledState } from "./model.ts"
import { canStart, defaultState, type Placed, placeStates } from "./place-states.ts"
import { readsOfState } from "./reads.ts"
import { createReport, didYouMean, type Report } from "./report.ts"
import { flowScope, type ShapeSource } from "./shapes.ts"

/** What the compilation of one flow needs of the rest of the flow set. */
export type FlowEnvironment = ShapeSource & { readonly settingsSource: Source }

/**
 * Compiles one flow: types its states, gives every exit its target (the flow set's defaults stand in for exits that
 * are not named), and builds its machine. A flow with errors is returned as far as it can be read, for `check`;
 * `null` when a start is missing, so that there is no machine.
 */
export function compileFlow(
  document: FlowDocument,
  source: Source,
  isPattern: boolean,
  environment: FlowEnvironment,
  diagnostics: Diagnostic[],
): CompiledFlow | null {
  const report = createReport(source, diagnostics)
  const settingsReport = createReport(environment.settingsSource, diagnostics)
  const placed = new Map<string, Placed>()
  const declared = new Set<string>()
  placeStates(document.states, [], ["states"], { document, source, diagnostics, report, placed, declared })

  const exitEnvironment = {
    operation: (id: string) => {
      const operation = environment.operations[id]
      return operation === undefined
        ? null
        : { effect: operation.effect, errors: Object.keys(operation.errors ?? {}) }
    },
    outcomes: (flow: string) => environment.flows[flow]?.outcomes ?? null,
  }
  /** What it calls or runs does not exist or cannot be read, so nobody knows its exits. */
  const isUnknown = (state: AnyState) =>
    (state.type === "service" && exitEnvironment.operation(state.service) === null) ||
    (state.type === "subflow" && exitEnvironment.outcomes(state.flow) === null)
  const states: Record<string, CompiledState> = {}
  const slots = slotsOf(document, environment)
  const reportOf = (state: Placed) => (state.isDefault ? settingsReport : report)

  const queue = [...placed.values()]
  const find = (target: string) =>
    placed.get(target) ?? defaultState(target, environment, placed, queue, document, settingsReport)
  const flowExits = flowTargets(document, report, slots, find, declared)
  for (let state = queue.shift(); state !== undefined; state = queue.shift()) {
    const specs = kindOf(state.state).exits(state.state, exitEnvironment)
    const named = namedTargets(state.state, specs)
    const exits: Record<string, CompiledExit> = {}
    const where = (exit: string) => `${document.id}/${state.id}#${exit}`
    const add = (name: string, target: string, clear: readonly string[], byDefault: boolean) => {
      if (find(target) === undefined) {
        if (declared.has(target)) return
        const ids = [...placed.keys()]
        reportOf(state).error(
          "target",
          [...state.at, "to", name],
          sentence`The exit "${name}" of "${state.id}" leads to "${target}", which is no state of this flow.`,
          didYouMean(nearestName(target, ids), ids),
          where(name),
        )
        return
      }
      reportClears(clear, name, slots, [...state.at, "to", name], reportOf(state), where(name))
      exits[name] = { name, target, clear, byDefault }
    }
    const onNames = Object.keys(state.state.on ?? {})
    for (const [name, target] of named) {
      if (specs.some((spec) => spec.name === name) || onNames.includes(name) || isUnknown(state.state)) {
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
        sentence`"${name}" is no exit of "${state.id}".`,
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
          sentence`The exit "${spec.name}" of "${state.id}" leads nowhere.`,
          sentence`Choose the state to which it leads; the flow set has no default for this exit.`,
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
      line: reportOf(state).place(state.at).line,
    }
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

  if (!Object.hasOwn(document.states, document.start)) {
    const ids = Object.keys(document.states)
    report.error(
      "target",
      ["start"],
      sentence`The flow starts at "${document.start}", which is ${declared.has(document.start) ? sentence`inside a group` : sentence`no state of it`}.`,
      didYouMean(nearestName(document.start, ids), ids),
      document.id,
    )
  }
  if (!canStart(document.start, null, placed)) return null
  const scope = internScope(flowScope(document, slots, environment))
  let machine: AnyStateMachine | undefined
  return {
    id: document.id,
    file: source.file,
    document,
    isPattern,
    states,
    on,
    slots,
    shared: new Set(Object.keys(slots).filter((slot) => !Object.hasOwn(document.slots ?? {}, slot))),
    // Built when a conversation first needs it: a check never does.
    get machine() {
      machine ??= compileMachine(document.id, document.start, states, flowExits)
      return machine
    },
    scope,
    shape: scopeShape(scope),
  }
}

type Target = NonNullable<FlowDocument["to"]>[string]

/** Returns the targets of the entries of the flow's own `on`. */
function flowTargets(
  document: FlowDocument,
  report: Report,
  slots: Readonly<Record<string, SlotDocument>>,
  find: (target: string) => Placed | undefined,
  declared: ReadonlySet<string>,
): readonly CompiledExit[] {
  return Object.entries(document.to ?? {}).flatMap(([name, target]): CompiledExit[] => {
    const where = `${document.id}#${name}`
    const to = typeof target === "string" ? target : target.to
    const clear = typeof target === "string" ? [] : (target.clear ?? [])
    reportClears(clear, name, slots, ["to", name], report, where)
    if (!Object.hasOwn(document.on ?? {}, name)) {
      report.error(
        "exit-name",
        ["to", name],
        sentence`"${name}" is no entry of the flow's "on".`,
        sentence`The flow's own \`to\` gives targets to the entries of its \`on\`.`,
        where,
      )
      return []
    }
    if (find(to) === undefined) {
      if (declared.has(to)) return []
      report.error(
        "target",
        ["to", name],
        sentence`"${name}" leads to "${to}", which is no state of this flow.`,
        didYouMean(nearestName(to, declared), [...declared]),
        where,
      )
      return []
    }
    return [{ name, target: to, clear, byDefault: false }]
  })
}

function reportClears(
  clear: readonly string[],
  exit: string,
  slots: Readonly<Record<string, SlotDocument>>,
  path: Path,
  report: Report,
  where: string,
): void {
  for (const slot of clear) {
    if (Object.hasOwn(slots, slot)) continue
    report.error(
      "slot-name",
      path,
      sentence`The exit "${exit}" clears "${slot}", which is no slot of this flow.`,
      didYouMean(nearestName(slot, Object.keys(slots)), Object.keys(slots)),
      where,
    )
  }
}

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
        sentence`The entry "${name}" neither leads anywhere nor says anything.`,
        sentence`Choose where it leads, or what is said.`,
        where,
      )
    }
    if (entry.event !== undefined && environment.settings.events?.[entry.event] === undefined) {
      const known = Object.keys(environment.settings.events ?? {})
      report.error(
        "event-name",
        [...at, name, "event"],
        sentence`"${entry.event}" is no event of the flow set.`,
        didYouMean(nearestName(entry.event, known), known),
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
        sentence`The entry "${name}" needs one of event, says, silence, after and at; it has ${triggers.length}.`,
        sentence`Keep one; write a second entry for another trigger.`,
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
