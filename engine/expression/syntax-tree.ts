import type { ASTNode } from "@marcbachmann/cel-js"

export type { ASTNode }

/** Methods that bind a variable for each element of the list that they are called on. */
const COMPREHENSIONS = new Set(["all", "exists", "exists_one", "map", "filter"])

/** A call whose first argument names a variable: `list.all(x, …)` or `cel.bind(x, value, …)`. */
export type Binding = {
  readonly kind: "comprehension" | "bind"
  readonly variable: string
  /** The list, or the bound value. */
  readonly over: ASTNode
  readonly body: readonly ASTNode[]
}

/** Returns what a call binds, `null` for every other node. */
export function bindingOf(node: ASTNode): Binding | null {
  if (node.op !== "rcall") return null
  const [method, receiver, args] = node.args
  const [first, ...rest] = args
  if (first?.op !== "id") return null
  if (method === "bind" && receiver.op === "id" && receiver.args === "cel") {
    const [value, ...body] = rest
    return value === undefined ? null : { kind: "bind", variable: first.args, over: value, body }
  }
  if (!COMPREHENSIONS.has(method) || rest.length === 0) return null
  return { kind: "comprehension", variable: first.args, over: receiver, body: rest }
}

/** Returns the direct parts of a node, in the order of the source. */
export function partsOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case "value":
    case "id":
      return []
    case ".":
    case ".?":
      return [node.args[0]]
    case "call":
      return node.args[1]
    case "rcall":
      return [node.args[1], ...node.args[2]]
    case "list":
      return node.args
    case "map":
      return node.args.flat()
    case "!_":
    case "-_":
      return [node.args]
    default:
      return node.args
  }
}

/** Returns the node and everything below it, outermost first. */
export function* descendants(node: ASTNode): Generator<ASTNode> {
  yield node
  for (const part of partsOf(node)) yield* descendants(part)
}

/** The longest literal path that a node is: its root's name, and the fields below. */
export type LiteralPath = {
  readonly root: ASTNode
  readonly name: string
  readonly fields: readonly string[]
}

/** Returns the path of `a.b["c"]`, `null` for a node that is no chain of literal fields (without dots) from a name. */
export function literalPath(node: ASTNode): LiteralPath | null {
  if (node.op === "id") return { root: node, name: node.args, fields: [] }
  if (node.op === ".") {
    const base = literalPath(node.args[0])
    return base && { ...base, fields: [...base.fields, node.args[1]] }
  }
  if (node.op === "[]") {
    const [left, index] = node.args
    if (index.op !== "value" || typeof index.args !== "string" || index.args.includes(".")) return null
    const base = literalPath(left)
    return base && { ...base, fields: [...base.fields, index.args] }
  }
  return null
}

/** Returns the path as text, `data.quote.refund`. */
export function pathText(path: LiteralPath): string {
  return [path.name, ...path.fields].join(".")
}

/** Returns the argument of `has(…)`, `null` for every other node. */
export function presenceTest(node: ASTNode): ASTNode | null {
  if (node.op !== "call" || node.args[0] !== "has") return null
  return node.args[1][0] ?? null
}
