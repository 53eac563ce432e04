import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { openSqlite } from "../../server/db/open-sqlite.ts"
import { botTexts, type StartedShell, startShell } from "./start-shell.ts"

let shell: StartedShell
beforeEach(async () => {
  shell = await startShell()
})
afterEach(() => shell.close())

describe("problem details", () => {
  const at = (id: string) => `/api/conversations/${id}/messages`
  const cases: readonly (readonly [string, unknown, number, string])[] = [
    ["a body that is no JSON", "{", 400, "body-not-json"],
    ["an empty body", {}, 422, "body-invalid"],
    ["an unknown field", { text: "a", other: 1 }, 422, "body-invalid"],
    ["text and choice at once", { text: "a", choice: "b" }, 422, "body-invalid"],
    ["a text that is no text", { text: 5 }, 422, "body-invalid"],
    ["2,001 characters", { text: "字".repeat(2_001) }, 413, "text-too-long"],
    ["an empty text", { text: " \n " }, 422, "text-empty"],
    ["control characters", { text: "a\u0000b" }, 422, "text-unreadable"],
    ["half a surrogate pair", { text: "a\ud800" }, 422, "text-unreadable"],
    ["a choice that is not offered", { choice: "yes" }, 422, "choice-not-offered"],
    ["an upload without content or size", { upload: { name: "a", mediaType: "a/b" } }, 422, "upload-invalid"],
    [
      "an upload of another size",
      { upload: { name: "a", mediaType: "a/b", content: "YQ==", size: 9 } },
      422,
      "upload-invalid",
    ],
  ]
  it.each(cases)("answers %s", async (_, body, status, code) => {
    const opened = await shell.open()
    const reply = await shell.say(opened, body)
    expect([reply.status, reply.body.code]).toEqual([status, code])
    expect(reply.headers.get("content-type")).toBe("application/problem+json")
    const after = await shell.send("GET", `/api/conversations/${opened.id}`, undefined, opened.token)
    expect(after.body.entries).toHaveLength(2)
  })

  it("takes 2,000 characters", async () => {
    expect((await shell.say(await shell.open(), { text: "字".repeat(2_000) })).status).toBe(200)
  })

  it("tells customers in their language", async () => {
    const opened = await shell.open()
    const long = { text: "a".repeat(2_001) }
    expect((await shell.say(opened, long)).body.say).toContain("2000字")
    expect((await shell.say(opened, long, { "accept-language": "en-GB" })).body.say).toContain(
      "several messages",
    )
  })

  it("answers text that is no JSON and has no content type with 400", async () => {
    const opened = await shell.open()
    const reply = await shell.say(opened, "hello", { "content-type": "text/plain" })
    expect([reply.status, reply.body.code]).toEqual([400, "body-not-json"])
  })

  it("lists the options when a choice is not offered", async () => {
    const opened = await shell.open()
    await shell.say(opened, { text: "选" })
    const { body } = await shell.say(opened, { choice: "maybe" })
    expect(body.options.map((option) => option.key)).toEqual(["yes", "no"])
    expect(body.detail).toContain("yes, no")
  })

  it("answers a missing token, a wrong one and an unknown conversation", async () => {
    const [one, other] = [await shell.open(), await shell.open()]
    const message = { text: "a" }
    expect((await shell.send("POST", at(one.id), message)).body.code).toBe("token-missing")
    const wrong = await shell.send("POST", at(one.id), message, other.token)
    expect([wrong.status, wrong.body.code]).toEqual([401, "token-wrong"])
    const unknown = await shell.send("POST", at("c_nobody"), message, one.token)
    expect([unknown.status, unknown.body.code]).toEqual([404, "conversation-unknown"])
  })

  it("answers a closed conversation with 409", async () => {
    const opened = await shell.open()
    await shell.say(opened, { text: "结束" })
    const reply = await shell.say(opened, { text: "喂" })
    expect([reply.status, reply.body.code]).toEqual([409, "conversation-ended"])
  })

  it("answers a database that another process holds with 503 and when to come again", async () => {
    const opened = await shell.open()
    const other = openSqlite(shell.database.name)
    other.exec("BEGIN IMMEDIATE")
    const reply = await shell.say(opened, { text: "喂" })
    other.exec("ROLLBACK")
    other.close()
    expect([reply.status, reply.body.code, reply.headers.get("retry-after")]).toEqual([
      503,
      "store-busy",
      "1",
    ])
    expect((await shell.say(opened, { text: "喂" })).status).toBe(200)
  })

  it("answers an unknown route, locale and flow", async () => {
    for (const path of ["/api/nothing", "/missing.js"]) {
      const reply = await shell.send("GET", path)
      expect([reply.status, reply.body.code]).toEqual([404, "route-unknown"])
    }
    const open = (body: object) => shell.send("POST", "/api/conversations", { channel: "web", ...body })
    expect((await open({ locale: "fr" })).body.code).toBe("locale-unknown")
    expect((await open({ locale: "zh", flow: "none" })).body.code).toBe("flow-unknown")
  })
})

