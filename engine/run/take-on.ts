import type { CompiledExit, CompiledOn } from "../compile/model.ts"
import type { Json } from "../types.ts"
import { type Draft, type Place, placeOf, runOf, setData, setRun } from "./draft.ts"
import { entriesOf } from "./intents.ts"
import { takeExit } from "./transition.ts"
import { holds, valuesOf } from "./values.ts"

/** Takes the exit of an entry of `on`, keeping an event's payload where the entry says so. */
export function takeOn(
  draft: Draft,
  runId: string,
  frameIndex: number,
  entry: CompiledOn,
  exit: CompiledExit,
  payload: Json | null,
): void {
  const place = placeOf(draft.releases, runOf(draft, runId), frameIndex)
  const saved =
    entry.document.save === undefined || payload === null
      ? undefined
      : { name: entry.document.save, value: payload }
  if (saved !== undefined) setData(draft, runId, place.scope, { [saved.name]: saved.value })
  takeExit(draft, runId, frameIndex, entry.owner, exit, {
    by:
      entry.document.event !== undefined ? "event" : entry.document.says !== undefined ? "customer" : "timer",
    ...(saved === undefined ? {} : { memory: { saved } }),
  })
}

/** A correlated event that came before its state: taken as soon as a state accepts it. */
export function takeKeptEvent(draft: Draft, { run }: Place): boolean {
  for (const kept of run.events) {
    const found = entriesOf(draft.releases, run).find(({ frameIndex, entry }) => {
      const { scope } = placeOf(draft.releases, run, frameIndex)
      const values = valuesOf(draft, run, scope)
      return (
        entry.exit !== null &&
        entry.document.event === kept.event &&
        holds(values, entry.document.when, { event: kept.payload })
      )
    })
    if (found === undefined || found.entry.exit === null) continue
    setRun(draft, run.id, { events: run.events.filter((other) => other !== kept) })
    takeOn(draft, run.id, found.frameIndex, found.entry, found.entry.exit, kept.payload)
    return true
  }
  return false
}
