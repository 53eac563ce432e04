import type { Run } from "../types.ts"
import { type Advanced, advance, closeRun } from "./advance.ts"
import { type Draft, dropFromRun, emit, isOpen, log, newId, runOf, topRun } from "./draft.ts"
import { actOnPattern } from "./pattern-outcomes.ts"
import { flowTitle, startPattern } from "./patterns.ts"
import { closeQuestion } from "./question.ts"
import { resumeRun } from "./runs.ts"

/** More moves than any sane turn needs; beyond it the flow set is at fault. */
const mostMoves = 100

/**
 * Brings the conversation to rest: the run on top moves until it waits, what ends gives way to what is below, and
 * an open question that other words have pushed up is asked again.
 */
export function settle(draft: Draft): void {
  for (let moves = 0; moves < mostMoves; moves += 1) {
    if (draft.conversation.status === "ended") return
    const top = topRun(draft)
    if (top === null) {
      if (!wake(draft)) return
      continue
    }
    const advanced = advance(draft, top.id, true)
    if (typeof advanced === "object") {
      finishRun(draft, top.id, advanced)
      continue
    }
    if (advanced === "parked" || topRun(draft)?.id !== top.id) continue
    const { question } = draft.conversation
    if (
      question !== undefined &&
      question.run === top.id &&
      question.entry < draft.lastSaid &&
      !isBusy(runOf(draft, top.id))
    ) {
      closeQuestion(draft)
      continue
    }
    if (!wake(draft)) return
  }
  throw new Error(
    `The conversation "${draft.conversation.id}" did not come to rest within ${mostMoves} moves.`,
  )
}

/** Moves a run that is not on top as far as it may go without talking. */
export function moveBehind(draft: Draft, runId: string): void {
  const advanced = advance(draft, runId, false)
  if (typeof advanced === "object") finishRun(draft, runId, advanced)
}

function isBusy(run: Run): boolean {
  return run.handoff !== undefined || run.pending.some((call) => call.slot === undefined)
}

/** Puts a parked run that has something to say on top, unless a checkpoint is open, a person speaks or a service works. */
function wake(draft: Draft): boolean {
  const { runs, stack, question } = draft.conversation
  const waiting = Object.values(runs).find((run) => run.wantsToTalk === true && !stack.includes(run.id))
  if (waiting === undefined) return false
  const top = topRun(draft)
  if (top !== null && (isBusy(top) || question?.kind === "checkpoint")) return false
  if (draft.unasked && isQuiet(draft)) return false
  dropFromRun(draft, waiting.id, "wantsToTalk")
  resumeRun(draft, waiting.id)
  return true
}

/** Whether what we would start must wait for the morning; then a timer is set for its end. */
function isQuiet(draft: Draft): boolean {
  const due = draft.releases.current.calendar.afterQuiet(draft.now)
  if (due === draft.now) return false
  if (draft.conversation.quiet === undefined) {
    const id = newId(draft, "timer")
    draft.conversation = { ...draft.conversation, quiet: { id, due } }
    emit(draft, { effect: "set-timer", id: newId(draft, "effect"), timer: id, due })
  }
  return true
}

export function finishRun(draft: Draft, runId: string, { ended, output }: Exclude<Advanced, string>): void {
  if (!isOpen(draft, runId)) return
  const wasOnTop = topRun(draft)?.id === runId
  const run = closeRun(draft, runId, ended, output)
  if (run.pattern !== undefined) {
    actOnPattern(draft, run.pattern, ended, output)
    return
  }
  followUp(draft, run, ended, wasOnTop)
}

/** After a flow: the interrupted one is taken up again, or the customer is asked what else there is. */
export function followUp(draft: Draft, run: Run, outcome: string, wasOnTop: boolean): void {
  if (outcome === "failed") return
  const below = topRun(draft)
  if (below !== null) {
    if (wasOnTop && below.pattern === undefined)
      startPattern(draft, "resume", { title: flowTitle(draft, below.flow) })
    return
  }
  startPattern(draft, "completed", { title: flowTitle(draft, run.flow), outcome })
}

/** Ends the conversation; parked runs stay and may still be moved by their timers and events. */
export function endConversation(draft: Draft): void {
  closeQuestion(draft)
  draft.conversation = { ...draft.conversation, status: "ended", stack: [] }
  log(draft, { kind: "conversation.ended", open: {} })
}
