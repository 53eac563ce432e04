import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type Clause,
  type Condition,
  operators,
  parseCondition,
  printCondition,
} from "../../../designer/condition/condition.ts"
import { readTree } from "../../../engine/expression/index.ts"
import { readFlowFiles } from "../../../server/release/flow-files.ts"

const path = fc.constantFrom("slots.reason", "data.quote.refund", "derived.isForOther", "customer.level")
const scalar = fc.oneof(
  fc.integer({ min: -1e6, max: 1e6 }),
  fc.boolean(),
  fc.string({ maxLength: 12 }).filter((text) => !/[\r\u2028\u2029]/.test(text)),
)
const guarded = fc.boolean()
const clause: fc.Arbitrary<Clause> = fc.oneof(
  fc.record({
    is: fc.constant("compare" as const),
    path,
    operator: fc.constantFrom(...operators),
    value: scalar,
    guarded,
  }),
  fc.record({
    is: fc.constant("compare" as const),
    path,
    operator: fc.constantFrom(...operators),
    value: fc.record({ path: fc.constant("parameters.largeAmount") }),
    guarded,
  }),
  fc.record({
    is: fc.constant("one-of" as const),
    path,
    values: fc.array(scalar, { minLength: 1, maxLength: 3 }),
    guarded,
  }),
  fc.record({ is: fc.constant("holds" as const), path, negated: fc.boolean() }),
  fc.record({ is: fc.constant("not-empty" as const), path, negated: fc.boolean() }),
  fc.record({
    is: fc.constant("raw" as const),
    source: fc.constantFrom("a.exists(x, x > 1)", "f(1) + 2 > 3"),
  }),
)

describe("parseCondition", () => {
  it.each<[string, Condition]>([
    [
      "has(slots.reason) && slots.reason == 'misled' && !has(data.complaint)",
      {
        join: "all",
        clauses: [
          { is: "compare", path: "slots.reason", operator: "==", value: "misled", guarded: true },
          { is: "filled", path: "data.complaint", negated: true },
        ],
      },
    ],
    [
      "data.quote.age >= parameters.elderAge || has(slots.hardship)",
      {
        join: "any",
        clauses: [
          {
            is: "compare",
            path: "data.quote.age",
            operator: ">=",
            value: { path: "parameters.elderAge" },
            guarded: false,
          },
          { is: "filled", path: "slots.hardship", negated: false },
        ],
      },
    ],
    [
      "derived.holderStatus in ['deceased', 'incapable']",
      {
        join: "all",
        clauses: [
          { is: "one-of", path: "derived.holderStatus", values: ["deceased", "incapable"], guarded: false },
        ],
      },
    ],
    [
      "a.exists(p, p.b == 1) && (c || d)",
      {
        join: "all",
        clauses: [
          { is: "raw", source: "a.exists(p, p.b == 1)" },
          { is: "raw", source: "c || d" },
        ],
      },
    ],
    [
      "a == 1 && !(has(b.c) && b.c == 'x')",
      {
        join: "all",
        clauses: [
          { is: "compare", path: "a", operator: "==", value: 1, guarded: false },
          { is: "raw", source: "!(has(b.c) && b.c == 'x')" },
        ],
      },
    ],
    ["= =", { join: "all", clauses: [{ is: "raw", source: "= =" }] }],
  ])("reads %s", (source, expected) => {
    expect(parseCondition(source)).toEqual(expected)
  })

  it("reads what was printed as the same condition", () => {
    const condition = fc.record({
      join: fc.constantFrom("all" as const, "any" as const),
      clauses: fc.array(clause, { minLength: 2, maxLength: 4 }),
    })
    fc.assert(
      fc.property(condition, (given) => {
        const once = parseCondition(printCondition(given))
        expect(once.clauses.length).toBeGreaterThan(0)
        expect(parseCondition(printCondition(once))).toEqual(once)
        const isPlain = given.clauses.every((each) => each.is !== "filled")
        if (isPlain) expect(once).toEqual(given)
      }),
    )
  })

  it("keeps the meaning of every condition of the shipped flows", async () => {
    const files = await readFlowFiles("flows")
    const conditions = Object.entries(files)
      .filter(([file]) => file.endsWith("flow.yaml"))
      .flatMap(([, text]) => [...text.matchAll(/^\s+when: (.*)$/gm)])
      .map(([, source = ""]) => (source.startsWith('"') ? String(JSON.parse(source)) : source))
    expect(conditions.length).toBeGreaterThan(100)
    for (const source of conditions) {
      const once = parseCondition(source)
      expect(parseCondition(printCondition(once)), source).toEqual(once)
      for (const each of once.clauses)
        if (each.is === "raw") expect(readTree(each.source), source).not.toBeNull()
    }
  })
})
