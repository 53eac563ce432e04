import { describe, expect, it } from "vitest"
import { asking, confirming, opening, read, understanding } from "./sample-context.ts"

describe("understand: spans", () => {
  it.each([
    ["policyNo", "Ｐ２０２３０００１２３４,退保能退多少?", ["Ｐ２０２３０００１２３４", "退保能退多少?"]],
    ["policyNo", "保單號是P20230001234", ["P20230001234"]],
    ["amount", "大概5000元吧", ["5000元"]],
    ["policyNo", "你好, 我要转人工, 谢谢", ["转人工"]],
  ])("[U6] gives the words as they were said: %s, %s", (slot, text, expected) => {
    const commands = understanding.understand(asking(slot), text)
    expect(commands.map((command) => command.text)).toEqual(expected)
    for (const { start = 0, end = 0, text: said } of commands) expect(text.slice(start, end)).toBe(said)
  })

  it("[U6] stays within the text and within bounds for whatever is said", () => {
    const texts = [
      "好的".repeat(1500),
      "不是".repeat(1200),
      "1".repeat(3000),
      "not ".repeat(700),
      "😀👌🏽",
      "，。！",
      "\u0000 x",
    ]
    for (const text of texts) {
      for (const context of [opening, asking("amount"), confirming("account", { account: "A8120" })]) {
        const commands = understanding.understand(context, text)
        expect(commands.length).toBeGreaterThan(0)
        for (const { start = 0, end = 0, confidence } of commands) {
          expect(start).toBeLessThanOrEqual(end)
          expect(end).toBeLessThanOrEqual(Math.min(text.length, 2000))
          expect(confidence).toBeGreaterThanOrEqual(0)
          expect(confidence).toBeLessThanOrEqual(1)
        }
      }
    }
  })

  it("[U6] survives JSON", () => {
    const commands = understanding.understand(asking("policyNo"), "P20230001234, 退保能退多少?")
    expect(JSON.parse(JSON.stringify(commands))).toEqual(commands)
  })
})

describe("understand: negation", () => {
  it.each([
    ["不用转人工", "human"],
    ["不需要人工客服, 我自己来", "human"],
    ["I don't need an agent", "human"],
    ["我不是要投诉", "complain"],
    ["没说要投诉你们", "complain"],
    ["I'm not going to complain", "complain"],
    ["我没有不想活", "end"],
  ])("[U7] hears no in %s", (text, command) => {
    expect(read(asking("policyNo"), text)).not.toContain(command)
  })

  it.each(["我不是要退保", "我没说要退保", "先不办理退保", "I don't want to surrender"])(
    "[U7] starts no flow for %s",
    (text) => {
      expect(read(opening, text).filter((one) => one.startsWith("start-flow"))).toEqual([])
    },
  )

  it.each([
    ["能不能转人工", "human"],
    ["要不要我去投诉你们", "complain"],
    ["是不是可以转人工", "human"],
    ["不要机器人, 我要人工", "human"],
  ])("[U7] hears no no in %s", (text, command) => {
    expect(read(asking("policyNo"), text)).toContain(command)
  })
})
