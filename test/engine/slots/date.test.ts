import { describe, expect, it } from "vitest"
import { recognize } from "../../../engine/slots/recognize.ts"

const NOW = { now: "2026-03-04T10:00:00+08:00", locale: "zh", prefer: "past" } as const

const CHINESE: readonly (readonly [text: string, value: unknown, span: string])[] = [
  ["上个月15号", "2026-02-15", "上个月15号"],
  ["大前天", "2026-03-01", "大前天"],
  ["昨天", "2026-03-03", "昨天"],
  ["大后天", "2026-03-07", "大后天"],
  ["後天", "2026-03-06", "後天"],
  ["上周三", "2026-02-25", "上周三"],
  ["上上周五", "2026-02-20", "上上周五"],
  ["下週一", "2026-03-09", "下週一"],
  ["前天晚上八点", "2026-03-02", "前天"],
  ["刚才", "2026-03-04", "刚才"],
  ["一刻钟前", "2026-03-04", "一刻钟前"],
  ["半小时前", "2026-03-04", "半小时前"],
  ["十二个小时前", "2026-03-03", "十二个小时前"],
  ["两个星期前", "2026-02-18", "两个星期前"],
  ["三天后", "2026-03-07", "三天后"],
  ["去年国庆", "2025-10-01", "去年国庆"],
  ["去年中秋", "2025-10-06", "去年中秋"],
  ["今年春节", "2026-02-17", "今年春节"],
  ["除夕", "2026-02-16", "除夕"],
  ["国庆前一天", "2025-09-30", "国庆前一天"],
  ["农历八月十五", "2025-10-06", "农历八月十五"],
  ["二零二六年一月三日", "2026-01-03", "二零二六年一月三日"],
  ["从2月5号开始", "2026-02-05", "从2月5号开始"],
  ["2月5号起", "2026-02-05", "2月5号起"],
  ["明年春节", "2027-02-06", "明年春节"],
  ["2030年春节", "2030-02-03", "2030年春节"],
  ["2026年古尔邦节", "2026-05-27", "2026年古尔邦节"],
  ["国庆", "2025-10-01", "国庆"],
  ["去年十一", "2025-10-01", "去年十一"],
  ["国庆节后第三天", "2025-10-04", "国庆节后第三天"],
  ["昨个儿", "2026-03-03", "昨个儿"],
  ["去年今天", "2025-03-04", "去年今天"],
  ["民国82年3月5日", "1993-03-05", "民国82年3月5日"],
  ["2026.3.1", "2026-03-01", "2026.3.1"],
  ["２０２６－０３－０１", "2026-03-01", "２０２６－０３－０１"],
  ["20260301", "2026-03-01", "20260301"],
  ["18年10月1日", "2018-10-01", "18年10月1日"],
  ["三月五号", "2025-03-05", "三月五号"],
  ["3月5号，不对，是3月1号", "2026-03-01", "3月1号"],
  ["不是2月28号，昨天", "2026-03-03", "昨天"],
  ["不是2月28号，是昨天", "2026-03-03", "昨天"],
  ["昨天，不是2月28号", "2026-03-03", "昨天"],
]

const ENGLISH: readonly (readonly [text: string, value: unknown, span: string])[] = [
  ["last Friday", "2026-02-27", "last Friday"],
  ["yesterday", "2026-03-03", "yesterday"],
  ["yday", "2026-03-03", "yday"],
  ["not February 28, yesterday", "2026-03-03", "yesterday"],
  ["not February 28, 2026, yesterday", "2026-03-03", "yesterday"],
  ["not yesterday, February 28", "2026-02-28", "February 28"],
  ["the day before yesterday", "2026-03-02", "the day before yesterday"],
  ["three weeks ago", "2026-02-11", "three weeks ago"],
  ["March 1st", "2026-03-01", "March 1st"],
  ["on May twenty nine", "2025-05-29", "May twenty nine"],
  ["4th of July 1995", "1995-07-04", "4th of July 1995"],
  ["10/31/1974", "1974-10-31", "10/31/1974"],
  ["first Monday of last month", "2026-02-02", "first Monday of last month"],
  ["two Fridays ago", "2026-02-20", "two Fridays ago"],
  ["Easter 2026", "2026-04-05", "Easter 2026"],
  ["Friday, Feb 13", "2026-02-13", "Friday, Feb 13"],
  ["since March 1", "2026-03-01", "since March 1"],
  ["two days after Christmas 2025", "2025-12-27", "two days after Christmas 2025"],
]

const UNCERTAIN = [
  "a few days ago",
  "初五",
  "3.5",
  "260301",
  "下个月月底",
  "上周末",
  "月初",
  "月底",
  "年底",
  "半年前",
  "周三",
]

const NOTHING = [
  "2月30日",
  "2026-02-29",
  "June 31, 2022",
  "上周",
  "上个月",
  "去年",
  "3月5号到8号",
  "15号楼",
  "今日头条",
  "每周三",
  "两周一次",
  "十来天前",
  "May I ask what this is for?",
  "Have a great week!",
  "192.168.255.255",
  "我三月份住院",
  "3月5号之后",
  "今年的最后三周",
  "138-1234-5678",
]

describe("date", () => {
  it.each(CHINESE)("[S4] reads %s", (text, value, span) => {
    const found = recognize("date", text, NOW)
    expect(found).toMatchObject({ value, text: span, certain: true })
    expect(text.slice(found?.start, found?.end)).toBe(span)
  })

  it.each(ENGLISH)("[S3] reads %s", (text, value, span) => {
    const found = recognize("date", text, { ...NOW, locale: "en" })
    expect(found).toMatchObject({ value, text: span, certain: true })
  })

  it.each(UNCERTAIN)("[S1] is uncertain of %s", (text) => {
    expect(recognize("date", text, NOW)?.certain).toBe(false)
  })

  it.each(NOTHING)("[S2] reads nothing in %s", (text) => {
    expect(recognize("date", text, NOW)).toBeNull()
  })

  it.each([
    ["三月五号", "past", "2025-03-05"],
    ["三月五号", "future", "2026-03-05"],
    ["周三", "past", "2026-02-25"],
    ["周五", "future", "2026-03-06"],
    ["15号", "past", "2026-02-15"],
    ["15号", "future", "2026-03-15"],
    ["on Friday", "past", "2026-02-27"],
    ["2月29日", "past", "2024-02-29"],
  ] as const)("[S4] reads %s in the %s", (text, prefer, value) => {
    expect(recognize("date", text, { ...NOW, prefer })?.value).toBe(value)
  })

  it("[S4] counts days where the customer is", () => {
    const late = { now: "2026-03-04T17:30:00Z", locale: "zh", timeZone: "Asia/Shanghai" }
    expect(recognize("date", "今天", late)?.value).toBe("2026-03-05")
    expect(recognize("date", "今天", { now: "2026-03-04T17:30:00Z", locale: "zh" })?.value).toBe("2026-03-04")
  })

  it("[S4] says what is wrong with a now that is no time", () => {
    expect(() => recognize("date", "今天", { now: "soon", locale: "zh" })).toThrow(/now "soon" is no time/)
  })
})
