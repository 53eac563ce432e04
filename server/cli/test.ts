import {
  type Coverage,
  compileFlowSet,
  createUnderstanding,
  runScenarios,
  type ScenarioOutcome,
} from "../../engine/index.ts"
import type { Arguments, ExitCode } from "../cli.ts"
import { createIsolatedCore } from "../rehearsal/isolated-core.ts"
import { readFlowFiles } from "../release/flow-files.ts"
import { isSet, print, shippedFlows, textOption } from "./arguments.ts"
import { diagnosticLine } from "./load-release.ts"

/** Runs the scenarios of a flow set and prints what failed and, asked for coverage, what was not reached. */
export async function testScenarios(args: Arguments): Promise<ExitCode> {
  const files = await readFlowFiles(args.positionals[0] ?? shippedFlows)
  const { release, diagnostics } = compileFlowSet(files)
  const asJson = isSet(args, "json")
  if (release === undefined) {
    const errors = diagnostics.filter(({ severity }) => severity === "error")
    if (asJson) print(JSON.stringify({ diagnostics: errors }))
    else for (const error of errors) print(diagnosticLine(error))
    return 1
  }
  const only = textOption(args, "only")
  const run = await runScenarios(release, files, {
    understanding: createUnderstanding(release),
    core: createIsolatedCore(release.operations),
    ...(only === undefined ? {} : { only: (file) => file.includes(only) }),
    ...(asJson ? {} : { onOutcome: printFailures }),
  })
  const failed = run.outcomes.filter(({ failures }) => failures.length > 0).length
  const wantsCoverage = isSet(args, "coverage")
  const isIncomplete =
    run.diagnostics.length > 0 ||
    run.coverage.some(({ reached, excused }) => !reached && excused === undefined)
  if (asJson) {
    const { coverage, diagnostics } = run
    const scenarios = run.outcomes.map(({ file, scenario, failures }) => ({
      ...{ file, scenario, failures: failures.map(({ line, message }) => ({ line, message })) },
    }))
    print(JSON.stringify({ scenarios, ...(wantsCoverage ? { coverage, diagnostics } : {}) }))
  } else {
    if (wantsCoverage) {
      printCoverage(run.coverage)
      for (const diagnostic of run.diagnostics) print(diagnosticLine(diagnostic))
    }
    print(`${run.outcomes.length - failed} passed, ${failed} failed`)
  }
  return failed > 0 || (wantsCoverage && isIncomplete) ? 1 : 0
}

function printFailures({ file, scenario, failures }: ScenarioOutcome): void {
  for (const { line, message } of failures) print(`${file}:${line} "${scenario}": ${message}`)
}

function printCoverage(coverage: readonly Coverage[]): void {
  for (const flow of new Set(coverage.map((part) => part.flow))) {
    const parts = coverage.filter((part) => part.flow === flow)
    print(
      `${flow}: ${parts.filter(({ reached }) => reached).length} of ${parts.length} states and exits reached`,
    )
    for (const { file, line, name, reached, excused } of parts)
      if (!reached)
        print(`  ${file}:${line} ${name} is not reached${excused === undefined ? "" : `: ${excused}`}`)
  }
}
