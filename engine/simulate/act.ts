import type { Releases } from "../run/draft.ts"
import type { AgentAct, Document, Json, ServiceResult, Values } from "../types.ts"
import type { Stubs } from "./scenario.ts"
import type { Session } from "./session.ts"
import type { StubPort } from "./stubs.ts"

/**
 * What somebody does in a conversation that is tried out. `answer` is for the first open call of an operation; `wait`
 * an ISO 8601 period; `core` what people do in the core system; `stub` sets how operations answer from here on.
 */
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
  | { readonly does: "core"; readonly act: string }
  | { readonly does: "wait"; readonly period: string }
  | { readonly does: "answer"; readonly operation: string; readonly result: ServiceResult }
  | { readonly does: "stub"; readonly stubs: Stubs }

export type PlayedEvent = { readonly event: string; readonly correlation: Values; readonly payload: Json }
/** Does in the core what people do there, and returns the events that it has to tell of. */
export type PlayPort = (act: string, now: string) => Promise<readonly PlayedEvent[]>

/** What an act works on. */
export type ActGround = {
  readonly releases: Releases
  readonly session: Session
  readonly stubs: StubPort
  readonly play?: PlayPort
}

/** Does an act. Rejects when it cannot be done, saying why. */
export async function performAct(
  act: RehearsalAct,
  { releases, session, stubs, play }: ActGround,
): Promise<void> {
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
    case "core":
      return playInCore(session, play, act.act)
    case "wait":
      return session.wait(releases.current.calendar.addDuration(session.now(), act.period))
    case "answer": {
      const call = session.open.find(({ operation }) => operation === act.operation)
      if (call === undefined) throw new Error(`No call of "${act.operation}" waits for an answer.`)
      return session.answer(call, act.result)
    }
    case "stub":
      stubs.add(act.stubs)
  }
}

/** Does in the core what people do there; the conversation hears of what comes of it. */
export async function playInCore(session: Session, play: PlayPort | undefined, act: string): Promise<void> {
  if (play === undefined) throw new Error("There is no core to act in; give the scenario's events instead.")
  for (const { event, correlation, payload } of await play(act, session.now()))
    await session.event(event, correlation, payload)
}
