import { Agent, request } from "node:http"

export type Answer = { readonly status: number; readonly body: unknown }
/** Sends JSON, or without a body asks, over connections that are kept open; the same client drives both sides of a comparison. */
export type Client = (
  path: string,
  body: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>

export function createClient(url: string): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 })
  const { hostname, port } = new URL(url)
  const client: Client = (path, body, headers = {}) =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? "" : JSON.stringify(body)
      const sent = request(
        {
          agent,
          hostname,
          port,
          path,
          method: body === undefined ? "GET" : "POST",
          headers: {
            "content-type": "application/json",
            "content-length": Buffer.byteLength(text),
            ...headers,
          },
        },
        (response) => {
          const parts: Buffer[] = []
          response.on("data", (part: Buffer) => parts.push(part))
          response.on("end", () =>
            resolve({
              status: response.statusCode ?? 0,
              body: JSON.parse(Buffer.concat(parts).toString("utf8")),
            }),
          )
          response.on("error", reject)
        },
      )
      // The server may close an idle connection at the very moment of its next use.
      sent.on("error", (error) =>
        sent.reusedSocket && "code" in error && error.code === "ECONNRESET"
          ? client(path, body, headers).then(resolve, reject)
          : reject(error),
      )
      sent.end(text)
    })
  return client
}
