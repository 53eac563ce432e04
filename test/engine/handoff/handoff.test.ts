import { describe, expect, it } from "vitest"
import { holderOf } from "../../../engine/index.ts"
import { flow, flowSet, talk, wording } from "../talk.ts"

const services = `
order.submit:
  request: { method: POST, path: /orders }
  input: { type: object, properties: { amount: { type: number }, note: { type: string } } }
  output: { type: object, properties: {} }
  effect: write
`
const fields = (handoff: string) => `
slots:
  amount: { type: money, title: 金额, ask: 多少？, valid: [{ when: value > 0, else: 要大于零。 }] }
  note: { type: text, title: 备注, ask: 备注？ }
start: desk
states:
  desk:
    type: handoff
    queue: general
    ${handoff}
    to: { returned: submit, agreed: submit, refused: kept, unavailable: closed, timeout: late }
  submit:
    type: service
    service: order.submit
    input: { amount: slots.amount, note: slots.note }
    to: { done: done, unknown: late }
  closed: { type: final, outcome: closed }
  late: { type: final, outcome: late }
  done: { type: final, outcome: done }
  kept: { type: final, outcome: kept }
`
const outcomes = "[done, kept, closed, late, failedToHelp]"
function release(handoff = "returns: [agreed, refused]\n    fills: [amount, note]") {
  return flowSet({
    ...flow("sample", fields(handoff), outcomes),
    ...wording("notice", [{ version: "1", text: "请知悉。" }]),
    "services.yaml": services,
  })
}
const open = (handoff?: string, now?: string) =>
  talk(release(handoff), { flow: "sample", ...(now === undefined ? {} : { now }) })
const accepted = (handoff?: string) => {
  const customer = open(handoff)
  customer.agent({ act: "accept" })
  return customer
}
const problems = (customer: ReturnType<typeof open>) => customer.of("problem").map(({ open }) => open.code)

describe("asking a person", () => {
  it("[H1] puts the conversation into its queue with what the desk must know", () => {
    const customer = open(
      "returns: [agreed, refused]\n    fills: [amount]\n    priority: 7\n    reason: 请帮忙",
    )
    expect(customer.effects.find(({ effect }) => effect === "queue-handoff")).toMatchObject({
      ...{ queue: "general", priority: 7, reason: "请帮忙", skills: ["zh"] },
      ...{ outcomes: ["agreed", "refused"], fills: ["amount"], due: "2026-03-02T10:01:00+08:00" },
    })
    expect(customer.waiting()).toEqual({ kind: "agent", id: "general" })
    expect(holderOf(customer.conversation())).toBe("queue")
    expect(customer.of("handoff.requested")[0]?.open.queue).toBe("general")
  })

  it.each([
    ["on a workday within the hours", "general", "2026-03-02T10:00:00+08:00", "general"],
    ["of an extra workday", "general", "2026-09-20T10:00:00+08:00", "general"],
    ["in the evening", "general", "2026-03-02T19:00:00+08:00", null],
    ["on a Sunday", "general", "2026-03-01T10:00:00+08:00", null],
    ["on a holiday", "general", "2026-10-01T10:00:00+08:00", null],
    ["closed, but it overflows", "desk", "2026-03-02T19:00:00+08:00", "night"],
    ["that is open day and night, on a holiday", "night", "2026-10-01T03:00:00+08:00", "night"],
  ])("[H2] asks a queue %s (%s at %s): %s", (_, queue, now, expected) => {
    const text = fields("returns: [agreed, refused]").replace("queue: general", `queue: ${queue}`)
    const set = flowSet({ ...flow("sample", text, outcomes), "services.yaml": services })
    const customer = talk(set, { flow: "sample", now })
    expect(customer.handoff()?.queue ?? null).toBe(expected)
    if (expected === null) expect(customer.outcomes()).toContain("sample closed")
  })

  it("[H3] waits no longer than its patience, then leaves by timeout", () => {
    const customer = open()
    customer.wait("2026-03-02T10:01:00+08:00")
    expect(customer.outcomes()).toContain("sample late")
    expect(customer.of("handoff.timeout")).toHaveLength(1)
    expect(customer.effects.some(({ effect }) => effect === "close-handoff")).toBe(true)
    customer.agent({ act: "accept" })
    expect(problems(customer)).toContain("handoff-over")
  })

  it("[H3] waits as long as its own sla says rather than the queue's", () => {
    const customer = open("returns: [agreed, refused]\n    sla: PT5M")
    expect([...customer.timers.values()]).toEqual(["2026-03-02T10:05:00+08:00"])
  })

  it("[H3] patience ends when a person accepts", () => {
    const customer = accepted()
    expect(customer.timers.size).toBe(0)
    expect(holderOf(customer.conversation())).toBe("agent")
    expect(customer.of("handoff.accepted")[0]).toMatchObject({
      open: { agent: "A1" },
      personal: { name: "李" },
    })
  })
})

