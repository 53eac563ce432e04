import { type ASTNode, literalPath, pathText, presenceTest, readTree } from "../../engine/expression/index.ts"

export type Scalar = string | number | boolean | null
export const operators = ["==", "!=", ">", ">=", "<", "<="] as const
export type Operator = (typeof operators)[number]

/** One line of a condition. `guarded`: written with `has(path) &&` before it, because the value may be missing. */
export type Clause =
  | {
      readonly is: "compare"
      readonly path: string
      readonly operator: Operator
      readonly value: Scalar | { readonly path: string }
      readonly guarded: boolean
    }
  | {
      readonly is: "one-of"
      readonly path: string
      readonly values: readonly Scalar[]
      readonly guarded: boolean
    }
  | { readonly is: "filled"; readonly path: string; readonly negated: boolean }
  | { readonly is: "holds"; readonly path: string; readonly negated: boolean }
  | { readonly is: "not-empty"; readonly path: string; readonly negated: boolean }
  | { readonly is: "raw"; readonly source: string }

/** A condition as a list of lines of which all, or one, must hold: what the builder shows and edits. */
export type Condition = { readonly join: "all" | "any"; readonly clauses: readonly Clause[] }

/** Returns the lines of a CEL expression; what is not simple stays a raw line, and so nothing is ever lost. */
export function parseCondition(source: string): Condition {
  const tree = readTree(source)
  if (tree === null) return { join: "all", clauses: [{ is: "raw", source }] }
  const join = tree.op === "||" ? "any" : "all"
  const parts = tree.op === "||" || tree.op === "&&" ? flatten(tree, tree.op) : [tree]
  const clauses = parts.map((part) =>
    part.op === "&&" && join === "any" ? guardedClause(part, source) : toClause(part, source),
  )
  return { join, clauses: join === "all" ? mergeGuards(clauses) : clauses }
}

/** Returns the CEL of a condition; an empty one is `true`. */
export function printCondition({ join, clauses }: Condition): string {
  if (clauses.length === 0) return "true"
  const isAlone = clauses.length === 1
  const parts = clauses.map((clause) => {
    const text = printClause(clause)
    const needsBrackets = clause.is === "raw" ? !isAlone && isLoose(clause.source, join) : false
    return needsBrackets ? `(${text})` : text
  })
  return parts.join(join === "all" ? " && " : " || ")
}

function printClause(clause: Clause): string {
  switch (clause.is) {
    case "compare": {
      const right =
        typeof clause.value === "object" && clause.value !== null
          ? clause.value.path
          : printScalar(clause.value)
      return guard(clause, `${clause.path} ${clause.operator} ${right}`)
    }
    case "one-of":
      return guard(clause, `${clause.path} in [${clause.values.map(printScalar).join(", ")}]`)
    case "filled":
      return `${clause.negated ? "!" : ""}has(${clause.path})`
    case "holds":
      return `${clause.negated ? "!" : ""}${clause.path}`
    case "not-empty":
      return `size(${clause.path}) ${clause.negated ? "==" : ">"} 0`
    case "raw":
      return clause.source
  }
}

function guard({ guarded, path }: { guarded: boolean; path: string }, text: string): string {
  return guarded ? `has(${path}) && ${text}` : text
}

function printScalar(value: Scalar): string {
  if (typeof value !== "string") return String(value)
  return `'${value.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("\n", "\\n")}'`
}

/** Whether an expression must stand in brackets beside others. */
function isLoose(source: string, join: Condition["join"]): boolean {
  const op = readTree(source)?.op
  return op === "?:" || (op === "||" && join === "all") || op === undefined
}

function flatten(node: ASTNode, op: "&&" | "||"): readonly ASTNode[] {
  if (node.op !== op) return [node]
  return node.args.flatMap((part) => flatten(part, op))
}

function guardedClause(node: ASTNode, source: string): Clause {
  const [only, ...more] = mergeGuards(flatten(node, "&&").map((part) => toClause(part, source)))
  return only !== undefined && more.length === 0 ? only : rawOf(node, source)
}

