import { describe, expect, it } from "vitest"
import { createCalendar } from "../../../engine/calendar/index.ts"
import {
  compileExpression,
  ExpressionError,
  type ExpressionValues,
  explain,
} from "../../../engine/expression/index.ts"
import type { Json } from "../../../engine/types.ts"

const values: ExpressionValues = {
  slots: { count: 3, reason: "money", birth: "2004-02-29", kinds: ["a", "b"], agreed: true, note: null },
  data: {
    quote: { refund: 9600.1, premiumsPaid: 20000, loan: null },
    policies: [
      { no: "P1", value: 100.1, state: "active" },
      { no: "P2", value: 200.2, state: "ended" },
    ],
  },
  derived: { loss: 10399.9 },
  parameters: { identityCheckFrom: 10000 },
  now: "2026-09-30T10:00:00+08:00",
  today: "2026-09-30",
  customer: { id: "C1", level: 2 },
  channel: "web",
  calendar: createCalendar({ holidays: ["2026-10-01/2026-10-07"] }),
}

function evaluate(source: string) {
  return compileExpression(source).evaluate(values)
}

describe("evaluate", () => {
  it.each<[string, Json]>([
    ["data.quote.refund >= 10000", false],
    ["data.quote.refund < parameters.identityCheckFrom", true],
    ["slots.count + 1", 4],
    ["1 + slots.count", 4],
    ["slots.count == 3", true],
    ["3 == slots.count", true],
    ["slots.count != 3.0", false],
    ["slots.count / 2", 1.5],
    ["slots.count % 2 == 1", true],
    ["-slots.count", -3],
    ["slots.count in [1, 2, 3]", true],
    ["size(slots.kinds) == 2", true],
    ["size(slots.kinds) * slots.count", 6],
    ["slots.reason in ['money', 'returns']", true],
    ["'a' in slots.kinds", true],
    ["slots.reason == 'money' && customer.level >= 2 && channel == 'web'", true],
    ["slots.reason.startsWith('mon')", true],
    ["string(slots.count) + '份'", "3份"],
    ["data.policies[0].no", "P1"],
    ["data.policies[slots.count - 2].no", "P2"],
    ["data['quote'].refund", 9600.1],
    ["data.policies.exists(p, p.state == 'ended')", true],
    ["data.policies.all(p, p.value > 100)", true],
    ["data.policies.filter(p, p.state == 'active').map(p, p.no)", ["P1"]],
    ["size(data.policies)", 2],
    ["{'id': customer.id, 'level': 2}", { id: "C1", level: 2 }],
    ["[slots.count, 1, 'a', null]", [3, 1, "a", null]],
    ["data.quote.loan == null", true],
    ["slots.agreed ? slots.count : 0", 3],
    ["slots.agreed ? 'yes' : null", "yes"],
    ["cel.bind(n, slots.count, n * n)", 9],
  ])("computes %s", (source, value) => {
    expect(evaluate(source)).toEqual({ ok: true, value })
  })

  it.each<[string, Json]>([
    ["years(slots.birth, '2026-02-27')", 21],
    ["years(slots.birth, '2026-02-28')", 22],
    ["days(today, '2026-10-15')", 15],
    ["days(now, '2026-10-15')", 15],
    ["addDays(today, 15)", "2026-10-15"],
    ["addDays(today, slots.count)", "2026-10-03"],
    ["addDays(today, -1) < today", true],
    ["workdays(today, '2026-10-09')", 2],
    ["workdays(today, addDays(today, 8)) + slots.count", 4],
    ["addWorkdays(today, 1)", "2026-10-08"],
    ["opensAt(now) == now", true],
    ["opensAt('2026-10-01T10:00:00+08:00')", "2026-10-08T00:00:00+08:00"],
  ])("[F5] counts days: %s", (source, value) => {
    expect(evaluate(source)).toEqual({ ok: true, value })
  })

  it.each<[string, Json]>([
    ["money(data.quote.premiumsPaid - data.quote.refund)", 10399.9],
    ["money(0.1 + 0.2)", 0.3],
    ["money(1.005)", 1.01],
    ["money(-1.005)", -1.01],
    ["money(100.1 * 0.35)", 35.04],
    ["money(1.1 + 2.2 - 3.3)", 0],
    ["money(1)", 1],
    ["money(9999999999999.99)", 9999999999999.99],
    ["sum(data.policies.map(p, p.value))", 300.3],
    ["sum([])", 0],
  ])("[F3] is exact to the cent: %s", (source, value) => {
    expect(evaluate(source)).toEqual({ ok: true, value })
  })

  it.each([
    ["slots.x == 1", "slots.x"],
    ["slots.count == 3 && slots.x == 1", "slots.x"],
    ["slots.x == 1 || slots.count == 4", "slots.x"],
    ["data.receipt.dueOn > today", "data.receipt.dueOn"],
    ["data.quote.loan > 1", "data.quote.loan"],
    ["money(data.quote.loan)", "data.quote.loan"],
    ["event.result == 'paid'", "event.result"],
    ["data.policies[7].no", "data.policies[7]"],
    ["data.policies.exists(p, p.insured == 'x')", "p.insured"],
    ["elsewhere", "elsewhere"],
  ])("[F2] names what is missing in %s: %s", (source, missing) => {
    expect(evaluate(source)).toEqual({ ok: false, missing, message: `"${missing}" has no value` })
  })

  it.each<[string, Json]>([
    ["has(slots.x)", false],
    ["has(slots.count)", true],
    ["has(slots.note)", false],
    ["has(data.receipt.dueOn)", false],
    ["!has(data.receipt.dueOn)", true],
    ["has(data.quote.loan)", false],
    ["has(event.result)", false],
    ["has(data.policies[0].no)", true],
    ["has(data.policies[7].no)", false],
    ["data.policies.filter(p, has(p.insured))", []],
    ["has(slots.x) && slots.x > 1", false],
    ["slots.x > 1 && slots.count == 4", false],
    ["slots.x > 1 || slots.count == 3", true],
    ["!has(slots.x) || slots.x > 1", true],
    ["has(slots.x) ? slots.x : 0", 0],
    ["'has(slots.x)' == 'has(slots.x)'", true],
  ])("[F2] passes over what is absent: %s", (source, value) => {
    expect(evaluate(source)).toEqual({ ok: true, value })
  })

  it.each([
    ["slots.count > 'a'", /overload/],
    ["1 / 0", /division by zero/],
    ["slots.count / 0", /divided by zero/],
    ["years('soon', today)", /"soon" is no date/],
    ["9007199254740993", /too large/],
    ["sum(['a'])", /sum adds numbers/],
  ])("[F2] fails without throwing: %s", (source, message) => {
    expect(evaluate(source)).toEqual({ ok: false, message: expect.stringMatching(message) })
  })

  it("[F5] counts workdays only by a calendar that it is given", () => {
    const { calendar: _, ...without } = values
    const evaluation = compileExpression("workdays(today, '2026-10-09')").evaluate(without)
    expect(evaluation).toEqual({ ok: false, message: expect.stringMatching(/calendar/) })
  })

  it("[F6] gives the same answer twice, also for values that came through JSON", () => {
    const { calendar, ...plain } = values
    const again: ExpressionValues = { ...JSON.parse(JSON.stringify(plain)), calendar }
    for (const source of ["data.policies.map(p, p.value * 2)", "slots.x > 1 || slots.count == 3"]) {
      expect(compileExpression(source).evaluate(again)).toEqual(evaluate(source))
    }
  })
})

