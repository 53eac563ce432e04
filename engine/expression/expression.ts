import { EvaluationError, type ParseResult } from "@marcbachmann/cel-js"
import type { Calendar } from "../calendar/calendar.ts"
import { valueAt } from "../format/value-shape.ts"
import type { Json, Values } from "../types.ts"
import { createEnvironment, rootNames } from "./environment.ts"
import { forbiddenParts, parseTree, prepareProgram } from "./parse-expression.ts"
import { readsOf } from "./reads.ts"
import { type ASTNode, literalPath, pathText } from "./syntax-tree.ts"

/** What an expression may read. `now` is a moment, `today` its date. `calendar` is what `workdays` count by. */
export type ExpressionValues = {
  readonly slots: Values
  readonly data: Values
  readonly derived: Values
  readonly parameters: Values
  readonly event?: Json
  readonly keys?: Values
  readonly value?: Json
  readonly item?: Json
  readonly now: string
  readonly today: string
  readonly customer: { readonly id: string | null; readonly level: number }
  readonly channel: string
  readonly calendar?: Calendar
}

/** A result, or why there is none; `missing` names the path that had no value. */
export type Evaluation =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly missing?: string; readonly message: string }

/** A compiled expression. Immutable, shared between all who compile the same source. */
export type Expression = {
  readonly source: string
  /** Every value path that it names, whole as far as literal: `slots.reason`, `data.quote.refund`, `today`. */
  readonly reads: readonly string[]
  /** The same, taken apart. */
  readonly paths: readonly (readonly string[])[]
  /** Those of `reads` that must have a value because no `has()` guards them. */
  readonly needs: readonly string[]
  /**
   * Returns the value as JSON. Never throws: an absent value, `null` where a value is needed, or an impossible
   * operation is `ok: false`. `has()`, `&&`, `||` and `? :` pass over what is absent as CEL does.
   */
  evaluate(values: ExpressionValues): Evaluation
}

/**
 * Returns the expression of a CEL source, from a bounded cache when it was compiled before. Throws an
 * `ExpressionError` when it cannot be read, is too long or uses what is forbidden; names and types are the matter
 * of `checkExpression`.
 */
export function compileExpression(source: string): Expression {
  const known = compiled.get(source)
  if (known !== undefined) return known
  const expression = compile(source)
  const [oldest] = compiled.keys()
  if (compiled.size >= mostCompiled && oldest !== undefined) compiled.delete(oldest)
  compiled.set(source, expression)
  return expression
}

/** More than the largest flow set has: one that is gone through again and again must fit, or nothing is ever found. */
const mostCompiled = 20_000
const compiled = new Map<string, Expression>()
const environment = createEnvironment()
for (const name of rootNames) environment.registerVariable(name, "dyn")

function compile(source: string): Expression {
  const ast = parseTree(environment, source)
  const [forbidden] = forbiddenParts(source, ast)
  if (forbidden !== undefined) throw forbidden
  const { reads, needs, certain } = readsOf(ast)
  const program = prepareProgram(environment, source, ast)
  const certainPaths = certain.map((path) => ({ path, fields: path.split(".") }))
  return {
    source,
    reads,
    paths: reads.map((path) => path.split(".")),
    needs,
    evaluate(values) {
      for (const { path, fields } of certainPaths) {
        if (isAbsent(values, fields)) return missing(path)
      }
      return run(program, values, reads)
    },
  }
}

function run(program: ParseResult, values: ExpressionValues, reads: readonly string[]): Evaluation {
  // A missing value is an exception of the library's and an ordinary answer of ours: its stack would cost most of it.
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return { ok: true, value: toJson(program(values)) }
  } catch (error) {
    const absent = absentPath(error)
    if (absent !== null) return missing(absent)
    const empty = reads.find((path) => valueAt(values, path) === undefined)
    if (error instanceof EvaluationError && empty !== undefined) return missing(empty)
    return { ok: false, message: messageOf(error) }
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

function missing(path: string): Evaluation {
  return { ok: false, missing: path, message: `"${path}" has no value` }
}

/** The path at which CEL found nothing, `null` when it failed for another reason. */
function absentPath(error: unknown): string | null {
  if (!(error instanceof EvaluationError) || !ABSENCE.has(error.code) || error.node === undefined) return null
  const node: ASTNode = error.node
  const path = literalPath(node)
  return path === null ? node.input.slice(node.start, node.end) : pathText(path)
}

const ABSENCE = new Set(["no_such_key", "unknown_variable", "index_out_of_bounds"])

function isAbsent(values: ExpressionValues, fields: readonly string[]): boolean {
  let current: unknown = values
  for (const field of fields) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, field)) return true
    current = Reflect.get(current, field)
  }
  return current === undefined
}

function messageOf(error: unknown): string {
  if (error instanceof EvaluationError) return error.summary
  return error instanceof Error ? error.message : String(error)
}

/** Whether a value is JSON as it is, as what was read from the data always is. */
function isJson(value: unknown): value is Json {
  switch (typeof value) {
    case "string":
    case "boolean":
      return true
    case "number":
      return Number.isFinite(value)
    case "object":
      if (value === null) return true
      if (Array.isArray(value)) return value.every(isJson)
      for (const key in value) if (!isJson(Reflect.get(value, key))) return false
      return Object.getPrototypeOf(value) === Object.prototype
    default:
      return false
  }
}

/** Turns CEL's integers into JSON numbers and leaves what is JSON already as it is. */
function toJson(value: unknown): Json {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value
    case "number":
      if (!Number.isFinite(value))
        throw new RangeError("the result is no number: something is divided by zero")
      return value
    case "bigint":
      if (!Number.isSafeInteger(Number(value)))
        throw new RangeError(`${value} is too large for a JSON number`)
      return Number(value)
    case "object":
      if (value === null) return null
      if (isJson(value)) return value
      if (Array.isArray(value)) return value.map(toJson)
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toJson(part)]))
    default:
      throw new RangeError(`a ${typeof value} has no JSON form`)
  }
}
