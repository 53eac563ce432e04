import { includesJson } from "./includes-json.ts"
import type { Mismatch } from "./mismatch.ts"
import type { Step } from "./scenario.ts"
import type { ServiceCall, Session } from "./session.ts"
import type { StubPort } from "./stubs.ts"

type ServiceStep = NonNullable<Step["service"]>

/** Returns why the call that a step answers does not wait, or was made with another input; null when it is so. */
export function openCallMismatch(step: ServiceStep, session: Session): Mismatch | null {
  const held = session.open.find((call) => call.operation === step.of)
  if (held === undefined) {
    const came = session.open.map(({ operation }) => operation)
    return { is: "not-waiting", operation: step.of, came }
  }
  if (matches(held, step)) return null
  return { is: "input", operation: step.of, expected: step.with ?? {}, came: held.input }
}

/** Returns in what the calls that were made are not as a step says, or null. */
export function callsMismatch(step: ServiceStep, { calls }: StubPort): Mismatch | null {
  const found = calls.filter((call) => matches(call, step))
  if (found.length === 0) {
    const came = calls.filter(({ operation }) => operation === step.of).map(({ input }) => input)
    return { is: "not-called", operation: step.of, expected: step.with ?? {}, came }
  }
  if (step.times === undefined || found.length === step.times) return null
  return { is: "calls", operation: step.of, expected: step.times, came: found.length }
}

function matches({ operation, input }: ServiceCall, step: ServiceStep): boolean {
  return operation === step.of && includesJson(input, step.with ?? {})
}
