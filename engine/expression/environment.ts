import { type ASTNode, Environment } from "@marcbachmann/cel-js"
import type { Calendar } from "../calendar/calendar.ts"
import { dayOf, helpers, sum } from "./functions.ts"
import { descendants, literalPath, presenceTest } from "./syntax-tree.ts"

/** Names under which values stand in an expression. */
export const rootNames = [
  ...["slots", "data", "derived", "parameters", "event", "keys", "value", "item"],
  ...["now", "today", "customer", "channel"],
] as const

/**
 * Returns CEL with our helpers and no variables. JSON knows one kind of number where CEL has two, so operators take
 * int and double mixed, and quotients and remainders of values work as in arithmetic. Two macros differ from CEL's:
 * `workdays` and `addWorkdays` find the flow set's calendar beside the values, and `PRESENCE` stands for `has`.
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

type MacroCall = { readonly args: readonly ASTNode[]; readonly ast: ASTNode }
type CheckedType = { readonly kind: string; readonly name: string }
type Checker = {
  check(node: ASTNode, context: unknown): CheckedType
  getType(name: string): unknown
  createError(code: string, message: string, node: ASTNode | undefined): Error
}
type Evaluator = { run(node: ASTNode, context: unknown): unknown }
type Context = { getValue(name: string): unknown }

function presenceMacro({ args, ast }: MacroCall) {
  const [argument] = args
  const path = argument === undefined ? null : literalPath(argument)
  return {
    typeCheck(checker: Checker, _macro: unknown, context: unknown) {
      if (argument?.op !== "." && path === null) {
        throw checker.createError("invalid_macro_argument", "has() takes the path of a value", ast)
      }
      if (argument !== undefined) checker.check(argument, context)
      return checker.getType("bool")
    },
    evaluate(evaluator: Evaluator, _macro: unknown, context: Context) {
      if (path !== null) return isThere(path.fields.reduce(fieldOf, context.getValue(path.name)))
      if (argument?.op !== ".") return false
      try {
        return isThere(fieldOf(evaluator.run(argument.args[0], context), argument.args[1]))
      } catch {
        return false
      }
    },
    async: false,
  }
}

type CalendarFunction = (calendar: Calendar, date: string, argument: unknown) => bigint | string

const workdays: CalendarFunction = (calendar, from, to) => BigInt(calendar.workdaysBetween(from, dayOf(to)))
const addWorkdays: CalendarFunction = (calendar, date, n) => calendar.addWorkdays(date, Number(n))

function calendarMacro(
  returns: "int" | "string",
  takes: readonly ("date" | "number")[],
  run: CalendarFunction,
) {
  return ({ args, ast }: MacroCall) => ({
    typeCheck(checker: Checker, _macro: unknown, context: unknown) {
      takes.forEach((wanted, index) => {
        const argument = args[index]
        if (argument === undefined) return
        const type = checker.check(argument, context)
        const names = wanted === "date" ? ["string"] : ["int", "double"]
        if (type.kind === "dyn" || names.includes(type.name)) return
        throw checker.createError(
          "no_matching_overload",
          `expected a ${wanted}, found ${type.name}`,
          argument,
        )
      })
      return checker.getType(returns)
    },
    evaluate(evaluator: Evaluator, _macro: unknown, context: Context) {
      const calendar = context.getValue("calendar")
      if (!isCalendar(calendar))
        throw new RangeError("workdays need the flow set's calendar among the values")
      const [first, second] = args
      if (first === undefined || second === undefined) throw new RangeError("workdays take two arguments")
      return run(calendar, dayOf(evaluator.run(first, context)), evaluator.run(second, context))
    },
    async: false,
    ast,
  })
}

function isCalendar(value: unknown): value is Calendar {
  return typeof value === "object" && value !== null && "workdaysBetween" in value && "addWorkdays" in value
}

function fieldOf(value: unknown, field: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, field)
    ? Reflect.get(value, field)
    : undefined
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null
}
