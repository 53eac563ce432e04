import type { Releases } from "../run/draft.ts"
import type { Entry } from "../types.ts"
import type { Understanding } from "../understand/index.ts"
import { type PlayPort, performAct } from "./act.ts"
import { assertions, customerTurns } from "./assertions.ts"
import { type Mismatch, mismatchInWords } from "./mismatch.ts"
import type { Scenario, Step } from "./scenario.ts"
import { callsMismatch, openCallMismatch } from "./service-step.ts"
import { type ServicePort, type Session, startSession } from "./session.ts"
import { placesOf, stood } from "./standing.ts"
import { createStepReader, happens, isAnswer } from "./step-acts.ts"
import { createStubs, type StubPort } from "./stubs.ts"

/** A step that is not as the conversation went; -1 is the opening. */
export type ScenarioFailure = {
  readonly step: number
  readonly message: string
  readonly mismatch: Mismatch
  /** Where the conversation stood, as `flow/state`, the outermost flow's first. */
  readonly places: readonly string[]
}
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
  readonly play?: PlayPort
}

/** Runs one scenario; it stops at the first step that fails, since what follows would only repeat it. */
export async function runScenario(scenario: Scenario, ports: ScenarioPorts): Promise<ScenarioResult> {
  const stubs = createStubs(scenario.services ?? {}, ports.port)
  let session: Session | null = null
  let step = -1
  const ended = (mismatch: Mismatch | null): ScenarioResult => {
    const entries = session?.entries ?? []
    if (mismatch === null) return { failures: [], entries, session }
    const message = mismatchInWords(mismatch, session === null ? "" : stood(session))
    const places = session === null ? [] : placesOf(session)
    return { failures: [{ step, message, mismatch, places }], entries, session }
  }
  try {
    session = await startSession({ ...ports, port: stubs.port, ...openingOf(scenario) })
    const runner = createRunner(session, stubs, ports)
    for (const [index, document] of scenario.steps.entries()) {
      step = index
      const mismatch = await runner(document)
      if (mismatch !== null) return ended(mismatch)
    }
    const turns = customerTurns(session.entries)
    const most = scenario.turnsAtMost
    return ended(most !== undefined && turns > most ? { is: "turns", expected: most, came: turns } : null)
  } catch (error) {
    return ended({ is: "undone", why: error instanceof Error ? error.message : String(error) })
  }
}

/** Returns how the conversation of a scenario begins. */
export function openingOf({ now, locale, channel, customer, opens }: Scenario) {
  return {
    now,
    ...(locale === undefined ? {} : { locale }),
    ...(channel === undefined ? {} : { channel }),
    ...(customer === undefined ? {} : { customer }),
    ...(opens === undefined ? {} : { flow: opens }),
  }
}

function createRunner(
  session: Session,
  stubs: StubPort,
  ports: ScenarioPorts,
): (step: Step) => Promise<Mismatch | null> {
  const actsOf = createStepReader(session)
  let since = 0
  let ended = 0
  return async (step) => {
    const before = session.entries.length
    if (step.restart === true) session.restart()
    for (const act of actsOf(step)) {
      if (act.does === "answer" && step.service !== undefined) {
        const mismatch = openCallMismatch(step.service, session)
        if (mismatch !== null) return mismatch
      }
      await performAct(act, { ...ports, session, stubs })
    }
    if (step.service !== undefined && !isAnswer(step.service)) {
      const mismatch = callsMismatch(step.service, stubs)
      if (mismatch !== null) return mismatch
    }
    if (happens(step)) since = before
    const said = session.entries.slice(since)
    if (step.ends !== undefined) {
      const at = session.entries.findIndex(
        (entry, index) => index >= ended && entry.kind === "run.ended" && entry.open.outcome === step.ends,
      )
      if (at === -1) return { is: "outcome", expected: step.ends, came: outcomesOf(session.entries) }
      ended = at + 1
    }
    return assertions(step, session, said, ports.releases)
  }
}

function outcomesOf(entries: readonly Entry[]) {
  return entries.flatMap((entry) =>
    entry.kind === "run.ended" ? [{ flow: entry.open.flow, outcome: entry.open.outcome ?? "" }] : [],
  )
}
