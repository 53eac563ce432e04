import { compileDocuments } from "../compile/flow-set.ts"
import type { FlowSetFiles, Release } from "../compile/model.ts"
import type { Diagnostic } from "../types.ts"
import { createContext } from "./context.ts"
import { rules } from "./registry.ts"
import { runRules } from "./run-rules.ts"

/**
 * Compiles and checks the files of a flow set. Returns every problem, sorted by file, line and column, each once; a
 * release only when none is an error. A flow that could not be compiled is checked as far as it could be read.
 */
export function checkFlowSet(files: FlowSetFiles): {
  readonly release?: Release
  readonly diagnostics: readonly Diagnostic[]
} {
  const compilation = compileDocuments(files)
  const context = createContext(compilation)
  const found = context === null ? [] : runRules(rules, context)
  const diagnostics = inOrder([...compilation.diagnostics, ...found])
  const { release } = compilation
  if (release === undefined || diagnostics.some(({ severity }) => severity === "error"))
    return { diagnostics }
  return { release, diagnostics }
}

/** Returns diagnostics in the order of the files, those that say the same of the same place once. */
function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const once = new Map<string, Diagnostic>()
  for (const diagnostic of diagnostics) {
    const { rule, file, line, column, message } = diagnostic
    const key = JSON.stringify([rule, file, line, column, message])
    if (!once.has(key)) once.set(key, diagnostic)
  }
  return [...once.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule),
  )
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
