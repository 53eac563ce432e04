import { describe, expect, it } from "vitest"
import { surnameOf } from "../../../../designer/chat/transcript/agentName.ts"
import { timeLabel } from "../../../../designer/chat/transcript/timeLabel.ts"
import { toItems } from "../../../../designer/chat/transcript/toItems.ts"
import { agent, bot, customer, handoff } from "../entries.ts"

const kindsOf = (items: ReturnType<typeof toItems>) =>
  items.map((item) => (item.is === "holder" ? `holder ${item.holder}` : item.is))

describe("toItems", () => {
  it("opens a group with the first of several by one speaker", () => {
    const items = toItems([bot(1), bot(2), customer(3), bot(4)], "bot")
    expect(items.flatMap((item) => ("opens" in item ? item.opens : []))).toEqual([true, false, true, true])
  })

  it("shows the time at the beginning and after five quiet minutes", () => {
    const items = toItems([bot(1, 0), customer(2, 4), bot(3, 10)], "bot")
    expect(kindsOf(items)).toEqual(["time", "bot", "customer", "time", "bot"])
  })

  it.each([
    [
      "accepted and returned",
      [handoff(1, "requested"), handoff(2, "accepted"), agent(3), handoff(4, "returned")],
      ["holder queue", "holder agent", "agent", "holder bot"],
    ],
    [
      "nobody there",
      [handoff(1, "requested"), handoff(2, "unavailable"), bot(3)],
      ["holder queue", "holder bot", "bot"],
    ],
    [
      "passed on",
      [agent(1), handoff(2, "transferred"), agent(3)],
      ["holder agent", "agent", "holder queue", "holder agent", "agent"],
    ],
    [
      "bubbles of ours while an agent holds",
      [agent(1), bot(2), agent(3)],
      ["holder agent", "agent", "bot", "agent"],
    ],
  ] as const)("draws one line at each change of holder: %s", (_name, entries, kinds) => {
    const last = kinds.findLast((kind) => kind.startsWith("holder"))
    const holder = last === "holder agent" ? "agent" : "bot"
    expect(kindsOf(toItems(entries, holder)).filter((kind) => kind !== "time")).toEqual(kinds)
  })

  it("draws a line for a holder that no entry told", () => {
    expect(kindsOf(toItems([bot(1)], "queue")).at(-1)).toBe("holder queue")
  })
})

describe("surnameOf", () => {
  it.each([
    ["王敏", "王"],
    ["欧阳静", "欧阳"],
    ["Min Wang", "Wang"],
    ["Wang", "Wang"],
  ])("%s → %s", (name, surname) => {
    expect(surnameOf(name)).toBe(surname)
  })
})

describe("timeLabel", () => {
  it("leaves out the date of today, and names the weekday of another", () => {
    const now = new Date(2026, 2, 2, 10, 0)
    expect(timeLabel(new Date(2026, 2, 2, 9, 5).toISOString(), { now }, "zh")).toBe("09:05")
    expect(timeLabel(new Date(2026, 2, 1, 9, 5).toISOString(), { now }, "zh")).toMatch(/3月1日.*周日.*09:05/)
    expect(timeLabel(new Date(2025, 2, 1, 9, 5).toISOString(), { now }, "zh")).toMatch(/2025年3月1日.*09:05/)
    expect(timeLabel(new Date(2026, 2, 1, 9, 5).toISOString(), { now }, "en")).toMatch(/Sun.*1 March.*09:05/)
  })

  it("says it as it is where the reader reckons, whatever the browser's own zone", () => {
    const shanghai = { now: new Date("2026-03-02T01:00:00Z"), timeZone: "Asia/Shanghai" }
    expect(timeLabel("2026-03-01T16:05:00Z", shanghai, "zh")).toBe("00:05")
    expect(timeLabel("2026-03-01T15:05:00Z", shanghai, "zh")).toMatch(/3月1日.*23:05/)
  })
})
