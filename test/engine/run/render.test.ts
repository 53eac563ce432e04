import { describe, expect, it } from "vitest"
import { flow, flowSet, talk } from "../talk.ts"

const services = `
quote.find:
  request: { method: GET, path: /quote }
  input: { type: object, properties: {} }
  output:
    type: object
    properties:
      offers:
        type: array
        items:
          type: object
          properties:
            kind: { type: string }
            amount: { type: number, format: money }
            ratePercent: { type: number, format: percent }
            parts:
              type: array
              items: { type: object, properties: { id: { type: string }, due: { type: string, format: date } } }
  effect: read
`

const offers = [
  { kind: "loan", amount: 7600, ratePercent: 5, parts: [{ id: "first", due: "2026-04-01" }] },
  { kind: "other", amount: 10, ratePercent: 0, parts: [] },
]

/** Asks for a choice among what a list offers, and returns the labels. */
function labels(from: string, key: string, label: string): readonly string[] {
  const release = flowSet({
    "services.yaml": services,
    ...flow(
      "sample",
      `
data: { quote: quote.find }
slots:
  offer:
    type: choice
    title: 办法
    ask: 您选哪一种？
    options: { from: "${from}", key: ${key}, label: "${label}" }
start: find
states:
  find: { type: service, service: quote.find, input: {}, save: quote, to: { done: ask } }
  ask: { type: collect, slots: [offer], to: done }
  done: { type: final, outcome: done }
`,
    ),
  })
  const customer = talk(release, { flow: "sample" })
  customer.returns("quote.find", { offers })
  return customer.waiting().options?.map((option) => option.label) ?? []
}

describe("options that data offers", () => {
  const amounts = "{item.kind}：{item.amount}，{item.ratePercent}"
  const loan = "loan：7,600.00元，5%"

  it.each([
    ["a named list", "data.quote.offers", "item.kind", amounts, [loan, "other：10.00元，0%"]],
    ["a filtered list", "data.quote.offers.filter(o, o.amount > 10)", "item.kind", amounts, [loan]],
    [
      "a list of its first element",
      "data.quote.offers.filter(o, o.kind == 'loan')[0].parts",
      "item.id",
      "{item.due}",
      ["2026年4月1日（周三）"],
    ],
    ["a list written out", "['a', 'b']", "item", "{item}", ["a", "b"]],
  ])("show what each element is: %s", (_, from, key, label, shown) => {
    expect(labels(from, key, label)).toEqual(shown)
  })
})
