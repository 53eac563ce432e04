import { describe, expect, it } from "vitest"
import { flow, flowSet, talk } from "../talk.ts"

const services = `
core.note:
  request: { method: POST, path: /x }
  input: { type: object, properties: { day: { type: string } } }
  output: { type: object, properties: { dueOn: { type: string } } }
  effect: read
`
function release(states: string, more = "") {
  return flowSet({
    ...flow(
      "sample",
      `${more}start: wait\nstates:\n${states}\n  done: { type: final, outcome: done }`,
      "[done, failedToHelp]",
    ),
    "services.yaml": services,
  })
}
const open = (states: string, now = "2026-03-02T10:00:00+08:00", more = "") =>
  talk(release(states, more), { flow: "sample", now })
const dues = (customer: ReturnType<typeof open>) => [...customer.timers.values()]
const waiting = (until: string) => `  wait: { type: wait, until: { ${until} }, to: { timeout: done } }`
const entry = (on: string) =>
  `  wait:\n    type: collect\n    slots: [name]\n    on: { late: { ${on} } }\n    to: { filled: done, late: done }`
const asking = "slots: { name: { type: text, title: 姓名, ask: 姓名？ } }\n"

describe("timers", () => {
  it.each([
    ["an exact time", "after: PT90M", "2026-03-02T10:00:00+08:00", "2026-03-02T11:30:00+08:00"],
    ["exact days", "after: P2D", "2026-03-02T10:00:00+08:00", "2026-03-04T10:00:00+08:00"],
    [
      "working days, the first not counted",
      "after: P5D, days: working",
      "2026-03-02T10:00:00+08:00",
      "2026-03-10T00:00:00+08:00",
    ],
    [
      "working days over a holiday",
      "after: P2D, days: working",
      "2026-09-30T10:00:00+08:00",
      "2026-10-10T00:00:00+08:00",
    ],
    [
      "an extra workday",
      "after: P1D, days: working",
      "2026-09-18T10:00:00+08:00",
      "2026-09-21T00:00:00+08:00",
    ],
    [
      "legal days that end on a rest day",
      "after: P5D, days: calendar",
      "2026-03-02T10:00:00+08:00",
      "2026-03-10T00:00:00+08:00",
    ],
    ["the end of a day", "at: \"'2026-03-05'\"", "2026-03-02T10:00:00+08:00", "2026-03-06T00:00:00+08:00"],
    [
      "a moment",
      "at: \"'2026-03-05T09:00:00+08:00'\"",
      "2026-03-02T10:00:00+08:00",
      "2026-03-05T09:00:00+08:00",
    ],
  ])("[F35] fall due after %s (%s)", (_, term, now, due) => {
    expect(dues(open(waiting(term), now))).toEqual([due])
    expect(dues(open(entry(term), now, asking))).toEqual([due])
  })

  it("[F35] without a time are not set, and said to be so", () => {
    const customer = open(entry("at: data.note.dueOn"), undefined, `${asking}data: { note: core.note }\n`)
    expect(dues(customer)).toEqual([])
    expect(customer.of("problem").map(({ open }) => open.code)).toEqual(["timer-without-time"])
  })

  it("[F36] fire once for one entry into their state, and leave by their exit", () => {
    const customer = open(waiting("after: PT1H"))
    const [timer = ""] = customer.timers.keys()
    customer.wait("2026-03-02T12:00:00+08:00")
    expect(customer.outcomes()).toContain("sample done")
    customer.fire(timer)
    expect(customer.of("timer.fired").map(({ open }) => open.ignored ?? false)).toEqual([false, true])
  })

  it("[F36] fire at once when they are past due", () => {
    const customer = open(waiting("at: \"'2026-03-01'\""))
    expect(dues(customer)).toEqual(["2026-03-02T00:00:00+08:00"])
    customer.wait("2026-03-02T10:00:00+08:00")
    expect(customer.outcomes()).toContain("sample done")
  })

  it("[F36] ignore a delivery that comes before their time", () => {
    const customer = open(waiting("after: PT1H"))
    const [timer = ""] = customer.timers.keys()
    customer.fire(timer)
    expect(customer.outcomes()).not.toContain("sample done")
    customer.setNow("2026-03-02T11:00:00+08:00")
    customer.fire(timer)
    expect(customer.outcomes()).toContain("sample done")
  })

  it("[F36] are cancelled when their state is left", () => {
    const customer = open(entry("after: PT1H"), undefined, asking)
    customer.tell("name", "张三")
    expect(dues(customer)).toEqual([])
    expect(customer.of("timer.cancelled")).toHaveLength(1)
  })

  it("[F36] with a condition that does not hold pass without a move", () => {
    const customer = open(entry("after: PT1H, when: \"slots.name == 'x'\""), undefined, asking)
    customer.wait("2026-03-02T12:00:00+08:00")
    expect(customer.at()).toBe("sample/wait")
    expect(customer.of("timer.fired")).toHaveLength(1)
  })

  it("[F37] rest in the states that pause them, and are longer by the pause", () => {
    const states = `  wait:
    type: group
    start: deciding
    on: { late: { after: P10D, pausedIn: [supplement] } }
    to: { late: done, over: done }
    states:
      deciding: { type: collect, slots: [name], to: supplement }
      supplement: { type: collect, slots: [papers], to: again }
      again: { type: collect, slots: [rest], to: over }
      over: { type: final, outcome: over }`
    const slots = ["name", "papers", "rest"].map(
      (name) => `${name}: { type: text, title: ${name}, ask: ${name}？ }`,
    )
    const customer = open(states, undefined, `slots: { ${slots.join(", ")} }\n`)
    const [timer = ""] = customer.timers.keys()
    customer.tell("name", "张三")
    expect(dues(customer)).toEqual([])
    customer.setNow("2026-03-20T10:00:00+08:00")
    customer.fire(timer)
    expect(customer.at()).toBe("sample/supplement")
    customer.tell("papers", "好")
    expect(dues(customer)).toEqual(["2026-03-30T10:00:00+08:00"])
    customer.wait("2026-03-30T10:00:00+08:00")
    expect(customer.outcomes()).toContain("sample done")
  })

  it.each([
    ["says something", "after: PT12H, say: 请记得上传。", "2026-03-03T08:30:00+08:00"],
    ["only moves on", "after: PT12H", "2026-03-02T22:00:00+08:00"],
  ])("[F38] over the quiet hours a timer that %s is due at its time", (_, term, due) => {
    expect(dues(open(entry(term), undefined, asking))).toEqual([due])
  })

  it("[F38] what moves in the quiet hours is said in the morning, an answer at once", () => {
    const states = `  wait: { type: wait, until: { after: PT12H }, to: { timeout: tell } }
  tell: { type: message, say: 期限到了。, to: done }`
    const customer = open(states)
    customer.wait("2026-03-02T23:00:00+08:00")
    expect(customer.said()).toEqual([])
    customer.wait("2026-03-03T09:00:00+08:00")
    expect(customer.said()).toEqual(["期限到了。"])
    const awake = open(states)
    awake.wait("2026-03-02T23:00:00+08:00")
    awake.say("好了吗", { command: "chitchat", topic: "greeting" })
    expect(awake.said()).toContain("期限到了。")
  })
})

describe("silence", () => {
  const nudged = entry("silence: PT3M, say: 您还在吗？").replace(", late: done", "")

  it("[F39] is broken at most once for a question, and the question is put again", () => {
    const customer = open(nudged, undefined, asking)
    customer.wait("2026-03-02T10:03:00+08:00")
    expect(customer.said()).toEqual(["您还在吗？", "姓名？"])
    customer.wait("2026-03-02T11:00:00+08:00")
    expect(customer.of("timer.fired")).toHaveLength(1)
    customer.say("在", { command: "chitchat", topic: "greeting" })
    expect(customer.timers.size).toBe(1)
  })

  it("[F39] is not broken after 等一下, while a person has the customer, or in the quiet hours", () => {
    const paused = open(nudged, undefined, asking)
    paused.say("等一下", { command: "pause" })
    expect(paused.timers.size).toBe(0)
    const night = open(nudged, "2026-03-02T21:29:00+08:00", asking)
    expect(dues(night)).toEqual(["2026-03-03T08:30:00+08:00"])
  })

  it("[F39] is not broken while files are being uploaded", () => {
    const files = "slots: { name: { type: documents, title: 材料, ask: 请上传。 } }\n"
    expect(open(nudged, undefined, files).timers.size).toBe(0)
  })
})
