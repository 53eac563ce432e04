import { OpenAPIHono, z } from "@hono/zod-openapi"
import { Failure } from "../failure.ts"

/** Returns an empty router whose requests of the wrong shape fail with `body-invalid`, all issues named. */
export function createRouter() {
  return new OpenAPIHono({
    defaultHook: (result) => {
      if (result.success) return
      const issues = result.error.issues.map(({ path, message }) => ({ at: path.join("."), message }))
      const all = issues.map(({ at, message }) => (at === "" ? message : `${at}: ${message}`)).join("; ")
      throw new Failure("body-invalid", `The ${result.target} is not as described: ${all}.`, { issues })
    },
  })
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
