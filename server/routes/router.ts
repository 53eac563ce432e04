import { OpenAPIHono, z } from "@hono/zod-openapi"
import type { Context } from "hono"
import { Failure } from "../failure.ts"

/** Returns an empty router whose requests of the wrong shape fail with `body-invalid`, all issues named. */
export function createRouter() {
  return new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw invalid(result.target, result.error)
    },
  })
}

/** Returns the JSON body of a request. Throws `body-not-json`, and `body-invalid` when it has another shape. */
export async function readJson<S extends z.ZodType>(c: Context, shape: S): Promise<z.infer<S>> {
  const isJson = /^application\/([\w.-]+\+)?json\b/i.test(c.req.header("content-type") ?? "")
  const body: unknown = isJson ? await c.req.json().catch(() => undefined) : undefined
  if (body === undefined) {
    throw new Failure("body-not-json", "Send a JSON body with the header Content-Type: application/json.")
  }
  const parsed = shape.safeParse(body)
  if (!parsed.success) throw invalid("json", parsed.error)
  return parsed.data
}

function invalid(target: string, error: z.core.$ZodError): Failure {
  const issues = error.issues.map(({ path, message }) => ({ at: path.join("."), message }))
  const all = issues.map(({ at, message }) => (at === "" ? message : `${at}: ${message}`)).join("; ")
  return new Failure("body-invalid", `The ${target} is not as described: ${all}.`, { issues })
}

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    say: z.string().optional(),
  })
  .openapi("Problem")

/** The `default` response of every route. */
export const problemResponse = {
  description: "Problem details (RFC 9457)",
  content: { "application/problem+json": { schema: problemSchema } },
} as const

/** A JSON response. */
export function json<S extends z.ZodType>(description: string, schema: S) {
  return { description, content: { "application/json": { schema } } } as const
}

/** A required JSON body. */
export function jsonBody<S extends z.ZodType>(schema: S) {
  return { required: true, content: { "application/json": { schema } } } as const
}
