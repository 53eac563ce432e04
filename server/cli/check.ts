import { clauseCoverage, compileFlowSet } from "../../engine/index.ts"
import type { Arguments, ExitCode } from "../cli.ts"
import { readFlowFiles } from "../release/flow-files.ts"
import { isSet, print, shippedFlows } from "./arguments.ts"
import { printCoverage } from "./clause-coverage.ts"
import { diagnosticLine } from "./load-release.ts"

/** Prints every diagnostic of a flow set; findings are errors and warnings. */
export async function check(args: Arguments): Promise<ExitCode> {
  const folder = args.positionals[0] ?? shippedFlows
  const { release, diagnostics } = compileFlowSet(await readFlowFiles(folder))
  const findings = diagnostics.filter(({ severity }) => severity !== "info")
  if (isSet(args, "json")) {
    const clauses = release === undefined ? [] : clauseCoverage(release.products, release.knowledge)
    print(JSON.stringify({ release: release?.id ?? null, clauses, diagnostics }))
    return findings.length > 0 ? 1 : 0
  }
  for (const diagnostic of diagnostics) print(diagnosticLine(diagnostic))
  const count = (severity: string) =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length
  const flows =
    release === undefined
      ? "no release"
      : `${Object.keys(release.flows).length} flows, release ${release.id.slice(0, 12)}`
  print(`${flows}: ${count("error")} errors, ${count("warning")} warnings, ${count("info")} notes`)
  if (release !== undefined) printCoverage(release)
  return findings.length > 0 ? 1 : 0
}
