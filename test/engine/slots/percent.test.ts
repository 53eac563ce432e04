import { describe, expect, it } from "vitest"
import { recognize } from "../../../engine/slots/recognize.ts"

const NOW = { now: "2026-03-04T10:00:00+08:00", locale: "zh" } as const

const CHINESE: readonly (readonly [text: string, value: unknown, span: string])[] = [
  ["七成", 70, "七成"],
  ["九成九", 99, "九成九"],
  ["报了30个点", 30, "30个点"],
  ["5‰", 0.5, "5‰"],
  ["百分百", 100, "百分百"],
  ["30%", 30, "30%"],
  ["百分之三十", 30, "百分之三十"],
  ["２２％", 22, "２２％"],
  ["三成", 30, "三成"],
  ["三成半", 35, "三成半"],
  ["八五折", 85, "八五折"],
  ["打对折", 50, "对折"],
  ["千分之五", 0.5, "千分之五"],
  ["百分之百", 100, "百分之百"],
  ["12.56個百分點", 12.56, "12.56個百分點"],
  ["百分之一百二十点五", 120.5, "百分之一百二十点五"],
  ["赔一半", 50, "一半"],
  ["五分之一", 20, "五分之一"],
]

const ENGLISH: readonly (readonly [text: string, value: unknown, span: string])[] = [
  ["thirty percent", 30, "thirty percent"],
  ["-22.2%", -22.2, "-22.2%"],
  ["per cent of twenty-two", 22, "per cent of twenty-two"],
]

const UNCERTAIN = ["30", "八成多", "百分之二十多"]

const NOTHING = ["二三十个百分点", "十折", "我三十岁", "打扰了", "成年人", "https://a.cn/?q=30%25%2020%"]

describe("percent", () => {
  it.each(CHINESE)("[S4] reads %s", (text, value, span) => {
    const found = recognize("percent", text, NOW)
    expect(found).toMatchObject({ value, text: span, certain: true })
    expect(text.slice(found?.start, found?.end)).toBe(span)
  })

  it.each(ENGLISH)("[S3] reads %s", (text, value, span) => {
    const found = recognize("percent", text, { ...NOW, locale: "en" })
    expect(found).toMatchObject({ value, text: span, certain: true })
  })

  it.each(UNCERTAIN)("[S1] is uncertain of %s", (text) => {
    expect(recognize("percent", text, NOW)?.certain).toBe(false)
  })

  it.each(NOTHING)("[S2] reads nothing in %s", (text) => {
    expect(recognize("percent", text, NOW)).toBeNull()
  })
})
