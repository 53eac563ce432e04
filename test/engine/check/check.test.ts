import { describe, expect, it } from "vitest"
import { checkFlowSet } from "../../../engine/check/check.ts"
import { createContext } from "../../../engine/check/context.ts"
import { rules } from "../../../engine/check/registry.ts"
import type { Rule } from "../../../engine/check/rule.ts"
import { runRules } from "../../../engine/check/run-rules.ts"
import { compileDocuments } from "../../../engine/compile/flow-set.ts"
import { readFlowFiles } from "../../../server/release/flow-files.ts"
import { sampleFlowSet } from "./sample-flow-set.ts"

const twoFaults = sampleFlowSet({
  "sample/flow.yaml": `start: first
states:
  first:
    type: decision
    cases:
      known: { when: slots.nothing == 1 }
    to:
      known: nowhere
      else: done
  second:
    type: message
    say: { zh: "{slots.nothing}", en: "{slots.nothing" }
    to: done
  done: { type: final, outcome: done }
`,
})

describe("checkFlowSet", () => {
  it("[F10] says what, where, why and how to mend, at file, line and column", () => {
    const [fault] = checkFlowSet(twoFaults).diagnostics.filter(({ rule }) => rule === "expression")
    expect(fault).toEqual({
      rule: "expression",
      severity: "error",
      message: 'At `slots.nothing` in `slots.nothing == 1`: "slots" has no "nothing".',
      help: "Nothing is declared there.",
      says: {
        message: {
          id: "At `{0}` in `{1}`: {2}",
          values: [
            "slots.nothing",
            "slots.nothing == 1",
            { id: '"{0}" has no "{1}".', values: ["slots", "nothing"] },
          ],
        },
        help: { id: "Nothing is declared there.", values: [] },
      },
      at: "sample/first",
      file: "sample/flow.yaml",
      line: 16,
      column: 16,
    })
  })

  it("[F10] sorts by file, line and column and says nothing twice", () => {
    const { diagnostics } = checkFlowSet(twoFaults)
    const places = diagnostics.map(({ file, line, column }) => [file, line, column] as const)
    const sorted = [...places].sort((a, b) =>
      a[0] === b[0] ? a[1] - b[1] || a[2] - b[2] : a[0] < b[0] ? -1 : 1,
    )
    expect(places).toEqual(sorted)
    const said = diagnostics.map(({ file, line, column, rule, message }) =>
      [file, line, column, rule, message].join(),
    )
    expect(new Set(said).size).toBe(said.length)
  })

  it("[F10] tells a default state's fault once, however many flows take it", () => {
    const other = `format: 1
id: other
title: { zh: 其他, en: Other }
outcomes: [done, resolvedByPerson]
start: ask
states:
  ask: { type: collect, slots: [policyNo], to: done }
  done: { type: final, outcome: done }
`
    const settings = `defaults:
  to: { failed: sorry, timeout: sorry, unavailable: sorry }
  states:
    sorry: { type: message, say: { zh: "{parameters.none}", en: No. }, to: person }
    person: { type: final, outcome: resolvedByPerson }
`
    const files = sampleFlowSet({ "flowset.yaml": settings, "other/flow.yaml": other })
    const found = checkFlowSet(files).diagnostics.filter(({ rule }) => rule === "text")
    expect(found.map(({ file, message }) => `${file}: ${message}`)).toEqual([
      "flowset.yaml: There is no {parameters.none}.",
    ])
  })

  it("[F11] gives a release only without errors; warnings do not refuse it", () => {
    expect(checkFlowSet(twoFaults).release).toBeUndefined()
    const warned = checkFlowSet(
      sampleFlowSet({ "sample/flow.yaml": 'derived:\n  fee: { type: money, is: "10" }\n' }),
    )
    expect(warned.diagnostics.map(({ severity }) => severity)).toContain("warning")
    expect(warned.release?.id).toMatch(/^[0-9a-f]{64}$/)
  })

  it("[F12] turns a crashing rule into a diagnostic and runs the others", () => {
    const context = createContext(compileDocuments(twoFaults))
    if (context === null) throw new Error("the sample has settings")
    const crashing: Rule = {
      id: "crashing",
      doc: "Never holds.",
      example: { wrong: {}, right: {} },
      run: () => {
        throw new Error("no luck")
      },
    }
    const found = runRules([crashing, ...rules], context)
    expect(found[0]).toMatchObject({
      rule: "internal",
      severity: "error",
      message: 'The rule "crashing" could not finish: no luck',
      file: "flowset.yaml",
    })
    expect(found.some(({ rule }) => rule === "expression")).toBe(true)
  })

  it("[F13] checks what could be read of a flow that does not compile", () => {
    const rulesFound = new Set(checkFlowSet(twoFaults).diagnostics.map(({ rule }) => rule))
    expect(rulesFound).toEqual(expect.objectContaining(new Set(["target", "expression", "text"])))
  })

  it.each([
    [
      "a state that cannot be read",
      "sample/flow.yaml",
      "states:\n  ask: { type: colect }\n  done: { type: final, outcome: done }\n",
    ],
    ["services that cannot be read", "services.yaml", "policy.find: ["],
    ["a wording that cannot be read", "wordings/sample-notice.yaml", "format: 2\n"],
    ["a pattern that cannot be read", "patterns/skip/flow.yaml", "format: ["],
  ])("[F13] does not blame others for %s", (_, file, text) => {
    const files = {
      ...sampleFlowSet(),
      ...(text.startsWith("states") ? sampleFlowSet({ [file]: text }) : { [file]: text }),
    }
    const errors = checkFlowSet(files).diagnostics.filter(({ severity }) => severity === "error")
    expect(new Set(errors.map((error) => error.file))).toEqual(new Set([file]))
  })

  it.each([
    "surrender/flow.yaml",
    "payee/flow.yaml",
    "services.yaml",
    "products.yaml",
    "rules.yaml",
    "wordings/health-consent.yaml",
    "questionnaires/health-critical-illness.yaml",
    "knowledge/claims.yaml",
  ])("[F13] tells of %s that cannot be read that alone", async (file) => {
    const files = await readFlowFiles("flows")
    const broken = { ...files, [file]: `${files[file]}\n"broken: [\n` }
    const told = checkFlowSet(broken).diagnostics.filter(({ severity }) => severity !== "info")
    expect(told.map((each) => `${each.file} ${each.rule}`)).toEqual([`${file} yaml`])
  })

  it("[F13] says what is missing when there are no settings at all", () => {
    const { diagnostics, release } = checkFlowSet({})
    expect(diagnostics.map(({ rule, file }) => `${rule} ${file}`)).toEqual(["missing-file flowset.yaml"])
    expect(release).toBeUndefined()
  })
})
