import { sentence } from "../../types.ts"
import { nameHelp } from "../name-problem.ts"
import { below } from "../places.ts"
import { type Rule, yaml } from "../rule.ts"
import { statesOf } from "../walks.ts"

export const subflowInput: Rule = {
  id: "subflow-input",
  doc: "A sub-flow is given only what it takes.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        start: sideWay
        states:
          sideWay:
            type: subflow
            flow: other
            input:
              about: "'退保'" # here
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
        takes:
          topic: text
        outcomes: [done]
        start: done
        states:
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
            input:
              topic: "'退保'"
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
        takes:
          topic: text
        outcomes: [done]
        start: done
        states:
          done:
            type: final
            outcome: done
      `,
    },
  },
  run({ flows, flowDocuments }, report) {
    for (const { document, spot } of statesOf(flows, "subflow")) {
      const flow = flowDocuments[document.flow]
      if (flow === undefined) continue
      const takes = Object.keys(flow.takes ?? {})
      for (const name of Object.keys(document.input ?? {})) {
        if (takes.includes(name)) continue
        report({
          ...below(spot, "input", name),
          message: sentence`The flow "${flow.id}" does not take "${name}".`,
          help: nameHelp(name, takes),
        })
      }
    }
  },
}
