import type { Json, Provenance } from "../types.ts"
import { clearSlot } from "./clear-slot.ts"
import { blockingWrite, restart } from "./correction.ts"
import { type Draft, runOf } from "./draft.ts"
import { fillSlot, labelOf, stateOfSlot, valueText } from "./fill.ts"
import { startPattern } from "./patterns.ts"
import { closeQuestion } from "./question.ts"
import { resumeRun } from "./runs.ts"
import type { SlotPlace } from "./values.ts"

/** What a correction changed, in the customer's words; `to` is "" when the value was only taken back. */
export type Change = { readonly label: string; readonly from: string; readonly to: string }

/**
 * Sets a slot anew, or takes its value back, and lets the run walk again from its start. A correction that would
 * change a write without `amend` moves nothing. Returns null when nothing changed.
 */
export function correctSlot(
  draft: Draft,
  runId: string,
  at: SlotPlace,
  value: Json | undefined,
  from: Provenance,
  certain: boolean,
): Change | null {
  const before = runOf(draft, runId)
  const old = stateOfSlot(before, at)
  if (value === undefined) clearSlot(draft, runId, at.scope, at.slot, "the customer took it back")
  else {
    const filled = fillSlot(draft, runId, at, value, from, certain)
    if (filled === "refused" || filled === "same") return null
  }
  const change = {
    label: labelOf(draft, before, at),
    from: valueText(draft, before, at, old?.value),
    to: valueText(draft, before, at, value),
  }
  if (old?.value === undefined && value === undefined) return null
  if (blockingWrite(draft, runId) !== null) {
    // The log keeps what was tried; the run stands as it stood.
    draft.conversation.runs[runId] = before
    startPattern(draft, "too-late-to-correct", { label: change.label }, { run: runId })
    return null
  }
  resumeRun(draft, runId)
  if (before.memory.length > 0) restart(draft, runId, before)
  if (draft.conversation.question?.run === runId) closeQuestion(draft)
  return change
}
