import { type ASTNode, bindingOf, literalPath, partsOf, pathText, presenceTest } from "./syntax-tree.ts"

/**
 * What an expression reads, as value paths without repetition, in the order of the source.
 * `reads`: every path. `needs`: those that no `has()` guards. `certain`: those without which it has no value
 * whatever the rest says.
 */
export type Reads = {
  readonly reads: readonly string[]
  readonly needs: readonly string[]
  readonly certain: readonly string[]
}

type Surroundings = {
  readonly bound: ReadonlySet<string>
  /** Paths known to be there. */
  readonly guards: ReadonlySet<string>
  /** Whether a failure here fails the whole expression. */
  readonly certain: boolean
}

/** Returns the value paths in a syntax tree. A path is whole as far as its fields are literal. */
export function readsOf(ast: ASTNode): Reads {
  const reads = new Set<string>()
  const needs = new Set<string>()
  const certain = new Set<string>()

  const visit = (node: ASTNode, around: Surroundings): void => {
    const path = literalPath(node)
    if (path !== null) {
      if (around.bound.has(path.name)) return
      const text = pathText(path)
      reads.add(text)
      if (!isGuarded(text, around.guards)) needs.add(text)
      if (around.certain) certain.add(text)
      return
    }
    const tested = presenceTest(node)
    if (tested !== null) {
      const testedPath = literalPath(tested)
      if (testedPath === null) visitParts(tested, { ...around, certain: false })
      else if (!around.bound.has(testedPath.name)) reads.add(pathText(testedPath))
      return
    }
    const binding = bindingOf(node)
    if (binding !== null) {
      visit(binding.over, around)
      const bound = new Set([...around.bound, binding.variable])
      for (const part of binding.body) visit(part, { ...around, bound, certain: false })
      return
    }
    switch (node.op) {
      case "&&":
      case "||": {
        const [left, right] = node.args
        visit(left, { ...around, certain: false })
        visit(right, { ...withGuards(around, guardsWhen(node.op === "&&", left)), certain: false })
        return
      }
      case "?:": {
        const [condition, yes, no] = node.args
        visit(condition, around)
        visit(yes, { ...withGuards(around, guardsWhen(true, condition)), certain: false })
        visit(no, { ...withGuards(around, guardsWhen(false, condition)), certain: false })
        return
      }
      default:
        visitParts(node, around)
    }
  }
  const visitParts = (node: ASTNode, around: Surroundings): void => {
    for (const part of partsOf(node)) visit(part, around)
  }

  visit(ast, { bound: new Set(), guards: new Set(), certain: true })
  return { reads: [...reads], needs: [...needs], certain: [...certain] }
}

/** The paths that are there when `node` turned out `outcome`. */
export function guardsWhen(outcome: boolean, node: ASTNode): ReadonlySet<string> {
  const tested = presenceTest(node)
  if (tested !== null) {
    const path = literalPath(tested)
    return new Set(outcome && path !== null ? [pathText(path)] : [])
  }
  if (node.op === "!_") return guardsWhen(!outcome, node.args)
  if (node.op !== "&&" && node.op !== "||") return new Set()
  const [left, right] = [guardsWhen(outcome, node.args[0]), guardsWhen(outcome, node.args[1])]
  const bothHold = (node.op === "&&") === outcome
  return new Set(bothHold ? [...left, ...right] : [...left].filter((path) => isGuarded(path, right)))
}

function withGuards(around: Surroundings, guards: ReadonlySet<string>): Surroundings {
  return guards.size === 0 ? around : { ...around, guards: new Set([...around.guards, ...guards]) }
}

function isGuarded(path: string, guards: ReadonlySet<string>): boolean {
  for (const guard of guards) if (guard === path || guard.startsWith(`${path}.`)) return true
  return false
}
