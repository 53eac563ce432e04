import type { ProductsDocument } from "../../document/schema.ts"
import { sentence } from "../../types.ts"
import { nameHelp } from "../name-problem.ts"
import { type Rule, yaml } from "../rule.ts"

/** What an answer may be about: `clause:health-plus/1.4`. */
const kinds = ["clause", "product", "flow", "statute"]

export const knowledge: Rule = {
  id: "knowledge",
  doc: "A knowledge entry has an id of its own, and the flows, products and clauses that it leads to or is about exist.",
  example: {
    wrong: {
      "knowledge/sample.yaml": yaml`
        - id: how-long
          ask: { zh: [要多久], en: [how long does it take] }
          say: { zh: 当天办好。, en: The same day. }
          about:
            - flow:smaple # here
          offers: smaple # here
          personal: smaple # here
      `,
    },
    right: {
      "knowledge/sample.yaml": yaml`
        - id: how-long
          ask: { zh: [要多久], en: [how long does it take] }
          say: { zh: 当天办好。, en: The same day. }
          about:
            - flow:sample
          offers: sample
          personal: sample
      `,
    },
  },
  run({ documents, flowDocuments, isUnread }, report) {
    const flows = Object.values(flowDocuments).map(({ id }) => id)
    const isMissing = (id: string) => !flows.includes(id) && !isUnread(id)
    const seen = new Set<string>()
    for (const { value, source } of documents.knowledge) {
      value.forEach(({ id, offers, personal, about }, index) => {
        if (seen.has(id)) {
          report({
            source,
            path: [index, "id"],
            message: sentence`There are two knowledge entries "${id}".`,
            help: sentence`Give one of them another id, also when they stand in two files.`,
          })
        }
        seen.add(id)
        for (const [field, flow] of Object.entries({ offers, personal })) {
          if (flow === undefined || !isMissing(flow)) continue
          report({
            source,
            path: [index, field],
            message: sentence`The entry "${id}" leads to the flow "${flow}", which does not exist.`,
            help: nameHelp(flow, flows),
          })
        }
        about?.forEach((topic, place) => {
          const at = topic.indexOf(":")
          const kind = at < 0 ? topic : topic.slice(0, at)
          const name = topic.slice(at + 1)
          const path = [index, "about", place]
          if (at < 0 || !kinds.includes(kind)) {
            report({
              source,
              path,
              message: sentence`The entry "${id}" is about "${topic}", which is of no known kind.`,
              help: sentence`Write one of ${kinds.map((known) => `${known}:…`).join(", ")}.`,
            })
          } else if (kind === "flow" && isMissing(name)) {
            report({
              source,
              path,
              message: sentence`The entry "${id}" is about the flow "${name}", which does not exist.`,
              help: nameHelp(name, flows),
            })
          } else if (documents.products !== null && !isOfProduct(documents.products.value, kind, name)) {
            report({
              source,
              path,
              message: sentence`The entry "${id}" is about "${topic}", which products.yaml does not have.`,
              help: nameHelp(name, namesOfProducts(documents.products.value, kind)),
            })
          }
        })
      })
    }
  },
}

/** Clauses are named by product and number, `health-plus/1.4`; of other kinds products.yaml says nothing. */
function isOfProduct(products: ProductsDocument, kind: string, name: string): boolean {
  return (kind !== "clause" && kind !== "product") || namesOfProducts(products, kind).includes(name)
}

function namesOfProducts(products: ProductsDocument, kind: string): readonly string[] {
  return kind === "product"
    ? Object.keys(products)
    : Object.entries(products).flatMap(([id, { clauses }]) =>
        Object.keys(clauses).map((number) => `${id}/${number}`),
      )
}
