import { sentence } from "../../types.ts"
import { spotOf } from "../context.ts"
import { nameHelp } from "../name-problem.ts"
import { below } from "../places.ts"
import { type Rule, yaml } from "../rule.ts"

export const flowOutput: Rule = {
  id: "flow-output",
  doc: "What a final puts out is declared in the flow's `gives`, and everything declared is put out somewhere.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        gives:
          number: text # here
        start: done
        states:
          done:
            type: final
            outcome: done
            output:
              nubmer: "'S1'" # here
      `,
    },
    right: {
      "sample/flow.yaml": yaml`
        gives:
          number: text
        start: done
        states:
          done:
            type: final
            outcome: done
            output:
              number: "'S1'"
      `,
    },
  },
  run({ flows }, report) {
    for (const checked of flows) {
      const { flow, source } = checked
      const gives = Object.keys(flow.document.gives ?? {})
      const given = new Set<string>()
      for (const state of Object.values(flow.states)) {
        if (state.document.type !== "final") continue
        for (const name of Object.keys(state.document.output ?? {})) {
          given.add(name)
          if (gives.includes(name)) continue
          report({
            ...below(spotOf(checked, state), "output", name),
            message: sentence`The flow "${flow.id}" puts out "${name}", which it does not declare.`,
            help: sentence`Declare it under \`gives\` with its type. ${nameHelp(name, gives)}`,
          })
        }
      }
      for (const name of gives) {
        if (given.has(name)) continue
        report({
          source,
          path: ["gives", name],
          at: flow.id,
          message: sentence`The flow "${flow.id}" declares that it gives "${name}", but no final puts it out.`,
          help: sentence`Add "${name}" to the \`output\` of a final, or delete it here.`,
          severity: "warning",
        })
      }
    }
  },
}
