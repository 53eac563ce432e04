import type { Path, Place, Source } from "../document/source.ts"
import { type Diagnostic, type Sentence, sentence, told } from "../types.ts"

/** Collects diagnostics of one file; `at` is `flow/state#exit` where there is one. */
export type Report = {
  error(rule: string, path: Path, message: Sentence, help: Sentence, at?: string): void
  place(path: Path): Place
}

export function createReport(source: Source, into: Diagnostic[]): Report {
  return {
    error(rule, path, message, help, at) {
      into.push({
        ...{ rule, severity: "error", ...told(message, help) },
        ...(at === undefined ? {} : { at }),
        ...source.at(path),
      })
    },
    place: (path) => source.at(path),
  }
}

/** Returns a sentence that names what exists, nearest first, for a name that does not. */
export function didYouMean(near: string | null, known: readonly string[]): Sentence {
  if (near !== null) return sentence`Did you mean "${near}"?`
  if (known.length === 0) return sentence`There is none yet: declare one.`
  return sentence`There are: ${shortList(known)}.`
}

const mostListed = 12

/** Returns the first of many names, and a sign that there are more. */
export function shortList(names: readonly string[]): readonly string[] {
  return names.length > mostListed ? [...names.slice(0, mostListed), "…"] : names
}
