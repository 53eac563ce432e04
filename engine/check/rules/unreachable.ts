import { sentence } from "../../types.ts"
import { spotOf } from "../context.ts"
import { reachableStates } from "../graph.ts"
import { type Rule, yaml } from "../rule.ts"

export const unreachable: Rule = {
  id: "unreachable",
  doc: "Every state can be reached from the start.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        start: done
        states:
          done:
            type: final
            outcome: done
          forgotten: # here
            type: message
            say:
              zh: 您好。
              en: Hello.
            to: done
      `,
    },
    right: {
      "sample/flow.yaml": yaml`
        start: greet
        states:
          greet:
            type: message
            say:
              zh: 您好。
              en: Hello.
            to: done
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
      const reached = new Set<string>()
      for (const id of reachableStates(graph)) {
        reached.add(id)
        for (const group of flow.states[id]?.ancestors ?? []) reached.add(group)
      }
      for (const state of Object.values(flow.states)) {
        if (reached.has(state.id) || state.file !== source.file) continue
        const [group] = state.ancestors
        if (group !== undefined && !reached.has(group)) continue
        report({
          ...spotOf(checked, state),
          message:
            state.document.type === "group"
              ? sentence`No exit leads to the group "${state.id}", so it is never reached.`
              : sentence`No exit leads to the state "${state.id}", so it is never reached.`,
          help: sentence`Lead an exit to it, or delete it.`,
          severity: "warning",
        })
      }
    }
  },
}
