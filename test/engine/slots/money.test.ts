import { describe, expect, it } from "vitest"
import { recognize, recognizeAll } from "../../../engine/slots/recognize.ts"

const NOW = { now: "2026-03-04T10:00:00+08:00", locale: "zh" } as const

const CHINESE: readonly (readonly [text: string, value: unknown, span: string])[] = [
  ["三万五", 35000, "三万五"],
  ["三块五毛二", 3.52, "三块五毛二"],
  ["5w", 50000, "5w"],
  ["3k5", 3500, "3k5"],
  ["两个亿", 200000000, "两个亿"],
  ["500刀", { amount: 500, currency: "USD" }, "500刀"],
  ["大概5000块吧", 5000, "5000块"],
  ["三块五", 3.5, "三块五"],
  ["1.2万元", 12000, "1.2万元"],
  ["￥300", 300, "￥300"],
  ["两美元又三美分", { amount: 2.03, currency: "USD" }, "两美元又三美分"],
  ["100港币", { amount: 100, currency: "HKD" }, "100港币"],
  ["一百二十块零五毛", 120.5, "一百二十块零五毛"],
  ["人民币 8千元", 8000, "人民币 8千元"],
  ["我花了8亿元人民币", 800000000, "8亿元人民币"],
  ["三塊半", 3.5, "三塊半"],
  ["5毛", 0.5, "5毛"],
]

const ENGLISH: readonly (readonly [text: string, value: unknown, span: string])[] = [
  ["$48.2 million", { amount: 48200000, currency: "USD" }, "$48.2 million"],
  ["15 dollars 50", { amount: 15.5, currency: "USD" }, "15 dollars 50"],
  ["EUR 125", { amount: 125, currency: "EUR" }, "EUR 125"],
  ["twenty thousand yuan", 20000, "twenty thousand yuan"],
  ["115.5USD", { amount: 115.5, currency: "USD" }, "115.5USD"],
]

const UNCERTAIN = ["5分", "十来万", "退三万五给我", "几千块里的两千多块"]

const NOTHING = ["30岁", "我有三个孩子", "一块去", "三天", "3月5号", "第三", "没钱", "元旦"]

describe("money", () => {
  it("[S1] finds amounts with and without their currency in one telling", () => {
    const found = recognizeAll("money", "总共花了3280块,医保报了1200,自付2080", NOW)
    expect(found.map(({ value }) => value)).toEqual([3280, 1200, 2080])
  })

  it.each(CHINESE)("[S4] reads %s", (text, value, span) => {
    const found = recognize("money", text, NOW)
    expect(found).toMatchObject({ value, text: span, certain: true })
    expect(text.slice(found?.start, found?.end)).toBe(span)
  })

  it.each(ENGLISH)("[S3] reads %s", (text, value, span) => {
    const found = recognize("money", text, { ...NOW, locale: "en" })
    expect(found).toMatchObject({ value, text: span, certain: true })
  })

  it.each(UNCERTAIN)("[S1] is uncertain of %s", (text) => {
    expect(recognize("money", text, NOW)?.certain).toBe(false)
  })

  it.each(NOTHING)("[S2] reads nothing in %s", (text) => {
    expect(recognize("money", text, NOW)).toBeNull()
  })

  it("[S4] gives a number in the flow set's own currency", () => {
    expect(recognize("money", "100港币", { ...NOW, currency: "HKD" })?.value).toBe(100)
    expect(recognize("money", "100元人民币", { ...NOW, currency: "HKD" })?.value).toEqual({
      amount: 100,
      currency: "CNY",
    })
  })

  it("[S1] finds every amount, in order", () => {
    expect(recognizeAll("money", "五美元和三块", NOW).map(({ value, text }) => [value, text])).toEqual([
      [{ amount: 5, currency: "USD" }, "五美元"],
      [3, "三块"],
    ])
  })
})
