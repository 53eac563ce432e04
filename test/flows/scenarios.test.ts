import { beforeAll, describe, expect, it } from "vitest"
import { compileFlowSet, createUnderstanding, runScenarios, type ScenarioRun } from "../../engine/index.ts"
import { shippedFlows } from "../../server/cli/arguments.ts"
import { createIsolatedCore } from "../../server/rehearsal/isolated-core.ts"
import { readFlowFiles } from "../../server/release/flow-files.ts"

let run: ScenarioRun

beforeAll(async () => {
  const files = await readFlowFiles(shippedFlows)
  const { release, diagnostics } = compileFlowSet(files)
  if (release === undefined)
    throw new Error(diagnostics.map(({ file, line, message }) => `${file}:${line} ${message}`).join("\n"))
  run = await runScenarios(release, files, {
    understanding: createUnderstanding(release),
    core: createIsolatedCore(release.operations),
  })
}, 180_000)

describe("the scenarios of the shipped flows", () => {
  it("pass", () => {
    const failed = run.outcomes.flatMap(({ file, scenario, failures }) =>
      failures.map(({ line, message }) => `flows/${file}:${line} "${scenario}": ${message}`),
    )
    expect(failed).toEqual([])
  })

  it("reach every state and every exit, or a reason says why not", () => {
    const missed = run.coverage
      .filter(({ reached, excused }) => !reached && excused === undefined)
      .map(({ file, line, name }) => `flows/${file}:${line} ${name}`)
    expect(missed).toEqual([])
  })

  it("give no reason for what is reached or does not exist", () => {
    expect(run.diagnostics.map(({ file, line, message }) => `flows/${file}:${line} ${message}`)).toEqual([])
  })
})
