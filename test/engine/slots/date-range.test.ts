import { describe, expect, it } from "vitest"
import { recognize } from "../../../engine/slots/recognize.ts"

const NOW = { now: "2026-03-04T10:00:00+08:00", locale: "zh", prefer: "past" } as const

const CHINESE: readonly (readonly [text: string, value: unknown, span: string])[] = [
  ["上周", { from: "2026-02-23", to: "2026-03-01" }, "上周"],
  ["上個月", { from: "2026-02-01", to: "2026-02-28" }, "上個月"],
  ["3月1号到3号", { from: "2026-03-01", to: "2026-03-03" }, "3月1号到3号"],
  ["从1月10日至十二日", { from: "2026-01-10", to: "2026-01-12" }, "从1月10日至十二日"],
  ["2025年12月30日-2026年1月2日", { from: "2025-12-30", to: "2026-01-02" }, "2025年12月30日-2026年1月2日"],
  ["12月30号到1月2号", { from: "2025-12-30", to: "2026-01-02" }, "12月30号到1月2号"],
  ["周一到周三", { from: "2026-03-02", to: "2026-03-04" }, "周一到周三"],
  ["去年", { from: "2025-01-01", to: "2025-12-31" }, "去年"],
  ["2025年第二季度", { from: "2025-04-01", to: "2025-06-30" }, "2025年第二季度"],
  ["今年上半年", { from: "2026-01-01", to: "2026-06-30" }, "今年上半年"],
  ["最近三天", { from: "2026-03-02", to: "2026-03-04" }, "最近三天"],
  ["上周末", { from: "2026-02-28", to: "2026-03-01" }, "上周末"],
  ["今年的最后三周", { from: "2026-12-14", to: "2027-01-03" }, "今年的最后三周"],
  ["上个月前十天", { from: "2026-02-01", to: "2026-02-10" }, "上个月前十天"],
  ["二十世纪九十年代", { from: "1990-01-01", to: "1999-12-31" }, "二十世纪九十年代"],
  ["2026年斋月", { from: "2026-02-18", to: "2026-03-19" }, "2026年斋月"],
  ["2018年 2月", { from: "2018-02-01", to: "2018-02-28" }, "2018年 2月"],
]

const ENGLISH: readonly (readonly [text: string, value: unknown, span: string])[] = [
  ["last week", { from: "2026-02-23", to: "2026-03-01" }, "last week"],
  ["from March 1 to March 3", { from: "2026-03-01", to: "2026-03-03" }, "from March 1 to March 3"],
  ["28-30 nov, 6200 rmb", { from: "2025-11-28", to: "2025-11-30" }, "28-30 nov"],
  ["20 to 24 nov, 2600", { from: "2025-11-20", to: "2025-11-24" }, "20 to 24 nov"],
  ["20 to 24 nov, 1800", { from: "2025-11-20", to: "2025-11-24" }, "20 to 24 nov"],
  ["July 13 to 15, 2025", { from: "2025-07-13", to: "2025-07-15" }, "July 13 to 15, 2025"],
  ["next 3 days", { from: "2026-03-05", to: "2026-03-07" }, "next 3 days"],
  ["the last week of July 2025", { from: "2025-07-28", to: "2025-08-03" }, "the last week of July 2025"],
  ["week 31 of 2025", { from: "2025-07-28", to: "2025-08-03" }, "week 31 of 2025"],
  ["25号住到28号", { from: "2026-02-25", to: "2026-02-28" }, "25号住到28号"],
  ["25号住院，28号出院", { from: "2026-02-25", to: "2026-02-28" }, "25号住院，28号"],
  ["2月25号住进去的 28号出来的", { from: "2026-02-25", to: "2026-02-28" }, "2月25号住进去的 28号"],
  ["rest of this month", { from: "2026-03-04", to: "2026-03-31" }, "rest of this month"],
  [
    "for 3 days starting March 6, 2026",
    { from: "2026-03-06", to: "2026-03-08" },
    "for 3 days starting March 6, 2026",
  ],
  [
    "the week commencing March 9, 2026",
    { from: "2026-03-09", to: "2026-03-15" },
    "the week commencing March 9, 2026",
  ],
  ["the second month of 2026", { from: "2026-02-01", to: "2026-02-28" }, "the second month of 2026"],
  ["Passover 2018", { from: "2018-03-30", to: "2018-04-07" }, "Passover 2018"],
  ["Q1 2026", { from: "2026-01-01", to: "2026-03-31" }, "Q1 2026"],
]

