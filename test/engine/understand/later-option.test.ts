import { describe, expect, it } from "vitest"
import type { UnderstandContext } from "../../../engine/types.ts"
import { createUnderstanding } from "../../../engine/understand/index.ts"
import { asking, brief, slots } from "./sample-context.ts"
import { sampleSource } from "./sample-source.ts"

const account = { type: "choice", names: ["退款账户"], options: [], later: true } as const

/** The surrender whose accounts are read only later. */
const understanding = createUnderstanding({
  ...sampleSource,
  flows: sampleSource.flows.map((flow) =>
    flow.flow === "surrender" ? { ...flow, slots: { zh: { account }, en: { account } } } : flow,
  ),
})
const opening: UnderstandContext = {
  locale: "zh",
  now: "2026-03-02T10:00:00+08:00",
  slots: {},
  filled: {},
  intents: [],
}
const read = (text: string, context = opening) =>
  understanding.understand(context, text).map((command) => {
    return command.command === "name-option" ? `name-option ${command.text}` : brief(command)
  })

describe("words that point at an option not known yet", () => {
  it.each([
    ["我要退保，退到6621那张卡", "退到6621那张卡"],
    ["我要退保，钱打到我的工行卡", "钱打到我的工行卡"],
    ["我要退保，退到8120的卡，不对，是6621", "退到8120的卡，不对，是6621"],
    ["我要退保，不要退到8120的卡，退到6621的卡", "退到6621的卡"],
    ["surrender my policy, pay it to the card ending 6621", "pay it to the card ending 6621"],
    ["surrender my policy, put it into my icbc account", "put it into my icbc account"],
  ])("[S22] are kept beside what begins: %s", (text, named) => {
    expect(read(text)).toEqual(["start-flow surrender", `name-option ${named}`])
  })

  it.each([
    "我要退保，尾号6621的卡丢了",
    "我要退保，能退到6621那张卡吗",
    "surrender my policy, the card ending 6621 was closed",
    "我要退保",
  ])("[S22] are none where nothing is pointed at, or only asked about or of no use: %s", (text) => {
    expect(read(text).filter((one) => one.startsWith("name-option"))).toEqual([])
  })

  it("[S22] are none where the options are known, and answer no other question", () => {
    const known = asking("policyNo")
    const later = { ...known, slots: { ...slots, account } }
    expect(read("退到6621那张卡", later)).toEqual(["name-option 退到6621那张卡"])
    expect(read("退到6621那张卡", known)).not.toContain("name-option 退到6621那张卡")
  })
})
