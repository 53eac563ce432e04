import { describe, expect, it } from "vitest"
import { leadOf } from "../../../../designer/chat/transcript/leadOf.ts"

describe("leadOf", () => {
  it.each([
    ["您今天退保可以拿回9,600.00元。", { label: "您今天退保可以拿回", value: "9,600.00元" }],
    ["本合同有效，现金价值为1.2万元，明天会变。", { label: "现金价值为", value: "1.2万元" }],
    [
      "On surrender today you receive CNY 9,600.00.",
      { label: "On surrender today you receive", value: "CNY 9,600.00" },
    ],
    ["应退：\u00a5 88.50", { label: "应退", value: "\u00a5 88.50" }],
    [
      "For 1,200 days you are paid CNY 100, at once.",
      { label: "For 1,200 days you are paid", value: "CNY 100" },
    ],
    ["18:00前可得1.5亿元。", { label: "18:00前可得", value: "1.5亿元" }],
    ["300元以内免费", null],
    ["请如实告知。", null],
  ])("takes the first amount with the words of its clause: %s", (text, figure) => {
    expect(leadOf(text).figure).toEqual(figure)
  })

  it("takes the first sentence of up to three paragraphs, without headings, numbers and the figure's own", () => {
    const text =
      "须知：\n可得100元。\n1. 甲句。甲又一句。\n二、乙句。\n（3）丙句，没有完。又一句。\n4. 丁句。"
    expect(leadOf(text).lines).toEqual(["甲句。", "乙句。", "丙句，没有完。"])
  })

  it("prefers the sentence of a paragraph that holds an amount", () => {
    const text =
      "1. 您申请退保。您可得100元，已交300元。\n2. 当日有效。\n3. 合同终止。\n4. 可以撤回。\n5. 自行决定。"
    expect(leadOf(text).lines).toEqual(["您可得100元，已交300元。", "当日有效。", "合同终止。"])
  })

  it("takes sentences where there are no lines, and nothing of a short text", () => {
    expect(leadOf("甲。乙。丙。丁。戊。").lines).toEqual(["甲。", "乙。", "丙。"])
    expect(leadOf("One. Two. Three. Four. Five.").lines).toEqual(["One.", "Two.", "Three."])
    expect(leadOf("甲。乙。丙。").lines).toEqual([])
    expect(leadOf("").lines).toEqual([])
  })

  it.each([
    ["1. 您可以说「不同意。」然后离开。又一句。", "您可以说「不同意。」"],
    ["1. See e.g. Art. 47 of the law. More.", "See e.g. Art. 47 of the law."],
    ["1. You owe 3.5 % by 2 March 2026. More.", "You owe 3.5 % by 2 March 2026."],
    ["1. 见https://a.example/x?y=1。又一句。", "见https://a.example/x?y=1。"],
    ["1. 真的吗？！是的。", "真的吗？！"],
  ])("never ends a line within a sentence or a number: %s", (paragraph, line) => {
    expect(leadOf([paragraph, "乙。", "丙。", "丁。", "戊。"].join("\n")).lines[0]).toBe(line)
  })

  it("shows only what stands in the text, word for word", () => {
    const text = "您可得9,600.00元，已交20,000.00元。\n二、按3.5%计息。\n三、第47条。\n四、完。\n五、完。"
    for (const line of leadOf(text).lines) expect(text).toContain(line)
  })
})