/** Two days of which verbs make the ends, in either order. */
const STAYS: readonly (readonly [text: string, from: string, to: string])[] = [
  ["前天出的院，25号住进去的", "2026-02-25", "2026-03-02"],
  ["25号住院，前天出院", "2026-02-25", "2026-03-02"],
  ["28号出院的 25号住的院", "2026-02-25", "2026-02-28"],
  ["出院是昨天，住院是上周三", "2026-02-25", "2026-03-03"],
  ["住院25号出院28号", "2026-02-25", "2026-02-28"],
  ["上个月25号住进去，3月2号才出来", "2026-02-25", "2026-03-02"],
  ["got out the day before yesterday, went in on the 25th", "2026-02-25", "2026-03-02"],
  ["I was admitted on Feb 25 and discharged on Mar 2", "2026-02-25", "2026-03-02"],
  ["discharged yesterday, admitted last Wednesday", "2026-02-25", "2026-03-03"],
  ["went in on the 25th came out on the 28th", "2026-02-25", "2026-02-28"],
]

/** Two days that are no such ends, or that contradict them. */
const NO_STAYS = [
  "25号住院，28号还没出院",
  "28号住院，25号出院，3月1号又住院",
  "25号摔的，28号住院",
  "25号，28号",
]

const UNCERTAIN = ["去年夏天", "H2 of last summer", "end of 2025", "昨天", "2018年以后"]

const NOTHING = ["一切都好", "2月30日", "两年", "退保"]

describe("date-range", () => {
  it.each(CHINESE)("[S4] reads %s", (text, value, span) => {
    const found = recognize("date-range", text, NOW)
    expect(found).toMatchObject({ value, text: span, certain: true })
    expect(text.slice(found?.start, found?.end)).toBe(span)
  })

  it.each(ENGLISH)("[S3] reads %s", (text, value, span) => {
    const found = recognize("date-range", text, { ...NOW, locale: "en" })
    expect(found).toMatchObject({ value, text: span, certain: true })
  })

  it.each(STAYS)("[S4] takes from %s the first and the last day of a stay", (text, from, to) => {
    expect(recognize("date-range", text, { ...NOW, locale: /[a-z]/.test(text) ? "en" : "zh" })).toMatchObject(
      {
        value: { from, to },
        certain: true,
      },
    )
  })

  it.each(NO_STAYS)("[S2] joins no days in %s", (text) => {
    expect(recognize("date-range", text, NOW)?.certain).toBe(false)
  })

  it.each(UNCERTAIN)("[S1] is uncertain of %s", (text) => {
    expect(recognize("date-range", text, NOW)?.certain).toBe(false)
  })

  it.each(NOTHING)("[S2] reads nothing in %s", (text) => {
    expect(recognize("date-range", text, NOW)).toBeNull()
  })

  it("[S4] leaves an end open that was left open", () => {
    expect(recognize("date-range", "2018年以后", NOW)?.value).toEqual({ from: "2019-01-01", to: null })
    expect(recognize("date-range", "2026年3月1日之前", NOW)?.value).toEqual({ from: null, to: "2026-02-28" })
    expect(recognize("date-range", "今年年底前", NOW)?.value).toEqual({ from: null, to: "2026-12-31" })
    expect(recognize("date-range", "2025 or later", NOW)?.value).toEqual({ from: "2025-01-01", to: null })
    expect(recognize("date-range", "no later than March 2026", NOW)?.value).toEqual({
      from: null,
      to: "2026-03-31",
    })
  })
})
