import type { CompiledOn } from "../compile/model.ts"
import type { Json, Run, Timer, Values } from "../types.ts"
import { isBusy } from "./busy.ts"
import {
  type Draft,
  dropFromRun,
  emit,
  log,
  newId,
  type Place,
  placeOf,
  runOf,
  setData,
  setRun,
  topRun,
} from "./draft.ts"
import { followEntry } from "./follow-entry.ts"
import { entriesOf, type OpenEntry } from "./intents.ts"
import { exitOf } from "./moves.ts"
import { businessRun, startPattern } from "./patterns.ts"
import { closeQuestion } from "./question.ts"
import { startRun } from "./runs.ts"
import { sayEntry } from "./speak.ts"
import { takeOn } from "./take-on.ts"
import { entryOf, removeTimer } from "./timers.ts"
import { takeExit } from "./transition.ts"
import { holds, valuesOf } from "./values.ts"

/** Fires a timer; one of another visit of its state is recorded and ignored. Returns the run that it moved. */
export function fireTimer(draft: Draft, id: string): Run | null {
  const { silence } = draft.conversation
  if (silence?.id === id) {
    fireSilence(draft, silence)
    return null
  }
  if (draft.conversation.quiet?.id === id) {
    const { quiet: _over, ...rest } = draft.conversation
    draft.conversation = rest
    return null
  }
  const run = Object.values(draft.conversation.runs).find(({ timers }) =>
    timers.some((timer) => timer.id === id),
  )
  const timer = run?.timers.find((other) => other.id === id)
  if (run === undefined || timer === undefined) {
    log(draft, { kind: "timer.fired", open: { timer: id, name: "", ignored: true } })
    return null
  }
  // A delivery from before the term was stopped or made longer: the timer stays for its time.
  if (timer.pausedSince !== undefined || Date.parse(timer.due) > Date.parse(draft.now)) {
    log(draft, { kind: "timer.fired", open: { timer: id, name: timer.name, ignored: true } }, { run: run.id })
    return null
  }
  removeTimer(draft, run.id, id)
  const found = placeOfTimer(draft, run, timer)
  log(
    draft,
    {
      kind: "timer.fired",
      open: { timer: id, name: timer.name, ...(found === null ? { ignored: true } : {}) },
    },
    { run: run.id },
  )
  if (found === null) return null
  const { place, owner } = found
  if (timer.kind === "sla") return endHandoff(draft, run, place, "timeout")
  if (timer.kind === "until") {
    const exit = exitOf(place, owner, "timeout")
    if (exit !== null) takeExit(draft, run.id, place.index, owner, exit, { by: "timer" })
    return runOf(draft, run.id)
  }
  const entry = entryOf(draft, run, timer)
  if (entry === null || !holds(valuesOf(draft, run, place.scope), entry.document.when)) return null
  if (entry.exit === null) {
    sayNowOrLater(draft, { run: run.id, frameIndex: place.index, entry })
    return runOf(draft, run.id)
  }
  if (draft.conversation.stack.includes(run.id)) sayEntry(draft, place, entry)
  if (draft.conversation.question?.run === run.id) closeQuestion(draft)
  takeOn(draft, run.id, place.index, entry, entry.exit, null)
  return runOf(draft, run.id)
}

function placeOfTimer(draft: Draft, run: Run, timer: Timer): { place: Place; owner: string } | null {
  const parts = timer.path.split("/")
  const owner = parts.at(-1) ?? ""
  const place = run.position.length < parts.length ? null : placeOf(draft.releases, run, parts.length - 1)
  if (place === null || place.scope !== parts.slice(0, -1).join("/")) return null
  return place.frame.visits[owner] === timer.visit ? { place, owner } : null
}

