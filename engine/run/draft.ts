import type { CompiledFlow, CompiledState, Release } from "../compile/model.ts"
import type { Conversation, Effect, Entry, EntryBody, Frame, Run, Values } from "../types.ts"
import { replacing } from "./computed.ts"
import { leafOf } from "./position.ts"

/** The releases that a conversation may need: new runs take the current one, a run keeps its own. */
export type Releases = { readonly current: Release; readonly all: Readonly<Record<string, Release>> }

/**
 * A turn in the making. A run and the conversation are replaced, never changed, but the list of the runs is the draft's
 * own; `turn` throws the draft away on an error.
 */
export type Draft = {
  readonly releases: Releases
  readonly now: string
  readonly today: string
  conversation: Conversation & { readonly runs: Record<string, Run> }
  readonly entries: Entry[]
  readonly effects: Effect[]
  /** `run:path` of the states passed since a run last waited for more than a service: the bound on loops. */
  readonly passed: Set<string>
  /** Nobody spoke: a timer or an event set this turn going, so that quiet hours hold back what it would say. */
  unasked: boolean
  /** Data whose named keys were computed in this turn: data are replaced, never changed. */
  readonly correlated: Set<Values>
  /** Index of the last entry that the bot said in this turn. */
  lastSaid: number
  ids: number
}

/** What an entry without a place would lack. */
export type EntryPlace = {
  readonly run?: string
  readonly state?: string
  readonly dataClass?: Entry["dataClass"]
}

type Mutable<T> = { -readonly [field in keyof T]: T[field] }

export function log(draft: Draft, body: EntryBody, place: EntryPlace = {}): Entry {
  const index = lastEntry(draft) + 1
  const entry: Mutable<Entry> = { index, turn: draft.conversation.seq, at: draft.now, ...body }
  if (place.run !== undefined) entry.run = place.run
  if (place.state !== undefined) entry.state = place.state
  if ("personal" in body) entry.dataClass = place.dataClass ?? "conversation"
  draft.entries.push(entry)
  return entry
}

/** Returns the index of the last entry, those of this turn included. */
export function lastEntry(draft: Draft): number {
  return draft.conversation.entries + draft.entries.length
}

/** Returns an id that derives from conversation, turn and count, so that a replay gives it again. */
export function newId(draft: Draft, prefix: string): string {
  draft.ids += 1
  return `${prefix}-${draft.conversation.id}-${draft.conversation.seq}-${draft.ids}`
}

export function emit(draft: Draft, effect: Effect): void {
  draft.effects.push(effect)
}

export function runOf(draft: Draft, id: string): Run {
  const run = draft.conversation.runs[id]
  if (run === undefined) throw new Error(`The conversation has no run "${id}".`)
  return run
}

export function setRun(draft: Draft, id: string, patch: Partial<Run>): Run {
  const run = { ...runOf(draft, id), ...patch }
  draft.conversation.runs[id] = run
  return run
}

/** Removes optional fields of a run. */
export function dropFromRun(
  draft: Draft,
  id: string,
  ...fields: ("handoff" | "wantsToTalk" | "walkTo" | "before")[]
): void {
  let run = runOf(draft, id)
  for (const field of fields) {
    if (run[field] === undefined) continue
    const { [field]: _dropped, ...rest } = run
    run = rest
  }
  draft.conversation.runs[id] = run
}

export function topRun(draft: Draft): Run | null {
  const id = draft.conversation.stack.at(-1)
  return id === undefined ? null : runOf(draft, id)
}

export function releaseOf(draft: Draft, run: Run): Release {
  return releaseIn(draft.releases, run.release)
}

function releaseIn(releases: Releases, id: string): Release {
  const release = releases.current.id === id ? releases.current : releases.all[id]
  if (release === undefined)
    throw new Error(`The release "${id}" is not loaded: load every release that a live run began with.`)
  return release
}

export function flowIn(release: Release, id: string): CompiledFlow {
  const flow = release.flows[id]
  if (flow === undefined) throw new Error(`The release "${release.id}" has no flow "${id}".`)
  return flow
}

/** Where a run stands: the innermost frame, its flow and its active state. */
export type Place = {
  readonly run: Run
  readonly release: Release
  readonly index: number
  readonly frame: Frame
  readonly flow: CompiledFlow
  readonly state: CompiledState
  /** Path of the frame's slots and data: the sub-flow states that lead to it. */
  readonly scope: string
  /** Path of the active state. */
  readonly path: string
}

/** Returns the place of a frame, of the innermost one when no index is given. */
export function placeOf(releases: Releases, run: Run, index: number = run.position.length - 1): Place {
  const release = releaseIn(releases, run.release)
  const frame = run.position[index]
  if (frame === undefined) throw new Error(`The run "${run.id}" has no frame ${index}.`)
  const flow = flowIn(release, frame.flow)
  const leaf = leafOf(frame.value)
  const state = flow.states[leaf]
  if (state === undefined)
    throw new Error(`The flow "${flow.id}" of release "${release.id}" has no state "${leaf}".`)
  const scope = scopeOf(run, index)
  return { run, release, index, frame, flow, state, scope, path: joinPath(scope, leaf) }
}

export function scopeOf({ position }: Run, index: number): string {
  let scope = ""
  for (let at = 0; at < index; at += 1) scope = joinPath(scope, leafOf(position[at]?.value ?? ""))
  return scope
}

/** Returns the path of a state in a scope: the very same text each time, so that looking things up by it is cheap. */
export function joinPath(scope: string, id: string): string {
  if (scope === "") return id
  let inside = paths.get(scope)
  if (inside === undefined) {
    if (paths.size >= mostScopes) paths.clear()
    inside = new Map()
    paths.set(scope, inside)
  }
  let path = inside.get(id)
  if (path === undefined) {
    path = `${scope}/${id}`
    inside.set(id, path)
  }
  return path
}

const paths = new Map<string, Map<string, string>>()
/** More sub-flows than any flow set has. */
const mostScopes = 10_000

/** Returns the name of a state as rules and diffs have it: `flow/state`. */
export function stateName(place: Place): string {
  return `${place.flow.id}/${place.state.id}`
}

export function setScope(
  draft: Draft,
  runId: string,
  scope: string,
  patch: Partial<Run["scopes"][string]>,
): void {
  const run = runOf(draft, runId)
  const current = run.scopes[scope]
  if (current === undefined) throw new Error(`The run "${runId}" has no scope "${scope}".`)
  const next = replacing(current, { ...current, ...patch })
  setRun(draft, runId, { scopes: { ...run.scopes, [scope]: next } })
}

export function setData(draft: Draft, runId: string, scope: string, values: Values): void {
  const data = runOf(draft, runId).scopes[scope]?.data ?? {}
  setScope(draft, runId, scope, { data: { ...data, ...values } })
}

/** A correction may take the run away from under its caller: whether the run is still there. */
export function isOpen(draft: Draft, runId: string): boolean {
  return Object.hasOwn(draft.conversation.runs, runId)
}
