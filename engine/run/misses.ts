import { type CommandResult, done } from "./command-result.ts"
import { type Draft, placeOf, runOf } from "./draft.ts"
import { findSlot, labelOf, miss, stateOfSlot } from "./fill.ts"
import { startPattern } from "./patterns.ts"
import { closeQuestion } from "./question.ts"

/** Counts a miss: of the slot that was asked, which a collect bounds, and of the talk as a whole. */
export function misunderstood(draft: Draft): CommandResult {
  const { question } = draft.conversation
  const misses = draft.conversation.misses + 1
  draft.conversation = { ...draft.conversation, misses }
  const run = question === undefined ? undefined : draft.conversation.runs[question.run]
  let label = ""
  if (question?.kind === "slot" && run !== undefined) {
    const [name = ""] = question.id.split(".")
    const at = findSlot(draft, run, name)
    if (at !== null) {
      label = labelOf(draft, run, at)
      miss(draft, run.id, at)
      closeQuestion(draft)
      const place = placeOf(draft.releases, runOf(draft, run.id))
      const attempts = place.state.document.type === "collect" ? (place.state.document.attempts ?? 3) : 3
      if ((stateOfSlot(runOf(draft, run.id), at)?.misses ?? 0) >= attempts) return done
    }
  }
  if (run?.pattern !== undefined) return done
  const takes = { misses, label, asking: question?.kind ?? "nothing" }
  startPattern(draft, "cannot-understand", takes, run === undefined ? {} : { run: run.id })
  return done
}

/** Says that the last message was not understood where its miss closed the question, and nothing is left to be asked. */
export function notUnderstood(draft: Draft): void {
  const takes = { misses: draft.conversation.misses, label: "", asking: "nothing" }
  startPattern(draft, "cannot-understand", takes)
}
