import type { Rule } from "./rule.ts"
import { checkpointShape } from "./rules/checkpoint-shape.ts"
import { clauseAnswered } from "./rules/clause-answered.ts"
import { dataSource } from "./rules/data-source.ts"
import { defaultState } from "./rules/default-state.ts"
import { digits } from "./rules/digits.ts"
import { eventName } from "./rules/event-name.ts"
import { expression } from "./rules/expression.ts"
import { flowOutput } from "./rules/flow-output.ts"
import { handoffProof } from "./rules/handoff-proof.ts"
import { idleCycle } from "./rules/idle-cycle.ts"
import { knowledge } from "./rules/knowledge.ts"
import { localeMissing } from "./rules/locale-missing.ts"
import { localeValues } from "./rules/locale-values.ts"
import { noWayOut } from "./rules/no-way-out.ts"
import { outcome } from "./rules/outcome.ts"
import { pattern } from "./rules/pattern.ts"
import { questionnaireName } from "./rules/questionnaire-name.ts"
import { queueName } from "./rules/queue-name.ts"
import { rules as rulesFile } from "./rules/rules.ts"
import { saveName } from "./rules/save-name.ts"
import { serviceInput } from "./rules/service-input.ts"
import { serviceName } from "./rules/service-name.ts"
import { slotName } from "./rules/slot-name.ts"
import { slotShape } from "./rules/slot-shape.ts"
import { stateName } from "./rules/state-name.ts"
import { subflowInput } from "./rules/subflow-input.ts"
import { subflowName } from "./rules/subflow-name.ts"
import { terms } from "./rules/terms.ts"
import { text } from "./rules/text.ts"
import { triggers } from "./rules/triggers.ts"
import { typeName } from "./rules/type-name.ts"
import { unreachable } from "./rules/unreachable.ts"
import { unused } from "./rules/unused.ts"
import { valueFilled } from "./rules/value-filled.ts"
import { wordingApproval } from "./rules/wording-approval.ts"
import { wordingName } from "./rules/wording-name.ts"

/** Every rule, in the order in which they run. */
export const rules: readonly Rule[] = [
  expression,
  text,
  localeMissing,
  localeValues,
  slotName,
  slotShape,
  stateName,
  typeName,
  serviceName,
  serviceInput,
  saveName,
  dataSource,
  subflowName,
  subflowInput,
  flowOutput,
  wordingName,
  questionnaireName,
  checkpointShape,
  handoffProof,
  wordingApproval,
  queueName,
  eventName,
  outcome,
  knowledge,
  clauseAnswered,
  rulesFile,
  pattern,
  defaultState,
  unreachable,
  noWayOut,
  idleCycle,
  valueFilled,
  triggers,
  terms,
  unused,
  digits,
]
