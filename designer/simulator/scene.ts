import type {
  Conversation,
  Diagnostic,
  Entry,
  FlowSetFiles,
  Holder,
  Locale,
  RehearsalAct,
  RehearsalOptions,
  Scenario,
  ServiceCall,
  WaitingFor,
} from "../../engine/index.ts"
import type { RunFacts } from "./facts.ts"
import type { CoreAnswer, CoreQuestion } from "./pageCore.ts"
import type { TraceStep } from "./trace.ts"

/** What the page asks of the worker that holds the rehearsal. */
export type RehearsalRequest =
  | { readonly asks: "start"; readonly files: FlowSetFiles; readonly options: RehearsalOptions }
  | { readonly asks: "act"; readonly act: RehearsalAct }
  | { readonly asks: "back"; readonly count: number }
  | { readonly asks: "edit"; readonly files: FlowSetFiles }
  /** `reader`: the language in which states and slots are named; `byHand`: calls wait to be answered by an act. */
  | { readonly asks: "settings"; readonly reader: Locale; readonly byHand: boolean }
  | { readonly asks: "scenario"; readonly title: string; readonly flow: string }
  /** Takes up a scenario after its first `count` steps. */
  | {
      readonly asks: "open"
      readonly files: FlowSetFiles
      readonly scenario: Scenario
      readonly count: number
    }
  | CoreAnswer

/** What the worker answers: the scene as it is now, or why it stayed as it was. */
export type RehearsalReply =
  | { readonly is: "scene"; readonly scene: Scene }
  | { readonly is: "nothing" }
  | { readonly is: "refused"; readonly why: string }
  | { readonly is: "flow-set-broken"; readonly diagnostics: readonly Diagnostic[] }
  | { readonly is: "scenario"; readonly scenario: Scenario }
  | CoreQuestion

/** All that is shown of a rehearsal. */
export type Scene = {
  readonly options: RehearsalOptions
  readonly acts: readonly RehearsalAct[]
  /** How many entries there were before the first act, and after each. */
  readonly marks: readonly number[]
  readonly entries: readonly Entry[]
  readonly trace: readonly TraceStep[]
  readonly facts: readonly RunFacts[]
  readonly conversation: Conversation
  readonly waitingFor: WaitingFor
  readonly holder: Holder
  readonly now: string
  readonly open: readonly ServiceCall[]
  /** The outcomes by which a person may give back, when one holds the conversation, and the queues there are. */
  readonly outcomes: readonly string[]
  readonly queues: readonly string[]
  /** By open call's operation the errors that it declares. */
  readonly errors: Readonly<Record<string, readonly string[]>>
  readonly events: readonly string[]
  /** The states in which the open runs stand, and the groups around them, as `flow/state`. */
  readonly active: readonly string[]
  /** An act that the edited flow set no longer takes, with what was dropped. */
  readonly stopped?: { readonly act: RehearsalAct; readonly why: string }
}
