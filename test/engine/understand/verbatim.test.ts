import { describe, expect, it } from "vitest"
import type { UnderstandContext } from "../../../engine/types.ts"
import { asking, opening, read, rows, within } from "./sample-context.ts"

const inScope: UnderstandContext["intents"] = [
  { intent: "otherDocument", says: ["我没有身份证", "我是港澳居民"] },
  { intent: "withdraw", says: ["我不退了", "后悔了不想退了"] },
  { intent: "mobileGone", says: ["手机号换了"] },
]
const scoped = (context: UnderstandContext): UnderstandContext => ({ ...context, intents: inScope })

describe("understand: the very words of the flow set", () => {
  it.each(
    rows([
      [opening, "我的保单还有效吗", ["start-flow policy-status"]],
      [opening, "查一下保单", ["start-flow policy-status"]],
      [opening, "帮我看看保单", ["start-flow policy-status"]],
      [opening, "我想想", ["pause"]],
      [opening, "让我看看", ["pause"]],
      [asking("policyNo"), "我去找一下保单", ["pause"]],
      [scoped(asking("policyNo")), "我没有身份证", ["intent otherDocument"]],
      [scoped(asking("policyNo")), "我没有身份证，我是港澳居民", ["intent otherDocument"]],
      [scoped(asking("what")), "我没有身份证", ["intent otherDocument"]],
      [scoped(within()), "我不退了", ["intent withdraw"]],
      [scoped({ ...opening }), "我不退了", ["intent withdraw"]],
      [scoped(asking("phone", { phone: "13900000000" })), "手机号换了", ["intent mobileGone"]],
      [scoped(asking("policyNo")), "我没有身份证，转人工", ["human", "intent otherDocument"]],
      [asking("policyNo"), "我不退了", ["cancel"]],
      [asking("policyNo"), "我没有身份证", ["unknown"]],
    ]),
  )("[U1] reads $text", ({ context, text, expected }) => {
    expect(read(context, text)).toEqual(expected)
  })

  it.each([
    ["这个保险不想要了,我要退保", ["start-flow surrender"]],
    ["退保退保退保", ["start-flow surrender"]],
    ["帮我把医疗险退了", ["start-flow surrender"]],
  ])("[U1] starts one flow for %s", (text, expected) => {
    expect(read(opening, text).map((one) => one.replace("?", ""))).toEqual(expected)
  })
})
