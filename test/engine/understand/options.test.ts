import { describe, expect, it } from "vitest"
import type { SlotView, UnderstandContext } from "../../../engine/types.ts"
import { asking, read, rows, slots, within } from "./sample-context.ts"

const more: Readonly<Record<string, SlotView>> = {
  ...slots,
  next: {
    type: "choice",
    names: ["下一步"],
    options: [
      { key: "person", label: "请人工看看", says: ["好的", "可以", "需要", "转人工", "找人跟进"] },
      { key: "enough", label: "不用看了", says: ["不用", "知道了", "没事"] },
    ],
  },
  offer: {
    type: "choice",
    names: ["what next"],
    options: [
      { key: "later", label: "Pay later", says: ["not now"] },
      { key: "nothing", label: "Nothing else, thanks" },
    ],
  },
  faceDone: {
    type: "choice",
    names: ["人脸核验"],
    options: [{ key: "done", label: "已完成核验", says: ["好了", "完成了", "弄好了"] }],
  },
  concerns: {
    type: "choice",
    names: ["关于谁"],
    options: [
      { key: "parent", label: "父亲或母亲", says: ["我妈", "母亲"] },
      { key: "child", label: "我的孩子", says: ["孩子"] },
    ],
  },
  account: {
    type: "choice",
    names: ["退款账户"],
    options: [
      { key: "A8120", label: "建设银行（尾号8120）", says: ["8120", "建设银行"] },
      { key: "A6621", label: "招商银行（尾号6621）", says: ["6621", "招商银行"] },
    ],
  },
}
const withAll = (context: UnderstandContext): UnderstandContext => ({ ...context, slots: more })

