import type { Release } from "../compile/model.ts"
import { readFileAs } from "../document/source.ts"
import type { Diagnostic } from "../types.ts"
import type { Understanding } from "../understand/index.ts"
import type { PlayPort } from "./act.ts"
import { type CoverageReport, coverageOf, passedIn } from "./coverage.ts"
import { isNotCovered } from "./not-covered.ts"
import { runScenario, type ScenarioFailure } from "./run-scenario.ts"
import { scenarioSchema } from "./scenario.ts"
import type { ServicePort } from "./session.ts"

/** What one scenario file came to; without failures it passed. */
export type ScenarioOutcome = {
  readonly file: string
  readonly scenario: string
  /** Where in the file, and what; a file that is no scenario has only these. */
  readonly failures: readonly ({
    readonly line: number
    readonly message: string
  } & Partial<ScenarioFailure>)[]
  /** The states that were entered and the exits that were taken, as coverage names them. */
  readonly passed: readonly string[]
}

export type ScenarioRun = {
  readonly outcomes: readonly ScenarioOutcome[]
  readonly coverage: CoverageReport["parts"]
  /** What is wrong with the reasons for what is not covered. */
  readonly diagnostics: readonly Diagnostic[]
}

/** A core system of its own, for one conversation after another. */
export type ScenarioCore = {
  readonly perform: ServicePort
  readonly play: PlayPort
  /** Forgets all that was done. */
  readonly reset: () => void | Promise<void>
}

export type ScenarioRunOptions = {
  readonly understanding: Understanding
  readonly core: ScenarioCore
  /** Those to run, by path; absent: all, in the order of their paths. */
  readonly only?: (file: string) => boolean
  /** Hears of each outcome as it comes. */
  readonly onOutcome?: (outcome: ScenarioOutcome) => void
}

/**
 * Runs the scenarios of a flow set, each in a conversation of its own and, for calls without a stub, with a core system
 * as it was at first. `files` are those that the release was compiled from.
 */
export async function runScenarios(
  release: Release,
  files: Readonly<Record<string, string>>,
  { understanding, core, only = () => true, onOutcome = () => {} }: ScenarioRunOptions,
): Promise<ScenarioRun> {
  const releases = { current: release, all: { [release.id]: release } }
  const outcomes: ScenarioOutcome[] = []
  for (const file of scenarioFiles(files).filter(only)) {
    const outcome = await runFile(file)
    outcomes.push(outcome)
    onOutcome(outcome)
  }
  const passed = new Set(outcomes.flatMap((outcome) => outcome.passed))
  const { parts, diagnostics } = coverageOf(release, passed, files)
  return { outcomes, coverage: parts, diagnostics }

  async function runFile(file: string): Promise<ScenarioOutcome> {
    const { source, value, diagnostics } = readFileAs(scenarioSchema, file, files[file] ?? "")
    if (source === undefined || value === undefined) {
      const failures = diagnostics.map(({ line, message, help }) => ({
        line,
        message: `${message} ${help}`,
      }))
      return { file, scenario: file, failures, passed: [] }
    }
    const result = await runScenario(value, {
      ...{ releases, understanding, port: core.perform, play: core.play },
    })
    await core.reset()
    const failures = result.failures.map((failure) => ({
      line: source.at(failure.step < 0 ? ["scenario"] : ["steps", failure.step]).line,
      ...failure,
    }))
    return { file, scenario: value.scenario, failures, passed: [...passedIn(result.entries)] }
  }
}

/** Returns the scenario files of a flow set, in the order of their paths. */
export function scenarioFiles(files: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(files)
    .filter((file) => /\/scenarios\/[^/]+\.yaml$/.test(file) && !isNotCovered(file))
    .sort()
}
