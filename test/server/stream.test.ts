import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { type StartedShell, startShell } from "./start-shell.ts"

let shell: StartedShell
beforeEach(async () => {
  shell = await startShell()
})
afterEach(() => shell.close())

type Sent = { readonly event: string; readonly id: number; readonly data: Record<string, unknown> }

/** Reads a stream until the test lets go. */
async function listenTo(path: string, headers: Record<string, string>) {
  const stopped = new AbortController()
  const response = await fetch(shell.url + path, { headers, signal: stopped.signal })
  const events: Sent[] = []
  const reading = (async () => {
    let rest = ""
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) {
      rest += decoder.decode(chunk, { stream: true })
      const blocks = rest.split("\n\n")
      rest = blocks.pop() ?? ""
      for (const block of blocks) {
        const fields = new Map(
          block.split("\n").map((line) => [line.split(": ")[0], line.slice(line.indexOf(": ") + 2)]),
        )
        if (!fields.has("event")) continue
        events.push({
          event: fields.get("event") ?? "",
          id: Number(fields.get("id")),
          data: JSON.parse(fields.get("data") ?? "{}"),
        })
      }
    }
  })().catch(() => {})
  return {
    status: response.status,
    events,
    kinds: () => events.filter((one) => one.event === "entry").map((one) => one.data.kind),
    stop: async () => {
      stopped.abort()
      await reading
    },
  }
}

describe("the stream", () => {
  it("sends what a customer may see, its index as the event's id, and what is waited for", async () => {
    const opened = await shell.open()
    const stream = await listenTo(`/api/conversations/${opened.id}/stream?token=${opened.token}`, {})
    await shell.say(opened, { text: "健康 糖尿病" })
    await shell.say(opened, { text: "转人工 退保" })
    await expect.poll(() => stream.events.at(-1)?.data.holder).toBe("queue")
    expect(stream.kinds()).toEqual(["customer.said", "customer.said", "handoff.requested"])
    const entries = stream.events.filter((one) => one.event === "entry")
    expect(entries.map((one) => one.id)).toEqual(entries.map((one) => one.data.index))
    expect(stream.events.at(-1)?.data).toMatchObject({ waitingFor: { kind: "agent" }, status: "open" })
    await stream.stop()
  })

  it("goes on after Last-Event-ID without a gap or a repetition", async () => {
    const opened = await shell.open()
    const path = `/api/conversations/${opened.id}/stream`
    const headers = { authorization: `Bearer ${opened.token}` }
    const first = await listenTo(path, headers)
    await shell.say(opened, { text: "一" })
    await expect.poll(() => first.kinds().length).toBe(2)
    const last = first.events.filter((one) => one.event === "entry")[0]?.id ?? 0
    await first.stop()
    await shell.say(opened, { text: "二" })
    const second = await listenTo(path, { ...headers, "last-event-id": String(last) })
    await expect.poll(() => second.kinds().length).toBe(3)
    await shell.say(opened, { text: "三" })
    await expect.poll(() => second.kinds().length).toBe(5)
    const ids = second.events.filter((one) => one.event === "entry").map((one) => one.id)
    expect(ids).toEqual([last + 1, last + 2, last + 3, last + 4, last + 5])
    await second.stop()
  })

  it("sends everything with after=0, and notes to staff alone", async () => {
    const opened = await shell.open()
    await shell.say(opened, { text: "转人工 退保" })
    const list = await shell.send("GET", "/api/handoffs", undefined, "operator")
    const path = `/api/handoffs/${list.body.handoffs[0]?.id}`
    const agent = { id: "A", name: "王" }
    await shell.send("POST", `${path}/accept`, { agent }, "operator")
    await shell.send("POST", `${path}/note`, { agent, text: "注意" }, "operator")
    const staff = await listenTo(`/api/conversations/${opened.id}/stream?after=0&token=operator`, {})
    const customer = await listenTo(
      `/api/conversations/${opened.id}/stream?after=0&token=${opened.token}`,
      {},
    )
    await expect.poll(() => staff.kinds()).toContain("agent.said")
    await expect.poll(() => customer.kinds()).toContain("handoff.accepted")
    expect(customer.kinds()).not.toContain("agent.said")
    await staff.stop()
    await customer.stop()
  })

  it("is refused without the right token", async () => {
    const [one, other] = [await shell.open(), await shell.open()]
    const stream = await listenTo(`/api/conversations/${one.id}/stream?token=${other.token}`, {})
    expect(stream.status).toBe(401)
    await stream.stop()
  })

  it("counts what it sends as seen", async () => {
    const opened = await shell.open()
    const stream = await listenTo(`/api/conversations/${opened.id}/stream?token=${opened.token}`, {})
    await shell.send(
      "POST",
      "/api/events",
      { event: "claim.decided", conversation: opened.id, payload: { result: 1 } },
      "events",
    )
    await shell.say(opened, { text: "选" })
    await stream.stop()
    const row = shell.database.prepare("SELECT sent, entries FROM conversations").get()
    expect(row).toEqual({ sent: 6, entries: 6 })
  })
})
