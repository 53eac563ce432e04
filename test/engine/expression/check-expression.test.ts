import { describe, expect, it } from "vitest"
import {
  checkExpression,
  kindOfExpression,
  type ResultKind,
  type Scope,
  shapeOfSchema,
} from "../../../engine/expression/index.ts"
import { type Sentence, textOfSentence } from "../../../engine/types.ts"

const told = (said: Sentence | undefined) => (said === undefined ? "" : textOfSentence(said))

const scope: Scope = {
  slots: {
    kind: "object",
    fields: {
      count: { kind: "integer" },
      reason: { kind: "choice", options: [{ key: "money" }, { key: "returns" }] },
      birth: { kind: "date" },
      stay: { kind: "date-range" },
      kinds: { kind: "choices", options: [{ key: "illness" }, { key: "accident" }] },
      bills: {
        kind: "list",
        of: { kind: "object", fields: { cost: { kind: "money" }, on: { kind: "date" } } },
      },
      account: { kind: "choice" },
    },
  },
  data: {
    kind: "object",
    fields: {
      quote: shapeOfSchema({
        type: "object",
        required: ["refund"],
        properties: {
          refund: { type: "number", format: "money" },
          loan: { type: ["number", "null"] },
          coolingOff: { type: "boolean" },
        },
      }),
      anything: { kind: "any" },
    },
  },
  derived: { kind: "object", fields: { loss: { kind: "money" } } },
  parameters: { kind: "object", fields: { identityCheckFrom: { kind: "number" } } },
}

describe("checkExpression", () => {
  it.each<[string, ResultKind]>([
    ["data.quote.refund >= parameters.identityCheckFrom && slots.reason == 'money'", "bool"],
    ["slots.count + 1 > size(slots.bills)", "bool"],
    ["slots.count == 1 || 1 == slots.count", "bool"],
    ["slots.count in [1, 2]", "bool"],
    ["'illness' in slots.kinds", "bool"],
    ["slots.account == 'A8120'", "bool"],
    ["slots.bills.exists(b, b.on < today && b.cost > 100)", "bool"],
    ["slots.stay.from <= slots.birth", "bool"],
    ["data.quote.loan == null || data.quote.loan > 0", "bool"],
    ["data.anything.at.all == 3", "bool"],
    ["workdays(slots.birth, today) > 5", "bool"],
    ["has(slots.count)", "bool"],
    ["sum(slots.bills.map(b, b.cost))", "number"],
    ["money(data.quote.refund - derived.loss)", "number"],
    ["years(slots.birth, today)", "number"],
    ["addWorkdays(today, slots.count)", "text"],
    ["slots.bills.filter(b, b.cost > 1)", "list"],
    ["{'id': customer.id, 'level': 2}", "object"],
    ["has(slots.count) ? slots.count : 0", "any"],
    ["data.anything", "any"],
  ])("[F7] accepts %s, which is %s", (source, kind) => {
    expect(checkExpression(source, scope, kind)).toEqual([])
    expect(kindOfExpression(source, scope)).toBe(kind)
  })

  it.each([
    ["slots.reson == 'money'", `"slots" has no "reson"`, `"slots.reason"`, "slots.reson"],
    ["reason == 'money'", `no "reason"`, `"slots.reason"`, "reason"],
    ["slot.count > 1", `no "slot"`, `"slots"`, "slot"],
    ["event.result == 'paid'", `no "event"`, "not at this place", "event"],
    ["slots.bills.exists(b, b.costs > 1)", `"b" has no "costs"`, `"b.cost"`, "b.costs"],
    ["slots.bills.cost > 1", `"slots.bills" has no "cost"`, "list[0]", "slots.bills.cost"],
    ["slots.count.value > 1", `"slots.count" has no "value"`, "integer", "slots.count.value"],
    ["has(slots.reasn)", `"slots" has no "reasn"`, `"slots.reason"`, "slots.reasn"],
    ["slots.reason == 'mony'", `never "mony"`, `"money"`, "'mony'"],
    ["slots.reason in ['money', 'gold']", `never "gold"`, "money, returns", "'gold'"],
    ["'fire' in slots.kinds", `never "fire"`, "illness, accident", "'fire'"],
    ["slots.birth > '2020-2-1'", "is no date", "YYYY-MM-DD", "'2020-2-1'"],
    ["data.quote.coolingOff == 'true'", "yes or no", "without quotes", "'true'"],
    ["slots.reason.matches('a')", "not allowed", "startsWith", "slots.reason.matches('a')"],
    ["yeers(slots.birth, today)", `no function "yeers"`, `"years"`, "yeers(slots.birth, today)"],
    ["slots.reason.startWith('a')", `"startWith"`, `"startsWith"`, "slots.reason.startWith('a')"],
    ["slots.count > 'a'", "Number > text", "without quotes", "slots.count > 'a'"],
    ["slots.birth - today", "Text - text", "days(from, to)", "slots.birth - today"],
    ["years(slots.count, today)", "does not take number, text", "two dates", "years(slots.count, today)"],
    ["workdays(today, slots.count)", "Expected a date", "", "slots.count"],
    ["!slots.count", "not before number", "Compare", "!slots.count"],
    ["slots.count = 1", "cannot be read", "==", undefined],
    ["slots.count > 1 and true", "cannot be read", "&&", undefined],
    ["slots.count > （1）", "cannot be read", "half-width", undefined],
    ["slots.reason == “money”", "cannot be read", "straight quotes", undefined],
    ["", "empty", "CEL", undefined],
  ])("[F7] says of %s: %s", (source, message, help, place) => {
    const [problem, ...more] = checkExpression(source, scope)
    expect(more).toEqual([])
    expect(told(problem?.message)).toContain(message)
    expect(told(problem?.help)).toContain(help)
    if (place !== undefined) expect(source.slice(problem?.start, problem?.end)).toBe(place)
  })

  it("[F7] reports several problems together, in their order", () => {
    const source = "slots.reson == 'x' && data.qoute.refund > 1 && slots.reason.matches('a')"
    expect(checkExpression(source, scope).map((problem) => problem.start)).toEqual([0, 22, 47])
  })

  it.each([
    ["slots.count", "bool", "a number, but yes or no"],
    ["slots.count > 1", "number", "yes or no, but a number"],
    ["slots.bills", "text", "a list, but a text"],
  ] as const)("[F7] says that %s is not %s", (source, expected, message) => {
    expect(told(checkExpression(source, scope, expected)[0]?.message)).toContain(message)
  })

  it("[F7] knows event, value and item where the scope has them", () => {
    const wider: Scope = {
      ...scope,
      event: shapeOfSchema({ type: "object", properties: { result: { enum: ["paid", "refused"] } } }),
      value: { kind: "money" },
      item: { kind: "object", fields: { label: { kind: "text" } } },
    }
    const source = "event.result == 'paid' && value > 100 && item.label.startsWith('尾号')"
    expect(checkExpression(source, wider, "bool")).toEqual([])
    expect(told(checkExpression("event.result == 'piad'", wider)[0]?.help)).toBe('Did you mean "paid"?')
  })
})

