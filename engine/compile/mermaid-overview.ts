import type { Locale } from "../types.ts"
import { safe, titleOf } from "./mermaid-arrows.ts"
import type { CompiledExit, CompiledFlow } from "./model.ts"

type Way = { readonly from: string; readonly to: string; readonly names: Set<string> }

/**
 * Returns the stages of a flow, and what stands beside them, with the ways forward between them, one arrow between two;
 * the names of many exits are left out. Ways back to an earlier stage, and where failures and people lead, are told in
 * one note, so that the stages read from left to right.
 */
export function exportOverview(flow: CompiledFlow, locale: Locale): string {
  const title = (id: string) => {
    const state = flow.states[id]
    return state === undefined ? id : titleOf(state, locale)
  }
  const start = stageOf(flow, flow.document.start)
  const { forward, back } = split(waysOf(flow), start)
  const drawn = reached(forward, start)
  const shown = forward.filter(({ from }) => drawn.has(from))
  const returns = groupedBy(
    back.filter(({ from }) => drawn.has(from)),
    ({ to }) => to,
  )
  const told = [
    ...flow.on.flatMap(({ name, exit }) =>
      exit === null ? [] : [`    * ${name} → ${title(stageOf(flow, exit.target))}`],
    ),
    ...[...failuresOf(flow)].map(([to, names]) => `    ${[...names].join(", ")} → ${title(to)}`),
    ...[...returns].map(
      ([to, ways]) => `    ↩ ${title(to)} ← ${ways.map(({ from }) => title(from)).join(", ")}`,
    ),
  ]
  return [
    "stateDiagram-v2",
    "  direction LR",
    `  [*] --> ${safe(start)}`,
    ...[...drawn].map((id) => `  state "${title(id)}" as ${safe(id)}`),
    ...shown.map(({ from, to, names }) => `  ${safe(from)} --> ${safe(to)} : ${labelOf(names)}`),
    ...(told.length === 0 ? [] : [`  note left of ${safe(start)}`, ...told, "  end note"]),
    "",
  ].join("\n")
}

function stageOf(flow: CompiledFlow, id: string): string {
  return flow.states[id]?.ancestors.at(-1) ?? id
}

function labelOf(names: ReadonlySet<string>): string {
  const [label = "", ...others] = names
  return others.length === 0 ? label : "…"
}

/** What happens when something fails or nobody comes; declared errors are in capitals. */
const FAILURE = /^(?:failed|unavailable|timeout|unknown|[A-Z][A-Z_]*)$/

function isAside(flow: CompiledFlow, { name, target, byDefault }: CompiledExit): boolean {
  return byDefault || FAILURE.test(name) || isDefault(flow, target)
}

/** A state of the flow set's defaults, or one that stands in for it. */
function isDefault(flow: CompiledFlow, id: string): boolean {
  const state = flow.states[id]
  return state === undefined || state.file !== flow.file || defaultTargets(flow).has(id)
}

function defaultTargets(flow: CompiledFlow): ReadonlySet<string> {
  const exits = Object.values(flow.states).flatMap(({ exits }) => Object.values(exits))
  return new Set(exits.filter(({ byDefault }) => byDefault).map(({ target }) => target))
}

/** The ways between two stages, failures and people left out. */
function waysOf(flow: CompiledFlow): readonly Way[] {
  const ways = new Map<string, Way>()
  for (const state of Object.values(flow.states)) {
    for (const exit of Object.values(state.exits)) {
      const [from, to] = [stageOf(flow, state.id), stageOf(flow, exit.target)]
      if (from === to || isAside(flow, exit)) continue
      const way = ways.get(`${from} ${to}`) ?? { from, to, names: new Set() }
      way.names.add(exit.name)
      ways.set(`${from} ${to}`, way)
    }
  }
  return [...ways.values()]
}

/** Tells ways that close a circle from those that lead on, as somebody meets them who goes on from the start. */
function split(
  ways: readonly Way[],
  start: string,
): { readonly forward: readonly Way[]; readonly back: readonly Way[] } {
  const from = groupedBy(ways, (way) => way.from)
  const back = new Set<Way>()
  const left = new Set<string>()
  const walk = (id: string, above: readonly string[]): void => {
    for (const way of from.get(id) ?? []) {
      if (way.to === id || above.includes(way.to)) back.add(way)
      else if (!left.has(way.to)) walk(way.to, [...above, id])
    }
    left.add(id)
  }
  walk(start, [])
  return { forward: ways.filter((way) => !back.has(way)), back: [...back] }
}

/** What can be reached from the start, in the order in which it is met. */
function reached(ways: readonly Way[], start: string): ReadonlySet<string> {
  const found = new Set([start])
  for (const id of found) for (const { from, to } of ways) if (from === id) found.add(to)
  return found
}

/** Where failures lead, and what else leads to a person. */
function failuresOf(flow: CompiledFlow): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const state of Object.values(flow.states)) {
    if (state.file !== flow.file) continue
    for (const exit of Object.values(state.exits)) {
      if (!isAside(flow, exit) || stageOf(flow, exit.target) === stageOf(flow, state.id)) continue
      const to = stageOf(flow, exit.target)
      found.set(to, (found.get(to) ?? new Set()).add(exit.name))
    }
  }
  return found
}

function groupedBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group === undefined) groups.set(key(item), [item])
    else group.push(item)
  }
  return groups
}
