import type { Path, Place, Source } from "../document/source.ts"
import type { Diagnostic } from "../types.ts"

/** Collects diagnostics of one file; `at` is `flow/state#exit` where there is one. */
export type Report = {
  error(rule: string, path: Path, message: string, help: string, at?: string): void
  warning(rule: string, path: Path, message: string, help: string, at?: string): void
  place(path: Path): Place
}

export function createReport(source: Source, into: Diagnostic[]): Report {
  const add =
    (severity: Diagnostic["severity"]) =>
    (rule: string, path: Path, message: string, help: string, at?: string) => {
      into.push({ rule, severity, message, help, ...(at === undefined ? {} : { at }), ...source.at(path) })
    }
  return { error: add("error"), warning: add("warning"), place: (path) => source.at(path) }
}

/** Returns a sentence that names what exists, nearest first, for a name that does not. */
export function didYouMean(near: string | null, known: readonly string[]): string {
  if (near !== null) return `Did you mean "${near}"?`
  if (known.length === 0) return "There is none yet: declare one."
  return `There are: ${known.slice(0, 12).join(", ")}${known.length > 12 ? ", …" : ""}.`
}
