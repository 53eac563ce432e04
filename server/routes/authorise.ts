import type { Context, MiddlewareHandler } from "hono"
import type { Conversations } from "../conversation/conversations.ts"
import { Failure } from "../failure.ts"
import type { Access } from "../security/access.ts"

/** Who is asking about a conversation. */
export type Viewer = "customer" | "staff"

/** Returns the bearer token of a request. Throws `token-missing`. */
export function bearerOf(c: Context): string {
  const header = c.req.header("authorization") ?? ""
  if (header.startsWith("Bearer ") && header.length > 7) return header.slice(7)
  throw new Failure("token-missing", "Send the header Authorization: Bearer followed by the token.")
}

/** Lets agents and operations pass. */
export function requireOperator(access: Access): MiddlewareHandler {
  return async (c, next) => {
    if (!access.isOperator(bearerOf(c))) {
      throw new Failure(
        "operator-token-wrong",
        "Send the operator token; the server names its file at the start.",
      )
    }
    await next()
  }
}

/** Lets the customer of the conversation in the path pass. */
export function requireCustomer(conversations: Conversations): MiddlewareHandler {
  return async (c, next) => {
    await conversations.authorise(c.req.param("id") ?? "", bearerOf(c))
    await next()
  }
}

/** Returns whether customer or staff asks; for a stream the token may stand in the query, as browsers need it. */
export async function viewerOf(
  c: Context,
  access: Access,
  conversations: Conversations,
  options: { readonly inQuery?: boolean } = {},
): Promise<Viewer> {
  const token = (options.inQuery === true ? c.req.query("token") : undefined) ?? bearerOf(c)
  if (access.isOperator(token)) return "staff"
  await conversations.authorise(c.req.param("id") ?? "", token)
  return "customer"
}

/** Throws `channel-key-required` unless the request comes from the channel's own server. */
export function requireChannelServer(c: Context, access: Access): void {
  const header = c.req.header("authorization") ?? ""
  if (header.startsWith("Bearer ") && access.isChannelServer(header.slice(7))) return
  throw new Failure(
    "channel-key-required",
    "Open the conversation from the channel's server, with its key (COLLOQUY_CHANNEL_KEY) as bearer token.",
  )
}
