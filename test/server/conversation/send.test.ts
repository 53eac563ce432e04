import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach, describe, expect, it } from "vitest"
import { createSend } from "../../../server/conversation/services/send.ts"

let server: Server
afterEach(() => server.close())

/** A server that answers with how many requests it had; `drops` says which it drops with their connection. */
async function start(drops: (count: number) => boolean): Promise<string> {
  let count = 0
  server = createServer((request, response) => {
    count += 1
    if (drops(count)) request.socket.destroy()
    else response.end(`${count} ${request.headers["idempotency-key"] ?? ""}`)
  })
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}
const request = (url: string) => ({
  url,
  method: "POST",
  headers: { "idempotency-key": "k" },
  body: "{}",
})

describe("createSend", () => {
  it("sends once more under the same key when a kept connection is closed at that moment", async () => {
    const url = await start((count) => count === 2)
    const send = createSend()
    expect((await send(request(url), 2_000)).text).toBe("1 k")
    expect((await send(request(url), 2_000)).text).toBe("3 k")
  })

  it("does not send again what a new connection dropped", async () => {
    const url = await start(() => true)
    await expect(createSend()(request(url), 2_000)).rejects.toMatchObject({ code: "ECONNRESET" })
  })
})