describe("shapeOfSchema", () => {
  it.each([
    [{ type: "string", format: "date" }, { kind: "date" }],
    [{ type: "number", format: "money" }, { kind: "money" }],
    [{ type: ["integer", "null"] }, { kind: "integer", optional: true }],
    [{ anyOf: [{ type: "boolean" }, { type: "null" }] }, { kind: "boolean", optional: true }],
    [{ enum: ["a", "b"] }, { kind: "choice", options: [{ key: "a" }, { key: "b" }] }],
    [
      { type: "array", items: { type: "string" } },
      { kind: "list", of: { kind: "text" } },
    ],
    [{ oneOf: [{ type: "string" }, { type: "number" }] }, { kind: "any" }],
    [{ type: "object" }, { kind: "object", fields: {}, open: true }],
    [{}, { kind: "any" }],
    [true, { kind: "any" }],
  ])("reads %j", (schema, shape) => {
    expect(shapeOfSchema(schema)).toEqual(shape)
  })

  it("follows references and joins parts, and ends in a circle", () => {
    const shape = shapeOfSchema({
      $defs: {
        person: { type: "object", required: ["name"], properties: { name: { type: "string" } } },
        node: { type: "object", properties: { next: { $ref: "#/$defs/node" } } },
      },
      allOf: [
        { $ref: "#/$defs/person" },
        { properties: { age: { type: "integer" }, tree: { $ref: "#/$defs/node" } } },
      ],
    })
    expect(shape).toMatchObject({
      kind: "object",
      fields: { name: { kind: "text" }, age: { kind: "integer", optional: true }, tree: { kind: "object" } },
    })
  })
})
