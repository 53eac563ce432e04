import { afterEach, describe, expect, it } from "vitest"
import { botTexts, type ShellOptions, type StartedShell, startCore, startShell } from "./start-shell.ts"

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function start(options: ShellOptions = {}): Promise<StartedShell> {
  const shell = await startShell(options)
  closing.push(shell.close)
  return shell
}

async function core(...args: Parameters<typeof startCore>) {
  const started = await startCore(...args)
  closing.push(started.close)
  return started
}

const PREMIUM = { status: 200, body: JSON.stringify({ premium: 1200 }) }

describe("opening a conversation", () => {
  it("answers with id, token, what was said and what it waits for", async () => {
    const shell = await start()
    const { status, body } = await shell.send("POST", "/api/conversations", { channel: "web", locale: "zh" })
    expect(status).toBe(201)
    expect(body.token).toHaveLength(43)
    expect(botTexts(body)).toEqual(["您好"])
    expect(body).toMatchObject({ waitingFor: { kind: "slot" }, holder: "bot", state: "desk/ask" })
  })

  it("repeats ids and tokens with a fixed clock, and gives none twice after a restart", async () => {
    const [one, other] = [await start(), await start()]
    expect([await one.open(), await one.open()]).toEqual([await other.open(), await other.open()])
    await one.stop()
    const again = await start({ dataDir: one.dataDir })
    expect((await again.open()).id).not.toBe((await other.open()).token)
    const ids = again.database.prepare("SELECT count(DISTINCT id) AS n FROM conversations").get()
    expect(ids).toEqual({ n: 3 })
  })

  it("takes customer and slots only with the channel's server key", async () => {
    const shell = await start()
    const body = { channel: "app", locale: "zh", customer: { id: "C1001", level: 2 } }
    const refused = await shell.send("POST", "/api/conversations", body)
    expect([refused.status, refused.body.code]).toEqual([403, "channel-key-required"])
    expect((await shell.send("POST", "/api/conversations", body, "guess")).status).toBe(403)
    expect((await shell.send("POST", "/api/conversations", body, "channel")).status).toBe(201)
  })
})

describe("taking messages", () => {
  it("answers with the entries of the turn", async () => {
    const shell = await start()
    const opened = await shell.open()
    const { body } = await shell.say(opened, { text: "你好" })
    expect(body.entries.map((entry) => entry.kind)).toEqual(["customer.said", "bot.said"])
    expect(botTexts(body)).toEqual(["你好 (read at 1, taken at 1)"])
  })

  it("keeps the order of messages sent at once", async () => {
    const shell = await start()
    const opened = await shell.open()
    const texts = Array.from({ length: 20 }, (_, index) => `m${index}`)
    await Promise.all(texts.map((text) => shell.say(opened, { text })))
    const { body } = await shell.send("GET", `/api/conversations/${opened.id}`, undefined, opened.token)
    const said = body.entries.filter((entry) => entry.kind === "customer.said")
    expect(said).toHaveLength(20)
    expect(body.entries.map((entry) => entry.index)).toEqual(body.entries.map((_, index) => index + 1))
  })

  it("tells the last entry sent as seen when the message does not", async () => {
    const shell = await start()
    const opened = await shell.open()
    const asked = await shell.say(opened, { text: "选" })
    const last = asked.body.entries.at(-1)?.index
    expect(botTexts((await shell.say(opened, { choice: "yes" })).body)).toEqual([`选了yes, seen ${last}`])
  })

  it("gives the same answer to a repeated message and takes it once", async () => {
    const shell = await start()
    const opened = await shell.open()
    const key = { "idempotency-key": "k1" }
    const [first, second] = await Promise.all([
      shell.say(opened, { text: "你好" }, key),
      shell.say(opened, { text: "你好", seen: 1 }, key),
    ])
    await shell.say(opened, { text: "还有" })
    const third = await shell.say(opened, { text: "你好" }, key)
    expect(second.body).toEqual(first.body)
    expect(third.body).toEqual(first.body)
    const other = await shell.say(opened, { text: "别的" }, key)
    expect([other.status, other.body.code]).toEqual([422, "key-reused"])
  })

  it("gives the same answer after a restart", async () => {
    const shell = await start()
    const opened = await shell.open()
    const first = await shell.say(opened, { text: "你好" }, { "idempotency-key": "k1" })
    await shell.stop()
    const again = await start({ dataDir: shell.dataDir })
    const second = await again.say(opened, { text: "你好" }, { "idempotency-key": "k1" })
    expect(second.body).toEqual(first.body)
  })

  it("understands a message anew when another process was first", async () => {
    const shell = await start()
    const other = await start({ dataDir: shell.dataDir })
    const opened = await shell.open()
    await shell.say(opened, { text: "一" })
    expect(botTexts((await other.say(opened, { text: "二" })).body)).toEqual(["二 (read at 2, taken at 2)"])
    expect(botTexts((await shell.say(opened, { text: "三" })).body)).toEqual(["三 (read at 3, taken at 3)"])
    const { text } = await shell.send("GET", "/metrics")
    expect(text).toContain("colloquy_turns_lost_total 1")
  })

  it("says what went wrong in a turn that fails, logs nothing personal, and goes on", async () => {
    const lines: string[] = []
    const shell = await start({ logTo: (line) => lines.push(line) })
    const opened = await shell.open()
    expect(botTexts((await shell.say(opened, { text: "坏 我的病" })).body)).toEqual(["出了点问题"])
    expect(botTexts((await shell.say(opened, { text: "好" })).body)).toHaveLength(1)
    expect(lines.join("")).toContain("turn failed")
    expect(lines.join("")).not.toContain("我的病")
  })

  it("keeps an upload and gives it to staff alone", async () => {
    const shell = await start()
    const opened = await shell.open()
    const content = Buffer.from("病历").toString("base64")
    const upload = { name: "病历.txt", mediaType: "text/plain", content }
    expect((await shell.say(opened, { upload })).status).toBe(200)
    const path = `/api/conversations/${opened.id}/documents/d2`
    expect((await shell.send("GET", path, undefined, opened.token)).status).toBe(401)
    const file = await shell.send("GET", path, undefined, "operator")
    expect([file.status, file.text]).toEqual([200, "病历"])
  })
})

