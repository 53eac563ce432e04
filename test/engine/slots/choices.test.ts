import { describe, expect, it } from "vitest"
import { recognize } from "../../../engine/slots/recognize.ts"

const NOW = {
  now: "2026-03-04T10:00:00+08:00",
  locale: "zh",
  options: [
    { key: "accident", label: "意外医疗", says: ["摔伤", "accident"] },
    { key: "illness", label: "疾病住院", says: ["illness"] },
    { key: "critical", label: "重大疾病", says: ["重疾", "critical illness"] },
  ],
} as const

const CHINESE: readonly (readonly [text: string, value: unknown, span: string])[] = [
  ["意外医疗和重疾", ["accident", "critical"], "意外医疗和重疾"],
  ["重疾、意外医疗", ["accident", "critical"], "重疾、意外医疗"],
  ["1和3", ["accident", "critical"], "1和3"],
  ["1,2", ["accident", "illness"], "1,2"],
  ["前两个", ["accident", "illness"], "前两个"],
  ["都要", ["accident", "illness", "critical"], "都要"],
  ["全部", ["accident", "illness", "critical"], "全部"],
  ["除了第一个都要", ["illness", "critical"], "除了第一个都要"],
  ["除了重疾，其他都要", ["accident", "illness"], "除了重疾，其他都要"],
  ["都不要", [], "都不要"],
  ["一个都没有", [], "一个都没有"],
  ["第二个", ["illness"], "第二个"],
]

const ENGLISH: readonly (readonly [text: string, value: unknown, span: string])[] = [
  ["all of them", ["accident", "illness", "critical"], "all of them"],
  ["everything except the first one", ["illness", "critical"], "everything except the first one"],
  ["none of these", [], "none of these"],
  ["the first two", ["accident", "illness"], "the first two"],
  ["1 and 3", ["accident", "critical"], "1 and 3"],
]

const NOTHING = ["随便", "不知道", "第五个", "今天"]

describe("choices", () => {
  it.each(CHINESE)("[S4] reads %s", (text, value, span) => {
    const found = recognize("choices", text, NOW)
    expect(found).toMatchObject({ value, text: span, certain: true })
    expect(text.slice(found?.start, found?.end)).toBe(span)
  })

  it.each(ENGLISH)("[S3] reads %s", (text, value, span) => {
    const found = recognize("choices", text, { ...NOW, locale: "en" })
    expect(found).toMatchObject({ value, text: span, certain: true })
  })

  it.each(NOTHING)("[S2] reads nothing in %s", (text) => {
    expect(recognize("choices", text, NOW)).toBeNull()
  })
})
