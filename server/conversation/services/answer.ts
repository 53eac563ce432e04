import { Ajv, type ValidateFunction } from "ajv"
import type { Json, ServiceResult } from "../../../engine/types.ts"
import type { Operation } from "./operation.ts"

/** What came of one attempt: a definite answer, one that another attempt may better, or none at all. */
export type Attempt =
  | { readonly is: "definite"; readonly result: ServiceResult }
  /** The receiver says that it did nothing: busy, or not reached. */
  | { readonly is: "refused"; readonly reason: string }
  /** It may have been done: no answer in time, or one that tells nothing. */
  | { readonly is: "unanswered"; readonly reason: string }

/** Reads the answers of operations against what `services.yaml` declares. */
export type AnswerReader = (name: string, operation: Operation, status: number, text: string) => Attempt

/** Returns a reader that compiles the schema of each operation once. */
export function createAnswerReader(): AnswerReader {
  const ajv = new Ajv({ strict: false, validateFormats: false })
  const validators = new WeakMap<Operation, ValidateFunction>()

  const problemOf = (operation: Operation, output: Json): string | null => {
    if (operation.output === undefined || typeof operation.output !== "object" || operation.output === null) {
      return null
    }
    const validate = validators.get(operation) ?? ajv.compile(operation.output)
    validators.set(operation, validate)
    if (validate(output)) return null
    const [first] = validate.errors ?? []
    return `${first?.instancePath || "the answer"} ${first?.message ?? "has the wrong shape"}`
  }

  return (name, operation, status, text) => {
    const body = parseJson(text)
    if (status >= 200 && status < 300) {
      const problem = body === undefined ? "the answer is no JSON" : problemOf(operation, body)
      if (body !== undefined && problem === null) {
        return { is: "definite", result: { is: "returned", output: body } }
      }
      const reason = `wrong answer of "${name}": ${problem}`
      // What a write answered cannot be read, yet it was done: only finding out is safe.
      if (operation.effect === "write") return { is: "definite", result: { is: "unknown", reason } }
      return { is: "definite", result: { is: "failed", reason } }
    }
    const error = declaredError(operation, status, body)
    if (error !== null) return { is: "definite", result: { is: "error", ...error } }
    if (status === 429) return { is: "refused", reason: `"${name}" is busy (429)` }
    if (status >= 500) return { is: "unanswered", reason: `"${name}" answered ${status}` }
    const reason = `"${name}" answered ${status}, which it does not declare`
    return { is: "definite", result: { is: "failed", reason } }
  }
}

/** Among declared errors of this status the one that the body names; without a name, the only one of the status. */
function declaredError(operation: Operation, status: number, body: Json | undefined) {
  const ofStatus = Object.entries(operation.errors ?? {}).filter(([, error]) => error.http === status)
  const named = textOf(body, "error")
  const match =
    named === undefined
      ? ofStatus.length === 1
        ? ofStatus[0]
        : undefined
      : ofStatus.find(([name, error]) => (error.code ?? name) === named)
  if (match === undefined) return null
  const detail = textOf(body, "detail") ?? textOf(body, "message")
  return { error: match[0], ...(detail === undefined ? {} : { detail }) }
}

function textOf(body: Json | undefined, field: string): string | undefined {
  if (typeof body !== "object" || body === null || Array.isArray(body)) return undefined
  const value = new Map(Object.entries(body)).get(field)
  return typeof value === "string" ? value : undefined
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
