import { describe, expect, it } from "vitest"
import { recognize } from "../../../engine/slots/recognize.ts"

const NOW = { now: "2026-03-04T10:00:00+08:00", locale: "zh", prefer: "past" } as const

const CHINESE: readonly (readonly [text: string, value: unknown, span: string])[] = [
  ["前天晚上八点", "2026-03-02T20:00:00+08:00", "前天晚上八点"],
  ["昨天下午三点一刻", "2026-03-03T15:15:00+08:00", "昨天下午三点一刻"],
  ["昨晚十一点半", "2026-03-03T23:30:00+08:00", "昨晚十一点半"],
  ["今晚8點", "2026-03-04T20:00:00+08:00", "今晚8點"],
  ["半小时前", "2026-03-04T09:30:00+08:00", "半小时前"],
  ["一刻钟前", "2026-03-04T09:45:00+08:00", "一刻钟前"],
  ["3月2号14:30", "2026-03-02T14:30:00+08:00", "3月2号14:30"],
  ["昨天中午", "2026-03-03T12:00:00+08:00", "昨天中午"],
  ["今天凌晨两点", "2026-03-04T02:00:00+08:00", "今天凌晨两点"],
]

const ENGLISH: readonly (readonly [text: string, value: unknown, span: string])[] = [
  ["yesterday at 5pm", "2026-03-03T17:00:00+08:00", "yesterday at 5pm"],
  ["at 9am on Saturday", "2026-02-28T09:00:00+08:00", "at 9am on Saturday"],
  ["day before yesterday 8am", "2026-03-02T08:00:00+08:00", "day before yesterday 8am"],
  ["yesterday at 9am GMT", "2026-03-03T17:00:00+08:00", "yesterday at 9am GMT"],
  ["in one hour", "2026-03-04T11:00:00+08:00", "in one hour"],
  ["last night at half past ten", "2026-03-03T22:30:00+08:00", "last night at half past ten"],
]

const UNCERTAIN = ["八点半", "三点", "昨晚一点", "刚才", "下午三点"]

const NOTHING = ["今天", "昨天晚上", "明天上午15点", "25点", "2月30日下午三点"]

describe("datetime", () => {
  it.each(CHINESE)("[S4] reads %s", (text, value, span) => {
    const found = recognize("datetime", text, NOW)
    expect(found).toMatchObject({ value, text: span, certain: true })
    expect(text.slice(found?.start, found?.end)).toBe(span)
  })

  it.each(ENGLISH)("[S3] reads %s", (text, value, span) => {
    const found = recognize("datetime", text, { ...NOW, locale: "en" })
    expect(found).toMatchObject({ value, text: span, certain: true })
  })

  it.each(UNCERTAIN)("[S1] is uncertain of %s", (text) => {
    expect(recognize("datetime", text, NOW)?.certain).toBe(false)
  })

  it.each(NOTHING)("[S2] reads nothing in %s", (text) => {
    expect(recognize("datetime", text, NOW)).toBeNull()
  })

  it("[S4] takes the last or the next such hour, by what is preferred", () => {
    expect(recognize("datetime", "三点", NOW)?.value).toBe("2026-03-04T03:00:00+08:00")
    expect(recognize("datetime", "三点", { ...NOW, prefer: "future" })?.value).toBe(
      "2026-03-04T15:00:00+08:00",
    )
  })
})
