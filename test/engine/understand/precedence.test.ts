import { describe, expect, it } from "vitest"
import type { UnderstandContext } from "../../../engine/types.ts"
import { asking, confirming, opening, read, rows, within } from "./sample-context.ts"

const choice: UnderstandContext = {
  ...within(),
  asking: {
    kind: "choice",
    options: [
      { key: "claim", label: "理赔报案" },
      { key: "pay", label: "续期交费", says: ["交钱"] },
      { key: "leave", label: "退保" },
    ],
  },
}

const needToTell = { intent: "needToTell", says: ["不说行不行", "这个要告知吗"] }

describe("understand: precedence", () => {
  it.each(
    rows([
      [
        asking("policyNo"),
        "P20230001234, 退保能退多少?",
        ["set-slot policyNo=P20230001234", "ask-knowledge surrender-amount"],
      ],
      [
        asking("policyNo"),
        "P20230001234 and how long does a claim take?",
        ["set-slot policyNo=P20230001234", "ask-knowledge claim-time"],
      ],
      [opening, "昨天骑车摔了,想报个案", ["start-flow claims", "set-slot claims/happenedOn=2026-03-01"]],
      [opening, "我刚出院,想报个案", ["start-flow claims"]],
      [opening, "昨天出院,想报个案", ["start-flow claims"]],
      [opening, "是不是只有昨天摔的才能报案?", ["start-flow claims?"]],
      [asking("policyNo"), "我不想活了, 转人工", ["crisis selfHarm"]],
      [asking("policyNo"), "I want to kill myself", ["crisis selfHarm"]],
      [asking("policyNo"), "I want to end my life", ["crisis selfHarm"]],
      [asking("policyNo"), "着火了, 快救命", ["crisis accident"]],
      [asking("policyNo"), "算了, 转人工", ["human"]],
      [asking("policyNo"), "人工客服", ["human"]],
      [asking("policyNo"), "let me talk to a real person", ["human"]],
      [asking("policyNo"), "找你们领导", ["clarify [human? | complain?]"]],
      [asking("policyNo"), "let me speak to your manager", ["clarify [human? | complain?]"]],
      [asking("policyNo"), "叫你们经理来, 我要投诉", ["complain"]],
      [asking("policyNo"), "我要投诉你们", ["complain"]],
      [opening, "hello, zebras", ["chitchat greeting"]],
      [opening, "fine C12345", ["unknown"]],
      [asking("policyNo"), "再不处理我打12378", ["complain"]],
      [asking("policyNo"), "I will sue you", ["complain"]],
      [asking("policyNo"), "撤回授权", ["withdraw-consent"]],
      [asking("policyNo"), "I revoke my consent", ["withdraw-consent"]],
      [asking("policyNo"), "不退了", ["cancel"]],
      [asking("policyNo"), "算了不退了", ["cancel"]],
      [asking("policyNo"), "never mind", ["cancel"]],
      [asking("policyNo"), "上一步", ["go-back"]],
      [asking("policyNo"), "go back", ["go-back"]],
      [asking("policyNo"), "再说一遍", ["repeat"]],
      [asking("policyNo"), "pardon?", ["repeat"]],
      [asking("policyNo"), "等一下, 我去找保单", ["pause"]],
      [asking("policyNo"), "hold on", ["pause"]],
      [asking("reason"), "不想说", ["skip"]],
      [{ ...asking("what"), intents: [needToTell] }, "不想说", ["skip"]],
      [{ ...asking("phone"), intents: [needToTell] }, "不想说", ["skip"]],
      [{ ...asking("phone"), intents: [needToTell] }, "不说行不行", ["intent needToTell"]],
      [asking("reason"), "prefer not to say", ["skip"]],
      [asking("policyNo"), "找不到保单号", ["skip?"]],
      [within(), "没有了, 谢谢", ["end", "chitchat thanks"]],
      [within(), "bye", ["end"]],
      [asking("policyNo"), "我要理赔", ["start-flow claims"]],
      [asking("policyNo"), "现在退能拿多少", ["intent askValue"]],
      [opening, "你好", ["chitchat greeting"]],
      [opening, "thank you so much", ["chitchat thanks"]],
      [opening, "你是机器人吗", ["chitchat who"]],
      [opening, "今天天气怎么样", ["chitchat weather"]],
      [opening, "tell me a joke", ["chitchat joke"]],
      [opening, "你好, 我要退保", ["start-flow surrender"]],
      [opening, "", ["unknown"]],
      [opening, "???", ["unknown"]],
      [opening, "哇啦哇啦", ["unknown"]],
      [opening, "帮我订张机票", ["out-of-scope"]],
    ]),
  )("[U1] reads $text", ({ context, text, expected }) => {
    expect(read(context, text)).toEqual(expected)
  })

  it.each(
    rows([
      [asking("happenedOn"), "上周三", ["set-slot happenedOn=2026-02-25 (answer)"]],
      [asking("amount"), "5000", ["set-slot amount=5000 (answer)"]],
      [asking("smokes"), "有", ["set-slot smokes=true (answer)"]],
      [asking("holder"), "王小明", ["set-slot holder=王小明 (answer)"]],
      [asking("reason"), "第一个", ["set-slot reason=money (answer)"]],
      [asking("reason"), "急用钱的话多久能到账", ["ask-knowledge surrender-time"]],
      [asking("policyNo"), "P20230001234", ["set-slot policyNo=P20230001234"]],
      [confirming("account", { account: "A8120" }), "嗯嗯", ["affirm"]],
      [confirming("account", { account: "A8120" }), "应该是吧", ["affirm?"]],
      [confirming("account", { account: "A8120" }), "不", ["deny"]],
      [confirming("account", { account: "A8120" }), "nope", ["deny"]],
      [confirming("account", { account: "A8120" }), "6621", ["correct-slot account=A6621"]],
      [confirming("account", { account: "A8120" }), "8120", ["affirm"]],
      [
        confirming("account", { account: "A8120" }),
        "是的, 不过要多久到账?",
        ["affirm", "ask-knowledge surrender-time"],
      ],
      [choice, "第二个", ["choose pay"]],
      [choice, "交钱", ["choose pay"]],
      [choice, "3", ["choose leave"]],
      [choice, "都不是", ["deny"]],
    ]),
  )("[U1] takes an answer $text", ({ context, text, expected }) => {
    expect(read(context, text)).toEqual(expected)
  })

  it.each<[string, readonly string[]]>([
    ["在家里楼梯上踩空了,左腿很疼", ["set-slot what=在家里楼梯上踩空了,左腿很疼 (answer)"]],
    ["我打人工客服打了三次都没人接", ["set-slot what=我打人工客服打了三次都没人接 (answer)"]],
    ["下楼摔了一跤,电话是13812345678", ["set-slot what=下楼摔了一跤 (answer)", "set-slot phone=13812345678"]],
    ["退保能退多少", ["ask-knowledge surrender-amount"]],
    ["转人工", ["human"]],
    ["跳过", ["skip"]],
  ])("[U1] gives free text only what nothing else is certain of: %s", (text, expected) => {
    expect(read(asking("what"), text)).toEqual(expected)
  })

  it("[U1] gives the same commands for the same words", () => {
    const text = "P20230001234, 退保能退多少?"
    expect(read(asking("policyNo"), text)).toEqual(read(asking("policyNo"), text))
  })
})
