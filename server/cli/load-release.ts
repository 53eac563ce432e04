import { compileFlowSet, type Diagnostic, type Release } from "../../engine/index.ts"
import { readFlowFiles } from "../release/flow-files.ts"

/** Returns the release of a folder; throws with every error's place when there is none. */
export async function loadRelease(folder: string): Promise<Release> {
  const { release, diagnostics } = compileFlowSet(await readFlowFiles(folder))
  if (release !== undefined) return release
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(diagnosticLine)
  throw new Error(`The flow set in "${folder}" has ${errors.length} errors:\n${errors.join("\n")}`)
}

/** Returns a diagnostic in one line that editors and terminals can follow. */
export function diagnosticLine({
  file,
  line,
  column,
  severity,
  rule,
  message,
  help,
  at,
}: Diagnostic): string {
  return `${file}:${line}:${column} ${severity} ${rule}${at === undefined ? "" : ` (${at})`}: ${message} ${help}`
}
