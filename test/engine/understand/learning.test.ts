import { describe, expect, it } from "vitest"
import { createClassifier, createRetriever, crisisIn, mood } from "../../../engine/understand/index.ts"

describe("createClassifier", () => {
  const classifier = createClassifier([
    { text: "I lost my card", intent: "card" },
    { text: "my card was stolen", intent: "card" },
    { text: "block the card please", intent: "card" },
    { text: "what is my balance", intent: "balance" },
    { text: "how much money do I have", intent: "balance" },
    { text: "show the account balance", intent: "balance" },
    { text: "余额还有多少", intent: "balance" },
    { text: "卡丢了", intent: "card" },
  ])

  it.each([
    ["hello, somebody stole my card", "card"],
    ["can you tell me the balence of my account", "balance"],
    ["我的卡不见了", "card"],
    ["查一下余额", "balance"],
  ])("[U8] puts %s under %s", (text, intent) => {
    const [best, next] = classifier.classify(text)
    expect(best?.intent).toBe(intent)
    expect(best?.confidence).toBeGreaterThan(next?.confidence ?? 1)
    expect(best?.confidence).toBeLessThanOrEqual(1)
  })

  it("[U8] reads a wish that is wrapped in other talk", () => {
    const wrapped = "Good evening, it has been a long day. My name is Ann. I lost my card, can you help?"
    expect(classifier.classify(wrapped)[0]?.intent).toBe("card")
  })

  it("[U8] trusts little what is like no example", () => {
    const strange = classifier.classify("will it rain in Boston tomorrow")[0]
    expect(strange?.confidence ?? 0).toBeLessThan(classifier.classify("I lost a card")[0]?.confidence ?? 0)
  })

  it("[U8] learns the same from the same examples", () => {
    const examples = [
      { text: "block the card", intent: "card" },
      { text: "show the balance", intent: "balance" },
    ]
    expect(createClassifier(examples).classify("the card")).toEqual(
      createClassifier(examples).classify("the card"),
    )
  })

  it("[U8] has nothing to say without examples", () => {
    expect(createClassifier([]).classify("hello")).toEqual([])
  })
})

describe("createRetriever", () => {
  const retriever = createRetriever([
    { id: "grace", text: "自宽限期届满之日起六十日内,您应当支付保险费。" },
    { id: "loan", text: "您可以申请保单贷款,贷款金额不超过现金价值的百分之八十。" },
    { id: "notice", text: "Please notify us of the accident within ten days." },
  ])

  it.each([
    ["保单能贷款多少", "loan"],
    ["宽限期是几天", "grace"],
    ["when must I notify an accident", "notice"],
  ])("[U9] finds for %s the document %s", (question, id) => {
    const [best] = retriever.retrieve(question)
    expect(best?.id).toBe(id)
    expect(best?.score).toBeGreaterThan(0)
    expect(best?.score).toBeLessThanOrEqual(1)
  })

  it("[U9] finds nothing where no word is shared", () => {
    expect(retriever.retrieve("xyz")).toEqual([])
  })
})

describe("mood", () => {
  it.each([
    ["我要退保", "calm"],
    ["你们太慢了,等了这么久还没处理", "upset"],
    ["this is ridiculous", "upset"],
    ["我爸昨天去世了", "distressed"],
    ["我上次报的理赔怎么还没信儿啊，急得我睡不着觉", "distressed"],
    ["my mother passed away and your service is terrible", "distressed"],
    ["退保退保退保", "upset"],
    ["快点 快点 快点", "upset"],
    ["refund, refund, refund", "upset"],
    ["哈哈哈哈哈哈", "calm"],
    ["好的好的好的", "calm"],
  ])("[U1] hears in %s somebody %s", (text, expected) => {
    const heard = mood(text)
    expect(heard.mood).toBe(expected)
    expect(heard.because.every((words) => text.includes(words))).toBe(true)
    expect(heard.because.length > 0).toBe(expected !== "calm")
  })

  it.each([
    ["我的钱什么时候到账", "我的钱什么时候到账？", ["我的钱什么时候到账"]],
    ["我的保单什么时候到期", "我的钱什么时候到账？", []],
    ["when will it be paid", "When will it be paid?", ["when will it be paid"]],
    ["没有", "没有", []],
    ["13812345678", "13812345678", []],
    ["thank you so much", "thank you so much", []],
  ])("[U1] hears in %s whether it was said before", (text, before, because) => {
    expect(mood(text, before).because).toEqual(because)
  })

  it.each([
    ["我不想活了", "selfHarm"],
    ["房子着火了", "accident"],
    ["he is not breathing", "accident"],
    ["自杀条款是什么", null],
    ["想死你了", null],
    ["I want to end my life", "selfHarm"],
    ["I'd like to end my insurance", null],
    ["end my life insurance please", null],
    ["保费交得想活动一下", null],
  ])("[U1] hears danger in %s: %s", (text, expected) => {
    expect(crisisIn(text)).toBe(expected)
  })
})
