import { createRoute, z } from "@hono/zod-openapi"
import { Failure } from "../failure.ts"
import type { Access } from "../security/access.ts"
import { createRouter, json, problemResponse } from "./router.ts"

/** Whose machine this is. */
export type Session = {
  /**
   * Whether who opens the pages in a browser on this machine may work without signing in: the server listens on this
   * machine alone, serves the made-up people of the sample insurer, and nobody set a token.
   */
  readonly isTrial: boolean
  /** Where the operator token stands, told to who must sign in. */
  readonly tokenFile: string
}

const local = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/
/** A proxy speaks for others, who are not on this machine. */
const forwarded = [
  "forwarded",
  "via",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
]

/** Returns the route by which the designer and the desk get their token on one's own machine. */
export function sessionRoutes({ access, session }: { readonly access: Access; readonly session: Session }) {
  const get = createRoute({
    method: "get",
    path: "/api/session",
    summary: "The operator token, on a trial machine and from its own pages alone",
    responses: { 200: json("The token", z.object({ token: z.string() })), default: problemResponse },
  })
  return createRouter().openapi(get, (c) => {
    const from = c.req.header("sec-fetch-site") ?? "none"
    const isOwn =
      session.isTrial &&
      local.test(c.req.header("host") ?? "") &&
      (from === "same-origin" || from === "none") &&
      !forwarded.some((header) => c.req.header(header) !== undefined)
    if (!isOwn) {
      throw new Failure(
        "sign-in-needed",
        `Sign in with the operator token; it stands in ${session.tokenFile} on the server, or in COLLOQUY_OPERATOR_TOKEN.`,
      )
    }
    c.header("cache-control", "no-store")
    return c.json({ token: access.operatorToken }, 200)
  })
}
