import { checkFlowSet } from "../../../engine/check/check.ts"
import type { FlowSetFiles } from "../../../engine/compile/model.ts"
import { sampleFlowSet } from "./sample-flow-set.ts"

/** Returns what a rule says about the sample flow set with parts replaced, as `file:line message → help`. */
export function findings(rule: string, parts: FlowSetFiles): readonly string[] {
  return checkFlowSet(sampleFlowSet(parts))
    .diagnostics.filter((diagnostic) => diagnostic.rule === rule)
    .map(({ file, line, message, help }) => `${file}:${line} ${message} → ${help}`)
}
