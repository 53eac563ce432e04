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
} from "../../expression/index.ts"
import { remembered } from "../../understand/remembered.ts"
import { type Conditions, type Facts, nameOf, type Told, withTold } from "./facts.ts"
import type { Sureness } from "./sureness.ts"

/** Roots whose values change only where a flow changes them, or never. */
const LASTING = /^(slots|data|parameters|channel)(\.|$)/

/** Returns what it tells that a condition held. */
export const toldByHolding = remembered((condition: ASTNode): Told => {
  const filled: string[] = []
  const holds = new Map<string, readonly string[]>()
  for (const part of conjuncts(condition)) {
    const { reads, certain } = readsOf(part)
    filled.push(...certain, ...guardsWhen(true, part))
    if (reads.every((path) => LASTING.test(path))) holds.set(print(part), reads.map(nameOf))
  }
  return { filled: filled.filter(isKept), holds }
})

/** Returns what it tells that a condition did not hold; one that fails for a missing value does not. */
export const toldByFailing = remembered((condition: ASTNode): Told => {
  return { filled: [...guardsWhen(false, condition)].filter(isKept), holds: new Map() }
})

/** Slots and data are what may be missing. */
function isKept(path: string): boolean {
  return path.startsWith("slots.") || path.startsWith("data.")
}

/** Returns the conditions of a conjunction, null when one of them may change by itself. */
export function conditionsOf(condition: ASTNode): Conditions | null {
  const { holds } = toldByHolding(condition)
  return holds.size === new Set(conjuncts(condition).map(print)).size ? holds : null
}

/** The same without what a condition reads itself: only what it makes sure. */
const guardedBy = remembered((condition: ASTNode): Told => {
  return { ...toldByHolding(condition), filled: [...guardsWhen(true, condition)].filter(isKept) }
})

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
        if (outcomeOf(right, known, sureness) !== false) visit(left, withTold(known, guardedBy(right)), bound)
        if (outcomeOf(left, known, sureness) !== false)
          visit(right, withTold(known, toldByHolding(left)), bound)
        return
      }
      case "||": {
        const [left, right] = part.args
        if (outcomeOf(right, known, sureness) !== true)
          visit(left, withTold(known, toldByFailing(right)), bound)
        if (outcomeOf(left, known, sureness) !== true)
          visit(right, withTold(known, toldByFailing(left)), bound)
        return
      }
      case "?:": {
        const [condition, yes, no] = part.args
        const outcome = outcomeOf(condition, known, sureness)
        visit(condition, known, bound)
        if (outcome !== false) visit(yes, withTold(known, toldByHolding(condition)), bound)
        if (outcome !== true)
          visit(no, withTold(known, toldByFailing(failingPart(condition, known, sureness))), bound)
        return
      }
      default:
        for (const below of partsOf(part)) visit(below, known, bound)
    }
  }
  visit(node, facts, new Set())
  return [...unsure]
}

/** Whether a condition holds, null when that is not known. */
export function outcomeOf(node: ASTNode, facts: Facts, { isThere }: Sureness): boolean | null {
  const known = (part: ASTNode): boolean | null => {
    const tested = presenceTest(part)
    const path = tested === null ? null : literalPath(tested)
    if (path !== null) return isThere(pathText(path), facts) ? true : null
    if (facts.holds.has(print(part))) return true
    if (part.op === "!_") {
      const opposite = known(part.args)
      return opposite === null ? null : !opposite
    }
    if (part.op !== "&&" && part.op !== "||") return null
    const [left, right] = part.args.map(known)
    const deciding = part.op === "||"
    if (left === deciding || right === deciding) return deciding
    return left === null || right === null ? null : !deciding
  }
  return known(node)
}

/** Returns the only part of a conjunction that can have failed, or the whole when there may be several. */
function failingPart(condition: ASTNode, facts: Facts, sureness: Sureness): ASTNode {
  const open = conjuncts(condition).filter((part) => outcomeOf(part, facts, sureness) !== true)
  const [only] = open
  return open.length === 1 && only !== undefined ? only : condition
}

/** Returns the print of each condition in an expression. */
export const printsIn = remembered((tree: ASTNode): readonly string[] => [...descendants(tree)].map(print))

function conjuncts(node: ASTNode): readonly ASTNode[] {
  return node.op === "&&" ? node.args.flatMap(conjuncts) : [node]
}

/** Returns a text that is the same for the same expression, however it is spaced. */
const print: (node: ASTNode) => string = remembered((node) => {
  const path = literalPath(node)
  if (path !== null) return pathText(path)
  if (node.op === "value")
    return JSON.stringify(node.args, (_, value) => (typeof value === "bigint" ? String(value) : value))
  const name = node.op === "call" || node.op === "rcall" ? node.args[0] : node.op
  return `${name}(${partsOf(node).map(print).join(",")})`
})
