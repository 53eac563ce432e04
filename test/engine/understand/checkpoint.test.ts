import { describe, expect, it } from "vitest"
import { gate, read, understanding } from "./sample-context.ts"

describe("understand: checkpoint", () => {
  it.each(["同意", " 同意。", "我已知晓,并同意！", "我已知晓并同意", "i AGREE."])(
    "[U4] accepts %s",
    (text) => {
      expect(understanding.understand(gate, text)).toMatchObject([
        { command: "affirm", certain: true, confidence: 1 },
      ])
    },
  )

  it.each(["嗯", "好的", "行吧", "OK", "yes", "可以", "好的,谢谢", "我同意", "同意吧", "好吧，同意", "是的"])(
    "[U4] takes %s for a soft yes only",
    (text) => {
      expect(read(gate, text)).toEqual(["affirm?"])
    },
  )

  it.each([
    "不同意",
    "暂不同意",
    "不",
    "先不办了",
    "拒绝",
    "我不接受",
    "I do not agree",
    "no thanks",
    "不同意, 太亏了",
  ])("[U4] takes %s for a refusal", (text) => {
    expect(read(gate, text)).toEqual(["deny"])
  })

  it("[U4] takes a refusal of the wording's own for one, also where the words would start something else", () => {
    const own = {
      kind: "checkpoint",
      accept: ["同意"],
      decline: ["我要退保"],
      wording: "renewal-terms",
    } as const
    expect(read({ ...gate, asking: own }, "我要退保。")).toEqual(["deny"])
    expect(read({ ...gate, asking: own }, "我要退保，怎么退")).not.toEqual(["deny"])
  })

  it.each([
    ["不，6621", ["correct-slot account=A6621"]],
    ["6621 i said!!", ["correct-slot account=A6621"]],
    ["no wait, 6621. 退保多久到账?", ["correct-slot account=A6621", "ask-knowledge surrender-time"]],
    ["不", ["deny"]],
    ["8120", ["unknown"]],
  ])("[U4] reads %s beside an account that is read back", (text, expected) => {
    const account = {
      type: "choice",
      names: ["退款账户"],
      options: [
        { key: "A8120", label: "建设银行（尾号8120）", says: ["8120"] },
        { key: "A6621", label: "招商银行（尾号6621）", says: ["6621"] },
      ],
    }
    const asking = { kind: "checkpoint", accept: ["确认办理"], wording: "x", slots: ["account"] } as const
    expect(read({ ...gate, slots: { account }, filled: { account: "A8120" }, asking }, text)).toEqual(
      expected,
    )
  })

  it.each([
    ["同意, 但是我有个条件", ["unknown"]],
    ["同意, 但是退保多久到账?", ["ask-knowledge surrender-time"]],
    ["不同意的话会怎么样", ["unknown"]],
    ["可以吗", ["unknown"]],
    ["是不是同意了就不能反悔", ["unknown"]],
    ["我先同意他们的说法再看看", ["unknown"]],
  ])("[U4] takes %s for no answer", (text, expected) => {
    expect(read(gate, text)).toEqual(expected)
  })
})
