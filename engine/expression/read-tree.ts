import { type ASTNode, parse } from "@marcbachmann/cel-js"

/** Returns the syntax tree of an expression for those who show or edit it; null when it cannot be read. */
export function readTree(source: string): ASTNode | null {
  try {
    return parse(source).ast
  } catch {
    return null
  }
}
