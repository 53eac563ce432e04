import { describe, expect, it } from "vitest"
import type { SlotView } from "../../../engine/types.ts"
import { createUnderstanding } from "../../../engine/understand/index.ts"
import { brief, opening } from "./sample-context.ts"
import { sampleSource } from "./sample-source.ts"

const what: SlotView = { type: "text", names: [], opening: true }
const phone: SlotView = { type: "phone", names: ["电话"] }
const { understand } = createUnderstanding({
  ...sampleSource,
  flows: sampleSource.flows.map((flow) =>
    flow.flow === "complaint" ? { ...flow, slots: { zh: { what, phone }, en: { what, phone } } } : flow,
  ),
})
const story = "买的时候小王说跟存银行一样的，五年就能拿本钱，现在取不出来"

describe("understand: the words that begin a flow", () => {
  it.each([
    [story, ["complain", `set-slot complaint/what=${story}`]],
    [`你好，我要投诉，${story}`, ["complain", `set-slot complaint/what=${story}`]],
    [`我要投诉，${story}，我的电话是13911112222`, ["complain", `set-slot complaint/what=${story}`]],
    ["我要投诉，我的联系电话是13911112222，请尽快回", []],
    ["我要投诉", ["complain"]],
    ["你们服务太差了，我要投诉", ["complain"]],
    ["我要投诉，登记了以后一般多少天才会有答复呢", ["complain"]],
  ])("[U13] keeps of %s what it tells", (text, expected) => {
    const read = understand(opening, text).map(brief)
    expect(read.filter((one) => one === "complain" || one.includes("/what="))).toEqual(expected)
  })

  it("[U13] keeps an English story, too", () => {
    const text = "Your agent told me it was just like savings and now I cannot get my money back"
    expect(understand({ ...opening, locale: "en" }, text).map(brief)).toContain(
      `set-slot complaint/what=${text}`,
    )
  })

  it("[U13] reads words of being misled beside a wish as its reason", () => {
    expect(understand(opening, "业务员骗我，我要退保").map(brief)).toContain("start-flow surrender")
    expect(understand(opening, "业务员骗我，我要退保").map(brief)).not.toContain("complain")
  })
})
