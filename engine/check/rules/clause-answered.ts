import { sentence } from "../../types.ts"
import { clauseCoverage } from "../clause-coverage.ts"
import { type Rule, yaml } from "../rule.ts"

export const clauseAnswered: Rule = {
  id: "clause-answered",
  doc: "Every clause of a product on sale is answered by an entry of the knowledge that is about it.",
  example: {
    wrong: {
      "products.yaml": yaml`
        health-plus:
          title: { zh: 康悦重大疾病保险, en: Health Plus }
          onSale: true
          clauses:
            "1.4": { zh: 犹豫期, en: Cooling-off } # here
      `,
    },
    right: {
      "products.yaml": yaml`
        health-plus:
          title: { zh: 康悦重大疾病保险, en: Health Plus }
          onSale: true
          clauses:
            "1.4": { zh: 犹豫期, en: Cooling-off }
      `,
      "knowledge/sample.yaml": yaml`
        - id: cooling-off
          ask: { zh: [犹豫期是多少天], en: [how long is the cooling-off] }
          say: { zh: 以保单为准。, en: As the contract says. }
          about: ["clause:health-plus/1.4"]
      `,
    },
  },
  run({ documents, unread }, report) {
    // An entry that cannot be read may answer it.
    if (documents.products === null || unread.size > 0) return
    const { value, source } = documents.products
    for (const { product, open } of clauseCoverage(
      value,
      documents.knowledge.flatMap((file) => file.value),
    ))
      for (const number of open)
        report({
          source,
          path: [product, "clauses", number],
          message: sentence`No entry of the knowledge is about clause ${number} of "${product}".`,
          help: sentence`Write one, or add "clause:${product}/${number}" to the \`about\` of the entry that answers it.`,
          severity: "info",
        })
  },
}
