import { describe, expect, it } from "vitest"
import { recognize } from "../../../engine/slots/recognize.ts"

const NOW = { now: "2026-03-04T10:00:00+08:00", locale: "zh" } as const

const CHINESE: readonly (readonly [text: string, value: unknown, span: string])[] = [
  ["三天两夜", "P3D", "三天两夜"],
  ["住了一个礼拜", "P7D", "一个礼拜"],
  ["俩月", "P2M", "俩月"],
  ["一整年", "P1Y", "一整年"],
  ["两年", "P2Y", "两年"],
  ["住了7天", "P7D", "7天"],
  ["半年", "P6M", "半年"],
  ["半个月", "P15D", "半个月"],
  ["一個半小時", "PT1H30M", "一個半小時"],
  ["一年零三个月", "P1Y3M", "一年零三个月"],
  ["三个星期", "P21D", "三个星期"],
  ["一个星期又三天", "P10D", "一个星期又三天"],
  ["一刻钟", "PT15M", "一刻钟"],
  ["一年半", "P1Y6M", "一年半"],
  ["五点五分钟", "PT5M30S", "五点五分钟"],
  ["8天又二十个小时", "P8DT20H", "8天又二十个小时"],
]

const ENGLISH: readonly (readonly [text: string, value: unknown, span: string])[] = [
  ["two and a half hours", "PT2H30M", "two and a half hours"],
  ["3 minutes", "PT3M", "3 minutes"],
  ["a month", "P1M", "a month"],
  ["2 years 3 months", "P2Y3M", "2 years 3 months"],
  ["an hour and a half", "PT1H30M", "an hour and a half"],
  ["30min", "PT30M", "30min"],
]

const UNCERTAIN = ["十几天", "三年多", "小半年", "半个多月", "一个多礼拜", "a few days"]

const NOTHING = [
  "3-5天",
  "三到五天",
  "三个月到半年",
  "3月5日到8日",
  "三天前",
  "两年后",
  "3月5日",
  "2018年",
  "第二天",
  "三十岁",
  "I'll go in two years",
  "three days ago",
]

describe("duration", () => {
  it.each(CHINESE)("[S4] reads %s", (text, value, span) => {
    const found = recognize("duration", text, NOW)
    expect(found).toMatchObject({ value, text: span, certain: true })
    expect(text.slice(found?.start, found?.end)).toBe(span)
  })

  it.each(ENGLISH)("[S3] reads %s", (text, value, span) => {
    const found = recognize("duration", text, { ...NOW, locale: "en" })
    expect(found).toMatchObject({ value, text: span, certain: true })
  })

  it.each(UNCERTAIN)("[S1] is uncertain of %s", (text) => {
    expect(recognize("duration", text, NOW)?.certain).toBe(false)
  })

  it.each(NOTHING)("[S2] reads nothing in %s", (text) => {
    expect(recognize("duration", text, NOW)).toBeNull()
  })
})
