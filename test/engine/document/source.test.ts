import { describe, expect, it } from "vitest"
import { flowSchema, flowSetSchema, servicesSchema, wordingSchema } from "../../../engine/document/schema.ts"
import { parseSource, readAs, type Source } from "../../../engine/document/source.ts"
import { stateKinds } from "../../../engine/states/registry.ts"

function sourceOf(text: string): Source {
  const { source, diagnostics } = parseSource("a.yaml", text)
  expect(diagnostics).toEqual([])
  if (source === undefined) throw new Error("the text is YAML")
  return source
}

describe("parseSource", () => {
  it.each([
    ["an unclosed list", "a: 1\nb: [1, 2\n", 3, 1],
    ["a key that stands twice", "a: 1\nb: 2\na: 3\n", 3, 1],
    ["a wrong indentation", "a:\n  b: 1\n c: 2\n", 3, 1],
    ["a text that needs quotes", "say: 您好: 请说\n", 1, 6],
  ])("[F27] tells the place of %s", (_, text, line, column) => {
    const { source, diagnostics } = parseSource("a.yaml", text)
    expect(source).toBeUndefined()
    expect(diagnostics).toHaveLength(1)
    expect(diagnostics[0]).toMatchObject({ rule: "yaml", severity: "error", file: "a.yaml", line, column })
    expect(diagnostics[0]?.help).not.toBe("")
  })

  const text = `# a comment
title:
  zh: 退保
  en: Surrender
states:
  ask:
    slots: [a, b]
    say:
      - zh: 一
      - zh: 二
`

  it.each<[readonly (string | number)[], number, number]>([
    [[], 2, 1],
    [["title"], 2, 1],
    [["title", "en"], 4, 3],
    [["states", "ask", "slots", 1], 7, 16],
    [["states", "ask", "say", 1], 10, 9],
    [["states", "ask", "say", 1, "zh"], 10, 9],
    [["states", "ask", "to", "filled"], 6, 3],
    [["nothing"], 2, 1],
  ])("[F27] finds %j at line %i, column %i, or where its nearest parent stands", (path, line, column) => {
    expect(sourceOf(text).at(path)).toEqual({ file: "a.yaml", line, column })
  })

  it.each<[readonly (string | number)[]]>([
    [["title"]],
    [["title", "en"]],
    [["states", "ask", "slots", 1]],
    [["states", "ask", "say", 1]],
  ])("[E1] finds %j again where it stands", (path) => {
    const { line, column } = sourceOf(text).at(path)
    expect(sourceOf(text).pathAt(line, column).slice(0, path.length)).toEqual(path)
  })

  it("[F27] counts lines the same with line ends of Windows", () => {
    expect(sourceOf(text.replaceAll("\n", "\r\n")).at(["title", "en"]).line).toBe(4)
  })

  it("[F27] reads an empty file as nothing, without a crash", () => {
    expect(readAs(flowSchema, sourceOf("# nothing yet\n")).value).toBeUndefined()
  })
})

describe("readAs", () => {
  const flow = `format: 1
id: sample
title: 示例
outcomes: [done]
start: done
states:
  done: { type: final, outcome: done }
`

  it("[F27] returns the typed value of a sound file", () => {
    const { value, diagnostics } = readAs(flowSchema, sourceOf(flow))
    expect(diagnostics).toEqual([])
    expect(value).toMatchObject({ id: "sample", outcomes: ["done"] })
  })

  it.each([
    ["an unknown field", `${flow}colour: red\n`, 8, '"colour" is not a field that may stand here.'],
    [
      "an unknown field of a slot",
      `${flow}slots:\n  a:\n    type: text\n    asks: 问\n`,
      11,
      '"asks" is not a field',
    ],
    ["a wrong type", flow.replace("outcomes: [done]", "outcomes: done"), 4, '"outcomes"'],
    ["a wrong id", flow.replace("id: sample", "id: My Flow"), 2, "small letters, digits and hyphens"],
    ["a wrong name", flow.replace("outcomes: [done]", "outcomes: [Done]"), 4, "camelCase"],
    ["a field without a value", `${flow}slots:\n`, 8, '"slots" has no value.'],
    ["an empty list where one is needed", flow.replace("outcomes: [done]", "outcomes: []"), 4, '"outcomes"'],
    [
      "a wrong part of one of several forms",
      `${flow}slots:\n  a:\n    type: choice\n    options:\n      from: data.x\n      key: item.a\n      label: 甲\n      sayz: item.b\n`,
      15,
      '"sayz" is not a field that may stand here (in "slots.a.options")',
    ],
  ])("[F27] tells the place of %s", (_, text, line, message) => {
    const { value, diagnostics } = readAs(flowSchema, sourceOf(text))
    expect(value).toBeUndefined()
    expect(diagnostics.map((found) => `${found.line}: ${found.message}`)).toEqual([
      expect.stringMatching(new RegExp(`^${line}: `)),
    ])
    expect(diagnostics[0]?.message).toContain(message)
    expect(diagnostics[0]?.help).not.toBe("")
  })

  it("[F27] tells all that is wrong at once", () => {
    const text = flow.replace("id: sample", "id: My Flow").replace("outcomes: [done]", "outcomes: done")
    expect(readAs(flowSchema, sourceOf(text)).diagnostics).toHaveLength(2)
  })

  it.each([
    ["true", "true"],
    ["1", "1"],
    ["data.a > 1", "data.a > 1"],
  ])("[F27] reads the condition %s as CEL", (written, cel) => {
    const parsed = stateKinds.decision.schema.safeParse({
      type: "decision",
      cases: { a: { when: JSON.parse(`[${/^(true|1)$/.test(written) ? written : `"${written}"`}]`)[0] } },
    })
    expect(parsed.data).toMatchObject({ cases: { a: { when: cel } } })
  })

  it.each([
    ["PT3M", true],
    ["P5D", true],
    ["P1Y2M3DT4H5M6S", true],
    ["P", false],
    ["PT", false],
    ["5D", false],
    ["P5D T3M", false],
  ])("[F27] takes %s for a duration: %s", (duration, isOne) => {
    const parsed = stateKinds.wait.schema.safeParse({ type: "wait", until: { after: duration } })
    expect(parsed.success).toBe(isOne)
  })

  it.each([
    [
      "an operation without an effect",
      servicesSchema,
      "policy.find:\n  request: { method: GET, path: /a }\n  input: {}\n  output: {}\n",
      1,
    ],
    ["a currency of four letters", flowSetSchema, "format: 1\nname: 甲\nlocales: [zh]\ncurrency: CNYY\n", 4],
    [
      "a hash that is none",
      wordingSchema,
      "format: 1\nid: a\ntitle: 甲\nversions:\n  - version: '1'\n    effectiveFrom: 2026-01-01\n    approved: { by: a, on: b, sha256: c }\n    text: 乙\n    accept: { zh: [好] }\n",
      7,
    ],
  ])("[F27] tells the line of %s", (_, schema, text, line) => {
    const { diagnostics } = readAs(schema, sourceOf(text))
    expect(diagnostics.map((found) => found.line)).toContain(line)
  })
})
