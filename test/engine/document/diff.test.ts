import { describe, expect, it } from "vitest"
import { parse } from "yaml"
import { diffFile } from "../../../engine/index.ts"

const flow = (states: string, rest = "") =>
  parse(`id: a
title: 甲
${rest}start: first
states:
${states}`)
const first = "  first:\n    type: message\n    say: 您好\n    to: second\n"
const second = "  second:\n    type: final\n    outcome: done\n"
const file = "a/flow.yaml"
const told = (before: unknown, after: unknown, name = file) =>
  diffFile(name, before as never, after as never).map(({ path: _, ...change }) => change)

describe("diffFile", () => {
  it("[D1] tells nothing of order, comments and ways of writing", () => {
    const inline = flow(`  # last\n  second: { type: final, outcome: done }\n${first}`)
    expect(told(flow(first + second), inline)).toEqual([])
  })

  it("[D1] tells states and exits added and removed, and exits that lead elsewhere", () => {
    const after = flow(
      `${first.replace("to: second", "to: third")}${second}  third: { type: message, to: second }\n`,
    )
    expect(told(flow(first + second), after)).toEqual([
      { kind: "exit", id: "a/first#", is: "retargeted", from: "second", to: "third" },
      { kind: "state", id: "a/third", is: "added", value: { type: "message" } },
      { kind: "exit", id: "a/third#", is: "added", value: "second" },
    ])
    expect(told(after, flow(first + second)).map(({ id, is }) => `${is} ${id}`)).toEqual([
      "retargeted a/first#",
      "removed a/third",
      "removed a/third#",
    ])
  })

  it("[D1] tells the innermost values that differ", () => {
    const before = flow(first.replace("say: 您好", "say:\n      zh: 您好\n      en: Hello") + second)
    const after = flow(first.replace("say: 您好", "say:\n      zh: 您好！\n      en: Hello") + second)
    expect(told(before, after)).toEqual([
      {
        kind: "state",
        id: "a/first",
        is: "changed",
        fields: [{ path: ["say", "zh"], before: "您好", after: "您好！" }],
      },
    ])
  })

  it("[D1] tells a state that moved into a group", () => {
    const group = `  stage:\n    type: group\n    start: second\n    states:\n${second.replaceAll(/^/gm, "    ").trimEnd()}\n`
    expect(told(flow(first + second), flow(first + group))).toEqual([
      { kind: "state", id: "a/stage", is: "added", value: { type: "group", start: "second" } },
      { kind: "state", id: "a/second", is: "moved", from: "", to: "stage" },
    ])
  })

  it("[D2] knows what was renamed by `was`, with its exits, unless the old name is still there", () => {
    const renamed = first.replace("  first:", "  begin:\n    was: [first]")
    expect(told(flow(first + second), flow(renamed + second))).toEqual([
      { kind: "state", id: "a/begin", is: "renamed", from: "a/first" },
    ])
    const both = told(flow(first + second), flow(first + renamed + second))
    expect(both.map(({ is, id }) => `${is} ${id}`)).toEqual(["added a/begin", "added a/begin#"])
  })

  it.each([
    [
      "rules.yaml",
      "rules:\n  - { id: a, never: x }\n",
      "rules:\n  - { id: b, never: z }\n  - { id: a, never: y }\n",
      ["added b", "changed a"],
    ],
    [
      "services.yaml",
      "p.find: { request: {}, effect: read }\n",
      "p.find: { request: {}, effect: write }\n",
      ["changed p.find"],
    ],
    ["knowledge/a.yaml", "- { id: a, say: x }\n", "- { id: b, was: [a], say: x }\n", ["renamed b"]],
    [
      "wordings/w.yaml",
      'id: w\nversions: [{ version: "1", text: a }]\n',
      'id: w\nversions: [{ version: "1", text: b }]\n',
      ["changed 1"],
    ],
    [
      "flowset.yaml",
      "name: x\nparameters: { a: { value: 1 } }\n",
      "name: y\nparameters: { a: { value: 2 } }\n",
      ["changed flowset.yaml", "changed flowset.yaml a"],
    ],
    ["a/layout.json", '{"states":{"a":{"x":1,"y":1}}}', '{"states":{"a":{"x":2,"y":1}}}', ["changed a"]],
    ["a/scenarios/b.yaml", "flow: a\n", "flow: b\n", ["changed a/scenarios/b.yaml"]],
  ])("[D1] tells the elements of %s", (name, before, after, expected) => {
    expect(told(parse(before), parse(after), name).map(({ is, id }) => `${is} ${id}`)).toEqual(expected)
  })
})
