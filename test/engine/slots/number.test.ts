import { describe, expect, it } from "vitest"
import { recognize } from "../../../engine/slots/recognize.ts"

const NOW = { now: "2026-03-04T10:00:00+08:00", locale: "zh" } as const

const CHINESE: readonly (readonly [text: string, value: unknown, span: string])[] = [
  ["幺零幺", 101, "幺零幺"],
  ["五对", 10, "五对"],
  ["2^10", 1024, "2^10"],
  ["三万五", 35000, "三万五"],
  ["两千三", 2300, "两千三"],
  ["1.2万", 12000, "1.2万"],
  ["5w", 50000, "5w"],
  ["3k", 3000, "3k"],
  ["壹佰零肆萬", 1040000, "壹佰零肆萬"],
  ["５亿1万4千6百", 500014600, "５亿1万4千6百"],
  ["负六点六", -6.6, "负六点六"],
  ["五分之一", 0.2, "五分之一"],
  ["我有两个孩子", 2, "两"],
  ["廿七", 27, "廿七"],
  ["一万零十二点一五", 10012.15, "一万零十二点一五"],
  ["一米七五", 1.75, "一米七五"],
  ["三个半", 3.5, "三个半"],
  ["一双", 2, "一双"],
  ["住院5天, 3月8号出院", 5, "5"],
  ["两千 四 百 五", 2450, "两千 四 百 五"],
]

const ENGLISH: readonly (readonly [text: string, value: unknown, span: string])[] = [
  ["twenty-one thousand three hundred", 21300, "twenty-one thousand three hundred"],
  ["about 1,234.5", 1234.5, "1,234.5"],
  ["one and a half", 1.5, "one and a half"],
  ["half a dozen", 6, "half a dozen"],
  ["one billion and a quarter million", 1_000_250_000, "one billion and a quarter million"],
  ["one hundred and thirty fifths", 26, "one hundred and thirty fifths"],
  ["one hundred and three fifths", 100.6, "one hundred and three fifths"],
  ["minus five", -5, "minus five"],
  ["3 hundred and 21", 321, "3 hundred and 21"],
  ["2.5 million", 2500000, "2.5 million"],
  ["three quarters", 0.75, "three quarters"],
]

const UNCERTAIN = ["十来万", "十几个", "三月", "13812345678"]

const NOTHING = [
  "二三十",
  "一切都好",
  "万一",
  "千万别",
  "第三",
  "星期三",
  "P20230001234",
  "1.1.30",
  "the 180ml liquid",
  "The one you mentioned",
  "我家在四川",
  "放肆",
  "退伍",
  "没有",
]

describe("number", () => {
  it.each(CHINESE)("[S4] reads %s", (text, value, span) => {
    const found = recognize("number", text, NOW)
    expect(found).toMatchObject({ value, text: span, certain: true })
    expect(text.slice(found?.start, found?.end)).toBe(span)
  })

  it.each(ENGLISH)("[S3] reads %s", (text, value, span) => {
    const found = recognize("number", text, { ...NOW, locale: "en" })
    expect(found).toMatchObject({ value, text: span, certain: true })
  })

  it("[S1] is uncertain of a hundred that is left out", () => {
    const found = recognize("number", "one twenty two", { ...NOW, locale: "en" })
    expect(found).toMatchObject({ value: 122, text: "one twenty two", certain: false })
  })

  it.each(UNCERTAIN)("[S1] is uncertain of %s", (text) => {
    expect(recognize("number", text, NOW)?.certain).toBe(false)
  })

  it.each(NOTHING)("[S2] reads nothing in %s", (text) => {
    expect(recognize("number", text, NOW)).toBeNull()
  })

  it.each([
    ["三个", 3],
    ["二十", 20],
    ["twelve", 12],
  ])("[S4] reads the integer %s", (text, value) => {
    expect(recognize("integer", text, NOW)).toMatchObject({ value, certain: true })
  })

  it.each(["1.5", "三点五", "一半"])("[S2] reads no integer in %s", (text) => {
    expect(recognize("integer", text, NOW)).toBeNull()
  })
})
