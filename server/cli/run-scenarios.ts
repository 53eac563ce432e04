import {
  type CoverageReport,
  coverageOf,
  createUnderstanding,
  type Diagnostic,
  type Entry,
  isNotCovered,
  type Release,
  readFileAs,
  runScenario,
  scenarioSchema,
} from "../../engine/index.ts"
import { createIsolatedCore } from "../rehearsal/isolated-core.ts"

/** What one scenario file came to; without failures it passed. */
export type ScenarioOutcome = {
  readonly file: string
  readonly scenario: string
  readonly failures: readonly { readonly line: number; readonly message: string }[]
}

export type ScenarioRun = {
  readonly outcomes: readonly ScenarioOutcome[]
  readonly coverage: CoverageReport["parts"]
  /** What is wrong with the reasons for what is not covered. */
  readonly diagnostics: readonly Diagnostic[]
}

export type ScenarioRunOptions = {
  /** Runs only the files whose path has this text. */
  readonly only?: string
  /** Hears of each outcome as it comes. */
  readonly onOutcome?: (outcome: ScenarioOutcome) => void
}

/**
 * Runs the scenarios of a flow set in the order of their paths, each in a conversation of its own and, for calls
 * without a stub, with a sample insurer of its own. `files` are those that the release was compiled from.
 */
export async function runScenarios(
  release: Release,
  files: Readonly<Record<string, string>>,
  { only = "", onOutcome = () => {} }: ScenarioRunOptions = {},
): Promise<ScenarioRun> {
  const releases = { current: release, all: { [release.id]: release } }
  const understanding = createUnderstanding(release)
  const core = createIsolatedCore(release.operations)
  const outcomes: ScenarioOutcome[] = []
  const entries: Entry[] = []
  for (const file of scenarioFiles(files).filter((path) => path.includes(only))) {
    const outcome = await runFile(file)
    outcomes.push(outcome)
    onOutcome(outcome)
  }
  const { parts, diagnostics } = coverageOf(release, entries, files)
  return { outcomes, coverage: parts, diagnostics }

  async function runFile(file: string): Promise<ScenarioOutcome> {
    const { source, value, diagnostics } = readFileAs(scenarioSchema, file, files[file] ?? "")
    if (source === undefined || value === undefined) {
      const failures = diagnostics.map(({ line, message, help }) => ({
        line,
        message: `${message} ${help}`,
      }))
      return { file, scenario: file, failures }
    }
    const result = await runScenario(value, {
      releases,
      understanding,
      port: core.perform,
      play: core.play,
    })
    core.reset()
    entries.push(...result.entries)
    const failures = result.failures.map(({ step, message }) => ({
      line: source.at(step < 0 ? ["scenario"] : ["steps", step]).line,
      message,
    }))
    return { file, scenario: value.scenario, failures }
  }
}

function scenarioFiles(files: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(files)
    .filter((file) => /\/scenarios\/[^/]+\.yaml$/.test(file) && !isNotCovered(file))
    .sort()
}
