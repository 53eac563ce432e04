import { type Sentence, sentence } from "../types.ts"
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

const WORDS: Readonly<Record<ResultKind, Sentence>> = {
  bool: sentence`yes/no`,
  number: sentence`number`,
  text: sentence`text`,
  list: sentence`list`,
  object: sentence`object`,
  null: sentence`null`,
  any: sentence`any value`,
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
    const message = sentence`${capital(word(left))} ${sign} ${word(right)} is not possible.`
    return { message, help: operatorHelp(kindOfType(left), sign, kindOfType(right)), ...at }
  }
  const unary = /^no such overload: ([-!])(.+)$/.exec(summary)
  if (unary !== null) {
    const [, sign = "", operand = ""] = unary
    const wanted = WORDS[sign === "!" ? "bool" : "number"]
    return {
      message: sentence`${sign} stands before a ${wanted}, not before ${word(operand)}.`,
      help: sentence`Compare first.`,
      ...at,
    }
  }
  const call = /^found no matching overload for '(?:(.+)\.)?(\w+)\((.*)\)'$/.exec(summary)
  if (call !== null) {
    const [, receiver, name = "", args = ""] = call
    const given =
      args === ""
        ? sentence`nothing`
        : args
            .split(/, (?![^<]*>)/)
            .map(word)
            .reduce((before, next) => sentence`${before}, ${next}`)
    return {
      message:
        receiver === undefined
          ? sentence`${name} does not take ${given}.`
          : sentence`${name} on ${word(receiver)} does not take ${given}.`,
      help: CALL_HELP[name] ?? sentence`See its arguments.`,
      ...at,
    }
  }
  return {
    message: sentence`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    help: CODE_HELP[error.code] ?? sentence`Check the types of what it reads.`,
    ...at,
  }
}

const CALL_HELP: Readonly<Record<string, Sentence>> = {
  has: sentence`Write has(slots.reason): the path of one value.`,
  years: sentence`Write years(slots.birthDate, today): two dates.`,
  days: sentence`Write days(data.policy.receivedOn, today): two dates.`,
  addDays: sentence`Write addDays(today, 15): a date and a number.`,
  workdays: sentence`Write workdays(data.claim.completeOn, today): two dates.`,
  addWorkdays: sentence`Write addWorkdays(today, 5): a date and a number.`,
  money: sentence`Write money(data.quote.paid - data.quote.refund): one number.`,
  sum: sentence`Write sum(data.policies.map(p, p.value)): one list of numbers.`,
}

const CODE_HELP: Readonly<Record<string, Sentence>> = {
  invalid_logical_operand: sentence`&& and || stand between yes/no values: compare first.`,
  invalid_condition_type: sentence`What stands before ? and in filter, all, exists must be yes or no: compare first.`,
  invalid_index_type: sentence`A list is indexed by a whole number: list[0], list[int(slots.place)].`,
  invalid_comprehension_range: sentence`Only lists can be walked.`,
  invalid_macro_argument: sentence`Write has(slots.reason): the path of one value.`,
}

function operatorHelp(left: ResultKind, sign: string, right: ResultKind): Sentence {
  const kinds = [left, right]
  if (kinds.includes("null")) return sentence`Ask whether a value is there with has(…).`
  if (sign === "in") return sentence`Write value in [a, b]: one value and a list of the same kind.`
  if (kinds.includes("text") && kinds.includes("number"))
    return sentence`Numbers stand without quotes, texts with: 3, 'three'.`
  if (sign === "-" && left === "text") return sentence`Of two dates, write days(from, to) or years(from, to).`
  if (sign === "+" && left === "text")
    return sentence`Of a date and a number of days, write addDays(date, n).`
  if (kinds.includes("list")) return sentence`Ask size(list) > 0, value in list, or list.exists(x, …).`
  return sentence`Both sides must be of one kind.`
}

function word(type: string): Sentence {
  return WORDS[kindOfType(type)]
}

function capital({ id, values }: Sentence): Sentence {
  return { id: id.charAt(0).toUpperCase() + id.slice(1), values }
}
