import type { CompiledFlow } from "../../compile/model.ts"
import { type ASTNode, descendants, literalPath, readTree } from "../../expression/index.ts"

/** Returns the syntax tree of an expression of a flow, null when it cannot be read. */
export type TreeOf = (source: string) => ASTNode | null

/** Derived values may be built on each other so deep. */
const deepest = 8

/** Returns what gives the trees of a flow's expressions, with what derived values are in place of their names. */
export function createTrees({ document }: CompiledFlow): TreeOf {
  const trees = new Map<string, ASTNode | null>()
  const whole = (source: string, depth: number): string => {
    const tree = readTree(source)
    if (tree === null || depth > deepest) return source
    let text = source
    const places = [...descendants(tree)].flatMap((node) => {
      const path = literalPath(node)
      const is = path?.name === "derived" ? document.derived?.[path.fields.join(".")]?.is : undefined
      return is === undefined ? [] : [{ start: node.start, end: node.end, is }]
    })
    for (const { start, end, is } of places.sort((a, b) => b.start - a.start))
      text = `${text.slice(0, start)}(${whole(is, depth + 1)})${text.slice(end)}`
    return text
  }
  return (source) => {
    const known = trees.get(source)
    if (known !== undefined) return known
    const tree = readTree(source.includes("derived") ? whole(source, 0) : source)
    trees.set(source, tree)
    return tree
  }
}
