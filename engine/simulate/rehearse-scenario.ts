import {
  type Rehearsal,
  type RehearsalGround,
  type RehearsalOptions,
  rehearse,
  startRehearsal,
} from "./rehearsal.ts"
import { openingOf } from "./run-scenario.ts"
import type { Scenario } from "./scenario.ts"
import { createStepReader } from "./step-acts.ts"

/**
 * Returns the rehearsal of a scenario's first `count` steps, what they do and not what they assert, so that somebody
 * can look on and go on from there. An act that cannot be done ends it, and is told as `stopped`.
 */
export async function rehearseScenario(
  ground: RehearsalGround,
  scenario: Scenario,
  count: number,
): Promise<Rehearsal> {
  const options: RehearsalOptions = {
    ...openingOf(scenario),
    ...(scenario.services === undefined ? {} : { stubs: scenario.services }),
  }
  let rehearsal = await startRehearsal(ground, options)
  const actsOf = createStepReader(rehearsal.session)
  for (const step of scenario.steps.slice(0, count)) {
    for (const act of actsOf(step)) {
      try {
        rehearsal = await rehearse(ground, rehearsal, act)
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        return { ...rehearsal, stopped: { act, why } }
      }
    }
  }
  return rehearsal
}
