import { sentence } from "../../types.ts"
import { spotOf } from "../context.ts"
import { reachableStates, statesLeadingTo } from "../graph.ts"
import { type Rule, yaml } from "../rule.ts"

export const noWayOut: Rule = {
  id: "no-way-out",
  doc: "From every state a final can be reached.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        start: first
        states:
          first:
            type: decision
            cases:
              known:
                when: customer.level > 0
            to:
              known: done
              else: waiting
          waiting: # here
            type: wait
            on:
              paid:
                event: order.paid
            to:
              paid: waiting
          done:
            type: final
            outcome: done
      `,
    },
    right: {
      "sample/flow.yaml": yaml`
        start: first
        states:
          first:
            type: decision
            cases:
              known:
                when: customer.level > 0
            to:
              known: done
              else: waiting
          waiting:
            type: wait
            on:
              paid:
                event: order.paid
            to:
              paid: done
          done:
            type: final
            outcome: done
      `,
    },
  },
  run({ flows }, report) {
    for (const checked of flows) {
      const { flow, graph, source } = checked
      if (graph === null) continue
      if (graph.finals.size === 0) {
        report({
          source,
          path: ["states"],
          at: flow.id,
          message: sentence`The flow "${flow.id}" has no final, so it never ends.`,
          help: sentence`Add a state of type \`final\` for each outcome.`,
        })
        continue
      }
      const leading = statesLeadingTo(graph, graph.finals)
      for (const id of reachableStates(graph)) {
        const state = flow.states[id]
        if (state === undefined || leading.has(id)) continue
        report({
          ...spotOf(checked, state),
          message: sentence`From "${id}" no final of the flow "${flow.id}" can be reached: whoever comes here never gets out.`,
          help: sentence`Give it an exit that leads on to a final, or an \`on\` that does.`,
        })
      }
    }
  },
}
