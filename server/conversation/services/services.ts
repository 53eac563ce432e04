import { setTimeout as pause } from "node:timers/promises"
import type { ServiceResult } from "../../../engine/types.ts"
import { type Attempt, createAnswerReader } from "./answer.ts"
import { type Call, type Operation, toMs } from "./operation.ts"
import { type HttpRequest, toRequest } from "./request.ts"
import { createSend, type Send } from "./send.ts"

/** The core systems that flows call. */
export type Services = {
  /**
   * Performs a call and returns its one result, within 30 s in all. It never throws: a read without an answer has
   * failed; of a write that may have been done it says `unknown`, and never that it failed.
   */
  perform(operations: Readonly<Record<string, Operation>>, call: Call): Promise<ServiceResult>
}

export type ServicesSettings = {
  readonly baseUrl: string
  /** Sent as bearer token. */
  readonly token?: string
  readonly send?: Send
  readonly pause?: (ms: number) => Promise<unknown>
  readonly budgetMs?: number
  /** Hears what every attempt came to; told operation and reason, nothing personal. */
  readonly onAttempt?: (operation: string, attempt: Attempt["is"]) => void
}

const BUDGET_MS = 30_000
const TIMEOUT = "PT5S"
/** Errors of a connection over which nothing can have been sent. */
const NOT_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"])

/** Returns the services behind one base URL. */
export function createServices(settings: ServicesSettings): Services {
  const send = settings.send ?? createSend()
  const wait = settings.pause ?? pause
  const readAnswer = createAnswerReader()

  const attempt = async (
    name: string,
    operation: Operation,
    request: HttpRequest,
    timeoutMs: number,
  ): Promise<Attempt> => {
    try {
      const { status, text } = await send(request, timeoutMs)
      return readAnswer(name, operation, status, text)
    } catch (error) {
      const code = codeOf(error)
      return NOT_SENT.has(code)
        ? { is: "refused", reason: `"${name}" cannot be reached (${code})` }
        : { is: "unanswered", reason: `"${name}" gave no answer (${code})` }
    }
  }

  return {
    perform: async (operations, call) => {
      const operation = operations[call.operation]
      if (operation === undefined) {
        return { is: "failed", reason: `services.yaml has no operation "${call.operation}"` }
      }
      let request: HttpRequest
      try {
        request = toRequest(settings.baseUrl, operation, call, settings.token)
      } catch (error) {
        return { is: "failed", reason: error instanceof Error ? error.message : String(error) }
      }
      const deadline = performance.now() + (settings.budgetMs ?? BUDGET_MS)
      const timeoutMs = toMs(operation.timeout ?? TIMEOUT)
      const { times, backoff } = operation.retry ?? { times: 0, backoff: "PT1S" }
      let pauseMs = toMs(backoff)
      let maybeDone = false
      for (let tries = 0; ; tries += 1) {
        const leftMs = deadline - performance.now()
        const outcome = await attempt(
          call.operation,
          operation,
          request,
          Math.max(1, Math.min(timeoutMs, leftMs)),
        )
        settings.onAttempt?.(call.operation, outcome.is)
        const isUnsure = maybeDone && operation.effect === "write"
        if (outcome.is === "definite") {
          // An answer that nobody declared says nothing about an earlier attempt that may have been done.
          if (outcome.result.is !== "failed" || !isUnsure) return outcome.result
          return { is: "unknown", reason: outcome.result.reason }
        }
        if (outcome.is === "unanswered") maybeDone = true
        if (tries >= times || deadline - performance.now() <= pauseMs) {
          const is = maybeDone && operation.effect === "write" ? "unknown" : "failed"
          return { is, reason: outcome.reason }
        }
        await wait(pauseMs)
        pauseMs *= 2
      }
    },
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown"
  return "code" in error && typeof error.code === "string" ? error.code : error.name
}
