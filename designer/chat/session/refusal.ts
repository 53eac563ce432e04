import { ApiProblem } from "../../api/request.ts"
import type { Refusal } from "./chatState.ts"

const busyAttempts = 3

/** The server does not know the conversation, or not with this token. */
export function isGone(error: unknown): boolean {
  return error instanceof ApiProblem && [401, 403, 404, 410].includes(error.status)
}

/** No answer came: the network is away, or the server is. */
export function isUnanswered(error: unknown): boolean {
  return !(error instanceof ApiProblem)
}

/** The same request would be refused again. */
export function isRefusedForGood(error: unknown): boolean {
  return error instanceof ApiProblem && error.status < 500 && error.status !== 429
}

/** Why a message was not taken after `failures` earlier tries. Null: it may go through by itself. */
export function refusalOf(error: unknown, failures: number): Refusal | null {
  if (!(error instanceof ApiProblem)) return null
  if (error.status === 413) return "tooLarge"
  if (error.code === "choice-not-offered") return "stale"
  if (error.status !== 429 && error.status < 502) return "refused"
  return failures + 1 < busyAttempts ? null : "busy"
}
