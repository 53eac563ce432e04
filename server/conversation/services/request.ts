import type { Json } from "../../../engine/types.ts"
import type { Call, Operation } from "./operation.ts"

export type HttpRequest = {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/**
 * Returns the HTTP request of a call: input fields named in the path and the query stand there, all others go as a
 * JSON object in the body; absent and null query values are left out. Throws when a field of the path is missing.
 */
export function toRequest(baseUrl: string, operation: Operation, call: Call, token?: string): HttpRequest {
  const rest = new Map<string, Json>(Object.entries(isRecord(call.input) ? call.input : {}))
  const { method, query = {} } = operation.request
  const path = operation.request.path.replace(/\{(\w+)\}/g, (_, field: string) => {
    const value = rest.get(field)
    if (value === undefined || value === null || value === "") {
      throw new Error(
        `The operation "${call.operation}" needs the input "${field}" for its path, and it was empty.`,
      )
    }
    rest.delete(field)
    return encodeURIComponent(toText(value))
  })
  const search = new URLSearchParams()
  for (const [parameter, field] of Object.entries(query)) {
    const value = rest.get(field)
    rest.delete(field)
    if (value !== undefined && value !== null) search.set(parameter, toText(value))
  }
  const hasBody = method !== "GET" && method !== "DELETE"
  return {
    url: `${baseUrl.replace(/\/$/, "")}${path}${search.size > 0 ? `?${search}` : ""}`,
    method,
    headers: {
      accept: "application/json",
      "x-now": call.now,
      ...(hasBody ? { "content-type": "application/json" } : {}),
      ...(call.key === undefined ? {} : { "idempotency-key": toHeader(call.key) }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(hasBody ? { body: JSON.stringify(Object.fromEntries(rest)) } : {}),
  }
}

function toText(value: Json): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value)
}

/** Headers carry printable ASCII alone. */
function toHeader(text: string): string {
  return /^[!-~]+$/.test(text) ? text : encodeURIComponent(text)
}

function isRecord(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
