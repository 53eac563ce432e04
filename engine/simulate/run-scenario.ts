import { createCalendar } from "../calendar/index.ts"
import type { Releases } from "../run/draft.ts"
import type { AgentAct, Entry, Json, Values } from "../types.ts"
import type { Understanding } from "../understand/index.ts"
import { assertions, customerTurns } from "./assertions.ts"
import type { Scenario, Step } from "./scenario.ts"
import { answers, serviceStep } from "./service-step.ts"
import { type ServicePort, type Session, startSession } from "./session.ts"
import { stood } from "./standing.ts"
import { createStubs, type StubPort } from "./stubs.ts"

export type ScenarioFailure = { readonly step: number; readonly message: string }
export type ScenarioResult = {
  readonly failures: readonly ScenarioFailure[]
  readonly entries: readonly Entry[]
  readonly session: Session | null
}

export type ScenarioPorts = {
  readonly releases: Releases
  readonly understanding: Understanding
  /** Answers what has no stub; absent: such a call fails. */
  readonly port?: ServicePort
  /** Does in the core what people do there, and returns the events that it has to tell of. */
  readonly play?: (act: string, now: string) => Promise<readonly PlayedEvent[]>
}

export type PlayedEvent = { readonly event: string; readonly correlation: Values; readonly payload: Json }

/** Runs one scenario; it stops at the first step that fails, since what follows would only repeat it. */
export async function runScenario(scenario: Scenario, ports: ScenarioPorts): Promise<ScenarioResult> {
  const stubs = createStubs(scenario.services ?? {}, ports.port)
  let session: Session | null = null
  let step = -1
  try {
    session = await startSession({
      ...ports,
      port: stubs.port,
      now: scenario.now,
      ...(scenario.locale === undefined ? {} : { locale: scenario.locale }),
      ...(scenario.channel === undefined ? {} : { channel: scenario.channel }),
      ...(scenario.customer === undefined ? {} : { customer: scenario.customer }),
      ...(scenario.opens === undefined ? {} : { flow: scenario.opens }),
    })
    const runner = createRunner(session, stubs, ports)
    for (const [index, document] of scenario.steps.entries()) {
      step = index
      const message = await runner(document)
      if (message !== null) return { failures: [{ step, message }], entries: session.entries, session }
    }
    const turns = customerTurns(session.entries)
    if (scenario.turnsAtMost !== undefined && turns > scenario.turnsAtMost) {
      return {
        failures: [{ step, message: `It took ${turns} turns, at most ${scenario.turnsAtMost} are allowed.` }],
        entries: session.entries,
        session,
      }
    }
    return { failures: [], entries: session.entries, session }
  } catch (error) {
    return {
      failures: [{ step, message: error instanceof Error ? error.message : String(error) }],
      entries: session?.entries ?? [],
      session,
    }
  }
}

function createRunner(
  session: Session,
  stubs: StubPort,
  { releases, play }: ScenarioPorts,
): (step: Step) => Promise<string | null> {
  let since = 0
  let ended = 0
  let uploads = 0
  let shownBefore = 0
  const act = async (step: Step): Promise<string | null> => {
    const before = session.entries.length
    const seen = step.seen === "earlier" ? shownBefore : undefined
    const happens = isAct(step)
    if (happens) shownBefore = lastQuestionBefore(session)
    if (step.stub !== undefined) stubs.add(step.stub)
    if (step.restart === true) session.restart()
    if (step.customer !== undefined) await session.say(step.customer, seen)
    if (step.choose !== undefined) await session.choose(step.choose, seen)
    if (step.upload !== undefined) {
      uploads += 1
      const { name, mediaType } =
        typeof step.upload === "string" ? { name: step.upload, mediaType: undefined } : step.upload
      await session.upload({ id: `D${uploads}`, name, mediaType: mediaType ?? "image/jpeg", size: 1000 })
    }
    if (step.event !== undefined)
      await session.event(step.event.name, step.event.correlation, step.event.payload ?? {})
    if (step.core !== undefined) {
      if (play === undefined)
        throw new Error("There is no core to act in; give the scenario's events instead.")
      for (const { event, correlation, payload } of await play(step.core, session.now()))
        await session.event(event, correlation, payload)
    }
    if (step.agent !== undefined) for (const does of agentActs(step.agent)) await session.agent(does)
    if (step.wait !== undefined)
      await session.wait(
        createCalendar({ timeZone: releases.current.settings.timeZone }).addDuration(
          session.now(),
          step.wait,
        ),
      )
    if (step.service !== undefined) {
      const message = await serviceStep(step.service, session, stubs)
      if (message !== null) return message
    }
    if (happens) since = before
    return null
  }
  return async (step) => {
    const failed = await act(step)
    if (failed !== null) return failed
    const said = session.entries.slice(since)
    if (step.ends !== undefined) {
      const at = session.entries.findIndex(
        (entry, index) => index >= ended && entry.kind === "run.ended" && entry.open.outcome === step.ends,
      )
      if (at === -1) {
        const outcomes = session.entries.flatMap((entry) =>
          entry.kind === "run.ended" ? [`${entry.open.flow}: ${entry.open.outcome ?? ""}`] : [],
        )
        return `No run ended "${step.ends}". Ended: ${outcomes.join(", ") || "none"}.${stood(session)}`
      }
      ended = at + 1
    }
    return assertions(step, session, said, releases)
  }
}

/** Whether something happens in a step; one that only asserts leaves what was said last to the next one. */
function isAct(step: Step): boolean {
  const happens = [step.customer, step.choose, step.upload, step.event, step.core, step.agent, step.wait]
  return happens.some((part) => part !== undefined) || (step.service !== undefined && answers(step.service))
}

/** The screen of a customer who answers too early: the entry before the open question. */
function lastQuestionBefore(session: Session): number {
  return (session.conversation().question?.entry ?? session.conversation().entries) - 1
}

function agentActs(step: NonNullable<Step["agent"]>): readonly AgentAct[] {
  const acts: AgentAct[] = []
  if (step.accept === true) acts.push({ act: "accept" })
  if (step.message !== undefined) acts.push({ act: "message", text: step.message })
  if (step.note !== undefined) acts.push({ act: "note", text: step.note })
  if (step.wording !== undefined) acts.push({ act: "wording", wording: step.wording })
  if (step.transfer !== undefined) acts.push({ act: "transfer", queue: step.transfer })
  if (step.returns !== undefined)
    acts.push({
      act: "return",
      outcome: step.returns,
      ...(step.slots === undefined ? {} : { slots: step.slots }),
    })
  if (step.resolve === true) acts.push({ act: "resolve" })
  return acts
}
