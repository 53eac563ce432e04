import { describe, expect, it } from "vitest"
import type { UnderstandContext } from "../../../engine/types.ts"
import { asking, confirming, gate, opening, read, rows, slots, within } from "./sample-context.ts"

const offered: UnderstandContext = {
  ...asking("wanted"),
  flow: "knowledge-answer",
  slots: { ...slots, wanted: { type: "boolean", names: ["是否办理"], optional: true } },
}

describe("understand: courtesies", () => {
  it.each([
    "好的",
    "嗯",
    "知道了",
    "好的，知道了",
    "收到",
    "ok",
    "got it",
    "同意",
    "不用转人工",
    "算了",
    "继续",
  ])("[U1] hears an acknowledgement in %s where nothing is asked", (text) => {
    expect(read(opening, text)).toEqual(["chitchat acknowledgement"])
  })

  it.each(
    rows([
      [opening, "谢谢", ["chitchat thanks"]],
      [opening, "好的谢谢", ["chitchat thanks"]],
      [opening, "谢谢你啊姑娘", ["chitchat thanks"]],
      [opening, "ok thanks", ["chitchat thanks"]],
      [within(), "不需要人工，谢谢", ["chitchat thanks"]],
      [asking("policyNo"), "好的", ["chitchat acknowledgement"]],
      [asking("policyNo"), "快点", ["chitchat impatience"]],
      [asking("policyNo"), "怎么还没好", ["chitchat impatience"]],
      [asking("policyNo"), "hurry up", ["chitchat impatience"]],
      [asking("policyNo"), "what is taking so long", ["chitchat impatience"]],
      [asking("policyNo"), "好的, P20230001234", ["set-slot policyNo=P20230001234"]],
      [confirming("account", { account: "A8120" }), "好的", ["affirm"]],
      [gate, "好的", ["affirm?"]],
      [opening, "ok thanks bye", ["end", "chitchat thanks"]],
      [opening, "好的谢谢再见", ["end", "chitchat thanks"]],
      [opening, "no thanks", ["end"]],
      [opening, "Goodbye and God bless", ["end"]],
      [opening, "行行行先这样", ["end"]],
      [opening, "886", ["end"]],
      [asking("policyNo"), "8888", ["unknown"]],
      [gate, "ok thanks bye", ["end", "chitchat thanks"]],
      [gate, "好的，再见", ["end"]],
      [gate, "no thanks", ["deny"]],
      [confirming("account", { account: "A8120" }), "好的，拜拜", ["end"]],
      [confirming("account", { account: "A8120" }), "不用了，再见", ["deny", "end"]],
      [offered, "ok thanks bye", ["end", "chitchat thanks"]],
      [offered, "好的", ["set-slot wanted=true (answer)"]],
      [offered, "知道了", ["chitchat acknowledgement"]],
      [offered, "好，知道了", ["chitchat acknowledgement"]],
      [offered, "好的，谢谢", ["chitchat acknowledgement"]],
      [offered, "谢谢", ["chitchat thanks"]],
    ]),
  )("[U1] reads $text", ({ context, text, expected }) => {
    expect(read(context, text)).toEqual(expected)
  })
})
