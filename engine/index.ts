/** The only door of the engine. Everything behind it is pure: no I/O, no clock, no randomness. */
export { type Calendar, createCalendar } from "./calendar/index.ts"
export { checkFlowSet as compileFlowSet } from "./check/check.ts"
export { type ClauseCoverage, clauseCoverage } from "./check/clause-coverage.ts"
export { exportMermaid } from "./compile/export-mermaid.ts"
export { exportScxml } from "./compile/export-scxml.ts"
export { exportXState } from "./compile/export-xstate.ts"
export { isReleased, releaseId } from "./compile/flow-set.ts"
export type { CompiledFlow, CompiledState, FlowSetFiles, Release } from "./compile/model.ts"
export { builtInTypes, isBuiltInType } from "./compile/shapes.ts"
export { isMap, type JsonMap, sameJson as sameValue, valueAt } from "./document/json.ts"
export { printFile } from "./document/print.ts"
export { type OperationDocument, operationSchema } from "./document/schema.ts"
export { type Path, type Place, parseSource, readAs, readFileAs, type Source } from "./document/source.ts"
export * from "./edit/index.ts"
export { canonicalJson, hashJson, sha256 } from "./format/index.ts"
export type { Releases } from "./run/draft.ts"
export { canTake, holderOf, isOffered, nextInput, stateOf, waitingFor } from "./run/moves.ts"
export { understandingOf as createUnderstanding } from "./run/release-understanding.ts"
export { engineVersion, openConversation, turn } from "./run/turn.ts"
export { understandContext } from "./run/understand-context.ts"
export { understandingInput } from "./run/understanding-input.ts"
export type { PlayPort, RehearsalAct } from "./simulate/act.ts"
export { type Coverage, type CoverageReport, coverageOf, exitTaken, passedIn } from "./simulate/coverage.ts"
export { type CustomersDocument, customersSchema, isCustomers } from "./simulate/customer/customers-file.ts"
export { type SimulatedRun, simulateCustomer } from "./simulate/customer/simulate-customer.ts"
export { type SimulationReport, simulationReports } from "./simulate/customer/simulation-report.ts"
export type { Mismatch } from "./simulate/mismatch.ts"
export { isNotCovered, notCoveredSchema } from "./simulate/not-covered.ts"
export {
  backTo,
  type Rehearsal,
  type RehearsalGround,
  type RehearsalOptions,
  rehearse,
  rehearseAgain,
  startRehearsal,
} from "./simulate/rehearsal.ts"
export { rehearseScenario } from "./simulate/rehearse-scenario.ts"
export { runScenario, type ScenarioPorts, type ScenarioResult } from "./simulate/run-scenario.ts"
export {
  runScenarios,
  type ScenarioCore,
  type ScenarioOutcome,
  type ScenarioRun,
  scenarioFiles,
} from "./simulate/run-scenarios.ts"
export { type Scenario, type Step, scenarioSchema } from "./simulate/scenario.ts"
export { type ServiceCall, type ServicePort, type Session, startSession } from "./simulate/session.ts"
export { isAnswer } from "./simulate/step-acts.ts"
export { textOf } from "./simulate/text-of.ts"
export { toScenario } from "./simulate/to-scenario.ts"
export { type ChoiceOption, type Recognition, recognize, recognizeAll } from "./slots/recognize.ts"
export * from "./types.ts"
export type { Checked, Proposal, Understanding, Vocabulary } from "./understand/index.ts"
export { createClassifier, createRetriever, mood } from "./understand/index.ts"
