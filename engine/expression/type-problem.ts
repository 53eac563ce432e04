import { PRESENCE } from "./environment.ts"
import type { ExpressionProblem } from "./expression-error.ts"

/** What an expression results in, in the words of the flow language rather than of CEL. */
export type ResultKind = "bool" | "number" | "text" | "list" | "object" | "null" | "any"

/** Returns the kind that a type of CEL is. */
export function kindOfType(type: string): ResultKind {
  if (type === "int" || type === "double") return "number"
  if (type === "string") return "text"
  if (type === "bool" || type === "null") return type
  if (type.startsWith("list")) return "list"
  return type.startsWith("dyn") ? "any" : "object"
}

const WORDS: Readonly<Record<ResultKind, string>> = {
  bool: "yes/no",
  number: "number",
  text: "text",
  list: "list",
  object: "object",
  null: "null",
  any: "any value",
}

type TypeError = {
  readonly code: string
  readonly summary: string
  readonly node?: { readonly start: number; readonly end: number }
}

/** Returns the problem that a type error of CEL is, in words that an analyst reads. */
export function typeProblem(error: TypeError, source: string): ExpressionProblem {
  const summary = error.summary.replaceAll(PRESENCE, "has")
  const { start, end } = error.node ?? { start: 0, end: source.length }
  const at = { start, end }

  const operator = /^no such overload: (.+?) (in|[=!<>]=|[-+*/%<>]) (.+)$/.exec(summary)
  if (operator !== null) {
    const [, left = "", sign = "", right = ""] = operator
    const message = `${word(left)} ${sign} ${word(right)} is not possible.`
    return { message: capital(message), help: operatorHelp(kindOfType(left), sign, kindOfType(right)), ...at }
  }
  const unary = /^no such overload: ([-!])(.+)$/.exec(summary)
  if (unary !== null) {
    const [, sign = "", operand = ""] = unary
    const wanted = sign === "!" ? "yes/no" : "number"
    return {
      message: `${sign} stands before a ${wanted}, not before ${word(operand)}.`,
      help: "Compare first.",
      ...at,
    }
  }
  const call = /^found no matching overload for '(?:(.+)\.)?(\w+)\((.*)\)'$/.exec(summary)
  if (call !== null) {
    const [, receiver, name = "", args = ""] = call
    const given =
      args === ""
        ? "nothing"
        : args
            .split(/, (?![^<]*>)/)
            .map(word)
            .join(", ")
    const on = receiver === undefined ? "" : ` on ${word(receiver)}`
    return {
      message: `${name}${on} does not take ${given}.`,
      help: CALL_HELP[name] ?? "See its arguments.",
      ...at,
    }
  }
  return {
    message: `${capital(summary)}.`,
    help: CODE_HELP[error.code] ?? "Check the types of what it reads.",
    ...at,
  }
}

const CALL_HELP: Readonly<Record<string, string>> = {
  has: "Write has(slots.reason): the path of one value.",
  years: "Write years(slots.birthDate, today): two dates.",
  days: "Write days(data.policy.receivedOn, today): two dates.",
  addDays: "Write addDays(today, 15): a date and a number.",
  workdays: "Write workdays(data.claim.completeOn, today): two dates.",
  addWorkdays: "Write addWorkdays(today, 5): a date and a number.",
  money: "Write money(data.quote.paid - data.quote.refund): one number.",
  sum: "Write sum(data.policies.map(p, p.value)): one list of numbers.",
}

const CODE_HELP: Readonly<Record<string, string>> = {
  invalid_logical_operand: "&& and || stand between yes/no values: compare first.",
  invalid_condition_type: "What stands before ? and in filter, all, exists must be yes or no: compare first.",
  invalid_index_type: "A list is indexed by a whole number: list[0], list[int(slots.place)].",
  invalid_comprehension_range: "Only lists can be walked.",
  invalid_macro_argument: "Write has(slots.reason): the path of one value.",
}

function operatorHelp(left: ResultKind, sign: string, right: ResultKind): string {
  const kinds = [left, right]
  if (kinds.includes("null")) return "Ask whether a value is there with has(…)."
  if (sign === "in") return "Write value in [a, b]: one value and a list of the same kind."
  if (kinds.includes("text") && kinds.includes("number"))
    return "Numbers stand without quotes, texts with: 3, 'three'."
  if (sign === "-" && left === "text") return "Of two dates, write days(from, to) or years(from, to)."
  if (sign === "+" && left === "text") return "Of a date and a number of days, write addDays(date, n)."
  if (kinds.includes("list")) return "Ask size(list) > 0, value in list, or list.exists(x, …)."
  return "Both sides must be of one kind."
}

function word(type: string): string {
  return WORDS[kindOfType(type)]
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
