import * as z from "zod/mini"

/** The server's answer to a request that it did not carry out (problem details, RFC 9457). */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  /** The whole problem details. */
  readonly problem: unknown

  constructor(status: number, code: string, message: string, problem: unknown = {}) {
    super(message)
    this.name = "ApiProblem"
    this.status = status
    this.code = code
    this.problem = problem
  }
}

/** No answer at all: the network is away, or the server is. */
export class NoConnection extends Error {
  constructor(cause: unknown) {
    super("The server could not be reached: check the network and try again.", { cause })
    this.name = "NoConnection"
  }
}

export type RequestOptions = {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE"
  readonly body?: unknown
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

const problemSchema = z.object({
  title: z.optional(z.string()),
  detail: z.optional(z.string()),
  code: z.optional(z.string()),
})

/**
 * Returns the response when the server carried the request out. Throws `NoConnection` when there was no answer, and
 * `ApiProblem` when the answer is a refusal.
 */
export async function request(path: string, options: RequestOptions = {}): Promise<Response> {
  const response = await fetch(path, {
    method: options.method ?? "GET",
    headers: {
      ...(options.body === undefined ? {} : { "Content-Type": "application/json" }),
      ...(options.token === undefined ? {} : { Authorization: `Bearer ${options.token}` }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  }).catch((error: unknown) => {
    throw new NoConnection(error)
  })
  if (response.ok) return response
  const told: unknown = await response.json().catch(() => ({}))
  const parsed = problemSchema.safeParse(told)
  const problem = parsed.success ? parsed.data : {}
  throw new ApiProblem(
    response.status,
    problem.code ?? "unknown",
    problem.detail ?? problem.title ?? `The server answered ${response.status} to "${path}".`,
    told,
  )
}

/** Returns the parsed JSON of an answer; a body of another shape throws, naming the path. */
export async function requestJson<Shape>(
  path: string,
  schema: z.ZodMiniType<Shape>,
  options: RequestOptions = {},
): Promise<Shape> {
  const response = await request(path, options)
  const body: unknown = await response.json().catch((error: unknown) => {
    throw new NoConnection(error)
  })
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  throw new ApiProblem(response.status, "unexpected-shape", `"${path}" answered in an unknown shape.`)
}