function toClause(node: ASTNode, source: string): Clause {
  if (node.op === "!_") {
    const inner = toClause(node.args, source)
    if (inner.is === "filled" || inner.is === "holds") return { ...inner, negated: !inner.negated }
    return rawOf(node, source)
  }
  const tested = presenceTest(node)
  if (tested !== null) {
    const path = pathOf(tested)
    return path === null ? rawOf(node, source) : { is: "filled", path, negated: false }
  }
  const path = pathOf(node)
  if (path !== null) return { is: "holds", path, negated: false }
  return comparison(node) ?? rawOf(node, source)
}

function comparison(node: ASTNode): Clause | null {
  if (node.op === "in") {
    const [left, right] = node.args
    const path = pathOf(left)
    if (path === null || right.op !== "list") return null
    const values = right.args.map(scalarOf)
    return values.every((value) => value !== undefined)
      ? { is: "one-of", path, values, guarded: false }
      : null
  }
  if (!isOperator(node.op) || !Array.isArray(node.args)) return null
  const [left, right] = node.args as readonly ASTNode[]
  if (left === undefined || right === undefined) return null
  const value = scalarOf(right)
  if (left.op === "call" && left.args[0] === "size" && value === 0) {
    const [sized] = left.args[1]
    const path = sized === undefined ? null : pathOf(sized)
    if (path !== null && node.op === ">") return { is: "not-empty", path, negated: false }
    if (path !== null && node.op === "==") return { is: "not-empty", path, negated: true }
  }
  const path = pathOf(left)
  if (path === null) return null
  if (value !== undefined) return { is: "compare", path, operator: node.op, value, guarded: false }
  const other = pathOf(right)
  return other === null
    ? null
    : { is: "compare", path, operator: node.op, value: { path: other }, guarded: false }
}

/** `has(x)` directly before a comparison of `x` belongs to it. */
function mergeGuards(clauses: readonly Clause[]): readonly Clause[] {
  return clauses.flatMap((clause, index): readonly Clause[] => {
    const before = clauses[index - 1]
    const after = clauses[index + 1]
    if (clause.is === "filled" && !clause.negated && isComparison(after) && after.path === clause.path)
      return []
    if (isComparison(clause) && before?.is === "filled" && !before.negated && before.path === clause.path)
      return [{ ...clause, guarded: true }]
    return [clause]
  })
}

function isComparison(clause: Clause | undefined): clause is Extract<Clause, { guarded: boolean }> {
  return clause?.is === "compare" || clause?.is === "one-of"
}

function pathOf(node: ASTNode): string | null {
  const path = literalPath(node)
  return path === null ? null : pathText(path)
}

function scalarOf(node: ASTNode): Scalar | undefined {
  if (node.op === "-_") {
    const value = scalarOf(node.args)
    return typeof value === "number" ? -value : undefined
  }
  if (node.op !== "value") return undefined
  const value: unknown = node.args
  if (typeof value === "bigint") return Number(value)
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return value
  return undefined
}

function isOperator(op: string): op is Operator {
  return operators.some((each) => each === op)
}

/** A node's own range leaves out brackets at its edges that belong to its parts: `!(a || b)` ends before the last one. */
function rawOf({ start, end }: ASTNode, source: string): Clause {
  let [from, to] = [start, end]
  for (let open = openBrackets(source.slice(from, to)); open.unclosed > 0 || open.unopened > 0; ) {
    const next = open.unclosed > 0 ? source.indexOf(")", to) : source.lastIndexOf("(", from - 1)
    if (next < 0) break
    if (open.unclosed > 0) to = next + 1
    else from = next
    open = openBrackets(source.slice(from, to))
  }
  return { is: "raw", source: source.slice(from, to) }
}

function openBrackets(text: string): { readonly unclosed: number; readonly unopened: number } {
  let unclosed = 0
  let unopened = 0
  for (const character of text.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, "")) {
    if (character === "(") unclosed += 1
    else if (character === ")" && unclosed > 0) unclosed -= 1
    else if (character === ")") unopened += 1
  }
  return { unclosed, unopened }
}
