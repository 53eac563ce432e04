import { includesJson } from "./includes-json.ts"
import type { Step } from "./scenario.ts"
import type { ServiceCall, Session } from "./session.ts"
import { stood } from "./standing.ts"
import { resultOf, type StubPort } from "./stubs.ts"

/** Answers a call that waits, or asserts one that was made; returns what is not so, or null. */
export async function serviceStep(
  step: NonNullable<Step["service"]>,
  session: Session,
  stubs: StubPort,
): Promise<string | null> {
  const matches = (call: ServiceCall) =>
    call.operation === step.of && includesJson(call.input, step.with ?? {})
  const held = session.open.find((call) => call.operation === step.of)
  if (answers(step)) {
    if (held === undefined)
      return `No call of "${step.of}" waits for an answer. Waiting: ${session.open.map(({ operation }) => operation).join(", ") || "none"}.${stood(session)}`
    if (!matches(held))
      return `"${step.of}" was called with ${JSON.stringify(held.input)}, not with ${JSON.stringify(step.with)}.`
    await session.answer(held, resultOf(step))
    return null
  }
  const found = stubs.calls.filter(matches)
  if (found.length === 0) {
    const others = stubs.calls
      .filter(({ operation }) => operation === step.of)
      .map(({ input }) => JSON.stringify(input))
    return `"${step.of}" was not called with ${JSON.stringify(step.with ?? {})}. It was called with: ${others.join("; ") || "nothing"}.`
  }
  if (step.times !== undefined && found.length !== step.times)
    return `"${step.of}" was called ${found.length} times, not ${step.times}.`
  return null
}

/** Whether a step answers a call, instead of only asserting that it was made. */
export function answers({ returns, error, fails, unknown }: NonNullable<Step["service"]>): boolean {
  return returns !== undefined || error !== undefined || fails === true || unknown === true
}
