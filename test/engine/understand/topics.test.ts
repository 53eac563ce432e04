import { describe, expect, it } from "vitest"
import { asking, opening, read, understanding } from "./sample-context.ts"

describe("understand: knowledge and flows", () => {
  it.each([
    ["退保的话能拿到多少钱啊", "surrender-amount"],
    ["我现在退掉保险能退几块钱", "surrender-amount"],
    ["冷静期多长", "cooling-off"],
    ["解约要准备哪些资料", "surrender-papers"],
    ["理赔要交什么资料", "claim-papers"],
    ["退保后的健康告知如何操作", "disclosure-after-surrender"],
    ["保单借款的利率是多少", "loan"],
    ["自杀能赔吗", "suicide"],
    ["哪些医院能赔", "hospital"],
    ["帮我查一下犹豫期是几天", "cooling-off"],
    ["do you cover private hospitals", "hospital"],
    ["can I change who the beneficiary is", "beneficiary"],
    ["what does the suicide clause say", "suicide"],
  ])("[U5] answers %s", (text, topic) => {
    expect(read(opening, text).map((one) => one.replace("?", ""))).toEqual([`ask-knowledge ${topic}`])
  })

  it.each([
    ["退保", "surrender"],
    ["我想把保险退掉", "surrender"],
    ["不想要这个保险了", "surrender"],
    ["我爸住院了要报销", "claims"],
    ["骑车摔了,想报个案", "claims"],
    ["理赔进展怎么样了", "claims-status"],
    ["我想交今年的保费", "renewal"],
    ["保单失效了帮我恢复一下", "renewal"],
    ["上次体检有问题,要补充告知", "health-disclosure"],
    ["我的保單還有效嗎", "policy-status"],
    ["I want to cancel my insurance", "surrender"],
    ["my wife died, I need to claim", "claims"],
    ["I'd like to pay the premium now", "renewal"],
  ])("[U5] starts the flow for %s", (text, flow) => {
    expect(read(opening, text).map((one) => one.replace("?", ""))).toEqual([`start-flow ${flow}`])
  })

  it.each([
    "宠物险有卖吗",
    "保险公司倒闭了怎么办",
    "能不能给我父母投保",
    "你们公司在哪上市",
    "who won the match",
  ])("[U5] prefers not to know over the neighbouring topic: %s", (text) => {
    expect(read(opening, text)).toEqual(["unknown"])
  })

  it("[U5] answers the question and starts the flow", () => {
    expect(read(opening, "我要退保, 犹豫期是几天?")).toEqual([
      "ask-knowledge cooling-off",
      "start-flow surrender",
    ])
  })

  it("[U5] understands a short question within the flow that is open", () => {
    expect(read(asking("policyNo"), "多久到账")).toEqual(["ask-knowledge surrender-time"])
  })

  it("[U5] reads English in a Chinese conversation", () => {
    expect(read({ ...opening, locale: "zh" }, "check my claim status")).toEqual(["start-flow claims-status"])
  })

  it("[U5] ranks knowledge with its texts and flows with their likelihood", () => {
    const [first] = understanding.knowledge("退保能退多少", "zh", 3)
    expect(first).toMatchObject({ id: "surrender-amount", text: expect.stringContaining("现金价值") })
    expect(understanding.knowledge("退保能退多少", "zh", 3).length).toBeLessThanOrEqual(3)
    expect(understanding.classify("我要退保", "zh")[0]).toMatchObject({ intent: "surrender" })
  })
})
