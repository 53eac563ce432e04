import { textIn } from "../format/index.ts"
import type { Locale } from "../types.ts"
import type { CompiledExit, CompiledFlow, CompiledState } from "./model.ts"

/** An arrow; `group` is the innermost group that holds both ends, "" for none. */
type Arrow = { readonly from: string; readonly to: string; readonly label: string; readonly group: string }

/**
 * Returns a flow as a Mermaid `stateDiagram-v2`, left to right: groups are composite states, all titled in the locale,
 * arrows bear the names of exits. Exits that go to a default of the flow set are told in one note, and default states
 * are drawn only where an exit names them. With `isOverview` a stage is one state, and what it holds is left out.
 */
export function exportMermaid(flow: CompiledFlow, locale: Locale, isOverview = false): string {
  const states = Object.values(flow.states).filter(({ ancestors }) => !isOverview || ancestors.length === 0)
  const drawn = new Set(drawnStates(flow, states))
  const arrows = isOverview ? stageArrows(flow, drawn) : arrowsOf(flow, states, drawn)
  const inside = (group: string, indent: string): readonly string[] => {
    const members = states.filter(({ id, ancestors }) => drawn.has(id) && (ancestors[0] ?? "") === group)
    const start = group === "" ? flow.document.start : startOf(flow.states[group])
    return [
      `${indent}direction LR`,
      `${indent}[*] --> ${safe(start)}`,
      ...members.flatMap((state) => {
        const declared = `${indent}state "${titleOf(state, locale)}" as ${safe(state.id)}`
        if (state.document.type !== "group" || isOverview) return [declared]
        return [`${declared} {`, ...inside(state.id, `${indent}  `), `${indent}}`]
      }),
      ...arrows.filter((arrow) => arrow.group === group).map((arrow) => `${indent}${written(arrow)}`),
    ]
  }
  return ["stateDiagram-v2", ...inside("", "  "), ...noteOf(flow, states, locale), ""].join("\n")
}

/** All states but those that only defaults lead to. */
function drawnStates(flow: CompiledFlow, states: readonly CompiledState[]): readonly string[] {
  const drawn = new Set(states.filter(({ file }) => file === flow.file).map(({ id }) => id))
  for (const id of drawn)
    for (const { target, byDefault } of Object.values(flow.states[id]?.exits ?? {}))
      if (!byDefault) drawn.add(target)
  for (const { exit } of flow.on) if (exit !== null) drawn.add(exit.target)
  return [...drawn]
}

function arrowsOf(
  flow: CompiledFlow,
  states: readonly CompiledState[],
  drawn: ReadonlySet<string>,
): readonly Arrow[] {
  return states.flatMap((state): readonly Arrow[] => {
    if (!drawn.has(state.id)) return []
    const { document, id, ancestors } = state
    if (document.type === "final")
      return [{ from: id, to: "[*]", label: document.outcome, group: ancestors[0] ?? "" }]
    const labels = new Map<string, string[]>()
    for (const { name, target, byDefault } of Object.values(state.exits)) {
      if (!byDefault) labels.set(target, [...(labels.get(target) ?? []), name])
    }
    return [...labels].map(([to, names]) => ({
      from: id,
      to,
      label: names.join(", "),
      group: commonGroup(state, flow.states[to]),
    }))
  })
}

/** The arrows between stages and what stands beside them, each pair once; of many exits the names are left out. */
function stageArrows(flow: CompiledFlow, drawn: ReadonlySet<string>): readonly Arrow[] {
  const stageOf = (id: string) => flow.states[id]?.ancestors.at(-1) ?? id
  const all = Object.values(flow.states)
  const within = new Set(all.filter(({ id }) => drawn.has(stageOf(id))).map(({ id }) => id))
  const labels = new Map<
    string,
    { readonly from: string; readonly to: string; readonly names: Set<string> }
  >()
  for (const { from, to, label } of arrowsOf(flow, all, within)) {
    const [start, end] = [stageOf(from), to === "[*]" ? to : stageOf(to)]
    if (start === end || (to === "[*]" && start !== from)) continue
    const key = `${start} ${end}`
    const arrow = labels.get(key) ?? { from: start, to: end, names: new Set<string>() }
    arrow.names.add(label)
    labels.set(key, arrow)
  }
  return [...labels.values()].map(({ from, to, names }) => {
    const [label = "", ...others] = names
    return { from, to, label: others.length === 0 ? label : "…", group: "" }
  })
}

function commonGroup(from: CompiledState, to: CompiledState | undefined): string {
  return from.ancestors.find((group) => to?.ancestors.includes(group) === true) ?? ""
}

function written({ from, to, label }: Arrow): string {
  return `${safe(from)} --> ${to === "[*]" ? to : safe(to)} : ${label}`
}

function startOf(state: CompiledState | undefined): string {
  return state?.document.type === "group" ? state.document.start : ""
}

/** Tells where exits lead that are not drawn: those that go to a default, and those open in every state. */
function noteOf(flow: CompiledFlow, states: readonly CompiledState[], locale: Locale): readonly string[] {
  const byDefault = new Map<string, Set<string>>()
  for (const { exits } of states) {
    for (const exit of Object.values(exits)) if (exit.byDefault) add(byDefault, exit)
  }
  const always = new Map<string, Set<string>>()
  for (const { exit } of flow.on) if (exit !== null) add(always, exit)
  const lines = (found: ReadonlyMap<string, ReadonlySet<string>>, mark: string) =>
    [...found].map(([target, names]) => {
      const state = flow.states[target]
      return `    ${mark}${[...names].join(", ")} → ${state === undefined ? target : titleOf(state, locale)}`
    })
  const told = [...lines(always, "* "), ...lines(byDefault, "")]
  if (told.length === 0) return []
  return [`  note left of ${safe(flow.document.start)}`, ...told, "  end note"]
}

function add(found: Map<string, Set<string>>, { name, target }: CompiledExit): void {
  const names = found.get(target) ?? new Set<string>()
  names.add(name)
  found.set(target, names)
}

function titleOf({ id, document }: CompiledState, locale: Locale): string {
  const title = document.title === undefined ? id : textIn(document.title, locale)
  return title.replaceAll(/["\n]/g, " ").replaceAll("#", "＃").replaceAll(";", "；")
}

/** Words that Mermaid would read as its own. */
const reserved = /^(?:as|class|classDef|default|direction|end|hide|note|scale|state|style)$/

function safe(id: string): string {
  return reserved.test(id) ? `${id}_` : id
}
