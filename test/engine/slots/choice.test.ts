import { describe, expect, it } from "vitest"
import { recognize, recognizeAll } from "../../../engine/slots/recognize.ts"

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
  ["意外医疗", "accident", "意外医疗"],
  ["我摔傷了", "accident", "摔傷"],
  ["第一个", "accident", "第一个"],
  ["第二种吧", "illness", "第二种"],
  ["最后一个", "critical", "最后一个"],
  ["倒数第二个", "illness", "倒数第二个"],
  ["选2", "illness", "选2"],
  ["1", "accident", "1"],
  ["３", "critical", "３"],
  ["B", "illness", "B"],
  ["不是意外医疗，是重大疾病", "critical", "重大疾病"],
  ["意外医疗，不对，重疾", "critical", "重疾"],
]

const ENGLISH: readonly (readonly [text: string, value: unknown, span: string])[] = [
  ["the second one", "illness", "the second one"],
  ["option 3", "critical", "option 3"],
  ["it's an accident", "accident", "accident"],
  ["last one", "critical", "last one"],
  ["Critical illness", "critical", "Critical illness"],
]

const UNCERTAIN = ["意外", "住院", "二"]

const NOTHING = ["意外医疗还是疾病住院", "疾病", "第四个", "前两个", "5", "随便", "一年后", "accidental"]

const ACCOUNTS = {
  ...NOW,
  options: [
    { key: "A8120", label: "建设银行（尾号8120）", says: ["8120", "尾号8120", "建设银行"] },
    { key: "A6621", label: "招商银行（尾号6621）", says: ["6621", "尾号6621", "招商银行"] },
    { key: "P20230001234", label: "康悦重大疾病保险", says: ["P20230001234"] },
    { key: "whole", label: "整份保单", says: ["整份", "全部退"] },
  ],
} as const

/** Two options that share a name. */
const ALIKE = {
  ...NOW,
  options: [
    { key: "P1", label: "重疾险", says: ["袁凯", "工商银行"] },
    { key: "P2", label: "医疗险", says: ["袁凯"] },
  ],
} as const

const POINTED: readonly (readonly [text: string, value: unknown])[] = [
  ["尾号6621", "A6621"],
  ["尾号是6621的那张", "A6621"],
  ["招行那张", "A6621"],
  ["招行", "A6621"],
  ["退到建行", "A8120"],
  ["打到建行那张卡", "A8120"],
  ["6621那张", "A6621"],
  ["the second one", "A6621"],
  ["ending in 6621", "A6621"],
  ["退整份", "whole"],
  ["康悦那份", "P20230001234"],
  ["尾号1234那份", "P20230001234"],
  ["保单尾号1234", "P20230001234"],
  ["嗯，建行那张", "A8120"],
  ["um, the 8120 one obviously", "A8120"],
  ["ok the 6621 card then", "A6621"],
]

describe("choice", () => {
  it.each(POINTED)("[S4] is certain of the option that %s points at", (text, value) => {
    expect(recognize("choice", text, ACCOUNTS)).toMatchObject({ value, certain: true })
  })

  it.each(CHINESE)("[S4] reads %s", (text, value, span) => {
    const found = recognize("choice", text, NOW)
    expect(found).toMatchObject({ value, text: span, certain: true })
    expect(text.slice(found?.start, found?.end)).toBe(span)
  })

  it.each(ENGLISH)("[S3] reads %s", (text, value, span) => {
    const found = recognize("choice", text, { ...NOW, locale: "en" })
    expect(found).toMatchObject({ value, text: span, certain: true })
  })

  it.each(UNCERTAIN)("[S1] is uncertain of %s", (text) => {
    expect(recognize("choice", text, NOW)?.certain).toBe(false)
  })

  it.each(NOTHING)("[S2] reads nothing in %s", (text) => {
    expect(recognize("choice", text, NOW)).toBeNull()
  })

  it.each([
    ["是我妈", "parent"],
    ["是我", "self"],
    ["不是我是我妈", "parent"],
  ])("[S1] takes of names that share characters the later: %s", (text, value) => {
    const options = [
      { key: "self", label: "我本人", says: ["是我"] },
      { key: "parent", label: "父亲或母亲", says: ["我妈"] },
    ]
    expect(recognize("choice", text, { ...NOW, options })?.value).toBe(value)
  })

  it("[S2] reads nothing from a name that two options share, unless another tells them apart", () => {
    expect(recognize("choice", "袁凯", ALIKE)).toBeNull()
    expect(recognize("choice", "袁凯的医疗险", ALIKE)?.value).toBe("P2")
    expect(recognize("choice", "工商银行", ALIKE)?.value).toBe("P1")
  })

  it("[S1] finds every option that is named", () => {
    expect(recognizeAll("choice", "意外医疗还是重疾", NOW).map(({ value }) => value)).toEqual([
      "accident",
      "critical",
    ])
  })

  it("[S2] reads nothing without options", () => {
    expect(recognize("choice", "第一个", { now: NOW.now, locale: "zh" })).toBeNull()
  })
})
