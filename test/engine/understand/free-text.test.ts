import { describe, expect, it } from "vitest"
import { asking, read, slots } from "./sample-context.ts"

const complaining = (optional: boolean) => ({
  ...asking("what"),
  flow: "complaint",
  slots: { ...slots, what: { type: "text", names: ["经过"], optional } },
})

describe("understand: free text", () => {
  it.each([
    "希望退还全部保险费",
    "我要退保",
    "我对你们的服务非常不满意",
    "业务员说犹豫期内全额退，结果没退",
    "全额退款，赔礼道歉",
    "退保要什么材料你们也没说清楚，害我跑了三趟",
  ])("[U1] takes %s as it stands", (text) => {
    expect(read(complaining(false), text)).toEqual([`set-slot what=${text} (answer)`])
  })

  it.each([
    ["犹豫期是多少天？", ["ask-knowledge cooling-off"]],
    ["退保能退多少", ["ask-knowledge surrender-amount"]],
    ["转人工", ["human"]],
    ["跳过", ["skip"]],
    ["算了", ["cancel"]],
    ["再说一遍", ["repeat"]],
    ["好的", ["chitchat acknowledgement"]],
  ])("[U1] leaves %s to what is certain", (text, expected) => {
    expect(read(complaining(false), text)).toEqual(expected)
  })

  it.each(["没有了", "没有", "不用了", "nothing"])(
    "[U1] hears in %s that there is none of what is optional",
    (text) => {
      expect(read(complaining(true), text)).toEqual(["skip"])
    },
  )
})
