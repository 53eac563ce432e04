import type { Run } from "../types.ts"
import { type Advanced, advance, closeRun } from "./advance.ts"
import { isBusy } from "./busy.ts"
import { type Draft, dropFromRun, emit, isOpen, log, newId, runOf, topRun } from "./draft.ts"
import { actOnPattern } from "./pattern-outcomes.ts"
import { flowTitle, startPattern, yieldPatterns } from "./patterns.ts"
import { closeQuestion } from "./question.ts"
import { endRun, mayTakePlace, resumeRun } from "./runs.ts"

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
    if (top.wantsToTalk === true) dropFromRun(draft, top.id, "wantsToTalk")
    const advanced = advance(draft, top.id, true)
    if (typeof advanced === "object") {
      finishRun(draft, top.id, advanced)
      continue
    }
    if (advanced === "parked") resumeBelow(draft)
    if (topRun(draft)?.id !== top.id) continue
    const { question } = draft.conversation
    if (
      question !== undefined &&
      question.run === top.id &&
      question.entry < draft.lastSaid &&
      !isHeld(runOf(draft, top.id))
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

/** Whether a person or a service has the run. */
function isHeld(run: Run): boolean {
  return run.handoff !== undefined || isBusy(run)
}

/** Puts a parked run that has something to say on top, unless a checkpoint is open, a person speaks or a service works. */
function wake(draft: Draft): boolean {
  const { runs, stack, question } = draft.conversation
  const waiting = Object.values(runs).find(
    (run) => run.wantsToTalk === true && !stack.includes(run.id) && mayTakePlace(draft.conversation, run.id),
  )
  if (waiting === undefined) return false
  const top = topRun(draft)
  if (top !== null && (isHeld(top) || question?.kind === "checkpoint")) return false
  if (draft.unasked && isQuiet(draft)) return false
  // What may have been meant, and what was only offered beside an answer, is not asked on behind the news.
  if (BEHIND_NEWS.has(top?.pattern?.pattern ?? "")) yieldPatterns(draft)
  return resumeRun(draft, waiting.id)
}

const BEHIND_NEWS: ReadonlySet<string> = new Set(["clarify", "knowledge-answer"])

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

function finishRun(draft: Draft, runId: string, { ended, output }: Exclude<Advanced, string>): void {
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
  // What ended behind has said nothing, so there is nothing to come back from.
  if (outcome === "failed" || !wasOnTop) return
  if (topRun(draft) !== null) resumeBelow(draft)
  else {
    draft.conversation = { ...draft.conversation, matter: run.flow }
    startPattern(draft, "completed", { title: flowTitle(draft, run.flow), outcome })
  }
}

/** The flow that was interrupted comes back on top; its question is asked again. */
function resumeBelow(draft: Draft): void {
  const below = topRun(draft)
  if (below !== null && below.pattern === undefined)
    startPattern(draft, "resume", { title: flowTitle(draft, below.flow) })
}

/** Ends the conversation; what talks is broken off, parked runs stay and may still be moved by their timers and events. */
export function endConversation(draft: Draft): void {
  for (const id of [...draft.conversation.stack].reverse()) endRun(draft, id, "cancelled", {})
  closeQuestion(draft)
  draft.conversation = { ...draft.conversation, status: "ended" }
  log(draft, { kind: "conversation.ended", open: {} })
}
