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
    ["问问退保能退多少？", ["ask-knowledge surrender-amount"]],
    ["转人工", ["human"]],
    ["跳过", ["skip"]],
    ["算了", ["cancel"]],
    ["再说一遍", ["repeat"]],
    ["好的", ["chitchat acknowledgement"]],
  ])("[U1] leaves %s to what is certain", (text, expected) => {
    expect(read(complaining(false), text)).toEqual(expected)
  })

  it.each(["问问退保能退多少", "what I would get back on surrender"])(
    "[U1] takes %s, which names a topic and asks nothing",
    (text) => {
      expect(read(complaining(false), text)).toEqual([`set-slot what=${text} (answer)?`])
    },
  )

  it.each(["没有了", "没有", "不用了", "nothing"])(
    "[U1] hears in %s that there is none of what is optional",
    (text) => {
      expect(read(complaining(true), text)).toEqual(["skip"])
    },
  )

  it("[U1] keeps in the text what chooses in another slot or field of the record", () => {
    const matter = {
      type: "choice",
      names: ["哪一项"],
      options: [{ key: "hypertension", label: "高血压", says: ["血压高"] }],
    }
    const context = {
      ...asking("details.treatment"),
      slots: {
        mentioned: { ...matter, optional: true },
        details: {
          type: "list",
          names: ["情况说明"],
          of: { matter, treatment: { type: "text", names: ["治疗"] } },
        },
      },
    }
    expect(read(context, "原发性高血压，一直吃氨氯地平")).toContain(
      "set-slot details.treatment=原发性高血压，一直吃氨氯地平 (answer)",
    )
  })

  it.each(["不是啊，我是要报销住院的钱，帮我报案", "no, I want to file a claim"])(
    "[U1] leaves %s, a no and a wish in its place, to the wish",
    (text) => {
      expect(read(complaining(false), text).map((one) => one.replace("?", ""))).toContain("start-flow claims")
    },
  )

  it.each(["尽快给我答复", "偶尔去攀岩馆，不知道要等几天"])(
    "[U1] takes %s, though something alike is asked as a question only",
    (text) => {
      const intents = [{ intent: "howLong", says: ["多久能答复", "要等几天", "什么时候有结果"] }]
      expect(read({ ...complaining(false), intents }, text)).toEqual([`set-slot what=${text} (answer)`])
    },
  )
})