describe("too many messages", () => {
  it("are refused per conversation", async () => {
    const limited = await startShell({ messagesPerSecond: 3 })
    const [one, other] = [await limited.open(), await limited.open()]
    const replies = await Promise.all(Array.from({ length: 6 }, () => limited.say(one, { text: "a" })))
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 200, 200, 429, 429, 429])
    expect((await limited.say(other, { text: "a" })).status).toBe(200)
    await limited.close()
  })
})

describe("outside events", () => {
  const decided = { event: "claim.decided", payload: { result: "paid" } }

  it("reach the run whose keys equal the correlation, once per key", async () => {
    const [one, other] = [await shell.open(), await shell.open()]
    await shell.say(one, { text: "关联 S1" })
    await shell.say(other, { text: "关联 S2" })
    const event = { ...decided, correlation: { claimNo: "S1", kind: "c" } }
    const send = () => shell.send("POST", "/api/events", event, "events", { "idempotency-key": "e1" })
    expect([(await send()).body.delivered, (await send()).status]).toEqual([1, 202])
    const texts = async (of: typeof one) =>
      botTexts((await shell.send("GET", `/api/conversations/${of.id}`, undefined, of.token)).body)
    expect(await texts(one)).toEqual(["您好", "好的", "收到claim.decided"])
    expect(await texts(other)).toEqual(["您好", "好的"])
  })

  it("reach by its customer the newest conversation that is open, once per key", async () => {
    const open = async () =>
      (
        await shell.send(
          "POST",
          "/api/conversations",
          { channel: "app", locale: "zh", customer: { id: "C77", level: 2 } },
          "channel",
        )
      ).body
    const [first, second, third] = [await open(), await open(), await open()]
    await shell.say(third, { text: "结束" })
    const event = { ...decided, correlation: { customer: "C77" } }
    const send = () => shell.send("POST", "/api/events", event, "events", { "idempotency-key": "e7" })
    expect([(await send()).body.delivered, (await send()).status]).toEqual([1, 202])
    const texts = async (of: typeof first) =>
      botTexts((await shell.send("GET", `/api/conversations/${of.id}`, undefined, of.token)).body)
    expect(await texts(second)).toEqual(["您好", "收到claim.decided"])
    expect(await texts(first)).toEqual(["您好"])
    const nobody = { ...decided, correlation: { customer: "C78" } }
    expect((await shell.send("POST", "/api/events", nobody, "events")).body.code).toBe("event-finds-no-run")
  })

  it("reach the conversation named", async () => {
    const opened = await shell.open()
    const reply = await shell.send("POST", "/api/events", { ...decided, conversation: opened.id }, "events")
    expect(reply.body.delivered).toBe(1)
    await shell.say(opened, { text: "结束" })
    const late = await shell.send("POST", "/api/events", { ...decided, conversation: opened.id }, "events")
    expect(late.body.code).toBe("event-finds-no-run")
  })

  it.each([
    ["a wrong key", { ...decided, correlation: { claimNo: "S9" } }, "guess", 401, "events-key-wrong"],
    [
      "a correlation of no run",
      { ...decided, correlation: { claimNo: "S9" } },
      "events",
      404,
      "event-finds-no-run",
    ],
    ["an undeclared event", { event: "other" }, "events", 422, "event-unknown"],
    ["a payload of another shape", { event: "claim.decided", payload: {} }, "events", 422, "event-invalid"],
  ] as const)("answer %s", async (_, event, key, status, code) => {
    const reply = await shell.send("POST", "/api/events", event, key)
    expect([reply.status, reply.body.code]).toEqual([status, code])
  })

  it("find no run once it has ended", async () => {
    const opened = await shell.open()
    await shell.say(opened, { text: "关联 S1" })
    await shell.say(opened, { text: "结束" })
    const event = { ...decided, correlation: { claimNo: "S1" } }
    expect((await shell.send("POST", "/api/events", event, "events")).status).toBe(404)
  })
})

