import { anyShape, elementShape, fieldShape, type ValueShape } from "../format/value-shape.ts"
import { sentence } from "../types.ts"
import { rootNames } from "./environment.ts"
import type { ExpressionProblem } from "./expression-error.ts"
import { nearestName } from "./nearest-name.ts"
import { type ASTNode, bindingOf, partsOf } from "./syntax-tree.ts"

/** The shape of each name that stands at a place of an expression. */
export type NamedShapes = Readonly<Record<string, ValueShape>>

/** Returns a problem for every name and field in the tree that does not exist, with the nearest that does. */
export function checkNames(ast: ASTNode, shapes: NamedShapes): readonly ExpressionProblem[] {
  const problems: ExpressionProblem[] = []
  const visit = (node: ASTNode, known: NamedShapes): void => {
    const binding = bindingOf(node)
    if (binding !== null) {
      visit(binding.over, known)
      const inner = withBinding(binding, known)
      for (const part of binding.body) visit(part, inner)
      return
    }
    for (const part of partsOf(node)) visit(part, known)
    if (node.op === "id") {
      if (!Object.hasOwn(known, node.args)) problems.push(unknownName(node, node.args, known))
    } else if (node.op === ".") {
      const [base, field] = node.args
      const shape = shapeOfNode(base, known)
      if (shape !== null && fieldShape(shape, field) === null) {
        problems.push(unknownField(node, sourceOf(base), field, shape))
      }
    }
  }
  visit(ast, shapes)
  return problems
}

/** Returns the names that stand inside a binding call. */
export function withBinding(
  binding: NonNullable<ReturnType<typeof bindingOf>>,
  known: NamedShapes,
): NamedShapes {
  const over = shapeOfNode(binding.over, known)
  const shape = binding.kind === "bind" || over === null ? over : elementShape(over)
  return { ...known, [binding.variable]: shape ?? anyShape }
}

/** Returns the shape of a name, a field or an element, `null` of what is no path or does not exist. */
export function shapeOfNode(node: ASTNode, known: NamedShapes): ValueShape | null {
  switch (node.op) {
    case "id":
      return Object.hasOwn(known, node.args) ? (known[node.args] ?? null) : null
    case ".": {
      const base = shapeOfNode(node.args[0], known)
      return base && fieldShape(base, node.args[1])
    }
    case "[]": {
      const [left, index] = node.args
      const base = shapeOfNode(left, known)
      if (base === null) return null
      if (index.op === "value" && typeof index.args === "string") return fieldShape(base, index.args)
      return elementShape(base)
    }
    case "rcall": {
      const [method, receiver] = node.args
      return method === "filter" ? shapeOfNode(receiver, known) : null
    }
    default:
      return null
  }
}

function unknownName(node: ASTNode, name: string, known: NamedShapes): ExpressionProblem {
  const { start, end } = node
  const homes = Object.entries(known).filter(
    ([, shape]) => shape.kind === "object" && fieldShape(shape, name) !== null,
  )
  const [home] = homes
  const nearest = nearestName(name, Object.keys(known))
  let help = sentence`Known here are ${Object.keys(known)}.`
  if (rootNames.some((root) => root === name))
    help = sentence`"${name}" has a value elsewhere, but not at this place.`
  else if (home !== undefined) help = sentence`Did you mean "${home[0]}.${name}"?`
  else if (nearest !== null) help = sentence`Did you mean "${nearest}"?`
  return { message: sentence`There is no "${name}" here.`, help, start, end }
}

function unknownField(node: ASTNode, base: string, field: string, shape: ValueShape): ExpressionProblem {
  const { start, end } = node
  const message = sentence`"${base}" has no "${field}".`
  if (shape.kind !== "object" && shape.kind !== "date-range") {
    const help = elementShape(shape) === null ? sentence`It is a ${shape.kind}, without parts.` : LIST_HELP
    return { message, help, start, end }
  }
  const fields = shape.kind === "object" ? Object.keys(shape.fields) : ["from", "to"]
  const nearest = nearestName(field, fields)
  if (nearest !== null) return { message, help: sentence`Did you mean "${base}.${nearest}"?`, start, end }
  const help = fields.length === 0 ? sentence`Nothing is declared there.` : sentence`It has ${fields}.`
  return { message, help, start, end }
}

const LIST_HELP = sentence`It is a list: take an element, list[0].name, or ask list.exists(x, x.name == 'a').`

function sourceOf(node: ASTNode): string {
  return node.input.slice(node.start, node.end)
}
