import type { Coverage, Diagnostic, FlowSetFiles, ScenarioOutcome } from "../../engine/index.ts"
import type { CoreAnswer, CoreQuestion } from "../simulator/pageCore.ts"

/** What the page asks of the worker that runs scenarios. */
export type ScenarioRequest =
  | { readonly asks: "run"; readonly files: FlowSetFiles; readonly scenarios: readonly string[] }
  | CoreAnswer

/** What it answers, one outcome after the other; coverage counts all that it ran of these files. */
export type ScenarioReply =
  | { readonly is: "outcome"; readonly outcome: ScenarioOutcome }
  | { readonly is: "coverage"; readonly coverage: readonly Coverage[] }
  | { readonly is: "done" }
  | { readonly is: "flow-set-broken"; readonly diagnostics: readonly Diagnostic[] }
  | CoreQuestion
