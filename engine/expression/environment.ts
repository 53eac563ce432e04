import { type ASTNode, Environment } from "@marcbachmann/cel-js"
import { helpers, sum } from "./functions.ts"
import { addWorkdays, calendarMacro, opensAt, presenceMacro, workdays } from "./macros.ts"
import { descendants, presenceTest } from "./syntax-tree.ts"

/** Names under which values stand in an expression. */
export const rootNames = [
  ...["slots", "data", "derived", "parameters", "event", "keys", "value", "item"],
  ...["now", "today", "customer", "channel"],
] as const

/**
 * Returns CEL with our helpers and no variables. JSON knows one kind of number where CEL has two, so operators take
 * int and double mixed, and quotients and remainders of values work as in arithmetic. Two macros differ from CEL's:
 * `workdays`, `addWorkdays` and `opensAt` find the flow set's calendar beside the values, and `PRESENCE` stands for `has`.
 * Building one costs milliseconds: build once, then clone.
 */
export function createEnvironment(): Environment {
  const environment = new Environment({
    homogeneousAggregateLiterals: false,
    limits: { maxAstNodes: 2_000, maxDepth: 64 },
  })
  for (const helper of helpers) {
    for (const signature of helper.signatures) {
      environment.registerFunction(signature, helper.returns, { async: false })
    }
  }
  environment.registerFunction("sum(list): double", sum, { async: false })
  environment.registerFunction(`${PRESENCE}(ast): bool`, presenceMacro)
  environment.registerFunction("workdays(ast, ast): int", calendarMacro("int", ["date", "date"], workdays))
  environment.registerFunction(
    "addWorkdays(ast, ast): string",
    calendarMacro("string", ["date", "number"], addWorkdays),
  )
  environment.registerFunction("opensAt(ast): string", calendarMacro("string", ["date"], opensAt))
  for (const [operator, calculate] of Object.entries(ARITHMETIC)) {
    for (const [left, right] of MIXED) {
      environment.registerOperator(`${left} ${operator} ${right}: double`, (a, b) =>
        calculate(Number(a), Number(b)),
      )
    }
  }
  environment.registerOperator("double % double: double", (a: number, b: number) => remainder(a, b))
  environment.registerOperator("double == int", (a: number, b: bigint) => a === Number(b))
  for (const scalar of ["string", "double", "bool"])
    environment.registerOperator(`${scalar} == null`, () => false)
  return environment
}

/** The name that `has` is given before parsing, as long as `has`, so that every offset stays. */
export const PRESENCE = "h_s"

/**
 * Returns the source with every `has(` renamed to our own macro. CEL's fails when a parent is absent too, and takes
 * `null` for a value; for an author both mean "not there".
 */
export function renamePresence(source: string, ast: ASTNode): string {
  let renamed = source
  for (const node of descendants(ast)) {
    if (presenceTest(node) !== null) {
      renamed = renamed.slice(0, node.start) + PRESENCE + renamed.slice(node.start + PRESENCE.length)
    }
  }
  return renamed
}

/** Makes both results of `? :` dynamic: CEL wants them of one type, where JSON authors write `has(x) ? x : 0`. */
export function loosenTernaries(environment: Environment, ast: ASTNode): void {
  for (const node of [...descendants(ast)]) {
    if (node.op !== "?:") continue
    for (const place of [1, 2] as const) {
      const call = environment.parse("dyn(null)").ast
      if (call.op !== "call") continue
      call.args[1][0] = node.args[place]
      node.args[place] = call
    }
  }
}

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": remainder,
}
const MIXED = [
  ["int", "double"],
  ["double", "int"],
] as const

function remainder(a: number, b: number): number {
  if (b === 0) throw new RangeError("modulo by zero")
  return a % b
}
