import type { CompiledFlow, CompiledOn } from "../compile/model.ts"
import type { Conversation, Run } from "../types.ts"
import { isBusy } from "./busy.ts"
import { type Place, placeOf, type Releases } from "./draft.ts"

/** An entry of `on` that is open now, with where it stands. */
export type OpenEntry = {
  /** Its name; with `@run` when an entry nearer to the top has the same. */
  readonly intent: string
  readonly run: string
  readonly frameIndex: number
  readonly entry: CompiledOn
}

/** Returns the entries of `on` at the active states of a run, the inner before the outer. */
export function entriesOf(releases: Releases, run: Run): readonly Omit<OpenEntry, "intent">[] {
  const entries: Omit<OpenEntry, "intent">[] = []
  for (let index = run.position.length - 1; index >= 0; index -= 1) {
    for (const entry of entriesAt(placeOf(releases, run, index)))
      entries.push({ run: run.id, frameIndex: index, entry })
  }
  return entries
}

/** Returns the entries of `on` that are open at one place. */
export function entriesAt({ flow, state }: Place): readonly CompiledOn[] {
  return [...[state.id, ...state.ancestors].flatMap((id) => onOf(flow, id)), ...flow.on]
}

function onOf(flow: CompiledFlow, id: string): readonly CompiledOn[] {
  return flow.states[id]?.on ?? []
}

/**
 * Returns every entry that a customer's words may mean: of the runs that talk, the top first, then of the parked;
 * none of a run that a service works for.
 */
export function openIntents(releases: Releases, conversation: Conversation): readonly OpenEntry[] {
  const order = [...conversation.stack].reverse()
  const parked = Object.keys(conversation.runs).filter((id) => !order.includes(id))
  const taken = new Set<string>()
  return [...order, ...parked].flatMap((id) => {
    const run = conversation.runs[id]
    if (run === undefined || isBusy(run)) return []
    return entriesOf(releases, run).flatMap(({ run, frameIndex, entry }): OpenEntry[] => {
      if (entry.document.says === undefined) return []
      const intent = taken.has(entry.name) ? `${entry.name}@${run}` : entry.name
      if (taken.has(intent)) return []
      taken.add(intent)
      return [{ intent, run, frameIndex, entry }]
    })
  })
}
