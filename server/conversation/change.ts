import type { Effect, Entry, Input, TurnResult } from "../../engine/types.ts"
import { assertNever } from "../../engine/types.ts"
import { sealJson } from "../security/vault.ts"
import type { Loaded } from "./loaded.ts"
import type { Call } from "./services/operation.ts"
import { toStoredState } from "./state.ts"
import type { AnswerRow, CallRow, Change, DocumentRow, HandoffChange } from "./store.ts"
import { toTurnRow } from "./transcript.ts"
import type { View } from "./view.ts"

/** What a call needs to be performed, now or after a restart. */
export type SealedCall = {
  readonly input: Call["input"]
  readonly key?: string
  /** The release whose `services.yaml` declares the operation. */
  readonly release: string
}
export type DecidedCall = { readonly row: CallRow; readonly call: SealedCall }

/** What goes into the store with a turn, besides what the engine decided. */
export type Beside = {
  readonly answeredCall?: string
  readonly firedTimer?: string
  readonly answers: readonly AnswerRow[]
  readonly documents: readonly DocumentRow[]
  /** What was sent reaches the customer at once, or the index of what he has. */
  readonly sent: number
}

/** Returns the change that commits a turn, the conversation as it is after it, and the calls to perform then. */
export function toChange(
  before: Loaded,
  isNew: boolean,
  input: Input,
  result: TurnResult,
  view: View,
  digest: (name: string, value: unknown) => Buffer,
  beside: Beside,
): { readonly change: Change; readonly after: Loaded; readonly calls: readonly DecidedCall[] } {
  const { conversation } = result
  const { id } = before.row
  const { keys } = before
  const turn = toTurnRow(id, keys, before.row.head, result.entries)
  const row = {
    ...before.row,
    seq: conversation.seq,
    status: conversation.status,
    holder: view.holder,
    release: conversation.release,
    entries: conversation.entries,
    sent: beside.sent,
    inbox: conversation.inbox.length,
    head: turn?.hash ?? before.row.head,
    updated: input.now,
  }
  const timers = timersOf(result.effects, beside.firedTimer)
  const calls = result.effects.flatMap((effect) => toCall(before, result, input, effect) ?? [])
  const { state, weight } = toStoredState(keys, before, conversation, !isNew && turn !== null)
  const moved = new Set(
    result.entries.flatMap((entry) => (entry.kind === "handoff.transferred" ? [entry.open.handoff] : [])),
  )
  const handoffs = [
    ...result.effects.flatMap((effect) => queueChange(before, input, moved, effect) ?? []),
    ...result.entries.flatMap((entry) => handoffChange(entry) ?? []),
  ]
  const change: Change = {
    conversation: row,
    state,
    expected: isNew ? null : before.row.seq,
    ...(turn === null ? {} : { turn }),
    calls: calls.map((call) => call.row),
    ...(beside.answeredCall === undefined ? {} : { answeredCall: beside.answeredCall }),
    timers: timers.set.map(([timer, due]) => ({ conversation: id, timer, due })),
    goneTimers: timers.gone,
    correlations: correlationsOf(before, result, digest),
    endedRuns: result.entries.flatMap((entry) =>
      entry.kind === "run.ended" && entry.run !== undefined ? [entry.run] : [],
    ),
    handoffs,
    answers: beside.answers,
    documents: beside.documents,
    keys: keys.fresh(),
  }
  return { change, after: { row, conversation, weight, keys, view }, calls }
}

/** The keys of runs, and with an empty run the customer whom the conversation knows now. */
function correlationsOf(
  before: Loaded,
  { conversation, effects }: TurnResult,
  digest: (name: string, value: unknown) => Buffer,
): Change["correlations"] {
  const { id } = before.row
  const customer = conversation.customer.id
  const known =
    customer === null || customer === before.conversation.customer.id
      ? []
      : [{ conversation: id, run: "", name: "customer", digest: digest("customer", customer) }]
  return [
    ...known,
    ...effects.flatMap((effect) =>
      effect.effect === "correlate"
        ? Object.entries(effect.correlation).map(([name, value]) => ({
            ...{ conversation: id, run: effect.run, name },
            digest: digest(name, value),
          }))
        : [],
    ),
  ]
}

/** The last effect on a timer counts. */
function timersOf(effects: readonly Effect[], fired: string | undefined) {
  const last = new Map<string, number | null>()
  if (fired !== undefined) last.set(fired, null)
  for (const effect of effects) {
    if (effect.effect === "set-timer") last.set(effect.timer, Date.parse(effect.due))
    if (effect.effect === "cancel-timer") last.set(effect.timer, null)
  }
  const set: (readonly [string, number])[] = []
  const gone: string[] = []
  for (const [timer, due] of last) {
    if (due === null) gone.push(timer)
    else set.push([timer, due])
  }
  return { set, gone }
}

function toCall(before: Loaded, result: TurnResult, input: Input, effect: Effect): DecidedCall | null {
  if (effect.effect !== "call") return null
  const { conversation } = result
  const call: SealedCall = {
    input: effect.input,
    release: conversation.runs[effect.run]?.release ?? conversation.release,
    ...(effect.key === undefined ? {} : { key: effect.key }),
  }
  const row = {
    conversation: before.row.id,
    call: effect.id,
    operation: effect.operation,
    created: input.now,
    sealed: sealJson(before.keys, before.row.id, callPlace(effect.id), call),
  }
  return { row, call }
}

/** Where a call is sealed. */
export function callPlace(call: string): string {
  return `call/${call}`
}

/** Where what a hand-off says about the customer is sealed. */
export function handoffPlace(handoff: string): string {
  return `handoff/${handoff}`
}

function handoffChange(entry: Entry): HandoffChange | null {
  if (entry.kind === "handoff.accepted") {
    const { handoff, agent = "" } = entry.open
    return { change: "accepted", id: handoff, agent, at: entry.at }
  }
  return null
}

function queueChange(
  before: Loaded,
  input: Input,
  moved: ReadonlySet<string>,
  effect: Effect,
): HandoffChange | null {
  switch (effect.effect) {
    case "queue-handoff": {
      const { handoff: id, queue, priority, skills, outcomes, fills, due = null, reason } = effect
      if (moved.has(id)) return { change: "transferred", id, queue, priority, skills: JSON.stringify(skills) }
      const row = {
        ...{ id, conversation: before.row.id, queue, status: "queued" as const, priority },
        skills: JSON.stringify(skills),
        outcomes: JSON.stringify(outcomes),
        fills: JSON.stringify(fills),
        ...{ due, agent: null, created: input.now, accepted: null, closed: null },
        sealed: sealJson(before.keys, before.row.id, handoffPlace(id), { reason }),
      }
      return { change: "queued", row }
    }
    case "close-handoff":
      return { change: "closed", id: effect.handoff, at: input.now }
    case "call":
    case "set-timer":
    case "cancel-timer":
    case "correlate":
      return null
    default:
      return assertNever(effect)
  }
}
