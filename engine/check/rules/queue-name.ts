import { sentence } from "../../types.ts"
import { nameHelp } from "../name-problem.ts"
import { below, type Spot } from "../places.ts"
import { type Rule, yaml } from "../rule.ts"
import { statesOf } from "../walks.ts"

export const queueName: Rule = {
  id: "queue-name",
  doc: "A queue to which a customer is handed, or that takes another's overflow, exists; overflow never goes in a circle.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        start: person
        states:
          person:
            type: handoff
            queue: genral # here
            to: done
          done:
            type: final
            outcome: done
      `,
    },
    right: {
      "sample/flow.yaml": yaml`
        start: person
        states:
          person:
            type: handoff
            queue: general
            to: done
          done:
            type: final
            outcome: done
      `,
    },
  },
  run({ flows, settings }, report) {
    const { queues } = settings.value
    const check = (queue: string, spot: Spot): boolean => {
      if (Object.hasOwn(queues, queue)) return true
      report({
        ...spot,
        message: sentence`There is no queue "${queue}".`,
        help: nameHelp(queue, Object.keys(queues)),
      })
      return false
    }
    for (const { document, spot } of statesOf(flows, "handoff")) check(document.queue, below(spot, "queue"))
    for (const [id, { overflow }] of Object.entries(queues)) {
      const spot: Spot = { source: settings.source, path: ["queues", id, "overflow"] }
      if (overflow === undefined || !check(overflow, spot)) continue
      const seen = new Set([id])
      let next: string | undefined = overflow
      while (next !== undefined && !seen.has(next)) {
        seen.add(next)
        next = queues[next]?.overflow
      }
      if (next !== id) continue
      report({
        ...spot,
        message: sentence`The overflow of "${id}" comes back to it: ${[...seen, id].join(" → ")}.`,
        help: sentence`Let the last queue of the chain have no overflow.`,
      })
    }
  },
}
