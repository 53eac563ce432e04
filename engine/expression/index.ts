export {
  anyShape,
  type ChoiceOption,
  elementShape,
  fieldShape,
  type ScalarKind,
  shapeAt,
  type ValueShape,
  valueAt,
} from "../format/value-shape.ts"
export { checkExpression, kindOfExpression } from "./check-expression.ts"
export { explain } from "./explain.ts"
export { compileExpression, type Evaluation, type Expression, type ExpressionValues } from "./expression.ts"
export { ExpressionError, type ExpressionErrorCode, type ExpressionProblem } from "./expression-error.ts"
export { nearestName } from "./nearest-name.ts"
export { readTree } from "./read-tree.ts"
export { guardsWhen, readsOf } from "./reads.ts"
export { internScope, type Scope, scopeShape } from "./scope.ts"
export { shapeOfSchema } from "./shape-of-schema.ts"
export {
  type ASTNode,
  bindingOf,
  descendants,
  literalPath,
  partsOf,
  pathText,
  presenceTest,
} from "./syntax-tree.ts"
export type { ResultKind } from "./type-problem.ts"
