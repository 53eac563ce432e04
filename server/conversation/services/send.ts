import { Agent, type ClientRequest, request as requestHttp } from "node:http"
import { request as requestHttps, Agent as SecureAgent } from "node:https"
import type { HttpRequest } from "./request.ts"

export type HttpResponse = { readonly status: number; readonly text: string }
/**
 * Sends a request and resolves with its whole answer, whatever its status; redirects are not followed. Rejects with an
 * error that has the system's `code`, `TIMEOUT` when the answer is not there in time.
 */
export type Send = (request: HttpRequest, timeoutMs: number) => Promise<HttpResponse>

/** An idle connection is closed before the usual server closes it. */
const IDLE_MS = 4_000

/**
 * Returns a sender over connections that are kept open. When the server closes a kept one at that very moment, it has
 * not answered: the request goes out once more, under the same key, on a new connection.
 */
export function createSend(): Send {
  const options = { keepAlive: true, timeout: IDLE_MS, scheduling: "lifo" } as const
  const agents = { http: new Agent(options), https: new SecureAgent(options) }

  const attempt = (
    { url, method, headers, body }: HttpRequest,
    timeoutMs: number,
    onStale: (() => Promise<HttpResponse>) | null,
  ): Promise<HttpResponse> =>
    new Promise((resolve, reject) => {
      const isSecure = url.startsWith("https:")
      const start = isSecure ? requestHttps : requestHttp
      const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }
      let isAnswered = false
      const sent: ClientRequest = start(
        url,
        {
          agent: onStale === null ? false : isSecure ? agents.https : agents.http,
          method,
          headers: { ...headers, ...length },
        },
        (response) => {
          isAnswered = true
          const parts: Buffer[] = []
          response.on("data", (part: Buffer) => parts.push(part))
          response.on("end", () => {
            clearTimeout(late)
            resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString("utf8") })
          })
          response.on("error", fail)
        },
      )
      const fail = (error: Error): void => {
        clearTimeout(late)
        if (onStale !== null && sent.reusedSocket && !isAnswered && isReset(error))
          onStale().then(resolve, reject)
        else reject(error)
      }
      const late = setTimeout(() => sent.destroy(new TimeoutError(timeoutMs)), timeoutMs)
      sent.on("error", fail)
      sent.end(body)
    })

  return (request, timeoutMs) => {
    const until = performance.now() + timeoutMs
    return attempt(request, timeoutMs, () => attempt(request, Math.max(1, until - performance.now()), null))
  }
}

function isReset(error: Error): boolean {
  return "code" in error && (error.code === "ECONNRESET" || error.code === "EPIPE")
}

class TimeoutError extends Error {
  readonly code = "TIMEOUT"
  constructor(timeoutMs: number) {
    super(`No answer within ${timeoutMs} ms.`)
  }
}
