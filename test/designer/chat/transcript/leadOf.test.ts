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
})
