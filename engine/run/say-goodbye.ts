import type { Run } from "../types.ts"
import { advance } from "./advance.ts"
import { skip } from "./answers.ts"
import { type CommandResult, done, notDone } from "./command-result.ts"
import { type Draft, placeOf } from "./draft.ts"
import { newDraft } from "./new-draft.ts"
import { businessRun, flowTitle, startPattern, yieldPatterns } from "./patterns.ts"
import { moveBehind } from "./settle.ts"

/**
 * Starts the pattern for a customer who leaves. A run that is over once its open question is passed over (还需要办什么吗)
 * ends by that and holds nobody back; of any other the pattern is told that it is open.
 */
export function sayGoodbye(draft: Draft): CommandResult {
  yieldPatterns(draft)
  const run = businessRun(draft)
  const isOver = run !== null && endsIfPassedOver(draft, run)
  const takes = { open: run !== null && !isOver, title: run === null ? "" : flowTitle(draft, run.flow) }
  if (startPattern(draft, "end", takes, run === null || isOver ? {} : { run: run.id }) === null)
    return notDone('the flow set has no pattern "end"')
  if (isOver && passOver(draft, run)) moveBehind(draft, run.id)
  return done
}

/** Tried on a draft of its own, of which nothing is kept. */
function endsIfPassedOver({ releases, conversation, now }: Draft, run: Run): boolean {
  const { question } = conversation
  if (question?.kind !== "slot" || question.run !== run.id) return false
  const at = placeOf(releases, run)
  if (at.flow.slots[question.id]?.optional !== true) return false
  const trial = newDraft(releases, conversation, now)
  return passOver(trial, run) && typeof advance(trial, run.id, false) === "object"
}

function passOver(draft: Draft, run: Run): boolean {
  const { question } = draft.conversation
  return question !== undefined && skip(draft, placeOf(draft.releases, run), question.id)
}
