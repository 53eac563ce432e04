import { describe, expect, it } from "vitest"
import type { UnderstandContext, Values } from "../../../engine/types.ts"
import { read, rows } from "./sample-context.ts"

const slots: UnderstandContext["slots"] = {
  concerns: {
    type: "choice",
    names: ["关于谁"],
    options: [
      { key: "self", label: "我本人", says: ["我自己"] },
      { key: "child", label: "我的孩子", says: ["我儿子", "孩子"] },
    ],
  },
  account: {
    type: "choice",
    names: ["收款账户"],
    options: [
      { key: "A6320", label: "农业银行（尾号6320）", says: ["农业银行", "6320"] },
      { key: "A6321", label: "工商银行（尾号6321）", says: ["工商银行", "6321"] },
    ],
  },
  eventOn: { type: "date", names: ["发生日期"], prefer: "past" },
  insured: { type: "person-name", names: ["姓名"] },
  policyNo: { type: "policy-number", names: ["保单号"] },
  papers: { type: "documents", names: ["材料"] },
  datesRight: { type: "boolean", names: ["日期都对"] },
}
const asked = (slot: string, filled: Values = {}, intents: UnderstandContext["intents"] = []) => ({
  ...{ locale: "zh", now: "2026-03-02T10:00:00+08:00", flow: "claims", slots, filled, intents },
  asking: { kind: "slot" as const, slot },
})
const withoutNumber = [{ intent: "noPolicyNo", says: ["没有保单号", "不记得保单号", "用身份证核对"] }]

describe("understand: what is said in passing", () => {
  it.each(
    rows([
      [asked("papers", { concerns: "self" }), "剩下那几张在我儿子那，我明天再传行不行", ["skip"]],
      [asked("papers", { concerns: "self" }), "我儿子帮我拍的照片", ["unknown"]],
      [asked("papers", { concerns: "self" }), "是我儿子", ["correct-slot concerns=child"]],
      [asked("papers"), "手边没有", ["skip"]],
      [asked("papers"), "没有报告", ["skip"]],
      [asked("papers"), "过几天再给行不行", ["skip"]],
      [asked("papers"), "no reports", ["skip"]],
      [asked("papers"), "I don't have any", ["skip"]],
      [asked("papers"), "I will send the rest tomorrow", ["skip"]],
    ]),
  )("[U2] changes nothing that is known: $text", ({ context, text, expected }) => {
    expect(read(context, text)).toEqual(expected)
  })

  it.each(
    rows([
      [asked("account"), "就农行那个，工资都打那上面", ["set-slot account=A6320 (answer)"]],
      [asked("account"), "农行吧，不要工行", ["set-slot account=A6320 (answer)"]],
      [asked("account"), "农行还是工行，随便", ["unknown"]],
      [asked("insured"), "2月25号", ["set-slot eventOn=2026-02-25"]],
      [
        asked("datesRight", { eventOn: "2026-03-01" }),
        "it was feb 28 sorry",
        ["correct-slot eventOn=2026-02-28"],
      ],
      // What a policy number is asked for may be meant as one.
      [asked("policyNo"), "2月25号", ["unknown"]],
    ]),
  )("[U2] leaves the answer beside it: $text", ({ context, text, expected }) => {
    expect(read(context, text)).toEqual(expected)
  })

  it.each(
    rows([
      [asked("policyNo", {}, withoutNumber), "保单号我哪记得哟，找不着了", ["intent noPolicyNo"]],
      [asked("policyNo", {}, withoutNumber), "早忘了", ["intent noPolicyNo"]],
      [asked("policyNo"), "早忘了", ["skip?"]],
    ]),
  )(
    "[U11] of what one does not have is the way that is there for it: $text",
    ({ context, text, expected }) => {
      expect(read(context, text)).toEqual(expected)
    },
  )
})
