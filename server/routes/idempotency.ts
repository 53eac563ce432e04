import type { Context } from "hono"
import { Failure } from "../failure.ts"

const MAX_LENGTH = 200

/** The header as OpenAPI describes it. */
export const idempotencyHeader = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "The same key and body get the same answer and are taken once.",
  schema: { type: "string", minLength: 1, maxLength: MAX_LENGTH },
} as const

/** Returns the `Idempotency-Key` of a request, if it has one. Throws `body-invalid` when it is too long. */
export function idempotencyKeyOf(c: Context): string | undefined {
  const key = c.req.header("idempotency-key")
  if (key === undefined || key === "") return undefined
  if (key.length > MAX_LENGTH) {
    throw new Failure("body-invalid", `The Idempotency-Key is longer than ${MAX_LENGTH} characters.`)
  }
  return key
}
