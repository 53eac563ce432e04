import { isLocalDate } from "../calendar/date.ts"
import { parseMoment } from "../calendar/moment.ts"
import type { ChoiceOption, ValueShape } from "../format/value-shape.ts"
import { sentence } from "../types.ts"
import { type NamedShapes, shapeOfNode, withBinding } from "./check-names.ts"
import type { ExpressionProblem } from "./expression-error.ts"
import { nearestName } from "./nearest-name.ts"
import { type ASTNode, bindingOf, partsOf } from "./syntax-tree.ts"

const COMPARISONS = new Set(["==", "!=", "<", "<=", ">", ">="])

/** Returns a problem for each literal that a choice or a date is compared with and can never be. */
export function checkLiterals(ast: ASTNode, shapes: NamedShapes): readonly ExpressionProblem[] {
  const problems: ExpressionProblem[] = []
  const compare = (path: ASTNode, literal: ASTNode, known: NamedShapes): void => {
    if (literal.op === "list") {
      for (const part of literal.args) compare(path, part, known)
      return
    }
    const shape = shapeOfNode(path, known)
    if (shape === null || literal.op !== "value" || typeof literal.args !== "string") return
    const problem = literalProblem(shape, literal.args, path.input.slice(path.start, path.end))
    if (problem !== null) problems.push({ ...problem, start: literal.start, end: literal.end })
  }
  const visit = (node: ASTNode, known: NamedShapes): void => {
    const binding = bindingOf(node)
    if (binding !== null) {
      visit(binding.over, known)
      for (const part of binding.body) visit(part, withBinding(binding, known))
      return
    }
    for (const part of partsOf(node)) visit(part, known)
    if (node.op === "in") {
      const [value, list] = node.args
      compare(value, list, known)
      compare(list, value, known)
    } else if (isComparison(node)) {
      const [left, right] = node.args
      compare(left, right, known)
      compare(right, left, known)
    }
  }
  visit(ast, shapes)
  return problems
}

function literalProblem(shape: ValueShape, literal: string, path: string) {
  switch (shape.kind) {
    case "choice":
    case "choices":
      return shape.options === undefined ? null : optionProblem(shape.options, literal, path)
    case "date":
      if (isLocalDate(literal) || parseMoment(literal) !== null) return null
      return {
        message: sentence`"${literal}" is no date.`,
        help: sentence`Write YYYY-MM-DD, a day that exists.`,
      }
    case "boolean":
      return {
        message: sentence`"${path}" is yes or no, never a text.`,
        help: sentence`Write true or false without quotes.`,
      }
    default:
      return null
  }
}

function optionProblem(options: readonly ChoiceOption[], literal: string, path: string) {
  const keys = options.map((option) => option.key)
  if (keys.includes(literal)) return null
  const nearest = nearestName(literal, keys)
  return {
    message: sentence`"${path}" is never "${literal}".`,
    help: nearest === null ? sentence`It is one of ${keys}.` : sentence`Did you mean "${nearest}"?`,
  }
}

function isComparison(
  node: ASTNode,
): node is Extract<ASTNode, { op: "==" | "!=" | "<" | "<=" | ">" | ">=" }> {
  return COMPARISONS.has(node.op)
}
