import { describe, expect, it } from "vitest"
import { recognize, recognizeAll } from "../../../engine/slots/recognize.ts"

const NOW = {
  now: "2026-03-04T10:00:00+08:00",
  locale: "zh",
  prefer: "past",
  options: [
    { key: "a", label: "意外医疗" },
    { key: "b", label: "疾病住院" },
  ],
} as const

const TYPES = [
  "text",
  "integer",
  "number",
  "money",
  "percent",
  "boolean",
  "choice",
  "choices",
  "date",
  "datetime",
  "date-range",
  "duration",
  "person-name",
  "phone",
  "email",
  "id-card",
  "bank-card",
  "policy-number",
  "address",
  "documents",
  "declared",
]

const SAID = [
  "我前天晚上八点在路上摔伤了😀，住院三天，花了三万五，电话138 1234 5678",
  "我叫张伟，身份证11010519491231002X，住在北京市朝阳区建国路88号",
  "I had an accident last Friday at 5pm, paid $300.50 and stayed for three days",
  "第一个和第二个都要，大概百分之三十吧，好的",
  "",
  "   ",
  "\ud83d",
]

/** Texts that make a careless pattern backtrack. */
const HEAVY = [
  "一",
  "1",
  "1,",
  "and ",
  "one and ",
  "月",
  "3月5",
  "1-",
  "上个",
  "不",
  "就是",
  "我叫",
  "省市区",
  "a@a.",
  "half an hour ",
  "1 a ",
]

describe("recognize", () => {
  it("[S1] tells where in the text each value stands, in UTF-16 units, end exclusive", () => {
    const text = "😀我住院三天，花了三万五"
    expect(recognize("duration", text, NOW)).toEqual({
      value: "P3D",
      text: "三天",
      start: 5,
      end: 7,
      certain: true,
    })
    for (const said of SAID) {
      for (const type of TYPES) {
        let reached = 0
        for (const found of recognizeAll(type, said, NOW)) {
          expect(said.slice(found.start, found.end)).toBe(found.text)
          expect(found.start).toBeGreaterThanOrEqual(reached)
          expect(found.end).toBeGreaterThan(found.start)
          reached = found.end
        }
      }
    }
  })

  it("[S4] gives values that survive JSON unchanged", () => {
    for (const said of SAID) {
      for (const type of TYPES) {
        const found = recognizeAll(type, said, NOW)
        expect(JSON.parse(JSON.stringify(found))).toEqual(found)
      }
    }
  })

  it("[S1] prefers what follows a correction, then what is certain", () => {
    expect(recognize("money", "三万块，说错了，三万五千块", NOW)?.value).toBe(35000)
    expect(recognize("number", "3月5号住了7天", NOW)?.value).toBe(7)
    expect(recognize("date", "on Monday, I mean last Tuesday", NOW)?.value).toBe("2026-02-24")
  })

  it("[S2] is not certain of what was only denied", () => {
    expect(recognize("date", "不是2月28号", NOW)).toMatchObject({ certain: false })
    expect(recognize("phone", "not 13812345678", NOW)).toMatchObject({ certain: false })
    expect(recognize("phone", "not 13812345678 but 13812345679", NOW)).toMatchObject({
      value: "13812345679",
      certain: true,
    })
  })

  it("[S4] takes a text as it stands, never certainly", () => {
    expect(recognize("text", "  我的胃不舒服 ", NOW)).toMatchObject({
      value: "我的胃不舒服",
      start: 2,
      end: 8,
      certain: false,
    })
    expect(recognize("text", "   ", NOW)).toBeNull()
  })

  it("[S2] reads no documents out of a text", () => {
    expect(recognize("documents", "发票和病历", NOW)).toBeNull()
  })

  it("[S4] reads a declared type by its pattern, whatever its anchors, width and case", () => {
    const declared = { ...NOW, pattern: "^[A-Z]{2}-\\d{4}$" }
    expect(recognize("receipt", "单号 ab-1234 请查", declared)).toMatchObject({
      value: "AB-1234",
      text: "ab-1234",
    })
    expect(recognize("receipt", "ＡＢ－１２３４", declared)?.value).toBe("AB-1234")
    expect(recognize("receipt", "XAB-12345", declared)).toBeNull()
    expect(recognize("receipt", "AB-1234", { ...NOW, pattern: "[" })).toBeNull()
  })

  it("[S4] reads a declared list of values as a choice", () => {
    expect(recognize("kind", "疾病住院", NOW)?.value).toBe("b")
  })

  it("[S2] reads nothing for a type that is unknown", () => {
    expect(recognize("unheard-of", "三天", { now: NOW.now, locale: "zh" })).toBeNull()
  })

  it("[S1] reads the first 2,000 characters and is quick about any text", () => {
    expect(recognize("number", `${"啊".repeat(1990)}三万五`, NOW)?.value).toBe(35000)
    expect(recognize("number", `${"啊".repeat(2000)}三万五`, NOW)).toBeNull()
    const begun = performance.now()
    for (const seed of HEAVY) {
      const text = seed.repeat(Math.ceil(100_000 / seed.length))
      for (const type of TYPES) recognize(type, text, NOW)
    }
    expect(performance.now() - begun).toBeLessThan(HEAVY.length * TYPES.length * 50)
  })
})
