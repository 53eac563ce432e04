import { describe, expect, it } from "vitest"
import { asking, confirming, gate, opening, read, rows, slots, within } from "./sample-context.ts"

describe("understand: several slots", () => {
  it.each(
    rows([
      [
        opening,
        "我要退保, 保单号 P20230001234",
        ["start-flow surrender", "set-slot surrender/policyNo=P20230001234"],
      ],
      [opening, "我要退保,急用钱", ["start-flow surrender", "set-slot surrender/reason=money"]],
      [
        opening,
        "I want to surrender my policy P20230001234",
        ["start-flow surrender", "set-slot surrender/policyNo=P20230001234"],
      ],
      [
        asking("happenedOn"),
        "3月1号, 费用是5000元, 电话13812345678",
        ["set-slot happenedOn=2026-03-01 (answer)", "set-slot amount=5000", "set-slot phone=13812345678"],
      ],
      [asking("policyNo"), "出险日期是2月27号", ["set-slot happenedOn=2026-02-27"]],
      [asking("policyNo"), "2月27号", ["unknown"]],
      [
        asking("account"),
        "昨天的事, 联系电话13812345678",
        ["set-slot phone=13812345678", "set-slot happenedOn=2026-03-01"],
      ],
      [asking("policyNo"), "5000", ["unknown"]],
      [asking("policyNo"), "13812345678", ["set-slot phone=13812345678"]],
      [asking("policyNo", { phone: "13900000000" }), "电话13812345678", ["correct-slot phone=13812345678"]],
    ]),
  )("[U2] reads $text", ({ context, text, expected }) => {
    expect(read(context, text)).toEqual(expected)
  })

  it("[U2] gives a number to none of two slots of its type", () => {
    const both = { ...slots, callback: { type: "phone", names: ["回电号码"] } }
    const context = { ...asking("policyNo"), slots: both }
    expect(read(context, "13812345678")).toEqual(["unknown"])
    expect(read(context, "回电号码13812345678")).toEqual(["set-slot callback=13812345678"])
  })

  it("[U2] takes what follows a policy number as a word of its own for the one slot of that form", () => {
    const idLast4 = { type: "id-last4", names: ["证件号后四位"], pattern: "[0-9]{3}[0-9Xx]" }
    const context = { ...asking("policyNo"), slots: { ...slots, idLast4 } }
    expect(read(context, "P20230001234 1036")).toEqual([
      "set-slot policyNo=P20230001234",
      "set-slot idLast4=1036",
    ])
    expect(read(context, "P20230001234 2023年买的")).toEqual(["set-slot policyNo=P20230001234"])
    expect(read(context, "1036")).toEqual(["unknown"])
  })

  it("[U2] takes a number of a form with a letter of its own, without its name, for the one slot of that form", () => {
    const complaintNo = { type: "complaint-number", names: ["投诉编号"], pattern: "[Tt][0-9]{4,14}" }
    const context = { ...asking("policyNo"), slots: { ...slots, complaintNo } }
    expect(read(context, "T202602020001")).toEqual(["set-slot complaintNo=T202602020001"])
    const earlier = { ...complaintNo, names: ["上次的编号"] }
    expect(read({ ...context, slots: { ...slots, complaintNo, earlier } }, "T202602020001")).toEqual([
      "unknown",
    ])
  })

  it("[U2] takes a number that is told beside asking where to find it", () => {
    const says = ["no policy number", "I don't have it here", "I can't find it", "where do I find the number"]
    const context = { ...asking("policyNo"), intents: [{ intent: "noPolicyNo", says }] }
    expect(read(context, "where do I find the number")).toEqual(["intent noPolicyNo"])
    expect(read(context, "Where do I find the number? The letter says P20230001234")).toEqual([
      "set-slot policyNo=P20230001234",
    ])
  })

  it("[U2] takes a code that is asked for as the answer, also with a question behind it", () => {
    const code = { type: "one-time-code", names: ["验证码"], pattern: "[0-9]{6}" }
    const context = { ...asking("code"), slots: { ...slots, code } }
    expect(read(context, "是861001吗？")).toEqual(["set-slot code=861001 (answer)"])
  })

  it("[U2] keeps the slots of another flow of the run for corrections", () => {
    const elsewhere = { ...slots, phone: { type: "phone", names: ["联系电话"], elsewhere: true } }
    const context = { ...asking("policyNo", { phone: "13900000000" }), slots: elsewhere }
    expect(read(context, "联系电话改成13812345678")).toEqual(["correct-slot phone=13812345678"])
  })
})

describe("understand: corrections", () => {
  const filled = { happenedOn: "2026-03-01", phone: "13900000000" }
  it.each(
    rows([
      [asking("account"), "退到尾号8120的卡, 不对, 是6621", ["set-slot account=A6621"]],
      [within(), "退到尾号8120的卡, 不对, 是6621", ["set-slot account=A6621"]],
      [confirming("account", { account: "A8120" }), "不对, 是6621", ["correct-slot account=A6621"]],
      [confirming("account", { account: "A8120" }), "不对, 账号错了", ["deny", "correct-slot account"]],
      [confirming("account", { account: "A8120" }), "账号不是8120,是6621", ["correct-slot account=A6621"]],
      [asking("amount", { holder: "张伟" }), "我叫李伟不是张伟", ["correct-slot holder=李伟"]],
      [asking("amount", { holder: "张伟" }), "是李伟不是张伟", ["correct-slot holder=李伟"]],
      [asking("amount", filled), "日期错了", ["correct-slot happenedOn"]],
      [asking("amount", filled), "修改手机号", ["correct-slot phone"]],
      [asking("amount", filled), "日期改成2月28号", ["correct-slot happenedOn=2026-02-28"]],
      [asking("amount", filled), "不是3月1号是2月28号", ["correct-slot happenedOn=2026-02-28"]],
      [asking("amount", filled), "说错了,应该是2月28号", ["correct-slot happenedOn=2026-02-28"]],
      [asking("amount", filled), "no, I meant 28 February", ["correct-slot happenedOn=2026-02-28"]],
      [asking("amount", filled), "not March 1 but February 28", ["correct-slot happenedOn=2026-02-28"]],
      [asking("amount", filled), "change the date to February 28", ["correct-slot happenedOn=2026-02-28"]],
      [asking("amount", filled), "the phone number is wrong", ["correct-slot phone"]],
      [asking("amount", filled), "I got the phone number wrong", ["correct-slot phone"]],
      [
        asking("amount", filled),
        "I got the phone number wrong, it is 13812345678",
        ["correct-slot phone=13812345678"],
      ],
      [asking("amount"), "3000, 不对, 5000", ["set-slot amount=5000"]],
      [gate, "不对,账号错了", ["correct-slot account"]],
    ]),
  )("[U3] reads $text", ({ context, text, expected }) => {
    expect(read(context, text)).toEqual(expected)
  })
})
