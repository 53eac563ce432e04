import type { OnEntryDocument } from "../document/schema.ts"
import type { Json } from "../types.ts"
import { entersByHistory, exitEvent, historyNode } from "./machine.ts"
import type { CompiledExit, CompiledFlow, CompiledState } from "./model.ts"

/** A part of an XState v5 machine configuration, as JSON. */
type Config = { readonly [key: string]: Json | undefined }

/**
 * Returns a flow as the JSON of an XState v5 machine configuration, to be read by other tools: `createMachine(JSON)`.
 * Every exit is an event `state#exit`. Guards stand by name, their CEL under `meta.guards`; timers and what else
 * triggers an exit are data under its `meta`, since only the engine knows working days and who is silent.
 */
export function exportXState(flow: CompiledFlow): string {
  const { document } = flow
  const root = `#${flow.id}`
  const path = (id: string): string => {
    const ancestors = flow.states[id]?.ancestors ?? []
    return [root, ...[...ancestors].reverse(), id].join(".")
  }
  const guards: Record<string, string> = {}
  const transition = (owner: CompiledState | null, exit: CompiledExit): Config => {
    const guard = guardOf(flow, owner, exit.name)
    if (guard !== null) guards[guard.name] = guard.cel
    const on = (owner === null ? document.on : owner.document.on)?.[exit.name]
    const meta = { ...triggerOf(on), ...(exit.clear.length === 0 ? {} : { clear: exit.clear }) }
    const isSelf = owner?.id === exit.target
    return {
      target: entersByHistory(flow.states, owner?.id ?? "", exit)
        ? `${path(exit.target)}.${historyNode(exit.target)}`
        : path(exit.target),
      ...(isSelf ? { reenter: true } : {}),
      ...(guard === null ? {} : { guard: guard.name }),
      ...described(on?.note, on?.title ?? caseTitle(owner, exit.name)),
      ...(Object.keys(meta).length === 0 ? {} : { meta }),
    }
  }
  const transitions = (owner: CompiledState | null, exits: readonly CompiledExit[]): Config =>
    exits.length === 0
      ? {}
      : {
          on: Object.fromEntries(
            exits.map((exit) => [exitEvent(owner?.id ?? "", exit.name), transition(owner, exit)]),
          ),
        }
  const nodes = (parent: string | null): Config =>
    Object.fromEntries(
      Object.values(flow.states)
        .filter(({ ancestors }) => (ancestors[0] ?? null) === parent)
        .map((state) => [state.id, node(state)]),
    )
  const node = (state: CompiledState): Config => {
    const { document: own, id } = state
    const common = {
      ...described(own.note, own.title),
      meta: metaOf(state),
      ...transitions(state, Object.values(state.exits)),
    }
    if (own.type === "group") {
      const history =
        own.history === true
          ? { [historyNode(id)]: { type: "history", history: "deep", target: path(own.start) } }
          : {}
      return { ...common, initial: own.start, states: { ...nodes(id), ...history } }
    }
    const ends = own.type === "final" && state.ancestors.length === 0
    return ends ? { type: "final", ...common, output: { outcome: own.outcome } } : common
  }
  const states = nodes(null)
  const flowExits = flow.on.flatMap(({ exit }) => (exit === null ? [] : [exit]))
  const on = transitions(null, flowExits)
  const config: Config = {
    id: flow.id,
    ...described(document.note, document.title),
    meta: { title: document.title, outcomes: document.outcomes, guards },
    initial: document.start,
    ...on,
    states,
  }
  return `${JSON.stringify(config, null, 2)}\n`
}

/** A case of a decision, or an entry of `on` with a condition. */
function guardOf(
  flow: CompiledFlow,
  owner: CompiledState | null,
  exit: string,
): { readonly name: string; readonly cel: string } | null {
  const document = owner?.document
  const decided = document?.type === "decision" ? document.cases[exit]?.when : undefined
  const cel = decided ?? (owner === null ? flow.document.on : document?.on)?.[exit]?.when
  return cel === undefined ? null : { name: `${owner?.id ?? flow.id}.${exit}`, cel }
}

function caseTitle(owner: CompiledState | null, exit: string): Json | undefined {
  return owner?.document.type === "decision" ? owner.document.cases[exit]?.title : undefined
}

/** Returns what triggers an exit besides the state's own work. */
function triggerOf(entry: OnEntryDocument | undefined): Config {
  const { event, says, silence, after, days, pausedIn, at } = entry ?? {}
  const trigger = { event, says, silence, after, days, pausedIn, at }
  return Object.fromEntries(Object.entries(trigger).filter(([, value]) => value !== undefined))
}

/** What other tools show: the note, else the title in the first locale. */
function described(note: string | undefined, title: Json | undefined): Config {
  if (note !== undefined) return { description: note.trim() }
  const text = typeof title === "object" && title !== null ? Object.values(title)[0] : title
  return typeof text === "string" ? { description: text } : {}
}

/** The fields of a state that say what it does, without those that XState has words for. */
function metaOf({ document, exits, reads }: CompiledState): Config {
  const { to: _to, on, note: _note, ...fields } = document
  const own: Record<string, unknown> = { ...fields }
  delete own.states
  delete own.start
  const staying = Object.entries(on ?? {}).filter(([name]) => !Object.hasOwn(exits, name))
  return JSON.parse(
    JSON.stringify({
      ...own,
      ...(staying.length === 0 ? {} : { answers: Object.fromEntries(staying) }),
      ...(reads.length === 0 ? {} : { reads }),
    }),
  ) as Config
}