describe("understand: options of choices", () => {
  it.each(
    rows([
      [withAll(asking("policyNo")), "转人工", ["human"]],
      [withAll(asking("policyNo")), "找人跟进", ["human"]],
      [withAll(asking("policyNo")), "完成了", ["chitchat acknowledgement"]],
      [withAll(asking("policyNo")), "弄好了", ["chitchat acknowledgement"]],
      [withAll(asking("policyNo")), "好的", ["chitchat acknowledgement"]],
      [
        withAll(asking("policyNo")),
        "孩子的保单是P20230001234",
        ["set-slot policyNo=P20230001234", "set-slot concerns=child"],
      ],
      [withAll(asking("policyNo")), "不用", ["unknown"]],
      [withAll(asking("policyNo")), "收益太低了", ["set-slot reason=returns"]],
      [withAll(asking("next")), "转人工", ["set-slot next=person"]],
      [withAll(asking("next")), "可以", ["set-slot next=person"]],
      [withAll(asking("next")), "不用转人工", ["set-slot next=enough (answer)"]],
      [withAll(asking("next")), "知道了", ["set-slot next=enough"]],
      [withAll(asking("next")), "知道了。", ["set-slot next=enough"]],
      [withAll(asking("next")), "嗯，知道了", ["set-slot next=enough"]],
      [withAll(asking("next")), "好的，收到", ["chitchat acknowledgement"]],
      [withAll(asking("reason")), "没理由", ["skip"]],
      [withAll(asking("next")), "我要投诉", ["complain"]],
      [withAll(asking("offer")), "nope", ["set-slot offer=nothing (answer)"]],
      [withAll(asking("offer")), "no thank you", ["set-slot offer=nothing (answer)"]],
      [withAll(asking("account")), "nope", ["end"]],
      [withAll(asking("account")), "招行那张", ["set-slot account=A6621 (answer)"]],
      [withAll(asking("account")), "尾号6621", ["set-slot account=A6621 (answer)"]],
      [withAll(asking("account")), "the second one", ["set-slot account=A6621 (answer)"]],
      [withAll(asking("reason")), "收益实在太低啦", ["set-slot reason=returns (answer)?"]],
      [withAll(within()), "收益太低会怎么样", ["unknown"]],
    ]),
  )("[U2] reads $text", ({ context, text, expected }) => {
    expect(read(context, text)).toEqual(expected)
  })

  it.each([
    ["next", "找个真人跟我说", ["set-slot next=person (answer)"]],
    ["next", "那个，帮我转人工吧", ["set-slot next=person"]],
    ["account", "找个真人跟我说", ["human"]],
    ["policyNo", "找个真人跟我说", ["human"]],
  ])("[U12] takes a wish for a person while %s is asked as %s: %s", (slot, text, expected) => {
    expect(read(withAll(asking(slot)), text)).toEqual(expected)
  })

  it("[U3] chooses between options of what is asked, though a field of a record could be such a number", () => {
    const stays = {
      type: "list",
      names: ["就诊记录"],
      of: { cost: { type: "money", names: ["费用"] } },
    }
    const context = {
      ...asking("account", { stays: [{ cost: 3600 }] }),
      slots: { ...more, stays },
    }
    expect(read(context, "不是尾号8120，是尾号6621")).toEqual(["set-slot account=A6621"])
  })

  it("[U12] leaves open who is meant where two kinds of people are offered", () => {
    const both = {
      type: "choice",
      names: ["怎么办"],
      options: [
        { key: "now", label: "现在转人工" },
        { key: "call", label: "请人工客服回电" },
      ],
    }
    expect(read({ ...asking("both"), slots: { ...more, both } }, "找个真人跟我说")).toEqual(["human"])
  })

  it("[U3] corrects the number that was told, not a choice of a finished flow that lists it", () => {
    const policy = {
      type: "choice",
      names: ["保单", "policy"],
      options: [{ key: "P20230001235", label: "康悦 P20230001235" }],
      elsewhere: true,
    }
    const context = { ...within({ policyNo: "P20230001234" }), slots: { ...slots, policy } }
    expect(read(context, "sorry, I mean policy P20230001235")).toEqual(["correct-slot policyNo=P20230001235"])
    expect(read(context, "不对，保单是P20230001235")).toEqual(["correct-slot policyNo=P20230001235"])
  })

  it("[U2] means a flow's own option before one of its sub-flows that sounds alike", () => {
    const wish = {
      type: "choice",
      names: ["想办的事"],
      options: [{ key: "cannotPay", label: "交费有困难", says: ["交不起保费了"] }],
    }
    const why = { type: "choice", names: ["原因"], options: [{ key: "money", label: "交不起保费了" }] }
    const told = (ofSubflow: boolean) =>
      read({ ...within(), slots: { wish, why: { ...why, ofSubflow } } }, "说实话我交不起保费了")
    expect(told(true)).toEqual(["set-slot wish=cannotPay"])
    expect(told(false)).not.toContain("set-slot wish=cannotPay")
  })

  it("[U2] knows an option by its name with thanks beside, and by half of it", () => {
    const options = [
      { key: "A", label: "安心医疗保险（一年期）（P20250011003）", says: ["安心医疗保险（一年期）"] },
      { key: "B", label: "康悦重大疾病保险（P20210001003）", says: ["康悦重大疾病保险"] },
    ]
    const context = { ...asking("pick"), slots: { pick: { type: "choice", names: ["保单"], options } } }
    expect(read(context, "安心医疗保险（一年期），辛苦了")).toEqual(["set-slot pick=A"])
    expect(read(context, "安心医疗")).toEqual(["set-slot pick=A (answer)?"])
  })

  it.each([
    ["尾号8120的卡是什么意思", "zh"],
    ["what is 8120", "en"],
    ["whats the 8120 thing", "en"],
  ])("[U2] chooses no option that is only to be explained: %s", (text, locale) => {
    expect(read({ ...asking("account"), locale }, text)).not.toContainEqual(expect.stringContaining("A8120"))
  })

  it("[U2] takes a name that is introduced", () => {
    expect(read(asking("policyNo"), "我叫张伟，保单P20230001234")).toEqual([
      "set-slot policyNo=P20230001234",
      "set-slot holder=张伟",
    ])
  })

  it("[U3] starts nothing by a name beside words of correction", () => {
    expect(read(asking("amount", { phone: "13900000000" }), "不对，电话是13812345678")).toEqual([
      "correct-slot phone=13812345678",
    ])
  })
})