describe("reads", () => {
  it.each([
    ["slots.reason == 'money'", ["slots.reason"], ["slots.reason"]],
    ["data['quote'].refund + data.quote.refund", ["data.quote.refund"], ["data.quote.refund"]],
    ["data.policies[0].no", ["data.policies"], ["data.policies"]],
    [
      "data.policies.exists(p, p.no == slots.no)",
      ["data.policies", "slots.no"],
      ["data.policies", "slots.no"],
    ],
    ["years(slots.birth, today) > 18", ["slots.birth", "today"], ["slots.birth", "today"]],
    ["has(slots.x) && slots.x > 1", ["slots.x"], []],
    ["!has(slots.x) || slots.x > 1", ["slots.x"], []],
    ["has(slots.x) || slots.x > 1", ["slots.x"], ["slots.x"]],
    ["has(slots.x) ? slots.x : slots.y", ["slots.x", "slots.y"], ["slots.y"]],
    [
      "has(data.quote.refund) && data.quote.loan > 1",
      ["data.quote.refund", "data.quote.loan"],
      ["data.quote.loan"],
    ],
    ["has(data.quote.refund) && data.quote == 1", ["data.quote.refund", "data.quote"], []],
    ["keys.submit + customer.id", ["keys.submit", "customer.id"], ["keys.submit", "customer.id"]],
  ])("[F6] of %s are the paths that it names", (source, reads, needs) => {
    const expression = compileExpression(source)
    expect(expression.reads).toEqual(reads)
    expect(expression.needs).toEqual(needs)
  })

  it("[F6] explain a decision by the values it looked at", () => {
    const expression = compileExpression("data.quote.refund >= parameters.identityCheckFrom && has(slots.x)")
    expect(explain(expression, values)).toEqual([
      { path: "data.quote.refund", value: 9600.1 },
      { path: "parameters.identityCheckFrom", value: 10000 },
      { path: "slots.x", value: null },
    ])
  })
})

describe("compileExpression", () => {
  it("returns the same expression for the same source", () => {
    expect(compileExpression("slots.count > 2")).toBe(compileExpression("slots.count > 2"))
  })

  it.each([
    ["slots.count >", "expression-syntax"],
    ["", "expression-syntax"],
    [`'${"x".repeat(2_000)}'`, "expression-too-long"],
    ["slots.reason.matches('(a+)+b')", "expression-forbidden"],
    ["timestamp(now) > timestamp(now)", "expression-forbidden"],
    ["a.all(x, b.all(y, c.all(z, true)))", "expression-forbidden"],
    ["b'bytes'", "expression-forbidden"],
  ])("[F7] refuses %s with %s", (source, code) => {
    expect(() => compileExpression(source)).toThrow(ExpressionError)
    expect(() => compileExpression(source)).toThrow(expect.objectContaining({ code, source }))
  })
})
