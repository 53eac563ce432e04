import { sentence } from "../../types.ts"
import type { CheckContext } from "../context.ts"
import { nameHelp } from "../name-problem.ts"
import { below } from "../places.ts"
import { type Rule, yaml } from "../rule.ts"
import { statesOf } from "../walks.ts"

export const subflowName: Rule = {
  id: "subflow-name",
  doc: "A sub-flow exists and never runs the flow that runs it, else a conversation would have no bottom.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        start: again
        states:
          again:
            type: subflow
            flow: sample # here
            to:
              done: done
              resolvedByPerson: done
          done:
            type: final
            outcome: done
      `,
    },
    right: {
      "sample/flow.yaml": yaml`
        start: sideWay
        states:
          sideWay:
            type: subflow
            flow: other
            to:
              done: done
          done:
            type: final
            outcome: done
      `,
      "other/flow.yaml": yaml`
        format: 1
        id: other
        title: { zh: 其他, en: Other }
        outcomes: [done]
        start: done
        states:
          done:
            type: final
            outcome: done
      `,
    },
  },
  run(context, report) {
    const { flows, flowDocuments } = context
    for (const { checked, document, spot: state } of statesOf(flows, "subflow")) {
      const { flow } = document
      const spot = below(state, "flow")
      if (!Object.hasOwn(flowDocuments, flow)) {
        if (context.isUnread(flow)) continue
        report({
          ...spot,
          message: sentence`There is no flow "${flow}".`,
          help: nameHelp(flow, Object.keys(flowDocuments)),
        })
        continue
      }
      const way = wayTo(checked.flow.id, flow, context)
      if (way === null) continue
      report({
        ...spot,
        message: sentence`The flow "${checked.flow.id}" runs itself: ${[checked.flow.id, ...way].join(" → ")}.`,
        help: sentence`Lead back to an earlier state instead, or move what is needed twice into a flow of its own.`,
      })
    }
  },
}

/** Returns the flows by which `from` comes to run `goal`, `null` when it never does. */
function wayTo(goal: string, from: string, { flows }: CheckContext): readonly string[] | null {
  const seen = new Set<string>()
  const walk = (id: string): readonly string[] | null => {
    if (id === goal) return [id]
    if (seen.has(id)) return null
    seen.add(id)
    const states = flows.find(({ flow }) => flow.id === id)?.flow.states ?? {}
    for (const { document } of Object.values(states)) {
      const rest = document.type === "subflow" ? walk(document.flow) : null
      if (rest !== null) return [id, ...rest]
    }
    return null
  }
  return walk(from)
}
