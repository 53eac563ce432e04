import {
  type ASTNode,
  bindingOf,
  descendants,
  guardsWhen,
  literalPath,
  partsOf,
  pathText,
  presenceTest,
  readsOf,
  readTree,
} from "../../expression/index.ts"
import { type Conditions, type Facts, nameOf, type Told, withTold } from "./facts.ts"
import type { Sureness } from "./sureness.ts"

/** Roots whose values change only where a flow changes them, or never. */
const LASTING = /^(slots|data|derived|parameters|channel)(\.|$)/
/** Returns the names on which paths depend. */
export type NamesOf = (paths: readonly string[]) => readonly string[]
const ownNames: NamesOf = (paths) => paths.map(nameOf)

const nothingTold: Told = { filled: [], holds: new Map() }

const trees = new Map<string, ASTNode | null>()

/** Returns the syntax tree of an expression, null when it cannot be read. */
export function treeOf(source: string): ASTNode | null {
  const known = trees.get(source)
  if (known !== undefined) return known
  const tree = readTree(source)
  trees.set(source, tree)
  return tree
}

/** Returns what it tells that a condition held. `namesOf` gives the names on which paths depend. */
export function toldByHolding(node: ASTNode | null, namesOf: NamesOf = ownNames): Told {
  if (node === null) return nothingTold
  const filled: string[] = []
  const holds = new Map<string, readonly string[]>()
  for (const part of conjuncts(node)) {
    const { reads, certain } = readsOf(part)
    filled.push(...certain, ...guardsWhen(true, part))
    if (reads.every((path) => LASTING.test(path))) holds.set(print(part), namesOf(reads))
  }
  return { filled, holds }
}

/** Returns what it tells that a condition did not hold; one that fails for a missing value does not. */
export function toldByFailing(node: ASTNode | null): Told {
  return node === null ? nothingTold : { filled: [...guardsWhen(false, node)], holds: new Map() }
}

/** Returns the conditions of a conjunction, null when one of them may change by itself. */
export function conditionsOf(source: string, namesOf: NamesOf): Conditions | null {
  const node = treeOf(source)
  const { holds } = toldByHolding(node, namesOf)
  return node !== null && holds.size === new Set(conjuncts(node).map(print)).size ? holds : null
}

/** Returns the paths that an expression reads though they may not be there, given what is known. */
export function unsureReads(node: ASTNode, facts: Facts, sureness: Sureness): readonly string[] {
  const unsure = new Set<string>()
  const visit = (part: ASTNode, known: Facts, bound: ReadonlySet<string>): void => {
    const path = literalPath(part)
    if (path !== null) {
      const text = pathText(path)
      if (!bound.has(path.name) && !sureness.mayRead(text, known)) unsure.add(text)
      return
    }
    if (presenceTest(part) !== null) return
    const binding = bindingOf(part)
    if (binding !== null) {
      visit(binding.over, known, bound)
      const inside = new Set([...bound, binding.variable])
      for (const each of binding.body) visit(each, known, inside)
      return
    }
    switch (part.op) {
      case "&&": {
        // A right side that is false makes the whole false, whatever the left lacks.
        const [left, right] = part.args
        visit(left, withTold(known, { ...toldByHolding(right), filled: [...guardsWhen(true, right)] }), bound)
        visit(right, withTold(known, toldByHolding(left)), bound)
        return
      }
      case "||": {
        const [left, right] = part.args
        visit(left, withTold(known, toldByFailing(right)), bound)
        visit(right, withTold(known, toldByFailing(left)), bound)
        return
      }
      case "?:": {
        const [condition, yes, no] = part.args
        visit(condition, known, bound)
        visit(yes, withTold(known, toldByHolding(condition)), bound)
        if (!isKnown(condition, known, sureness)) visit(no, withTold(known, toldByFailing(condition)), bound)
        return
      }
      default:
        for (const below of partsOf(part)) visit(below, known, bound)
    }
  }
  visit(node, facts, new Set())
  return [...unsure]
}

/** Whether a condition is known to hold. */
function isKnown(condition: ASTNode, facts: Facts, { isThere }: Sureness): boolean {
  return conjuncts(condition).every((part) => {
    const tested = presenceTest(part)
    const path = tested === null ? null : literalPath(tested)
    return facts.holds.has(print(part)) || (path !== null && isThere(pathText(path), facts))
  })
}

/** Returns the print of each condition in an expression. */
export function printsIn(source: string): readonly string[] {
  const tree = treeOf(source)
  return tree === null ? [] : [...descendants(tree)].map(print)
}

function conjuncts(node: ASTNode): readonly ASTNode[] {
  return node.op === "&&" ? node.args.flatMap(conjuncts) : [node]
}

/** Returns a text that is the same for the same expression, however it is spaced. */
function print(node: ASTNode): string {
  const path = literalPath(node)
  if (path !== null) return pathText(path)
  if (node.op === "value")
    return JSON.stringify(node.args, (_, value) => (typeof value === "bigint" ? String(value) : value))
  const name = node.op === "call" || node.op === "rcall" ? node.args[0] : node.op
  return `${name}(${partsOf(node).map(print).join(",")})`
}
