import type { Path, Source } from "../document/source.ts"
import type { Diagnostic, Sentence } from "../types.ts"
import type { CheckContext } from "./context.ts"

/** What a rule found: what is wrong and why, how to mend it, and where it stands. */
export type Finding = {
  readonly source: Source
  readonly path: Path
  readonly message: Sentence
  readonly help: Sentence
  /** `flow/state#exit`. */
  readonly at?: string | undefined
  /** `error` when left out. */
  readonly severity?: Diagnostic["severity"]
}
export type Report = (finding: Finding) => void

/**
 * Parts of a flow set by file: the top-level fields that matter, the others being as in any sound flow set. In a wrong
 * example the comment `# here` marks each line at which the rule reports.
 */
export type ExampleFiles = Readonly<Record<string, string>>

/** Returns a fragment without the indentation that all its lines share, so that examples stand where they belong. */
export function yaml(parts: TemplateStringsArray): string {
  const lines = parts.join("").replace(/^\n/, "").trimEnd().split("\n")
  const indents = lines
    .filter((line) => line.trim() !== "")
    .map((line) => line.length - line.trimStart().length)
  const shared = Math.min(...indents)
  return `${lines.map((line) => line.slice(shared)).join("\n")}\n`
}

/** One rule that a flow set must keep; one file each, listed in `registry`. */
export type Rule = {
  readonly id: string
  /** What must hold, and why. */
  readonly doc: string
  readonly example: { readonly wrong: ExampleFiles; readonly right: ExampleFiles }
  run(context: CheckContext, report: Report): void
}
