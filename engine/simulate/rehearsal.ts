import { canonicalJson } from "../format/index.ts"
import type { Releases } from "../run/draft.ts"
import type { Conversation, ServiceResult } from "../types.ts"
import type { Understanding } from "../understand/index.ts"
import { type PlayPort, performAct, type RehearsalAct } from "./act.ts"
import type { Stubs } from "./scenario.ts"
import {
  type ServiceCall,
  type ServicePort,
  type Session,
  type SessionOptions,
  startSession,
} from "./session.ts"
import { createStubs, type StubPort } from "./stubs.ts"

/** What a rehearsal is held against; it may be exchanged while it goes on. */
export type RehearsalGround = {
  readonly releases: Releases
  readonly understanding: Understanding
  /** The core system that answers. It is reset whenever a rehearsal begins again. */
  readonly core: {
    readonly perform: ServicePort
    readonly play?: PlayPort
    readonly reset: () => void | Promise<void>
  }
  /** Whether the call is left open, to be answered by an act. */
  readonly isByHand: (call: ServiceCall) => boolean
}

export type RehearsalOptions = Omit<SessionOptions, "releases" | "understanding" | "port"> & {
  /** How operations answer instead of the core. */
  readonly stubs?: Stubs
}

/** A service call of a rehearsal that no stub answered, and what answered it at once; in the order in which they were made. */
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
  readonly stubs: StubPort
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
  await performAct(act, groundOf(ground, before))
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
  const { stubs: answers = {}, ...opening } = options
  const stubs = createStubs(answers, async (call) => {
    const at = known.findIndex((other) => isSameCall(other.call, call))
    const [again] = at === -1 ? [] : known.splice(at, 1)
    const isOpen = again === undefined ? ground.isByHand(call) : again.result === "later"
    const result = isOpen ? "later" : await ground.core.perform(call)
    calls.push({ call, result })
    return result
  })
  const session = await startSession({ ...opening, ...ground, port: stubs.port })
  const marks = [markOf(session)]
  for (const [index, act] of acts.entries()) {
    try {
      await performAct(act, groundOf(ground, { session, stubs }))
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      return { options, acts: acts.slice(0, index), session, stubs, marks, calls, stopped: { act, why } }
    }
    marks.push(markOf(session))
  }
  return { options, acts, session, stubs, marks, calls }
}

function isSameCall(one: ServiceCall, other: ServiceCall): boolean {
  return one.operation === other.operation && canonicalJson(one.input) === canonicalJson(other.input)
}

function markOf(session: Session): RehearsalMark {
  return { conversation: session.conversation(), entries: session.entries.length }
}

function groundOf(
  { releases, core }: RehearsalGround,
  { session, stubs }: Pick<Rehearsal, "session" | "stubs">,
) {
  return { releases, session, stubs, ...(core.play === undefined ? {} : { play: core.play }) }
}
