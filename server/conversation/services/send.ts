import { Agent, type ClientRequest, request as requestHttp } from "node:http"
import { request as requestHttps, Agent as SecureAgent } from "node:https"
import type { HttpRequest } from "./request.ts"

export type HttpResponse = { readonly status: number; readonly text: string }
/**
 * Sends a request and resolves with its whole answer, whatever its status; redirects are not followed. Rejects with an
 * error that has the system's `code`, `TIMEOUT` when the answer is not there in time.
 */
export type Send = (request: HttpRequest, timeoutMs: number) => Promise<HttpResponse>

/** An idle connection is closed before the usual server closes it, so that no request meets a closed one. */
const IDLE_MS = 4_000

/** Returns a sender over connections that are kept open. */
export function createSend(): Send {
  const options = { keepAlive: true, timeout: IDLE_MS, scheduling: "lifo" } as const
  const agent = new Agent(options)
  const secureAgent = new SecureAgent(options)

  return ({ url, method, headers, body }, timeoutMs) =>
    new Promise((resolve, reject) => {
      const isSecure = url.startsWith("https:")
      const start = isSecure ? requestHttps : requestHttp
      const sent: ClientRequest = start(
        url,
        {
          agent: isSecure ? secureAgent : agent,
          method,
          headers:
            body === undefined ? headers : { ...headers, "content-length": String(Buffer.byteLength(body)) },
        },
        (response) => {
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
        reject(error)
      }
      const late = setTimeout(() => sent.destroy(new TimeoutError(timeoutMs)), timeoutMs)
      sent.on("error", fail)
      sent.end(body)
    })
}

class TimeoutError extends Error {
  readonly code = "TIMEOUT"
  constructor(timeoutMs: number) {
    super(`No answer within ${timeoutMs} ms.`)
  }
}