/** Says what an entry says, unless a person or a service has the customer, a checkpoint of another run is open, or it is night. */
function sayNowOrLater(draft: Draft, open: Omit<OpenEntry, "intent">): void {
  const { run: id, frameIndex: frame, entry } = open
  const { question, stack } = draft.conversation
  const top = topRun(draft)
  const isHeld = top !== null && (top.handoff !== undefined || isBusy(top))
  const isGated = question?.kind === "checkpoint" && question.run !== id
  const { calendar } = draft.releases.current
  const isNight = draft.unasked && !stack.includes(id) && calendar.afterQuiet(draft.now) !== draft.now
  if (!isHeld && !isGated && !isNight) {
    followEntry(draft, open)
    return
  }
  const toSay = [...(runOf(draft, id).toSay ?? []), { frame, owner: entry.owner, name: entry.name }]
  setRun(draft, id, { toSay, wantsToTalk: true })
}

/** Nobody answered for a while: the author's nudge, or the pattern. At most one per question. */
function fireSilence(draft: Draft, silence: NonNullable<typeof draft.conversation.silence>): void {
  const { silence: _fired, ...rest } = draft.conversation
  draft.conversation = { ...rest, silences: rest.silences + 1 }
  log(draft, { kind: "timer.fired", open: { timer: silence.id, name: "silence" } }, { run: silence.run })
  const run = draft.conversation.runs[silence.run]
  if (run === undefined || draft.conversation.stack.at(-1) !== silence.run) return
  const found =
    silence.name === ""
      ? undefined
      : entriesOf(draft.releases, run).find(({ entry }) => entry.name === silence.name)
  if (found !== undefined) followEntry(draft, found)
  else startPattern(draft, "silence", { count: draft.conversation.silences }, { run: run.id })
}

/**
 * Takes an outside event to the runs that it correlates to: a state that accepts it takes its exit, else it is kept
 * until one does or the run ends. The key `customer` is the conversation's own: whom it knows. Returns the runs that
 * the event moved; null when it is for none of them.
 */
export function receiveEvent(
  draft: Draft,
  event: string,
  given: Values | undefined,
  payload: Json,
): readonly Run[] | null {
  const { customer, ...keys } = given ?? {}
  if (customer !== undefined && customer !== draft.conversation.customer.id) {
    log(draft, { kind: "event.received", open: { event, taken: false }, personal: { payload } })
    return null
  }
  const isForCustomer = customer !== undefined && Object.keys(keys).length === 0
  const correlation = given === undefined || isForCustomer ? undefined : keys
  const runs = Object.values(draft.conversation.runs).filter(
    (run) => run.pattern === undefined && correlates(run, correlation),
  )
  const accepting = runs.flatMap((run) => {
    const found = entriesOf(draft.releases, run).find(
      ({ frameIndex, entry }) =>
        entry.document.event === event &&
        holds(valuesOf(draft, run, placeOf(draft.releases, run, frameIndex).scope), entry.document.when, {
          event: payload,
        }),
    )
    return found === undefined ? [] : [found]
  })
  log(draft, { kind: "event.received", open: { event, taken: accepting.length > 0 }, personal: { payload } })
  if (accepting.length > 0) {
    return accepting.map(({ run, frameIndex, entry }) => {
      if (entry.exit === null) {
        keepPayload(draft, run, frameIndex, entry, payload)
        sayNowOrLater(draft, { run, frameIndex, entry })
        return runOf(draft, run)
      }
      if (draft.conversation.question?.run === run) closeQuestion(draft)
      takeOn(draft, run, frameIndex, entry, entry.exit, payload)
      return runOf(draft, run)
    })
  }
  if (correlation !== undefined && runs.length > 0) {
    for (const run of runs)
      setRun(draft, run.id, { events: [...run.events, { event, payload, at: draft.now }] })
    return []
  }
  const started = Object.values(draft.releases.current.flows).find(
    (flow) => flow.document.triggers?.events?.includes(event) === true,
  )
  if (started === undefined) return null
  const takes = Object.keys(started.document.takes ?? {})
  const told =
    typeof payload === "object" && payload !== null && !Array.isArray(payload) ? (payload as Values) : {}
  const { stack } = draft.conversation
  const id = startRun(draft, started.id, {
    takes: Object.fromEntries(Object.entries(told).filter(([name]) => takes.includes(name))),
  })
  // It begins behind what is open and comes on top when it has something to say and may.
  draft.conversation = { ...draft.conversation, stack }
  return [runOf(draft, id)]
}

