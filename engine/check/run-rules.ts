import { type Diagnostic, sentence, told } from "../types.ts"
import type { CheckContext } from "./context.ts"
import type { Finding, Rule } from "./rule.ts"

/** Runs rules one after the other. One that crashes becomes a diagnostic `internal`; the others run all the same. */
export function runRules(rules: readonly Rule[], context: CheckContext): readonly Diagnostic[] {
  return rules.flatMap((rule) => {
    const found: Diagnostic[] = []
    try {
      rule.run(context, (finding) => found.push(toDiagnostic(rule.id, finding)))
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      found.push({
        rule: "internal",
        severity: "error",
        ...told(
          sentence`The rule "${rule.id}" could not finish: ${why}`,
          sentence`This is a fault of the checker, not of your flows. Please report it with the files that show it.`,
        ),
        ...context.settings.source.at([]),
      })
    }
    return found
  })
}

function toDiagnostic(rule: string, { source, path, message, help, at, severity }: Finding): Diagnostic {
  return {
    rule,
    severity: severity ?? "error",
    ...told(message, help),
    ...(at === undefined ? {} : { at }),
    ...source.at(path),
  }
}
