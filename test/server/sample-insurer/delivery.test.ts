import { mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { serve } from "@hono/node-server"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { z } from "zod"
import { type Insurer, startInsurer, surrender } from "./client.ts"

let insurer: Insurer
beforeEach(() => {
  insurer = startInsurer()
})
afterEach(() => insurer.close())

const ZHANG = { customer: "C1001", policyNo: "P20230001234", accountId: "A8120" }
const COMPLAINT = { what: "等了很久" }
const effects = async () => {
  const { body } = await insurer.send("GET", "/effects")
  return z.object({ effects: z.array(z.object({ operation: z.string(), key: z.string() })) }).parse(body)
    .effects
}

describe("idempotency", () => {
  it("gives the same answer to the same key, to the byte, and does it once", async () => {
    const first = await surrender(insurer, ZHANG, { key: "k" })
    const later = { key: "k", now: "2026-03-02T23:00:00+08:00" }
    const again = await surrender(insurer, { ...ZHANG }, later).catch(() => null)
    expect(again?.body.error).toBe("IDEMPOTENCY_MISMATCH")
    const quote = { quoteId: (await quoteId()) ?? "", refund: 9600 }
    const same = await insurer.call("policy.surrender", { ...ZHANG, ...quote }, later)
    expect(same.text).toBe(first.text)
    expect(await effects()).toEqual([{ operation: "policy.surrender", key: "k" }])
  })

  it("refuses another input under the same key", async () => {
    await insurer.call("complaint.open", COMPLAINT, { key: "k" })
    const other = await insurer.call("complaint.open", { what: "另一件事" }, { key: "k" })
    expect([other.status, other.body.error]).toEqual([409, "IDEMPOTENCY_MISMATCH"])
  })

  it("does not care for the order of properties", async () => {
    const one = await insurer.call("callback.request", { topic: "a", phone: "13912345678" }, { key: "k" })
    const two = await insurer.call("callback.request", { phone: "13912345678", topic: "a" }, { key: "k" })
    expect(two.text).toBe(one.text)
  })

  it("remembers a refusal under its key, and does a new key anew", async () => {
    const wrong = { ...ZHANG, quoteId: "Q0", refund: 1 }
    expect((await insurer.call("policy.surrender", wrong, { key: "k" })).body.error).toBe("QUOTE_CHANGED")
    expect((await insurer.call("policy.surrender", wrong, { key: "k" })).body.error).toBe("QUOTE_CHANGED")
    expect((await surrender(insurer, ZHANG, { key: "k2" })).status).toBe(200)
  })

  it("keeps keys of different operations apart", async () => {
    await insurer.call("complaint.open", COMPLAINT, { key: "k" })
    expect((await surrender(insurer, ZHANG, { key: "k" })).status).toBe(200)
    expect((await effects()).map(({ operation }) => operation)).toEqual([
      "complaint.open",
      "policy.surrender",
    ])
  })

  it("sends one code for one key", async () => {
    const { body } = await insurer.call("identity.find", { policyNo: "P20230001234", idLast4: "1036" })
    const one = await insurer.call("identity.sendCode", { candidate: body.candidate }, { key: "k" })
    const two = await insurer.call("identity.sendCode", { candidate: body.candidate }, { key: "k" })
    expect(two.text).toBe(one.text)
    expect(await effects()).toHaveLength(1)
  })

  it("takes no write without a key", async () => {
    const { body } = await insurer.send("POST", "/complaints", COMPLAINT)
    expect(body).toEqual({ error: "KEY_MISSING" })
  })

  async function quoteId(): Promise<string | undefined> {
    const row = (await insurer.send("GET", "/effects")).body.effects[0]
    return z.object({ input: z.object({ quoteId: z.string() }) }).parse(row).input.quoteId
  }
})

describe("faults", () => {
  const set = (faults: object) => insurer.send("PUT", "/faults", faults)
  const list = () => insurer.call("account.list", { customer: "C1001" })

  it("are switched on per operation, shown, and reset", async () => {
    const on = { "account.list": { kind: "error" }, "complaint.open": { kind: "slow", ms: 5 } }
    expect((await set(on)).body).toEqual(on)
    expect((await set({ "account.list": null })).body).toEqual({ "complaint.open": { kind: "slow", ms: 5 } })
    expect((await insurer.send("DELETE", "/faults")).body).toEqual({})
  })

  it.each([{ "no.such": { kind: "error" } }, { "account.list": { kind: "melt" } }, [], "x"])(
    "are refused when they cannot be: %j",
    async (faults) => {
      const { status, body } = await set(Object(faults))
      expect([status, body.error]).toEqual([400, "INVALID_INPUT"])
    },
  )

  it.each([
    ["error", 500, "INTERNAL"],
    ["unavailable", 503, "UNAVAILABLE"],
  ])("%s answers so and does nothing, as often as told", async (kind, status, error) => {
    await set({ "complaint.open": { kind, times: 2 } })
    for (let call = 0; call < 2; call += 1) {
      const answer = await insurer.call("complaint.open", COMPLAINT, { key: "k" })
      expect([answer.status, answer.body.error]).toEqual([status, error])
    }
    expect(await effects()).toEqual([])
    expect((await insurer.call("complaint.open", COMPLAINT, { key: "k" })).status).toBe(200)
  })

  it("slow answers all the same", async () => {
    await set({ "account.list": { kind: "slow", ms: 5 } })
    expect((await list()).status).toBe(200)
  })

  it("duplicate arrives twice and takes effect once", async () => {
    await set({ "complaint.open": { kind: "duplicate" } })
    expect((await insurer.call("complaint.open", COMPLAINT)).body.complaintNo).toBe("T202603020001")
    expect(await effects()).toHaveLength(1)
  })

  it.each([
    [true, 1],
    [false, 0],
  ])("no answer, performed: %s", async (performed, count) => {
    await set({ "complaint.open": { kind: "noAnswer", performed, ms: 1, times: 1 } })
    const lost = await insurer.call("complaint.open", COMPLAINT, { key: "k" })
    expect([lost.status, lost.text]).toEqual([504, ""])
    expect(await effects()).toHaveLength(count)
    expect((await insurer.call("complaint.byKey", { key: "k" })).body.found).toBe(performed)
    expect((await insurer.call("complaint.open", COMPLAINT, { key: "k" })).body.complaintNo).toBe(
      "T202603020001",
    )
  })

  it("no answer closes a real connection without a word", async () => {
    await set({ "account.list": { kind: "noAnswer", ms: 1 } })
    const server = serve({ fetch: insurer.app.fetch, port: 0 })
    await new Promise((resolve) => server.once("listening", resolve))
    const address = z.object({ port: z.number() }).parse(server.address())
    await expect(fetch(`http://127.0.0.1:${address.port}/customers/C1001/accounts`)).rejects.toThrow(
      "fetch failed",
    )
    await new Promise((resolve) => server.close(resolve))
  })

  it("no answer ends when the caller hangs up, or the insurer closes", async () => {
    await set({ "account.list": { kind: "noAnswer", ms: 600_000 } })
    const caller = new AbortController()
    const request = new Request("http://insurer/customers/C1001/accounts", { signal: caller.signal })
    const hanging = insurer.app.request(request)
    caller.abort()
    expect((await hanging).status).toBe(504)
    const other = startInsurer()
    await other.send("PUT", "/faults", { "account.list": { kind: "noAnswer", performed: false } })
    const left = other.app.request("/customers/C1001/accounts")
    await other.app.request("/health")
    other.close()
    expect((await left).status).toBe(504)
  })
})

describe("events", () => {
  const BOUNCING = { customer: "C1025", policyNo: "P20220001025", accountId: "A2520" }

  it("are posted until they are accepted, each time after a longer pause", async () => {
    const posts: { body: unknown; authorization: string | null }[] = []
    const answers = [404, 500, 202]
    let nowMs = Date.parse("2026-03-02T02:00:00Z")
    const listening = startInsurer({
      eventsUrl: "http://colloquy/api/events",
      eventsKey: "secret",
      now: () => nowMs,
      fetch: async (_url, init) => {
        posts.push({
          body: JSON.parse(String(init?.body)),
          authorization: new Headers(init?.headers).get("authorization"),
        })
        return new Response(null, { status: answers[posts.length - 1] ?? 200 })
      },
    })
    const { body } = await surrender(listening, BOUNCING)
    expect(await listening.deliver()).toBe(0)
    expect(await listening.deliver()).toBe(0)
    expect(posts).toHaveLength(1)
    nowMs += 1_000
    expect(await listening.deliver()).toBe(0)
    nowMs += 1_999
    expect(await listening.deliver()).toBe(0)
    expect(posts).toHaveLength(2)
    nowMs += 1
    expect(await listening.deliver()).toBe(1)
    nowMs += 600_000
    expect(await listening.deliver()).toBe(0)
    expect(posts).toHaveLength(3)
    expect(posts[2]).toEqual({
      authorization: "Bearer secret",
      body: {
        event: "surrender.account-rejected",
        correlation: { surrenderNo: body.surrenderNo },
        payload: {
          surrenderNo: body.surrenderNo,
          accountLast4: "2520",
          reasonZh: "银行退回：账户状态异常",
          reasonEn: "Returned by the bank: the account cannot receive payments",
        },
      },
    })
    listening.close()
  })

  it("leave by themselves, over real HTTP", async () => {
    let receive: (text: string) => void = () => {}
    const received = new Promise<string>((resolve) => {
      receive = resolve
    })
    const receiver = createServer((request, response) => {
      let text = ""
      request.on("data", (chunk) => {
        text += String(chunk)
      })
      request.on("end", () => {
        receive(text)
        response.writeHead(202).end()
      })
    }).listen(0)
    const { port } = z.object({ port: z.number() }).parse(receiver.address())
    const sending = startInsurer({ eventsUrl: `http://127.0.0.1:${port}/api/events` })
    await surrender(sending, BOUNCING)
    expect(JSON.parse(await received)).toMatchObject({ event: "surrender.account-rejected" })
    sending.close()
    await new Promise((resolve) => receiver.close(resolve))
  })

  it("survive a restart", async () => {
    const folder = mkdtempSync(join(tmpdir(), "insurer-"))
    const file = join(folder, "insurer.sqlite")
    const before = startInsurer({ file })
    const { body } = await surrender(before, BOUNCING)
    before.close()
    const posts: string[] = []
    const after = startInsurer({
      file,
      eventsUrl: "http://colloquy/api/events",
      fetch: async (_url, init) => {
        posts.push(String(init?.body))
        return new Response(null, { status: 202 })
      },
    })
    expect(await after.deliver()).toBe(1)
    expect(JSON.parse(posts[0] ?? "")).toMatchObject({ correlation: { surrenderNo: body.surrenderNo } })
    after.close()
    rmSync(folder, { recursive: true })
  })
})
