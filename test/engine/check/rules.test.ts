import { describe, expect, it } from "vitest"
import { checkFlowSet } from "../../../engine/check/check.ts"
import { rules } from "../../../engine/check/registry.ts"
import { markedLines, sampleFlowSet } from "./sample-flow-set.ts"

describe("rules", () => {
  it("finds nothing wrong with the sample flow set", () => {
    const { release, diagnostics } = checkFlowSet(sampleFlowSet())
    expect(diagnostics.filter(({ severity }) => severity !== "info")).toEqual([])
    expect(release?.flows).toHaveProperty("sample")
  })

  it.each(rules.map((rule) => [rule.id, rule] as const))("[F14] %s reports its wrong example", (id, rule) => {
    const files = sampleFlowSet(rule.example.wrong)
    const { diagnostics } = checkFlowSet(files)
    for (const file of Object.keys(rule.example.wrong)) {
      const found = diagnostics.filter((diagnostic) => diagnostic.rule === id && diagnostic.file === file)
      const lines = [...new Set(found.map(({ line }) => line))]
      expect(lines, `${file}\n${found.map(({ line, message }) => `${line}: ${message}`).join("\n")}`).toEqual(
        markedLines(files[file] ?? ""),
      )
    }
    expect(diagnostics.some(({ rule: found }) => found === id)).toBe(true)
  })

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    "[F14] %s is content with its right example",
    (id, rule) => {
      const { diagnostics } = checkFlowSet(sampleFlowSet(rule.example.right))
      const touched = Object.keys(rule.example.right)
      expect(diagnostics.filter(({ rule: found, file }) => found === id && touched.includes(file))).toEqual(
        [],
      )
      expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([])
    },
  )

  it("[F14] every rule has an id of its own and a sentence that says what must hold", () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    for (const { id, doc } of rules) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(doc).toMatch(/^[A-Z].+\.$/)
    }
  })
})