function keepPayload(
  draft: Draft,
  runId: string,
  frameIndex: number,
  { document }: CompiledOn,
  payload: Json,
): void {
  if (document.save === undefined) return
  const { scope } = placeOf(draft.releases, runOf(draft, runId), frameIndex)
  setData(draft, runId, scope, { [document.save]: payload })
}

function correlates(run: Run, correlation: Values | undefined): boolean {
  if (correlation === undefined) return true
  const keys = Object.entries(correlation)
  return keys.length > 0 && keys.every(([key, value]) => run.correlation[key] === value)
}

/** Leaves a hand-off by one of its own exits. */
export function endHandoff(
  draft: Draft,
  run: Run,
  place: Place,
  exitName: string,
  given: Json | null = null,
): Run {
  const { handoff } = run
  const exit = exitOf(place, place.state.id, exitName)
  if (exit === null) throw new Error(`The hand-off "${place.state.id}" has no exit "${exitName}".`)
  dropFromRun(draft, run.id, "handoff")
  if (handoff !== undefined) {
    emit(draft, { effect: "close-handoff", id: newId(draft, "effect"), handoff: handoff.id })
    if (exitName === "timeout")
      log(
        draft,
        { kind: "handoff.timeout", open: { handoff: handoff.id, queue: handoff.queue } },
        { run: run.id },
      )
  }
  const { document } = place.state
  const save = document.type === "handoff" && given !== null ? document.save : undefined
  if (save !== undefined) setData(draft, run.id, place.scope, { [save]: given })
  takeExit(draft, run.id, place.index, place.state.id, exit, {
    by: exitName === "timeout" ? "timer" : "agent",
    ...(save === undefined ? {} : { memory: { saved: { name: save, value: given } } }),
  })
  return runOf(draft, run.id)
}

/** Sets the timer of silence for the question now open, or takes off the one that no longer fits. */
export function timeSilence(draft: Draft): void {
  const { conversation } = draft
  const wanted = silencePlan(draft)
  if (conversation.silence !== undefined) {
    emit(draft, { effect: "cancel-timer", id: newId(draft, "effect"), timer: conversation.silence.id })
    const { silence: _cancelled, ...rest } = draft.conversation
    draft.conversation = rest
  }
  if (wanted === null) return
  const id = newId(draft, "timer")
  draft.conversation = { ...draft.conversation, silence: { id, ...wanted } }
  emit(draft, { effect: "set-timer", id: newId(draft, "effect"), timer: id, due: wanted.due })
}

function silencePlan(draft: Draft): { name: string; due: string; run: string } | null {
  const { question, silences, paused, status } = draft.conversation
  if (question === undefined || silences > 0 || paused === true || status === "ended") return null
  const run = draft.conversation.runs[question.run]
  if (run === undefined || draft.conversation.stack.at(-1) !== run.id || run.handoff !== undefined)
    return null
  const place = placeOf(draft.releases, run)
  if (place.flow.slots[question.id]?.type === "documents") return null
  const nudge = entriesOf(draft.releases, run).find(
    ({ entry }) => entry.document.silence !== undefined,
  )?.entry
  const patience = nudge?.document.silence ?? place.release.settings.defaults.silence
  if (patience === undefined || (nudge === undefined && businessRun(draft) === null)) return null
  const { calendar } = place.release
  return {
    name: nudge?.name ?? "",
    due: calendar.afterQuiet(calendar.addDuration(draft.now, patience)),
    run: run.id,
  }
}
