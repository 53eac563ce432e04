import { agentReturn, anyAnswers, dataShape } from "../../compile/shapes.ts"
import { sourceOfDeclared } from "../../document/declared.ts"
import { sentence } from "../../types.ts"
import { nameHelp } from "../name-problem.ts"
import { type Rule, yaml } from "../rule.ts"

export const dataSource: Rule = {
  id: "data-source",
  doc: "Every entry of `data` names the operation, flow, event, questionnaire, wording or hand-off that fills it.",
  example: {
    wrong: {
      "sample/flow.yaml": yaml`
        data:
          policy: policy.fnid # here
      `,
    },
    right: {
      "sample/flow.yaml": yaml`
        data:
          policy: policy.find
      `,
    },
  },
  run(
    { documents, shapes, operations, settings, flowDocuments, questionnaires, wordings, unread, isUnread },
    report,
  ) {
    const sources = [operations, flowDocuments, settings.value.events ?? {}, questionnaires, wordings]
    const known = [...sources.flatMap((one) => Object.keys(one)), anyAnswers, agentReturn]
    for (const { value, source } of documents.flows) {
      for (const [name, declared] of Object.entries(value.data ?? {})) {
        const from = sourceOfDeclared(declared)
        if (dataShape(from, shapes) !== null || unread.has("services.yaml") || isUnread(from)) continue
        report({
          source,
          path: ["data", name],
          at: value.id,
          message: sentence`The data "${name}" come from "${from}", which is no operation, flow, event, questionnaire, wording or \`handoff\`.`,
          help: nameHelp(from, known),
        })
      }
    }
  },
}
