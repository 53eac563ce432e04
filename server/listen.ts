import { createServer, type Server } from "node:http"
import { getRequestListener } from "@hono/node-server"

export type Listening = {
  readonly port: number
  /** What answers requests from now on; until it is set they get 503. */
  serve(fetch: (request: Request) => Response | Promise<Response>): void
  /** Takes no more connections, lets answers under way go out, cuts what then is still open, such as streams. */
  close(): Promise<void>
}

const GRACE_MS = 300

/** Binds a port before anything else is opened, so that a taken one is known at once. Port 0 takes a free one. */
export async function listen(host: string, port: number): Promise<Listening> {
  let handler: (request: Request) => Response | Promise<Response> = () =>
    new Response("starting", { status: 503, headers: { "retry-after": "1" } })
  const server = createServer(getRequestListener((request) => handler(request)))
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(explain(error, host, port)))
    server.listen(port, host, resolve)
  })
  return {
    port: portOf(server),
    serve: (fetch) => {
      handler = fetch
    },
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS)
        server.close(() => {
          clearTimeout(cut)
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("The server listens on no port.")
  return address.port
}

function explain(error: Error, host: string, port: number): Error {
  if (!("code" in error) || error.code !== "EADDRINUSE") return error
  return new Error(
    `Port ${port} of ${host} is taken: stop what runs there, or start with --port and another number.`,
  )
}
