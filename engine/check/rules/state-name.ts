import type { OnEntryDocument } from "../../document/schema.ts"
import { sentence } from "../../types.ts"
import { spotOf } from "../context.ts"
import { nameHelp } from "../name-problem.ts"
import { below, type Spot } from "../places.ts"
import { type Rule, yaml } from "../rule.ts"

export const stateName: Rule = {
  id: "state-name",
  doc: "A state in which a timer rests (`pausedIn`) exists.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        start: waiting
        states:
          waiting:
            type: wait
            on:
              late:
                after: P5D
                pausedIn:
                  - wating # here
            to:
              late: done
          done:
            type: final
            outcome: done
      `,
    },
    right: {
      "sample/flow.yaml": yaml`
        start: waiting
        states:
          waiting:
            type: wait
            on:
              late:
                after: P5D
                pausedIn:
                  - waiting
            to:
              late: done
          done:
            type: final
            outcome: done
      `,
    },
  },
  run({ flows }, report) {
    for (const checked of flows) {
      const { flow, source } = checked
      const known = Object.keys(flow.states)
      const check = (on: Readonly<Record<string, OnEntryDocument>> | undefined, spot: Spot) => {
        for (const [name, { pausedIn }] of Object.entries(on ?? {})) {
          pausedIn?.forEach((state, index) => {
            if (known.includes(state)) return
            report({
              ...below(spot, "on", name, "pausedIn", index),
              at: `${spot.at}#${name}`,
              message: sentence`The timer "${name}" rests in "${state}", which is no state of the flow "${flow.id}".`,
              help: nameHelp(state, known),
            })
          })
        }
      }
      check(flow.document.on, { source, path: [], at: flow.id })
      for (const state of Object.values(flow.states)) check(state.document.on, spotOf(checked, state))
    }
  },
}
