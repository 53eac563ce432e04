import { afterEach, describe, expect, it } from "vitest"
import type { Operation } from "../../../server/conversation/services/operation.ts"
import { createServices } from "../../../server/conversation/services/services.ts"
import { startCore } from "../start-shell.ts"

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const NOW = "2026-03-02T10:00:00+08:00"
const output = { type: "object", required: ["premium"], properties: { premium: { type: "number" } } }
const read: Operation = {
  request: { method: "GET", path: "/policies/{policyNo}", query: { last4: "idLast4" } },
  output,
  errors: { NOT_FOUND: { http: 404 }, MISMATCH: { http: 409 }, LOCKED: { http: 409, code: "IS_LOCKED" } },
  effect: "read",
  timeout: "PT0.7S",
}
const write: Operation = {
  request: { method: "POST", path: "/policies/{policyNo}/surrender" },
  output,
  errors: { CLOSED: { http: 423 } },
  effect: "write",
  timeout: "PT0.7S",
}
const notify: Operation = { ...write, effect: "notify" }
const operations = { read, write, notify }
const input = { policyNo: "P1/2", idLast4: "12 4", amount: 9600.5 }

type Reply = { status: number; body: string } | null

/** Performs one call against a core that gives these replies, the last one for ever. */
async function perform(name: keyof typeof operations, replies: readonly Reply[], retry?: Operation["retry"]) {
  let count = 0
  const core = await startCore(() => replies[Math.min(count++, replies.length - 1)] ?? null)
  closing.push(core.close)
  const pauses: number[] = []
  const services = createServices({
    baseUrl: `${core.baseUrl}/`,
    token: "secret",
    pause: async (ms) => pauses.push(ms),
  })
  const operation = { ...operations[name], retry }
  const call = { operation: name, input, key: "run:submit:abc:0", now: NOW }
  const result = await services.perform({ [name]: operation }, call)
  return { result, requests: core.requests, pauses }
}

const ok = { status: 200, body: '{"premium":1200}' }
const is = (status: number, body: object) => ({ status, body: JSON.stringify(body) })

describe("the request", () => {
  it("puts fields into path and query, encoded, and no body into a read", async () => {
    const { requests } = await perform("read", [ok])
    expect(requests[0]).toMatchObject({ method: "GET", path: "/policies/P1%2F2?last4=12+4", body: "" })
    expect(requests[0]?.headers).toMatchObject({ "x-now": NOW, authorization: "Bearer secret" })
  })

  it("sends what is neither in path nor query as JSON, with the key", async () => {
    const { requests } = await perform("write", [ok])
    expect(requests[0]?.path).toBe("/policies/P1%2F2/surrender")
    expect(JSON.parse(requests[0]?.body ?? "")).toEqual({ idLast4: "12 4", amount: 9600.5 })
    expect(requests[0]?.headers["idempotency-key"]).toBe("run:submit:abc:0")
  })

  it("is not sent when a field of the path is missing, or the operation is not declared", async () => {
    const services = createServices({ baseUrl: "http://127.0.0.1:9" })
    const missing = await services.perform(operations, { operation: "read", input: {}, now: NOW })
    expect(missing).toMatchObject({ is: "failed", reason: expect.stringContaining('"policyNo"') })
    const unknown = await services.perform(operations, { operation: "none", input: {}, now: NOW })
    expect(unknown).toMatchObject({ is: "failed", reason: expect.stringContaining('"none"') })
  })
})

describe("the result", () => {
  const twice = { times: 1, backoff: "PT1S" }
  it.each([
    ["read", "an answer as declared", [ok], undefined, { is: "returned", output: { premium: 1200 } }],
    [
      "read",
      "the error that the body names",
      [is(409, { error: "MISMATCH" })],
      undefined,
      { is: "error", error: "MISMATCH" },
    ],
    [
      "read",
      "an error by its own code",
      [is(409, { error: "IS_LOCKED" })],
      undefined,
      { is: "error", error: "LOCKED" },
    ],
    [
      "read",
      "the only error of a status without a name",
      [is(404, {})],
      undefined,
      { is: "error", error: "NOT_FOUND" },
    ],
    [
      "read",
      "an error of a status that fits none",
      [is(409, { error: "OTHER" })],
      undefined,
      { is: "failed" },
    ],
    ["read", "an answer of the wrong shape", [is(200, { premium: "x" })], undefined, { is: "failed" }],
    ["read", "an answer that is no JSON", [{ status: 200, body: "<html>" }], undefined, { is: "failed" }],
    ["read", "no answer in time", [null], undefined, { is: "failed" }],
    [
      "read",
      "a fault, then an answer",
      [is(500, {}), ok],
      twice,
      { is: "returned", output: { premium: 1200 } },
    ],
    ["read", "faults to the end", [is(503, {})], twice, { is: "failed" }],
    ["write", "an answer as declared", [ok], undefined, { is: "returned", output: { premium: 1200 } }],
    [
      "write",
      "a refusal that it declares",
      [is(423, { error: "CLOSED" })],
      undefined,
      { is: "error", error: "CLOSED" },
    ],
    ["write", "a refusal that it does not declare", [is(400, {})], undefined, { is: "failed" }],
    ["write", "no answer in time", [null], undefined, { is: "unknown" }],
    ["write", "a fault after it was sent", [is(500, {})], undefined, { is: "unknown" }],
    ["write", "an answer that nobody can read", [is(200, {})], undefined, { is: "unknown" }],
    ["write", "busy to the end", [is(429, {})], twice, { is: "failed" }],
    [
      "write",
      "no answer, then the answer to the same key",
      [null, ok],
      twice,
      { is: "returned", output: { premium: 1200 } },
    ],
    [
      "write",
      "no answer, then a refusal that nobody declared",
      [null, is(400, {})],
      twice,
      { is: "unknown" },
    ],
    ["notify", "no answer in time", [null], undefined, { is: "failed" }],
  ] as const)("of a %s with %s", async (name, _, replies, retry, expected) => {
    expect((await perform(name, replies, retry)).result).toMatchObject(expected)
  })

  it("of a write whose receiver cannot be reached is that it failed: nothing was sent", async () => {
    const gone = await startCore(() => null)
    await gone.close()
    const services = createServices({ baseUrl: gone.baseUrl })
    const result = await services.perform(operations, { operation: "write", input, key: "k", now: NOW })
    expect(result).toMatchObject({ is: "failed", reason: expect.stringContaining("ECONNREFUSED") })
  })
})

describe("retries", () => {
  it("carry the same key and wait twice as long each time", async () => {
    const { requests, pauses } = await perform("write", [is(500, {})], { times: 3, backoff: "PT1S" })
    expect(new Set(requests.map((request) => request.headers["idempotency-key"])).size).toBe(1)
    expect([requests.length, pauses]).toEqual([4, [1_000, 2_000, 4_000]])
  })

  it("end within 30 seconds in all", async () => {
    const { requests } = await perform("read", [is(500, {})], { times: 9, backoff: "PT31S" })
    expect(requests).toHaveLength(1)
  })
})
