import { sentence } from "../../types.ts"
import { spotOf } from "../context.ts"
import { nameHelp } from "../name-problem.ts"
import { below } from "../places.ts"
import { type Rule, yaml } from "../rule.ts"

export const outcome: Rule = {
  id: "outcome",
  doc: "A flow ends only with the outcomes that it declares, and has a final for each.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        outcomes: [done, resolvedByPerson] # here
        start: done
        states:
          done:
            type: final
            outcome: finished # here
      `,
    },
    right: {
      "sample/flow.yaml": yaml`
        outcomes: [done, resolvedByPerson]
        start: done
        states:
          done:
            type: final
            outcome: done
      `,
    },
  },
  run({ flows, settings }, report) {
    const byDefault = Object.values(settings.value.defaults.states).map((state) => state.outcome)
    for (const checked of flows) {
      const { flow, source, graph } = checked
      const { outcomes } = flow.document
      const ended = new Set<string>()
      for (const state of Object.values(flow.states)) {
        const { document } = state
        if (document.type !== "final" || state.ancestors.length > 0) continue
        ended.add(document.outcome)
        // A default state is told by the compilation, with the flow that needs it.
        if (outcomes.includes(document.outcome) || state.file !== source.file) continue
        report({
          ...below(spotOf(checked, state), "outcome"),
          message: sentence`"${document.outcome}" is no outcome of the flow "${flow.id}".`,
          help: nameHelp(document.outcome, outcomes),
        })
      }
      if (graph === null) continue
      outcomes.forEach((name, index) => {
        if (ended.has(name) || byDefault.includes(name)) return
        report({
          source,
          path: ["outcomes", index],
          at: flow.id,
          message: sentence`The flow "${flow.id}" declares the outcome "${name}", but no final has it.`,
          help: sentence`Add a final with \`outcome: ${name}\`, or delete it here.`,
          severity: "warning",
        })
      })
    }
  },
}
