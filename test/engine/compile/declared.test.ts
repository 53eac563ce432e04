import { describe, expect, it } from "vitest"
import { compileFlowSet, createFiles, planEdit } from "../../../engine/index.ts"
import { sampleFlowSet } from "../check/sample-flow-set.ts"

const plain = `data:
  policy: policy.find
takes:
  count: integer
gives:
  count: integer
`
const titled = `data:
  policy:
    from: policy.find
    title: { zh: 保单, en: Policy }
takes:
  count:
    type: integer
    title: { zh: 次数, en: Count }
gives:
  count:
    type: integer
    title: { zh: 次数, en: Count }
`
const problemsOf = (part: string) =>
  compileFlowSet(sampleFlowSet({ "sample/flow.yaml": part })).diagnostics.map(({ rule, at, severity }) => ({
    ...{ rule, at, severity },
  }))

describe("declared values", () => {
  it("[F44] mean the same with a title as without", () => {
    expect(problemsOf(titled)).toEqual(problemsOf(plain))
  })

  it.each([
    ["data-source", titled.replace("policy.find", "policy.fnid"), "policy.fnid"],
    ["type-name", titled.replace("integer", "intger"), "intger"],
    ["locale-missing", titled.replace("{ zh: 次数, en: Count }", "{ zh: 次数 }"), "en"],
  ])("[F44] are checked by %s with a title too", (rule, part, name) => {
    const { diagnostics } = compileFlowSet(sampleFlowSet({ "sample/flow.yaml": part }))
    expect(diagnostics.filter((each) => each.rule === rule).map(({ message }) => message)).toEqual([
      expect.stringContaining(`"${name}"`),
    ])
  })

  it("[E12] follow an operation that is renamed, title and all", () => {
    const files = createFiles(sampleFlowSet({ "sample/flow.yaml": titled }))
    const planned = planEdit(files, {
      name: "element.rename",
      args: { kind: "operation", name: "policy.find", to: "policy.search" },
    })
    const text = planned.ok ? planned.files.texts["sample/flow.yaml"] : ""
    expect(text).toContain("    from: policy.search\n    title: { zh: 保单, en: Policy }")
  })

  it("[F44] count a type as used that a field of a schema names", () => {
    const types = `types:
  colour:
    title: { zh: 颜色, en: Colour }
    values:
      red: { label: { zh: 红, en: Red } }
`
    const withEvent = (field: string) => `${types}events:
  order.paid:
    type: object
    properties:
      colour: ${field}
`
    const unused = (settings: string) =>
      compileFlowSet(sampleFlowSet({ "flowset.yaml": settings })).diagnostics.filter(
        ({ rule, message }) => rule === "unused" && message.includes('"colour"'),
      ).length
    expect(unused(withEvent("{ type: string }"))).toBe(1)
    expect(unused(withEvent("{ type: string, format: colour, enum: [red] }"))).toBe(0)
  })
})
