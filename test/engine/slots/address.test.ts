import { describe, expect, it } from "vitest"
import { recognize } from "../../../engine/slots/recognize.ts"

const NOW = { now: "2026-03-04T10:00:00+08:00", locale: "zh" } as const

const CHINESE: readonly (readonly [text: string, value: unknown, span: string])[] = [
  [
    "浙江省杭州市西湖区文三路138号3栋502室",
    "浙江省杭州市西湖区文三路138号3栋502室",
    "浙江省杭州市西湖区文三路138号3栋502室",
  ],
  ["我住在北京市朝阳区建国路88号", "北京市朝阳区建国路88号", "北京市朝阳区建国路88号"],
  ["地址改成深圳市南山区科技园南路5号，谢谢", "深圳市南山区科技园南路5号", "深圳市南山区科技园南路5号"],
  ["上海市静安区南京西路1601弄2号", "上海市静安区南京西路1601弄2号", "上海市静安区南京西路1601弄2号"],
]

const ENGLISH: readonly (readonly [text: string, value: unknown, span: string])[] = [
  ["221B Baker Street, London", "221B Baker Street, London", "221B Baker Street, London"],
  [
    "I live at 12 Main Street, Springfield, IL 62701",
    "12 Main Street, Springfield, IL 62701",
    "12 Main Street, Springfield, IL 62701",
  ],
]

const UNCERTAIN = ["文三路138号", "广东省广州市天河区"]

const NOTHING = ["北京", "我在路上", "不知道", "我的保单号", "三号", "今天有点堵"]

describe("address", () => {
  it.each(CHINESE)("[S4] reads %s", (text, value, span) => {
    const found = recognize("address", text, NOW)
    expect(found).toMatchObject({ value, text: span, certain: true })
    expect(text.slice(found?.start, found?.end)).toBe(span)
  })

  it.each(ENGLISH)("[S3] reads %s", (text, value, span) => {
    const found = recognize("address", text, { ...NOW, locale: "en" })
    expect(found).toMatchObject({ value, text: span, certain: true })
  })

  it.each(UNCERTAIN)("[S1] is uncertain of %s", (text) => {
    expect(recognize("address", text, NOW)?.certain).toBe(false)
  })

  it.each(NOTHING)("[S2] reads nothing in %s", (text) => {
    expect(recognize("address", text, NOW)).toBeNull()
  })
})
