import { questionnairesOf } from "../states/checkpoint.ts"
import type { ActContext, StateAct } from "../states/kind.ts"
import { kindOf } from "../states/registry.ts"
import type { Json } from "../types.ts"
import { accept, acceptedText, acceptSilently } from "./accept.ts"
import { isBusy } from "./busy.ts"
import { callService, mustReadBack, readBack } from "./call.ts"
import { clearSlot } from "./clear-slot.ts"
import { replacing } from "./computed.ts"
import { checkedData, endWalk, leavesWrite, refuseCorrection } from "./correction.ts"
import { type Draft, isOpen, log, type Place, placeOf, runOf, setData, setRun, stateName } from "./draft.ts"
import { type Regulated, regulatedText, standingEvidence, wordingStands } from "./evidence.ts"
import { fillSlot, offeredKeys, slotIn } from "./fill.ts"
import { openQueue, requestHandoff } from "./handoff.ts"
import { exitOf } from "./moves.ts"
import { fillNamed } from "./named-option.ts"
import { startPattern } from "./patterns.ts"
import { hasLapsed } from "./proof.ts"
import { askCheckpoint, askSlot } from "./question.ts"
import { correlateRun, endRun, parkRun } from "./runs.ts"
import { say, sayEntry, sayWording } from "./speak.ts"
import { takeKeptEvent } from "./take-on.ts"
import { type Cause, enterFlow, takeExit } from "./transition.ts"
import { evaluateIn, inputValues, slotState, valuesOf } from "./values.ts"
import { walk } from "./walk.ts"

/** How far a run came: it waits for someone, it ended, it was parked, or it would speak but must not yet. */
export type Advanced =
  | "waits"
  | "parked"
  | "silenced"
  | { readonly ended: string; readonly output: Readonly<Record<string, Json>> }

/**
 * Moves a run forward until it waits, one exit a state. A run that is not on top may decide and call, but stops
 * before a state that talks.
 */
export function advance(draft: Draft, runId: string, mayTalk: boolean): Advanced {
  for (;;) {
    const run = runOf(draft, runId)
    if (isBusy(run) || run.handoff !== undefined) return "waits"
    const place = placeOf(draft.releases, run)
    fillTold(draft, place)
    correlateRun(draft, runId)
    const now = runOf(draft, runId) === run ? place : placeOf(draft.releases, runOf(draft, runId))
    const walked = walk(draft, now)
    if (walked === "refused") return "waits"
    if (walked === "moved") continue
    if (takeKeptEvent(draft, now)) continue
    if (mayTalk) sayWhatWaited(draft, runId)
    const act = kindOf(now.state.document).act(now.state.document, contextOf(draft, now))
    const done = perform(draft, now, act, mayTalk)
    if (done !== "on") return done
    if (!isOpen(draft, runId)) throw new Error(`The run "${runId}" vanished while it moved.`)
  }
}

/** Says the entries that came while the run might not talk; one whose flow has ended is over. */
function sayWhatWaited(draft: Draft, runId: string): void {
  const { toSay, position } = runOf(draft, runId)
  if (toSay === undefined || toSay.length === 0) return
  setRun(draft, runId, { toSay: [] })
  for (const { frame, owner, name } of toSay) {
    if (frame >= position.length) continue
    const place = placeOf(draft.releases, runOf(draft, runId), frame)
    const entries = owner === "" ? place.flow.on : (place.flow.states[owner]?.on ?? [])
    const entry = entries.find((one) => one.name === name)
    if (entry !== undefined) sayEntry(draft, place, entry)
  }
}

