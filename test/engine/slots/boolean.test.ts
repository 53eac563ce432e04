import { describe, expect, it } from "vitest"
import { recognize } from "../../../engine/slots/recognize.ts"

const NOW = { now: "2026-03-04T10:00:00+08:00", locale: "zh" } as const

const CHINESE: readonly (readonly [text: string, value: unknown, span: string])[] = [
  ["嗯", true, "嗯"],
  ["是是是", true, "是是是"],
  ["办吧", true, "办吧"],
  ["不是不是", false, "不是不是"],
  ["没有没有", false, "没有没有"],
  ["木有", false, "木有"],
  ["好的", true, "好的"],
  ["行", true, "行"],
  ["行吧", true, "行吧"],
  ["對", true, "對"],
  ["是的", true, "是的"],
  ["没错", true, "没错"],
  ["可以", true, "可以"],
  ["没问题。", true, "没问题"],
  ["我觉得那样可行，所以我 同意", true, "同意"],
  ["👌🏾 可以", true, "👌🏾"],
  ["不", false, "不"],
  ["不是", false, "不是"],
  ["不用了", false, "不用了"],
  ["嗯，不用了", false, "不用了"],
  ["嗯不用", false, "不用"],
  ["暂时不用", false, "不用"],
  ["还没有", false, "没有"],
  ["不要", false, "不要"],
  ["算了吧", false, "算了吧"],
  ["不行", false, "不行"],
  ["没有", false, "没有"],
  ["都没有", false, "都没有"],
  ["拒绝", false, "拒绝"],
]

const ENGLISH: readonly (readonly [text: string, value: unknown, span: string])[] = [
  ["yes", true, "yes"],
  ["Yeah that sounds good.", true, "Yeah"],
  ["yep", true, "yep"],
  ["Sure!", true, "Sure"],
  ["ok", true, "ok"],
  ["no", false, "no"],
  ["Absolutely not", false, "Absolutely not"],
  ["Nope", false, "Nope"],
  ["not really", false, "not really"],
  ["no thanks", false, "no thanks"],
]

const UNCERTAIN = [
  "可以是可以，就是贵",
  "没有，不确定",
  "好的，不用了",
  "同意，但是费用太高",
  "我不抽烟",
  "I don't smoke",
]

const NOTHING = [
  "嗯，不知道",
  "可以吗？",
  "是不是",
  "不确定",
  "不清楚",
  "不知道",
  "不好意思",
  "对不起",
  "好像是",
  "不用谢",
  "maybe",
  "not sure",
  "I don't know",
  "你好",
  "三万五",
  "退保要多久",
]

/** Words that lean to one side: worth confirming, never certain. */
const SOFT: readonly (readonly [text: string, value: boolean])[] = [
  ["先这样", true],
  ["也行", true],
  ["将就吧", true],
  ["不是不同意", true],
  ["不是不可以", true],
  ["I guess so", true],
  ["算了不用了", false],
  ["还是算了吧", false],
  ["得了吧", false],
  ["下次吧", false],
  ["没有不舒服", false],
]

describe("boolean", () => {
  it.each(SOFT)("[S1] takes %s for a leaning", (text, value) => {
    expect(recognize("boolean", text, NOW)).toMatchObject({ value, certain: false })
  })

  it.each(CHINESE)("[S4] reads %s", (text, value, span) => {
    const found = recognize("boolean", text, NOW)
    expect(found).toMatchObject({ value, text: span, certain: true })
    expect(text.slice(found?.start, found?.end)).toBe(span)
  })

  it.each(ENGLISH)("[S3] reads %s", (text, value, span) => {
    const found = recognize("boolean", text, { ...NOW, locale: "en" })
    expect(found).toMatchObject({ value, text: span, certain: true })
  })

  it.each(UNCERTAIN)("[S1] is uncertain of %s", (text) => {
    expect(recognize("boolean", text, NOW)?.certain).toBe(false)
  })

  it.each(NOTHING)("[S2] reads nothing in %s", (text) => {
    expect(recognize("boolean", text, NOW)).toBeNull()
  })

  it("[S1] takes the first clause that answers", () => {
    expect(recognize("boolean", "yes... I said no onions", NOW)?.value).toBe(true)
    expect(recognize("boolean", '我说"不"而不是"对"', NOW)?.value).toBe(false)
  })
})
