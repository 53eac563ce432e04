import { sentence } from "../../types.ts"
import { nameHelp } from "../name-problem.ts"
import { type Rule, yaml } from "../rule.ts"

export const eventName: Rule = {
  id: "event-name",
  doc: "An event that starts a flow or moves it is declared with its payload in the flow set.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        triggers:
          events:
            - order.piad # here
      `,
    },
    right: {
      "sample/flow.yaml": yaml`
        triggers:
          events:
            - order.paid
      `,
    },
  },
  run({ documents, settings }, report) {
    const known = Object.keys(settings.value.events ?? {})
    for (const { value, source } of documents.flows) {
      value.triggers?.events?.forEach((event, index) => {
        if (known.includes(event)) return
        report({
          source,
          path: ["triggers", "events", index],
          at: value.id,
          message: sentence`The flow "${value.id}" starts on "${event}", which is no event of the flow set.`,
          help: nameHelp(event, known),
        })
      })
    }
  },
}
