import type { MiddlewareHandler } from "hono"
import { bodyLimit } from "hono/body-limit"
import { Failure } from "../failure.ts"

/**
 * Refuses a body of more than `maxBytes` with `body-too-large`. A body that says its length is judged by it alone,
 * because looking at the stream costs more than the whole turn; one that does not is counted as it comes.
 */
export function limitBody(maxBytes: number): MiddlewareHandler {
  const tooLarge = (): never => {
    throw new Failure("body-too-large", `Send at most ${maxBytes} bytes.`)
  }
  const count = bodyLimit({ maxSize: maxBytes, onError: tooLarge })
  return async (c, next) => {
    const length = c.req.header("content-length")
    if (length === undefined || c.req.header("transfer-encoding") !== undefined) return count(c, next)
    if (Number(length) > maxBytes) tooLarge()
    await next()
  }
}
