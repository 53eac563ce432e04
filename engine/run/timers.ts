import type { CompiledOn, Release } from "../compile/model.ts"
import type { Json, Run, Timer } from "../types.ts"
import { type Draft, emit, joinPath, log, newId, placeOf, releaseOf, runOf, setRun } from "./draft.ts"
import { evaluateIn, valuesOf } from "./values.ts"

/** What a timer is set for: an entry of `on`, the `until` of a wait, or the patience of a hand-off. */
export type TimerPlan = {
  readonly kind: Timer["kind"]
  readonly name: string
  readonly after?: string | undefined
  readonly days?: "working" | "calendar" | undefined
  readonly at?: string | undefined
}

/** Sets a timer of a state's entry, once; one whose `at` has no value yet is not set, and said so. */
export function setTimer(
  draft: Draft,
  runId: string,
  frameIndex: number,
  owner: string,
  visit: number,
  plan: TimerPlan,
): void {
  const run = runOf(draft, runId)
  const place = placeOf(draft.releases, run, frameIndex)
  const path = joinPath(place.scope, owner)
  // A correction that comes back to the same state does not give it a new term.
  const since =
    run.before?.timers.find((timer) => timer.path === path && timer.name === plan.name)?.since ?? draft.now
  const planned = dueOf(draft, run, place.scope, place.release, plan, since)
  const entry = (owner === "" ? place.flow.on : (place.flow.states[owner]?.on ?? [])).find(
    ({ name }) => plan.kind === "on" && name === plan.name,
  )
  const due = planned === null ? null : outsideQuiet(planned, entry, place.release)
  if (due === null) {
    log(
      draft,
      {
        kind: "problem",
        open: {
          code: "timer-without-time",
          message: `The timer "${plan.name}" has no time: its value is missing.`,
        },
      },
      { run: runId, state: `${place.flow.id}/${owner}` },
    )
    return
  }
  const id = newId(draft, "timer")
  const timer: Timer = {
    id,
    path,
    visit,
    name: plan.name,
    kind: plan.kind,
    since,
    due,
  }
  setRun(draft, runId, { timers: [...run.timers, timer] })
  log(
    draft,
    { kind: "timer.set", open: { timer: id, name: plan.name, due } },
    { run: runId, state: `${place.flow.id}/${owner}` },
  )
  emit(draft, { effect: "set-timer", id: newId(draft, "effect"), timer: id, due })
}

/** What we say of ourselves is held back over the quiet hours; a term that only moves the run is not. */
function outsideQuiet(due: string, entry: CompiledOn | undefined, { calendar }: Release): string {
  const speaks = entry?.document.say !== undefined || entry?.document.wording !== undefined
  return speaks ? calendar.afterQuiet(due) : due
}

function dueOf(
  draft: Draft,
  run: Run,
  scope: string,
  release: Release,
  plan: TimerPlan,
  since: string,
): string | null {
  const { calendar } = release
  if (plan.after !== undefined) {
    return plan.days === undefined
      ? calendar.addDuration(since, plan.after)
      : calendar.legalDeadline(since, plan.after, { days: plan.days })
  }
  if (plan.at === undefined) return null
  const evaluation = evaluateIn(valuesOf(draft, run, scope), plan.at)
  return evaluation.ok ? momentOf(evaluation.value, release, draft.now) : null
}

/** A date means the end of that day; a date and time means itself. */
function momentOf(value: Json, release: Release, now: string): string | null {
  if (typeof value !== "string") return null
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const zone = release.calendar.addDuration(now, "PT0S").slice(19)
    return release.calendar.addDuration(`${value}T00:00:00${zone}`, "P1D")
  }
  return Number.isNaN(Date.parse(value)) ? null : value
}

/** Cancels the timers of left states. */
export function cancelTimers(draft: Draft, runId: string, isLeft: (timer: Timer) => boolean): void {
  const run = runOf(draft, runId)
  const left = run.timers.filter(isLeft)
  if (left.length === 0) return
  setRun(draft, runId, { timers: run.timers.filter((timer) => !left.includes(timer)) })
  for (const timer of left) {
    log(draft, { kind: "timer.cancelled", open: { timer: timer.id, name: timer.name } }, { run: runId })
    emit(draft, { effect: "cancel-timer", id: newId(draft, "effect"), timer: timer.id })
  }
}

/** Takes a fired timer off its run. */
export function removeTimer(draft: Draft, runId: string, id: string): void {
  const run = runOf(draft, runId)
  setRun(draft, runId, { timers: run.timers.filter((timer) => timer.id !== id) })
}

/**
 * Stops the clocks that pause in the states now active and lets the others go on, their time longer by the pause
 * (司法解释二 15: the time for supplements does not count).
 */
export function pauseTimers(draft: Draft, runId: string): void {
  const run = runOf(draft, runId)
  for (const timer of run.timers) {
    const entry = entryOf(draft, run, timer)
    if (entry?.document.pausedIn === undefined) continue
    const frameIndex = run.position.findIndex((_, index) => timer.path.split("/").length - 1 === index)
    const frame = run.position[frameIndex]
    const paused =
      frame !== undefined && entry.document.pausedIn.some((state) => Object.hasOwn(frame.visits, state))
    if (paused === (timer.pausedSince !== undefined)) continue
    replaceTimer(
      draft,
      runId,
      timer.id,
      paused ? pause(timer, draft.now) : resume(draft, runId, timer, entry),
    )
  }
}

function pause(timer: Timer, now: string): Timer {
  return { ...timer, pausedSince: now }
}

function resume(draft: Draft, runId: string, timer: Timer, entry: CompiledOn): Timer {
  const { pausedSince, ...running } = timer
  const run = runOf(draft, runId)
  const { calendar } = releaseOf(draft, run)
  const pausedMs = Date.parse(draft.now) - Date.parse(pausedSince ?? draft.now)
  const since = calendar.addDuration(timer.since, `PT${Math.round(pausedMs / 1000)}S`)
  const { after, days } = entry.document
  const due =
    after === undefined
      ? timer.due
      : days === undefined
        ? calendar.addDuration(since, after)
        : calendar.legalDeadline(since, after, { days })
  return { ...running, since, due: outsideQuiet(due, entry, releaseOf(draft, run)) }
}

function replaceTimer(draft: Draft, runId: string, id: string, timer: Timer): void {
  const run = runOf(draft, runId)
  setRun(draft, runId, { timers: run.timers.map((other) => (other.id === id ? timer : other)) })
  if (timer.pausedSince !== undefined)
    emit(draft, { effect: "cancel-timer", id: newId(draft, "effect"), timer: id })
  else emit(draft, { effect: "set-timer", id: newId(draft, "effect"), timer: id, due: timer.due })
}

/** Returns the entry of `on` that a timer belongs to. */
export function entryOf(draft: Draft, run: Run, timer: Timer): CompiledOn | null {
  if (timer.kind !== "on") return null
  const parts = timer.path.split("/")
  const owner = parts.at(-1) ?? ""
  const scope = parts.slice(0, -1).join("/")
  const flow = releaseOf(draft, run).flows[run.scopes[scope]?.flow ?? run.flow]
  const entries = owner === "" ? flow?.on : flow?.states[owner]?.on
  return entries?.find((entry) => entry.name === timer.name) ?? null
}
