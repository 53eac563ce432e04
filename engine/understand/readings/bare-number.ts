import type { Message } from "../message.ts"
import { phrasePatterns } from "../phrase-book.ts"
import { toQuery } from "../query.ts"
import { type Reading, reading } from "../reading.ts"
import type { Topics } from "../topics.ts"

/**
 * Returns, for a policy number that is all the customer says while nothing is open, the question what to do with it, and the
 * number for each flow that is offered; null for any other message. The number alone wishes nothing.
 */
export function readBareNumber(
  message: Message,
  topics: Topics,
  toldFor: (flow: string) => readonly Reading[],
): readonly Reading[] | null {
  const { context, lower } = message
  if (context.flow !== undefined || context.asking !== undefined) return null
  const found = message.value(POLICY_NUMBER)
  if (found === null || !found.certain) return null
  const beside = lower.slice(0, found.start) + lower.slice(found.end)
  if (/[\p{L}\d?]/u.test(NAMES.reduce((left, name) => left.replace(name, ""), beside))) return null
  const taking = topics
    .match(toQuery(context.locale.startsWith("zh") ? "保单" : "policy"))
    .flows.map(({ flow }) => ({ flow, values: toldFor(flow) }))
    .filter(({ values }) => values.length > 0)
    .slice(0, MOST)
  if (taking.length === 0) return null
  const options = taking.map(
    ({ flow }) => reading(message, found, { command: "start-flow", flow }, UNSURE).command,
  )
  return [
    reading(message, found, { command: "clarify", options }, UNSURE),
    ...taking.flatMap(({ values }) => values),
  ]
}

const POLICY_NUMBER = { type: "policy-number", names: [] }
const NAMES = phrasePatterns((words) => words.policyNumber)
const MOST = 4
const UNSURE = 0.5