describe("the desk", () => {
  const agent = { id: "A007", name: "王" }
  const act = (id: string, what: string, body: object = {}) =>
    shell.send("POST", `/api/handoffs/${id}/${what}`, { agent, ...body }, "operator")

  async function queued() {
    const opened = await shell.open()
    const { body } = await shell.say(opened, { text: "转人工 退保" })
    expect(body).toMatchObject({ holder: "queue", waitingFor: { kind: "agent" } })
    const list = await shell.send("GET", "/api/handoffs", undefined, "operator")
    const id = list.body.handoffs[0]?.id ?? ""
    return { opened, id }
  }

  it("is for the operator token alone", async () => {
    const { opened, id } = await queued()
    expect((await shell.send("GET", "/api/handoffs", undefined, opened.token)).status).toBe(401)
    expect((await shell.send("GET", `/api/handoffs/${id}`)).status).toBe(401)
  })

  it("gives the packet: transcript, slots, reason, and what must come back", async () => {
    const { id } = await queued()
    const { body } = await shell.send("GET", `/api/handoffs/${id}`, undefined, "operator")
    expect(body).toMatchObject({
      ...{ id, reason: "客户说:退保", outcomes: ["solved"] },
      slots: [{ flow: "desk", slot: "wish", value: "理赔" }],
    })
    expect(body.transcript.map((entry) => entry.kind)).toContain("customer.said")
  })

  it("holds the conversation from acceptance to return, and the customer never sees a note", async () => {
    const { opened, id } = await queued()
    expect((await act(id, "message", { text: "您好" })).body.code).toBe("handoff-not-open")
    expect((await act(id, "accept")).body.holder).toBe("agent")
    await act(id, "message", { text: "我来帮您" })
    await act(id, "note", { text: "情绪激动" })
    await act(id, "wording", { wording: "loss" })
    const done = await act(id, "return", { outcome: "solved", slots: { wish: "退保" } })
    expect(done.body.holder).toBe("bot")
    const { body } = await shell.send("GET", `/api/conversations/${opened.id}`, undefined, opened.token)
    expect(body.entries.map((entry) => entry.kind)).toEqual([
      ...["conversation.opened", "bot.said", "customer.said", "handoff.requested", "handoff.accepted"],
      ...["agent.said", "bot.said", "handoff.returned"],
    ])
    expect(JSON.stringify(body)).not.toContain("情绪激动")
    expect((await act(id, "message", { text: "a" })).status).toBe(409)
    const list = await shell.send("GET", "/api/handoffs", undefined, "operator")
    expect(list.body.handoffs).toEqual([])
  })

  it.each([
    ["an outcome that is not offered", "return", { outcome: "else" }, 422, "outcome-not-offered"],
    [
      "a slot that it may not fill",
      "return",
      { outcome: "solved", slots: { consent: true } },
      422,
      "slot-not-offered",
    ],
    ["an unknown wording", "wording", { wording: "none" }, 422, "wording-unknown"],
    ["an unknown queue", "transfer", { queue: "none" }, 422, "queue-unknown"],
    ["another agent", "message", { text: "a", agent: { id: "B", name: "李" } }, 409, "handoff-of-another"],
  ] as const)("refuses %s", async (_, what, body, status, code) => {
    const { id } = await queued()
    await act(id, "accept")
    const reply = await act(id, what, body)
    expect([reply.status, reply.body.code]).toEqual([status, code])
  })

  it("passes a conversation to another queue, where anybody may take it", async () => {
    const { id } = await queued()
    await act(id, "accept")
    await act(id, "transfer", { queue: "second" })
    const list = await shell.send("GET", "/api/handoffs?queue=second&status=queued", undefined, "operator")
    expect(list.body.handoffs.map((one) => one.id)).toEqual([id])
    const packet = await shell.send("GET", `/api/handoffs/${id}`, undefined, "operator")
    expect(packet.body.reason).toBe("客户说:退保")
    expect((await act(id, "accept", { agent: { id: "B", name: "李" } })).status).toBe(200)
  })

  it("answers an unknown hand-off", async () => {
    expect((await act("none", "accept")).body.code).toBe("handoff-unknown")
  })
})

describe("operation", () => {
  it("is alive, ready, and counts", async () => {
    await shell.say(await shell.open(), { text: "a" })
    expect((await shell.send("GET", "/healthz")).status).toBe(200)
    expect((await shell.send("GET", "/readyz")).status).toBe(200)
    const { text } = await shell.send("GET", "/metrics")
    expect(text).toContain('colloquy_turns_total{input="message"} 1')
    expect(text).toContain("colloquy_conversations 1")
  })

  it("describes every route in OpenAPI", async () => {
    const { body } = await shell.send("GET", "/api/openapi.json")
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining([
        ...["/api/conversations", "/api/conversations/{id}/messages", "/api/conversations/{id}/stream"],
        ...["/api/events", "/api/handoffs", "/api/handoffs/{id}/accept", "/api/about"],
      ]),
    )
  })

  it("moves only a fixed clock, only forward, only for operations", async () => {
    expect((await shell.send("POST", "/api/clock", { advance: "PT1S" })).status).toBe(401)
    const back = { to: "2020-01-01T00:00:00Z" }
    expect((await shell.send("POST", "/api/clock", back, "operator")).body.code).toBe("clock-goes-forward")
    const real = await startShell({ now: null })
    const moved = await real.send("POST", "/api/clock", { advance: "PT1S" }, "operator")
    expect(moved.body.code).toBe("clock-not-fixed")
    await real.close()
  })
})
