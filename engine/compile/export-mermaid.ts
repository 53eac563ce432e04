import type { Locale } from "../types.ts"
import { arrowsOf, safe, titleOf, written } from "./mermaid-arrows.ts"
import { exportOverview } from "./mermaid-overview.ts"
import type { CompiledExit, CompiledFlow, CompiledState } from "./model.ts"

/**
 * Returns a flow as a Mermaid `stateDiagram-v2`, left to right: groups are composite states, all titled in the locale,
 * arrows bear the names of exits. Exits that go to a default of the flow set are told in one note, and default states
 * are drawn only where an exit names them. With `isOverview` only its stages are drawn, and the ways forward between them.
 */
export function exportMermaid(flow: CompiledFlow, locale: Locale, isOverview = false): string {
  if (isOverview) return exportOverview(flow, locale)
  const states = Object.values(flow.states)
  const drawn = new Set(drawnStates(flow, states))
  const arrows = arrowsOf(flow, states, drawn)
  const inside = (group: string, indent: string): readonly string[] => {
    const members = states.filter(({ id, ancestors }) => drawn.has(id) && (ancestors[0] ?? "") === group)
    const start = group === "" ? flow.document.start : startOf(flow.states[group])
    return [
      `${indent}direction LR`,
      `${indent}[*] --> ${safe(start)}`,
      ...members.flatMap((state) => {
        const declared = `${indent}state "${titleOf(state, locale)}" as ${safe(state.id)}`
        if (state.document.type !== "group") return [declared]
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
