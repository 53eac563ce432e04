import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { applyPatch, type Patch, toPatch } from "../../server/conversation/patch.ts"

const json = (value: unknown) => JSON.stringify(value)
const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value))
/** What a patch makes of `before` when both have gone through JSON, as they do in a store. */
const patched = (before: unknown, after: unknown): unknown => {
  const patch: Patch | null = toPatch(before, after)
  return patch === null ? throughJson(before) : applyPatch(throughJson(before), throughJson(patch))
}

const field = fc.constantFrom("a", "b", "c", "is", "out", "in", "first", "items", "__proto__", "1")
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, 0, 1, true, "", "字"),
    fc.array(tie("value"), { maxLength: 5 }),
    fc
      .uniqueArray(fc.tuple(field, tie("value")), { maxLength: 5, selector: ([name]) => name })
      .map((all) => Object.fromEntries(all)),
  ),
}))
const runs = { numRuns: 2_000, seed: 20260302 }

describe("toPatch", () => {
  it("gives what makes one value of another byte for byte, the order of fields too", () => {
    fc.assert(
      fc.property(value, value, (before, after) => {
        expect(json(patched(before, after))).toBe(json(after))
      }),
      runs,
    )
  })

  it("is null for the same JSON alone", () => {
    fc.assert(
      fc.property(value, value, (before, after) => {
        expect(toPatch(before, throughJson(before))).toBeNull()
        expect(toPatch(before, after) === null).toBe(json(before) === json(after))
      }),
      runs,
    )
  })

  const run = { memory: ["a", "b", "c", "d"], text: "long".repeat(100) }
  it.each<[string, unknown, unknown, Patch]>([
    ["one field", { a: { b: 1, c: run } }, { a: { b: 2, c: run } }, { in: { a: { in: { b: { is: 2 } } } } }],
    [
      "what is undefined",
      { a: 1, b: undefined },
      { a: undefined, b: 1 },
      { gone: ["a"], come: { b: { is: 1 } } },
    ],
    ["an order", { a: 1, b: 2 }, { b: 2, a: 1 }, { gone: ["a"], come: { a: { is: 1 } } }],
    ["items behind", ["a"], ["a", "b"], { first: 1, items: [["b"]] }],
    ["items between", ["a", "b", "c"], ["a", "x", "c"], { first: 1, items: [["x"], 2] }],
    ["items before", ["b", "c"], ["a", "b", "c"], { first: 0, items: [["a"], 0, 1] }],
    ["items gone", ["a", "b", "c"], ["b"], { first: 0, items: [1] }],
    [
      "what it was",
      { run },
      { run: { ...run, before: run } },
      { in: { run: { come: { before: { out: 1 } } } } },
    ],
  ])("tells only %s", (_, before, after, patch) => {
    expect(toPatch(before, after)).toEqual(patch)
    expect(json(patched(before, after))).toBe(json(after))
  })

  it("says that it does not fit", () => {
    expect(() => applyPatch("text", { in: { a: { is: 1 } } })).toThrow("does not fit")
    expect(() => applyPatch({}, { first: 0, items: [] })).toThrow("does not fit")
    expect(() => applyPatch({}, { out: 3 })).toThrow("does not fit")
  })
})
