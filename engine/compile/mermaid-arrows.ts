import { textIn } from "../format/index.ts"
import type { Locale } from "../types.ts"
import type { CompiledFlow, CompiledState } from "./model.ts"

/** An arrow; `group` is the innermost group that holds both ends, "" for none. */
export type Arrow = {
  readonly from: string
  readonly to: string
  readonly label: string
  readonly group: string
}

/** Returns the arrows of states to others that are drawn; exits that go to a default have none. */
export function arrowsOf(
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

function commonGroup(from: CompiledState, to: CompiledState | undefined): string {
  return from.ancestors.find((group) => to?.ancestors.includes(group) === true) ?? ""
}

export function written({ from, to, label }: Arrow): string {
  return `${safe(from)} --> ${to === "[*]" ? to : safe(to)} : ${label}`
}

export function titleOf({ id, document }: CompiledState, locale: Locale): string {
  const title = document.title === undefined ? id : textIn(document.title, locale)
  return title.replaceAll(/["\n]/g, " ").replaceAll("#", "＃").replaceAll(";", "；")
}

/** Words that Mermaid would read as its own. */
const reserved = /^(?:as|class|classDef|default|direction|end|hide|note|scale|state|style)$/

export function safe(id: string): string {
  return reserved.test(id) ? `${id}_` : id
}
