import { canonicalJson } from "../format/index.ts"
import type { Releases } from "../run/draft.ts"
import type { AgentAct, Conversation, Document, Json, ServiceResult, Values } from "../types.ts"
import type { Understanding } from "../understand/index.ts"
import {
  type ServiceCall,
  type ServicePort,
  type Session,
  type SessionOptions,
  startSession,
} from "./session.ts"

/** What somebody did in a rehearsal. `answer` is for the first open call of an operation; `wait` an ISO 8601 period. */
export type RehearsalAct =
  | { readonly does: "say"; readonly text: string; readonly seen?: number }
  | { readonly does: "choose"; readonly choice: string; readonly seen?: number }
  | { readonly does: "upload"; readonly document: Document }
  | { readonly does: "agent"; readonly act: AgentAct }
  | {
      readonly does: "event"
      readonly event: string
      readonly correlation?: Values
      readonly payload: Json
    }
  | { readonly does: "wait"; readonly period: string }
  | { readonly does: "answer"; readonly operation: string; readonly result: ServiceResult }

/** What a rehearsal is held against; it may be exchanged while it goes on. */
export type RehearsalGround = {
  readonly releases: Releases
  readonly understanding: Understanding
  /** The core system that answers. It is reset whenever a rehearsal begins again. */
  readonly core: { readonly perform: ServicePort; readonly reset: () => void | Promise<void> }
  /** Whether the call is left open, to be answered by an act. */
  readonly isByHand: (call: ServiceCall) => boolean
}

export type RehearsalOptions = Omit<SessionOptions, "releases" | "understanding" | "port">

/** A service call of a rehearsal, in the order in which they were made, and what answered it at once. */
export type RehearsedCall = { readonly call: ServiceCall; readonly result: ServiceResult | "later" }

/** A place to which a rehearsal can go back: the conversation, and how many entries it had. */
export type RehearsalMark = { readonly conversation: Conversation; readonly entries: number }

/**
 * A conversation that is tried out. It is nothing but its acts: going back drops the last of them, and a changed flow
 * set meets the same acts from the beginning, each time with a core system as it was at first. What was left open to be answered
 * by hand is left open again.
 */
export type Rehearsal = {
  readonly options: RehearsalOptions
  readonly acts: readonly RehearsalAct[]
  readonly session: Session
  /** What stood before the first act, and after each. */
  readonly marks: readonly RehearsalMark[]
  readonly calls: readonly RehearsedCall[]
  /** The act that could not be done again in a changed flow set, and why; it and those behind it were dropped. */
  readonly stopped?: { readonly act: RehearsalAct; readonly why: string }
}

/** Begins a rehearsal. */
export function startRehearsal(ground: RehearsalGround, options: RehearsalOptions): Promise<Rehearsal> {
  return replay(ground, options, [], [])
}

/** Returns the rehearsal with one more act. Rejects when the act cannot be done; the rehearsal then stands as it was. */
export async function rehearse(
  ground: RehearsalGround,
  rehearsal: Rehearsal,
  act: RehearsalAct,
): Promise<Rehearsal> {
  const { stopped: _over, ...before } = rehearsal
  await perform(before.session, act, ground)
  return { ...before, acts: [...before.acts, act], marks: [...before.marks, markOf(before.session)] }
}

/** Returns the rehearsal as it was after its first `count` acts; the one given is over. */
export function backTo(ground: RehearsalGround, rehearsal: Rehearsal, count: number): Promise<Rehearsal> {
  return replay(ground, rehearsal.options, rehearsal.acts.slice(0, count), rehearsal.calls)
}

/** Returns the same acts held against another ground, as after an edit; the rehearsal given is over. */
export function rehearseAgain(ground: RehearsalGround, rehearsal: Rehearsal): Promise<Rehearsal> {
  return replay(ground, rehearsal.options, rehearsal.acts, rehearsal.calls)
}

async function replay(
  ground: RehearsalGround,
  options: RehearsalOptions,
  acts: readonly RehearsalAct[],
  before: readonly RehearsedCall[],
): Promise<Rehearsal> {
  const known = [...before]
  const calls: RehearsedCall[] = []
  await ground.core.reset()
  const session = await startSession({
    ...options,
    ...ground,
    async port(call) {
      const at = known.findIndex((other) => isSameCall(other.call, call))
      const [again] = at === -1 ? [] : known.splice(at, 1)
      const isOpen = again === undefined ? ground.isByHand(call) : again.result === "later"
      const result = isOpen ? "later" : await ground.core.perform(call)
      calls.push({ call, result })
      return result
    },
  })
  const marks = [markOf(session)]
  for (const [index, act] of acts.entries()) {
    try {
      await perform(session, act, ground)
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      return { options, acts: acts.slice(0, index), session, marks, calls, stopped: { act, why } }
    }
    marks.push(markOf(session))
  }
  return { options, acts, session, marks, calls }
}

function isSameCall(one: ServiceCall, other: ServiceCall): boolean {
  return one.operation === other.operation && canonicalJson(one.input) === canonicalJson(other.input)
}

function markOf(session: Session): RehearsalMark {
  return { conversation: session.conversation(), entries: session.entries.length }
}

async function perform(session: Session, act: RehearsalAct, { releases }: RehearsalGround): Promise<void> {
  switch (act.does) {
    case "say":
      return session.say(act.text, act.seen)
    case "choose":
      return session.choose(act.choice, act.seen)
    case "upload":
      return session.upload(act.document)
    case "agent":
      return session.agent(act.act)
    case "event":
      return session.event(act.event, act.correlation, act.payload)
    case "wait":
      return session.wait(releases.current.calendar.addDuration(session.now(), act.period))
    case "answer": {
      const call = session.open.find(({ operation }) => operation === act.operation)
      if (call === undefined) throw new Error(`No call of "${act.operation}" waits for an answer.`)
      return session.answer(call, act.result)
    }
  }
}
