import {
  type Coverage,
  compileFlowSet,
  coverageOf,
  createUnderstanding,
  parseSource,
  readAs,
  runScenario,
  type ServiceResult,
  scenarioSchema,
} from "../../engine/index.ts"
import type { Arguments, ExitCode } from "../cli.ts"
import { createServices } from "../conversation/services/services.ts"
import { readFlowFiles } from "../release/flow-files.ts"
import { createSampleInsurer } from "../sample-insurer/index.ts"
import { isSet, print, shippedFlows, textOption } from "./arguments.ts"
import { diagnosticLine } from "./load-release.ts"

/** Runs every scenario of a flow set, each with a fresh core system, and reports what failed and what was reached. */
export async function testScenarios(args: Arguments): Promise<ExitCode> {
  const files = await readFlowFiles(args.positionals[0] ?? shippedFlows)
  const { release, diagnostics } = compileFlowSet(files)
  if (release === undefined) {
    for (const diagnostic of diagnostics)
      if (diagnostic.severity === "error") print(diagnosticLine(diagnostic))
    return 1
  }
  const releases = { current: release, all: { [release.id]: release } }
  const understanding = createUnderstanding(release)
  const only = textOption(args, "only")
  const paths = Object.keys(files).filter(
    (file) => /\/scenarios\/[^/]+\.yaml$/.test(file) && (only === undefined || file.includes(only)),
  )
  const asJson = isSet(args, "json")
  const results = []
  const entries = []
  for (const file of paths) {
    const parsed = parseSource(file, files[file] ?? "")
    const read =
      parsed.source === undefined
        ? { diagnostics: parsed.diagnostics }
        : readAs(scenarioSchema, parsed.source)
    if (!("value" in read) || read.value === undefined || parsed.source === undefined) {
      results.push({
        file,
        scenario: file,
        failures: read.diagnostics.map((diagnostic) => ({
          line: diagnostic.line,
          message: `${diagnostic.message} ${diagnostic.help}`,
        })),
      })
      continue
    }
    const { source } = parsed
    const core = createCore()
    const result = await runScenario(read.value, {
      releases,
      understanding,
      port: (call) => core.perform(release.operations, call),
    })
    core.close()
    entries.push(...result.entries)
    results.push({
      file,
      scenario: read.value.scenario,
      failures: result.failures.map(({ step, message }) => ({
        line: source.at(["steps", Math.max(step, 0)]).line,
        message,
      })),
    })
  }
  const failed = results.filter(({ failures }) => failures.length > 0)
  const coverage = coverageOf(release, entries)
  const wantsCoverage = isSet(args, "coverage")
  const missed = wantsCoverage
    ? coverage.filter(({ reached, excused }) => !reached && excused === undefined)
    : []
  if (asJson) print(JSON.stringify({ scenarios: results, ...(wantsCoverage ? { coverage } : {}) }))
  else report(results, wantsCoverage ? coverage : null)
  return failed.length > 0 || missed.length > 0 ? 1 : 0
}

type Result = {
  readonly file: string
  readonly scenario: string
  readonly failures: readonly { readonly line: number; readonly message: string }[]
}

function report(results: readonly Result[], coverage: readonly Coverage[] | null): void {
  for (const { file, scenario, failures } of results) {
    for (const { line, message } of failures) print(`${file}:${line} "${scenario}": ${message}`)
  }
  const failed = results.filter(({ failures }) => failures.length > 0).length
  if (coverage !== null) {
    for (const flow of new Set(coverage.map((part) => part.flow))) {
      const parts = coverage.filter((part) => part.flow === flow)
      const reached = parts.filter((part) => part.reached).length
      print(`${flow}: ${reached} of ${parts.length} states and exits reached`)
      for (const part of parts) {
        if (!part.reached)
          print(
            `  ${part.file}:${part.line} ${part.name} ${part.excused === undefined ? "is not reached" : `is not reached: ${part.excused}`}`,
          )
      }
    }
  }
  print(`${results.length - failed} passed, ${failed} failed`)
}

/** A core system of its own for one scenario: the sample insurer on an empty database, without a network. */
function createCore(): {
  perform: (
    operations: Parameters<ReturnType<typeof createServices>["perform"]>[0],
    call: Parameters<ReturnType<typeof createServices>["perform"]>[1],
  ) => Promise<ServiceResult>
  close: () => void
} {
  const insurer = createSampleInsurer({ file: ":memory:" })
  const services = createServices({
    baseUrl: "http://core.invalid",
    fetch: async (input, init) => insurer.app.request(String(input), init ?? {}),
    pause: async () => {},
  })
  return { perform: (operations, call) => services.perform(operations, call), close: () => insurer.close() }
}