describe("while nobody has accepted yet", () => {
  const open = () =>
    talk(
      flowSet(
        flow(
          "sample",
          `
start: desk
states:
  desk:
    type: handoff
    queue: general
    on: { neverMind: { says: { zh: [不转了] }, say: 好的，不转了。 } }
    to: { returned: done, unavailable: done, timeout: done, neverMind: done }
  done: { type: final, outcome: done }
`,
          "[done, failedToHelp]",
        ),
      ),
      { flow: "sample" },
    )

  it("[H14] the words of an entry around the hand-off take it back", () => {
    const customer = open()
    customer.say("不转了", { command: "intent", intent: "neverMind" })
    expect(customer.said()).toContain("好的，不转了。")
    expect(holderOf(customer.conversation())).toBe("bot")
    expect(customer.effects.some(({ effect }) => effect === "close-handoff")).toBe(true)
  })

  it("[H14] whatever else is written is answered once and moves nothing", () => {
    const customer = open()
    customer.say("人呢", { command: "unknown" })
    expect(customer.said()).toEqual([expect.stringContaining("还在接入")])
    customer.say("取消", { command: "cancel" })
    expect(customer.said()).toEqual([])
    expect(holderOf(customer.conversation())).toBe("queue")
  })
})

describe("while a person holds", () => {
  it("[H4] what the customer says is kept and makes no command", () => {
    const customer = accepted()
    customer.say("500", { command: "set-slot", slot: "amount", value: 500 }, { command: "cancel" })
    expect(customer.slot("amount")).toBeUndefined()
    expect(customer.said()).toEqual([])
    expect(customer.of("command")).toEqual([])
    expect(customer.of("customer.said")).toHaveLength(1)
  })

  it("[H4] what the customer uploads still fills", () => {
    const text = fields("returns: [agreed, refused]\n    fills: [papers]").replace(
      "  note:",
      "  papers: { type: documents, title: 材料, ask: 请上传。 }\n  note:",
    )
    const set = flowSet({ ...flow("sample", text, outcomes), "services.yaml": services })
    const customer = talk(set, { flow: "sample" })
    customer.agent({ act: "accept" })
    customer.upload({ id: "D1", name: "a.jpg", mediaType: "image/jpeg", size: 1 })
    expect(customer.slot("papers")?.value).toEqual([
      { id: "D1", name: "a.jpg", mediaType: "image/jpeg", size: 1 },
    ])
  })

  it("[H5] messages and notes are kept with who wrote them", () => {
    const customer = accepted()
    customer.agent({ act: "message", text: "您好" })
    customer.agent({ act: "note", text: "客户着急" })
    expect(customer.of("agent.said").map(({ open, personal }) => [open, personal.text])).toEqual([
      [{ agent: "A1" }, "您好"],
      [{ agent: "A1", note: true }, "客户着急"],
    ])
  })

  it("[H5] a wording that an agent sends counts as shown, never as accepted", () => {
    const customer = accepted()
    customer.agent({ act: "wording", wording: "notice" })
    expect(customer.said()).toEqual(["notice\n请知悉。"])
    const [key, entry] = Object.entries(customer.conversation().shown)[0] ?? []
    expect(key).toMatch(/^notice@1#/)
    expect(entry).toBe(customer.last().at(-1)?.index)
    customer.say("同意", { command: "affirm" })
    expect(customer.evidence()).toEqual([])
    customer.agent({ act: "wording", wording: "none" })
    expect(problems(customer)).toContain("no-wording-in-force")
  })

  it.each([
    { act: "message", text: "您好" },
    { act: "transfer", queue: "night" },
    { act: "return", outcome: "returned" },
    { act: "resolve" },
  ] as const)("[H6] nobody acts before accepting: %j", (act) => {
    const customer = open()
    customer.agent(act)
    expect(problems(customer)).toEqual(["handoff-not-accepted"])
    expect(customer.handoff()?.status).toBe("queued")
  })

  it("[H6] only who accepted acts, and nobody accepts a second time", () => {
    const customer = accepted()
    customer.agent({ act: "accept" }, "A2")
    customer.agent({ act: "return", outcome: "returned" }, "A2")
    expect(problems(customer)).toEqual(["handoff-of-another", "handoff-of-another"])
    customer.agent({ act: "accept" })
    expect(customer.of("handoff.accepted")).toHaveLength(1)
    expect(customer.handoff()?.agent?.id).toBe("A1")
  })

  it("[H7] a transfer puts the customer into the other queue, with its patience", () => {
    const customer = accepted()
    customer.agent({ act: "transfer", queue: "desk" })
    expect(customer.handoff()).toMatchObject({ queue: "desk", status: "queued" })
    expect(customer.handoff()?.agent).toBeUndefined()
    expect([...customer.timers.values()]).toEqual(["2026-03-02T10:02:00+08:00"])
    const queued = customer.effects.filter(({ effect }) => effect === "queue-handoff")
    expect(queued.at(-1)).toMatchObject({ queue: "desk", reason: "desk", due: "2026-03-02T10:02:00+08:00" })
    customer.agent({ act: "accept" }, "A2")
    customer.agent({ act: "return", outcome: "refused" }, "A2")
    expect(customer.outcomes()).toContain("sample kept")
  })

  it.each([
    ["nowhere", "queue-unknown", "2026-03-02T10:00:00+08:00"],
    ["general", "queue-closed", "2026-03-02T19:00:00+08:00"],
  ])("[H7] a transfer to %s is refused with %s, and the agent keeps the customer", (queue, code, now) => {
    const customer = accepted()
    customer.setNow(now)
    customer.agent({ act: "transfer", queue })
    expect(problems(customer)).toEqual([code])
    expect(customer.handoff()?.status).toBe("accepted")
  })
})

describe("giving back", () => {
  it.each([
    ["returned", "sample/submit"],
    ["agreed", "sample/submit"],
  ])("[H8] %s is an exit of this very state", (outcome, at) => {
    const customer = accepted()
    customer.agent({ act: "return", outcome, note: "好" })
    expect(customer.at()).toBe(at)
    expect(customer.of("handoff.returned")[0]).toMatchObject({ open: { outcome }, personal: { note: "好" } })
    expect(customer.effects.some(({ effect }) => effect === "close-handoff")).toBe(true)
    expect(holderOf(customer.conversation())).toBe("bot")
  })

  it.each(["done", "timeout", "unavailable", "nothing"])("[H8] %s may not be returned", (outcome) => {
    const customer = accepted()
    customer.agent({ act: "return", outcome })
    expect(problems(customer)).toEqual(["outcome-not-offered"])
    expect(customer.handoff()?.status).toBe("accepted")
  })

  it.each([
    ["a slot that it does not fill", { other: 5 }],
    ["a value of another type", { amount: "五百" }],
    ["a value that is not valid", { amount: -5 }],
  ])("[H9] refuses the whole return for %s, and does not trouble the customer with it", (_, slots) => {
    const customer = accepted()
    customer.agent({ act: "return", outcome: "agreed", slots: { note: "好", ...slots } })
    expect(problems(customer)).toEqual(["slot-refused"])
    expect(customer.said()).toEqual([])
    expect(customer.slot("note")).toBeUndefined()
    expect(customer.handoff()?.status).toBe("accepted")
  })

  it("[H10] what the agent filled is read back before a write, and written after a yes", () => {
    const customer = accepted()
    customer.agent({ act: "return", outcome: "agreed", slots: { amount: 500, note: "急" } })
    expect(customer.slot("amount")?.from?.by).toBe("agent")
    expect(customer.said()).toEqual(["请您核对以下信息：\n金额 500.00元\n备注 急"])
    expect(customer.calls).toEqual([])
    customer.choose("yes")
    expect(customer.calls[0]?.input).toEqual({ amount: 500, note: "急" })
  })

  it("[H10] is asked for once, however often the conversation moves", () => {
    const customer = accepted()
    customer.agent({ act: "return", outcome: "agreed", slots: { amount: 500 } })
    customer.event("nothing.known")
    expect(customer.said()).toEqual([])
  })

  it("[H10] what the customer takes back is asked of him before anything is written", () => {
    const customer = accepted()
    customer.agent({ act: "return", outcome: "agreed", slots: { amount: 500, note: "急" } })
    customer.choose("change:amount")
    expect(customer.said()).toEqual(["多少？"])
    customer.say("天气真好", { command: "chitchat", topic: "weather" })
    expect(customer.calls).toEqual([])
    customer.tell("amount", 600)
    expect(customer.said()).toEqual(["请您核对以下信息：\n备注 急"])
    customer.choose("yes")
    expect(customer.calls[0]?.input).toEqual({ amount: 600, note: "急" })
  })

  it.each([
    ["resolvedByPerson", "[resolvedByPerson]"],
    ["returned", "[other]"],
  ])("[H11] resolving leaves by %s where it returns %s", (outcome, returns) => {
    const others = returns.slice(1, -1)
    const text = `
start: desk
states:
  desk:
    type: handoff
    queue: general
    returns: ${returns}
    to: { returned: ${outcome === "returned" ? "kept" : "done"}, ${others}: ${outcome === "returned" ? "done" : "kept"} }
  done: { type: final, outcome: done }
  kept: { type: final, outcome: kept }
`
    const customer = talk(flowSet(flow("sample", text)), { flow: "sample" })
    customer.agent({ act: "accept" })
    customer.agent({ act: "resolve", note: "办好了" })
    expect(customer.of("handoff.resolved")[0]).toMatchObject({
      open: { outcome },
      personal: { note: "办好了" },
    })
    expect(customer.outcomes()).toContain("sample kept")
  })

  it("[H12] nothing that an outside event starts speaks while a person holds", () => {
    const reminder = flow(
      "reminder",
      `triggers: { events: [premium.due] }\nstart: say\nstates:\n  say: { type: message, say: 该交费了。, to: done }\n  done: { type: final, outcome: done }`,
      "[done]",
    )
    const settings = { "flowset.yaml": eventful }
    const set = flowSet({
      ...flow("sample", fields("returns: [agreed, refused]"), outcomes),
      ...reminder,
      ...settings,
      "services.yaml": services,
    })
    const customer = talk(set, { flow: "sample" })
    customer.agent({ act: "accept" })
    customer.event("premium.due")
    expect(customer.said()).toEqual([])
    expect(holderOf(customer.conversation())).toBe("agent")
    customer.agent({ act: "return", outcome: "refused" })
    expect(customer.said()).toContain("该交费了。")
  })
})

describe("reminders", () => {
  it("[H12] what a timer has to say waits for the person to give back", () => {
    const text = fields("returns: [agreed, refused]").replace(
      "start: desk",
      "on: { remind: { after: PT30M, say: 请记得上传。 } }\nstart: desk",
    )
    const set = flowSet({ ...flow("sample", text, outcomes), "services.yaml": services })
    const customer = talk(set, { flow: "sample" })
    customer.agent({ act: "accept" })
    customer.wait("2026-03-02T10:30:00+08:00")
    expect(customer.of("timer.fired")).toHaveLength(1)
    expect(customer.said()).toEqual([])
    customer.agent({ act: "return", outcome: "agreed" })
    expect(customer.said()).toEqual(["请记得上传。"])
  })
})

const eventful = `
format: 1
name: 示例
locales: [zh]
currency: CNY
timeZone: Asia/Shanghai
calendar: { workdays: [1, 2, 3, 4, 5], hours: ["09:00-18:00"] }
parameters: {}
queues: { general: { title: 人工, sla: PT60S } }
defaults:
  to: { failed: ended, timeout: ended, unavailable: ended }
  states: { ended: { type: final, outcome: failedToHelp } }
events: { premium.due: { type: object } }
`
