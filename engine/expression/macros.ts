import type { ASTNode } from "@marcbachmann/cel-js"
import type { Calendar } from "../calendar/calendar.ts"
import { dayOf } from "./functions.ts"
import { literalPath } from "./syntax-tree.ts"

type MacroCall = { readonly args: readonly ASTNode[]; readonly ast: ASTNode }
type CheckedType = { readonly kind: string; readonly name: string }
type Checker = {
  check(node: ASTNode, context: unknown): CheckedType
  getType(name: string): unknown
  createError(code: string, message: string, node: ASTNode | undefined): Error
}
type Evaluator = { run(node: ASTNode, context: unknown): unknown }
type Context = { getValue(name: string): unknown }

/** Whether a path has a value: false when anything on it is absent or `null`, unlike CEL's own `has`. */
export function presenceMacro({ args, ast }: MacroCall) {
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

type CalendarFunction = (calendar: Calendar, values: readonly unknown[]) => bigint | string

export const workdays: CalendarFunction = (calendar, [from, to]) =>
  BigInt(calendar.workdaysBetween(dayOf(from), dayOf(to)))
export const addWorkdays: CalendarFunction = (calendar, [date, n]) =>
  calendar.addWorkdays(dayOf(date), Number(n))
export const opensAt: CalendarFunction = (calendar, [moment]) => calendar.opensAt(String(moment))

/** A function that finds the flow set's calendar beside the values. */
export function calendarMacro(
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
        throw new RangeError("workdays and opensAt need the flow set's calendar among the values")
      return run(
        calendar,
        args.map((argument) => evaluator.run(argument, context)),
      )
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
