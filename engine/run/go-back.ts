import type { Provenance, Run } from "../types.ts"
import { clearSlot } from "./clear-slot.ts"
import { type CommandResult, done, notDone } from "./command-result.ts"
import { blockingWrite, restart, stateAt } from "./correction.ts"
import { type Draft, flowIn, placeOf, releaseOf, runOf, setRun } from "./draft.ts"
import { findSlot, labelOf } from "./fill.ts"
import { businessRun, startPattern, yieldPatterns } from "./patterns.ts"
import { closeQuestion } from "./question.ts"
import { slotState } from "./values.ts"

/** Takes back what the customer answered last and asks it again; a write on the way there stops it. */
export function goBack(draft: Draft): CommandResult {
  yieldPatterns(draft)
  const run = businessRun(draft)
  const last = run === null ? null : lastAnswered(draft, run)
  if (run === null || last === null) {
    return startPattern(draft, "go-back", { possible: false, label: "" }) === null
      ? notDone("there is nothing to go back to")
      : done
  }
  const at = findSlot(draft, run, last.scope === "" ? last.slot : `${last.scope}/${last.slot}`)
  const label = at === null ? last.slot : labelOf(draft, run, at)
  clearSlot(draft, run.id, last.scope, last.slot, "the customer went back")
  if (blockingWrite(draft, run.id) !== null) {
    draft.conversation.runs[run.id] = run
    startPattern(draft, "too-late-to-correct", { label }, { run: run.id })
    return notDone("a write stands in the way")
  }
  if (draft.conversation.question?.run === run.id) closeQuestion(draft)
  if (last.memory !== null) {
    const { memory } = last
    setRun(draft, run.id, { memory: runOf(draft, run.id).memory.filter((other) => other !== memory) })
    restart(draft, run.id, run)
  }
  startPattern(draft, "go-back", { possible: true, label }, { run: run.id })
  return done
}

type Answered = {
  readonly scope: string
  readonly slot: string
  /** The memory of the collect that was left with it; null when that collect is still open. */
  readonly memory: Run["memory"][number] | null
}

/** Returns the slot that the customer answered last: in the collect now open, else in the last one of memory. */
function lastAnswered(draft: Draft, run: Run): Answered | null {
  const place = placeOf(draft.releases, run)
  const { document } = place.state
  if (document.type === "collect") {
    const slot = latestOf(draft, run, place.scope, document.slots)
    if (slot !== null) return { scope: place.scope, slot, memory: null }
  }
  for (const memory of [...run.memory].reverse()) {
    const state = stateAt(draft, run, memory.path)
    if (state?.type !== "collect") continue
    const scope = memory.path.split("/").slice(0, -1).join("/")
    const slot = latestOf(draft, run, scope, state.slots)
    if (slot !== null) return { scope, slot, memory }
  }
  return null
}

const customers: ReadonlySet<Provenance["by"] | undefined> = new Set(["said", "chosen", "offered"])

/** Of some slots the one that the customer himself gave, or passed over, last; in one message the last of the list. */
function latestOf(draft: Draft, run: Run, scope: string, slots: readonly string[]): string | null {
  const flow = flowIn(releaseOf(draft, run), run.scopes[scope]?.flow ?? run.flow)
  let latest: { readonly slot: string; readonly entry: number } | null = null
  for (const slot of slots) {
    const state = slotState(run, flow, slot, scope)
    const isGiven = state?.value !== undefined && customers.has(state.from?.by)
    if (state?.status !== "refused" && !isGiven) continue
    const entry = state.from?.entry ?? 0
    if (latest === null || entry >= latest.entry) latest = { slot, entry }
  }
  return latest?.slot ?? null
}
