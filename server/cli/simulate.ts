import {
  compileFlowSet,
  type SimulatedRun,
  type SimulationReport,
  simulationReports,
  textOf,
} from "../../engine/index.ts"
import { type Arguments, type ExitCode, UsageError } from "../cli.ts"
import { readFlowFiles } from "../release/flow-files.ts"
import { isSet, print, shippedFlows, textOption } from "./arguments.ts"
import { diagnosticLine } from "./load-release.ts"
import { runCustomers } from "./run-customers.ts"

/** Holds conversations of the flow set's simulated customers, and prints what went wrong and a report per service. */
export async function simulate(args: Arguments): Promise<ExitCode> {
  const files = await readFlowFiles(args.positionals[0] ?? shippedFlows)
  const { release, diagnostics } = compileFlowSet(files)
  const asJson = isSet(args, "json")
  if (release === undefined) {
    for (const error of diagnostics) if (error.severity === "error") print(diagnosticLine(error))
    return 1
  }
  const only = textOption(args, "only") ?? ""
  const run = await runCustomers(release, files, {
    runs: wholeNumber(args, "runs", 1000),
    seed: wholeNumber(args, "seed", 1),
    only,
    onRun: asJson ? () => {} : (held) => printRun(held, isSet(args, "transcripts")),
  })
  for (const diagnostic of run.diagnostics) print(diagnosticLine(diagnostic))
  if (run.diagnostics.length > 0) return 1
  if (run.held.length === 0) throw new UsageError(`No simulated customer has "${only}" in its name.`)
  const reports = simulationReports(run.held)
  const amiss = run.held.filter(({ findings }) => findings.length > 0)
  if (asJson) {
    const findings = amiss.map(({ entries: _entries, ...rest }) => rest)
    print(JSON.stringify({ reports, findings }))
  } else for (const report of reports) print(reportLine(report))
  return amiss.length > 0 ? 1 : 0
}

function wholeNumber(args: Arguments, name: string, otherwise: number): number {
  const value = Number(textOption(args, name) ?? otherwise)
  if (Number.isSafeInteger(value) && value > 0) return value
  throw new UsageError(`--${name} takes a whole number from 1.`)
}

function printRun(run: SimulatedRun, withTranscript: boolean): void {
  const name = `${run.flow}/${run.customer}/${run.locale} --seed ${run.seed}`
  for (const finding of run.findings) print(`${name}: ${finding}`)
  if (!withTranscript) return
  print(`# ${name}: ${run.turns} turns`)
  for (const entry of run.entries) {
    if (entry.kind === "customer.said") print(`> ${entry.personal.text}`)
    if (entry.kind === "bot.said") print(textOf(entry.personal.content))
  }
}

function reportLine(report: SimulationReport): string {
  const percent = (share: number) => `${Math.round(share * 1000) / 10} %`
  return [
    report.flow.padEnd(18),
    `${report.runs} runs`,
    `goal reached ${percent(report.reached / report.runs)}`,
    `as meant ${percent(report.asMeant / report.runs)}`,
    `turns ${report.turns.median} (most ${report.turns.most})`,
    `asked twice ${report.askedTwice}`,
    `misses ${report.misses}`,
    `clarified ${report.clarified}`,
    `hand-offs ${report.handoffs}`,
    `without a person ${percent(report.withoutPerson)} (one is needed by ${percent(report.needPerson)})`,
  ].join("  ")
}
