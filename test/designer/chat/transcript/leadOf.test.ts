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

  it("takes up to three lines from before the numbered clauses, without the figure's own", () => {
    const text = "可得100元。\n甲句。\n乙句。\n丙句。\n丁句。\n一、第一条。\n二、第二条。"
    expect(leadOf(text).lines).toEqual(["甲句。", "乙句。", "丙句。"])
    expect(leadOf("甲句。\n一、第一条。\n二、第二条。\n三、第三条。\n四、第四条。").lines).toEqual(["甲句。"])
  })

  it("takes sentences where there are no lines, and nothing of a short text", () => {
    expect(leadOf("甲。乙。丙。丁。戊。").lines).toEqual(["甲。", "乙。", "丙。"])
    expect(leadOf("One. Two. Three. Four. Five.").lines).toEqual(["One.", "Two.", "Three."])
    expect(leadOf("甲。乙。丙。").lines).toEqual([])
    expect(leadOf("").lines).toEqual([])
  })
})