function perform(draft: Draft, place: Place, act: StateAct, mayTalk: boolean): Advanced | "on" {
  const runId = place.run.id
  switch (act.is) {
    case "exit":
      if (act.problem !== undefined)
        log(
          draft,
          { kind: "problem", open: { code: "state-failed", message: act.problem } },
          { run: runId, state: stateName(place) },
        )
      return leave(draft, place, act.exit, {
        by: "state",
        ...(act.because === undefined ? {} : { because: act.because }),
      })
    case "say":
      if (!mayTalk) return silenced(draft, runId)
      if (act.say !== undefined) say(draft, place, tonedSay(draft, place) ?? act.say)
      if (act.wording !== undefined) sayWording(draft, place, act.wording)
      return leave(draft, place, act.exit, { by: "state" })
    case "clear-slot":
      clearSlot(draft, runId, place.scope, act.slot, "it is not asked, or no longer offered")
      return "on"
    case "default-slot": {
      const at = slotIn(draft, place.run, place.scope, act.slot)
      if (at === null) return "waits"
      const filled = fillSlot(draft, runId, at, act.value, { by: "default", at: draft.now }, true)
      if (filled === "refused") return leave(draft, place, "failed", { by: "state" })
      return "on"
    }
    case "ask":
      if (!mayTalk) return silenced(draft, runId)
      if (
        draft.conversation.question?.run === runId &&
        draft.conversation.question.entry > 0 &&
        isSameQuestion(draft, place, act)
      )
        return "waits"
      if (act.mode === "ask" && fillNamed(draft, place, act.slot)) return "on"
      askSlot(draft, place, act.slot, act.mode)
      return "waits"
    case "await-check":
      return "waits"
    case "show-checkpoint": {
      if (!mayTalk) return silenced(draft, runId)
      const document = place.state.document
      if (document.type !== "checkpoint") return "waits"
      const regulated = regulatedText(draft, place, document)
      if (regulated === null) {
        const id = document.wording ?? questionnairesOf(document).join('", "')
        log(
          draft,
          {
            kind: "problem",
            open: { code: "no-wording-in-force", message: `No version of "${id}" is in force.` },
          },
          { run: runId, state: stateName(place) },
        )
        return leave(draft, place, "failed", { by: "state" })
      }
      if (regulated.questions.length === 0 && document.questionnaire !== undefined)
        return leave(draft, place, "accepted", { by: "state" })
      if (!isOnScreen(draft, place, regulated)) askCheckpoint(draft, place, document, regulated, false)
      return "waits"
    }
    case "accept-silently":
      acceptSilently(draft, place, act.proof)
      restoreAccepted(draft, place)
      return leave(draft, placeOf(draft.releases, runOf(draft, runId)), "accepted", { by: "state" })
    case "accept-given": {
      const { document } = place.state
      const regulated = document.type === "checkpoint" ? regulatedText(draft, place, document) : null
      if (document.type !== "checkpoint" || regulated?.version !== act.version)
        return leave(draft, place, "failed", { by: "state" })
      accept(draft, place, document, regulated, { words: "", by: act.by })
      return leave(draft, placeOf(draft.releases, runOf(draft, runId)), "accepted", { by: "state" })
    }
    case "call":
      if (mustReadBack(place, act.operation)) {
        if (!mayTalk) return silenced(draft, runId)
        readBack(draft, place)
        return "waits"
      }
      if (isPassed(draft, place)) return loops(draft, place)
      return callService(draft, place, act.operation, act.input, mayTalk)
    case "handoff":
      if (!mayTalk) return silenced(draft, runId)
      if (place.state.document.type === "handoff")
        requestHandoff(draft, place, place.state.document, act.queue)
      return "waits"
    case "enter":
      if (Object.keys(act.input).length > 0 && mustReadBack(place, null)) {
        if (!mayTalk) return silenced(draft, runId)
        readBack(draft, place)
        return "waits"
      }
      return enterSubflow(draft, place, act.flow, act.input)
    case "wait":
      if (leavesWrite(place.run)) {
        refuseCorrection(draft, runId)
        return "waits"
      }
      endWalk(draft, runId)
      if (draft.conversation.stack.includes(runId)) parkRun(draft, runId)
      return "parked"
    case "end":
      return finish(draft, place, act.outcome, act.output)
  }
}

function silenced(draft: Draft, runId: string): Advanced {
  setRun(draft, runId, { wantsToTalk: true })
  return "silenced"
}

function isSameQuestion(draft: Draft, place: Place, act: Extract<StateAct, { is: "ask" }>): boolean {
  const { question } = draft.conversation
  if (
    question === undefined ||
    question.path !== place.path ||
    question.visit !== place.frame.visits[place.state.id]
  )
    return false
  if (question.mode === "which" && act.mode === "summary") return true
  return question.mode === act.mode && question.id === (act.mode === "summary" ? place.state.id : act.slot)
}

/** What stands gives its answers or its text again, also after a correction has emptied the data. */
function restoreAccepted(draft: Draft, place: Place): void {
  const { document } = place.state
  if (document.type !== "checkpoint" || document.save === undefined) return
  const evidence = standingEvidence(draft, place, document)
  if (evidence === null) return
  setData(draft, place.run.id, place.scope, { [document.save]: evidence.answers ?? acceptedText(evidence) })
}

/** Whether the very text of this visit's checkpoint is the open question. */
function isOnScreen(draft: Draft, place: Place, regulated: Regulated): boolean {
  const { question } = draft.conversation
  if (question?.run !== place.run.id || question.path !== place.path) return false
  return question.visit === place.frame.visits[place.state.id] && question.inputs === regulated.inputs
}

/** Takes an exit of the state itself. */
function leave(draft: Draft, place: Place, name: string, cause: Cause): Advanced | "on" {
  const exit = exitOf(place, place.state.id, name)
  if (exit === null) throw new Error(`"${stateName(place)}" has no exit "${name}".`)
  if (isPassed(draft, place)) return loops(draft, place)
  takeExit(draft, place.run.id, place.index, place.state.id, exit, cause)
  return "on"
}