describe("calling services", () => {
  it("answers when the service has answered, and tells the turn's time and the key", async () => {
    const insurer = await core(({ path }) =>
      path === "/submissions" ? { status: 200, body: '{"number":"S1"}' } : PREMIUM,
    )
    const shell = await start({ core: insurer })
    const opened = await shell.open()
    expect(botTexts((await shell.say(opened, { text: "查 P1" })).body)).toEqual(['returned {"premium":1200}'])
    expect(botTexts((await shell.say(opened, { text: "办 退保" })).body)).toEqual([
      'returned {"number":"S1"}',
    ])
    expect(insurer.requests[0]).toMatchObject({
      path: "/policies/P1",
      headers: { "x-now": "2026-03-02T10:00:00.000+08:00" },
    })
    expect(insurer.requests[1]?.headers["idempotency-key"]).toBe(encodeURIComponent("key-退保"))
  })

  it("keeps messages while a service works and takes them in order after its result", async () => {
    let release = (): void => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const insurer = await core(async () => {
      await held
      return PREMIUM
    })
    const shell = await start({ core: insurer })
    const opened = await shell.open()
    const asked = shell.say(opened, { text: "查 P1" })
    await expect.poll(() => insurer.requests.length).toBe(1)
    const first = shell.say(opened, { text: "一" })
    const second = shell.say(opened, { text: "二" })
    await expect
      .poll(() => shell.database.prepare("SELECT inbox FROM conversations").get())
      .toEqual({ inbox: 2 })
    release()
    expect(botTexts((await asked).body)[0]).toContain("returned")
    expect(botTexts((await first).body).join()).toMatch(/一 \(read at (\d+), taken at \1\)/)
    expect(botTexts((await second).body).join()).toMatch(/二 \(read at (\d+), taken at \1\)/)
  })

  it("answers out of patience that it waits for the service; the same key gets that answer again", async () => {
    const insurer = await core(() => null)
    const shell = await start({ core: insurer, patienceMs: 30 })
    const opened = await shell.open()
    const first = await shell.say(opened, { text: "查 P1" }, { "idempotency-key": "k" })
    expect(first.body.waitingFor.kind).toBe("service")
    const second = await shell.say(opened, { text: "查 P1" }, { "idempotency-key": "k" })
    expect(second.body).toEqual(first.body)
  })

  it("performs after a restart what had no answer, with the same key, and once what had one", async () => {
    let healthy = false
    const insurer = await core(() => (healthy ? { status: 200, body: '{"number":"S1"}' } : null))
    const shell = await start({ core: insurer, patienceMs: 20 })
    const opened = await shell.open()
    await shell.say(opened, { text: "办 A" })
    await shell.stop()
    healthy = true
    const again = await start({ dataDir: shell.dataDir, core: insurer })
    await again.runtime.idle()
    const shown = await again.send("GET", `/api/conversations/${opened.id}`, undefined, opened.token)
    expect(botTexts(shown.body).at(-1)).toBe('returned {"number":"S1"}')
    expect(new Set(insurer.requests.map((request) => request.headers["idempotency-key"]))).toEqual(
      new Set(["key-A"]),
    )
    const asked = insurer.requests.length
    await again.stop()
    const third = await start({ dataDir: shell.dataDir, core: insurer })
    await third.runtime.idle()
    expect(insurer.requests).toHaveLength(asked)
  })
})

describe("timers", () => {
  it("are fired by a fixed clock at their own times, in order and once, also after a restart", async () => {
    const shell = await start()
    const opened = await shell.open()
    await shell.say(opened, { text: "计时 120" })
    await shell.say(opened, { text: "计时 60" })
    await shell.stop()
    const again = await start({ dataDir: shell.dataDir })
    const moved = await again.send("POST", "/api/clock", { advance: "PT3M" }, "operator")
    expect(moved.status).toBe(200)
    await again.runtime.advance(again.clock.nowMs() + 600_000)
    const shown = await again.send("GET", `/api/conversations/${opened.id}?after=3`, undefined, opened.token)
    expect(botTexts(shown.body)).toEqual([
      "您还在吗? 2026-03-02T10:01:00.000+08:00",
      "您还在吗? 2026-03-02T10:02:00.000+08:00",
    ])
  })

  it("are fired by a real clock when they are due, and at once when they are past due", async () => {
    const shell = await start({ now: null })
    const opened = await shell.open()
    await shell.say(opened, { text: "计时 0.05" })
    const shown = () => shell.send("GET", `/api/conversations/${opened.id}`, undefined, opened.token)
    await expect.poll(async () => botTexts((await shown()).body).length).toBe(2)
    await shell.say(opened, { text: "计时 -5" })
    await expect.poll(async () => botTexts((await shown()).body).length).toBe(3)
    expect(shell.database.prepare("SELECT count(*) AS n FROM timers").get()).toEqual({ n: 0 })
  })
})
