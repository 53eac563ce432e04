import { describe, expect, it } from "vitest"
import {
  checkText,
  formatText,
  textArguments,
  textIn,
  type ValueShape,
} from "../../../engine/format/index.ts"
import { type Sentence, textOfSentence } from "../../../engine/types.ts"

const told = (said: Sentence | undefined) => (said === undefined ? "" : textOfSentence(said))

const values = {
  slots: {
    policyNo: "P20230001234",
    account: "6222021234568120",
    reason: "money",
    on: "2026-03-02",
    list: ["a", "b"],
  },
  data: { quote: { refund: 9600, loan: null }, count: 2, one: 1 },
  parameters: { coolingOffDays: 15 },
  item: { label: "尾号8120" },
}
const shape: ValueShape = {
  kind: "object",
  fields: {
    slots: {
      kind: "object",
      fields: {
        policyNo: { kind: "policy-number" },
        account: { kind: "bank-card" },
        on: { kind: "date" },
        reason: { kind: "choice", options: [{ key: "money", label: { zh: "急用钱", en: "need of money" } }] },
        list: { kind: "list", of: { kind: "text" } },
      },
    },
    data: {
      kind: "object",
      fields: { quote: { kind: "object", fields: { refund: { kind: "money" }, loan: { kind: "money" } } } },
      open: true,
    },
  },
}

describe("formatText", () => {
  it.each([
    ["保单{slots.policyNo}现在退保可得{data.quote.refund}。", "保单P20230001234现在退保可得9,600.00元。"],
    ["犹豫期为{parameters.coolingOffDays}天", "犹豫期为15天"],
    ["还是{item.label}这个账户吗?", "还是尾号8120这个账户吗?"],
    ["付到{ slots.account }, {slots.on}", "付到尾号8120, 2026年3月2日（周一）"],
    ["因为{slots.reason}", "因为急用钱"],
    ["共{data.count, plural, other {#份}}保单", "共2份保单"],
    ["{data.count, plural, =2 {两份} other {#份}}", "两份"],
    ["{slots.list, plural, other {#项: {slots.list}}}", "2项: a、b"],
    ["{data.count, plural, offset:1 other {另外#份}}", "另外1份"],
    ["{slots.reason, select, money {急用钱} other {其他: {data.quote.refund}}}", "急用钱"],
    ["{data.count, select, 9 {九} other {其他: {data.quote.refund}}}", "其他: 9,600.00元"],
    ["没有值的文字 '{slots.policyNo}' 和 <b>标签</b>", "没有值的文字 {slots.policyNo} 和 <b>标签</b>"],
    ["", ""],
  ])("[F4] renders %s", (source, text) => {
    expect(formatText({ zh: source }, "zh", values, shape)).toEqual({ text, problems: [] })
  })

  it.each([
    ["{data.one, plural, one {# policy} other {# policies}}", "1 policy"],
    ["{data.count, plural, one {# policy} other {# policies}}", "2 policies"],
    ["We'd refund {data.quote.refund} on {slots.on}", "We'd refund CNY 9,600.00 on Mon, 2 Mar 2026"],
  ])("[F4] renders English: %s", (source, text) => {
    expect(formatText({ en: source }, "en", values, shape)).toEqual({ text, problems: [] })
  })

  it("[F4] stays readable where a value is missing, and says which", () => {
    expect(formatText({ zh: "贷款{data.quote.loan}, 利息{data.interest}" }, "zh", values, shape)).toEqual({
      text: "贷款—, 利息—",
      problems: [
        { missing: "data.quote.loan", message: '"data.quote.loan" has no value' },
        { missing: "data.interest", message: '"data.interest" has no value' },
      ],
    })
    expect(formatText("{data.x, plural, other {#份}}", "zh", values).text).toBe("—")
    expect(formatText("{data.x, select, a {甲} other {其他}}", "zh", values).text).toBe("其他")
  })

  it("[F4] shows a text that cannot be read as it is written", () => {
    const { text, problems } = formatText("退保可得{data.quote.refund", "zh", values, shape)
    expect(text).toBe("退保可得{data.quote.refund")
    expect(problems).toHaveLength(1)
  })

  it("[F4] takes the locale, its language, the fallback, else the first", () => {
    const text = { en: "hello", zh: "您好" }
    expect(textIn(text, "zh")).toBe("您好")
    expect(textIn(text, "zh-CN")).toBe("您好")
    expect(textIn(text, "fr", "zh")).toBe("您好")
    expect(textIn(text, "fr")).toBe("hello")
    expect(textIn("same", "fr")).toBe("same")
  })
})

describe("textArguments", () => {
  it("[F4] lists the paths of all locales once, also those inside cases", () => {
    const text = {
      zh: "{slots.policyNo}: {data.count, plural, other {#份, {data.quote.refund}}}",
      en: "{slots.policyNo} {today}",
    }
    expect(textArguments(text)).toEqual(["slots.policyNo", "data.count", "data.quote.refund", "today"])
  })
})

describe("checkText", () => {
  it.each([
    ["{slots.policyNo", "not closed"],
    ["{}", "empty"],
    ["{slots.a b}", "no path"],
    ["{data.count, plural, one {一}}", "`other` is missing"],
    ["{data.count, plural}", "No cases"],
    ["{data.quote.refund, number}", "format of its own"],
    ["{data.quote.refund, number, ::currency/CNY}", "format of its own"],
    ["{slots.on, date, short}", "format of its own"],
    ["{data.count, selectordinal, other {#th}}", "format of its own"],
    ["{slots.on, currency}", "no such format"],
  ])("[F4] finds fault with %s: %s", (source, message) => {
    const [problem, ...more] = checkText(source)
    expect(more).toEqual([])
    expect(told(problem?.message)).toContain(message)
    expect(told(problem?.help)).not.toBe("")
  })

  it("[F4] accepts what formatText renders", () => {
    expect(
      checkText("共{data.count, plural, other {#份}}, {slots.reason, select, a {甲} other {乙}}"),
    ).toEqual([])
  })
})