/** Notes that a state is passed, and whether it was before: then nothing on the way has waited but for services. */
function isPassed(draft: Draft, place: Place): boolean {
  const passed = `${place.run.id}:${place.path}`
  if (draft.passed.has(passed)) return true
  draft.passed.add(passed)
  return false
}

function loops(draft: Draft, place: Place): Advanced {
  const message = `"${stateName(place)}" was passed twice without waiting.`
  const where = { run: place.run.id, state: stateName(place) }
  log(draft, { kind: "problem", open: { code: "endless-loop", message } }, where)
  return { ended: "failed", output: {} }
}

/** Values told before their flow was open go into its slots when it opens. */
function fillTold(draft: Draft, place: Place): void {
  for (const told of place.run.told) {
    const at = slotIn(draft, place.run, place.scope, told.slot)
    if (at === null) continue
    const run = runOf(draft, place.run.id)
    setRun(draft, place.run.id, { told: run.told.filter((other) => other !== told) })
    fillSlot(draft, place.run.id, at, told.value, told.from, told.certain ?? true)
  }
}

function enterSubflow(
  draft: Draft,
  place: Place,
  flowId: string,
  input: Readonly<Record<string, Json>>,
): Advanced | "on" {
  const flow = place.release.flows[flowId]
  if (flow === undefined) throw new Error(`The release has no flow "${flowId}".`)
  const run = place.run
  const inner = run.scopes[place.path]
  const checked = inner === undefined ? {} : checkedData(flow, inner)
  // Come back to in a circle it starts anew; after a correction it goes on with what was told.
  const isAnew = run.memory.some(({ path }) => path === place.path)
  const slots = isAnew ? {} : (inner?.slots ?? {})
  const scope = replacing(inner, { flow: flowId, slots, data: { ...checked, ...input } })
  setRun(draft, run.id, { scopes: { ...run.scopes, [place.path]: scope } })
  enterFlow(draft, run.id, flow)
  return "on"
}

/** Ends the innermost flow: its group goes on by the outcome, or the sub-flow returns, or the run is over. */
function finish(
  draft: Draft,
  place: Place,
  outcome: string,
  output: Readonly<Record<string, Json>>,
): Advanced | "on" {
  const [group] = place.state.ancestors
  const runId = place.run.id
  if (group !== undefined) {
    const exit = exitOf(place, group, outcome)
    if (exit === null) throw new Error(`The group "${group}" has no exit "${outcome}".`)
    if (isPassed(draft, place)) return loops(draft, place)
    takeExit(draft, runId, place.index, group, exit, { by: "state" })
    return "on"
  }
  if (place.index === 0) {
    if (!leavesWrite(place.run)) return { ended: outcome, output }
    refuseCorrection(draft, runId)
    return "waits"
  }
  const outer = placeOf(draft.releases, place.run, place.index - 1)
  const { document } = outer.state
  const save = document.type === "subflow" ? document.save : undefined
  if (save !== undefined) setData(draft, runId, outer.scope, { [save]: output })
  const exit = exitOf(outer, outer.state.id, outcome)
  if (exit === null) throw new Error(`"${stateName(outer)}" has no exit "${outcome}".`)
  if (isPassed(draft, outer)) return loops(draft, outer)
  takeExit(draft, runId, outer.index, outer.state.id, exit, {
    by: "flow",
    ...(save === undefined ? {} : { memory: { saved: { name: save, value: output } } }),
  })
  return "on"
}

function tonedSay(draft: Draft, place: Place) {
  const { document } = place.state
  const mood = draft.conversation.mood
  return document.type === "message" && mood !== undefined ? document.tone?.[mood] : undefined
}

function contextOf(draft: Draft, place: Place): ActContext {
  const values = valuesOf(draft, place.run, place.scope)
  return {
    values,
    evaluate: (source, extra) => evaluateIn(values, source, extra),
    slot: (name) => slotState(place.run, place.flow, name, place.scope),
    slotDocument: (name) => place.flow.slots[name],
    offeredKeys: (name) => offeredKeys(draft, place, place.flow.slots[name]),
    stands: (wording) => wordingStands(draft, place, wording),
    standing: () =>
      place.state.document.type === "checkpoint"
        ? standingEvidence(draft, place, place.state.document)
        : null,
    hasLapsed: (proof) => hasLapsed(draft, place, proof),
    operationInput: (fields) => inputValues(values, fields),
    isQueueOpen: (queue) => openQueue(place, queue, draft.now),
  }
}

/** Ends a root run and starts what follows from a failure: a person. */
export function closeRun(
  draft: Draft,
  runId: string,
  outcome: string,
  output: Readonly<Record<string, Json>>,
) {
  const run = endRun(draft, runId, outcome, output)
  if (outcome === "failed" && run.pattern === undefined)
    startPattern(draft, "human-requested", { flow: run.flow })
  return run
}
