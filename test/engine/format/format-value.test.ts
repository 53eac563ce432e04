import { describe, expect, it } from "vitest"
import {
  formatValue,
  isMasked,
  maskValue,
  roundToCents,
  type ValueShape,
} from "../../../engine/format/index.ts"
import type { Json } from "../../../engine/types.ts"

const choice: ValueShape = {
  kind: "choice",
  options: [{ key: "money", label: { zh: "急用钱", en: "I need the money" } }, { key: "other" }],
}

describe("formatValue", () => {
  it.each<[Json, ValueShape, string, string]>([
    [9600, { kind: "money" }, "9,600.00元", "CNY 9,600.00"],
    [0, { kind: "money" }, "0.00元", "CNY 0.00"],
    [1234567.891, { kind: "money" }, "1,234,567.89元", "CNY 1,234,567.89"],
    [-1234.5, { kind: "money" }, "-1,234.50元", "CNY -1,234.50"],
    [-0.001, { kind: "money" }, "0.00元", "CNY 0.00"],
    [30, { kind: "percent" }, "30%", "30%"],
    [3.55, { kind: "percent" }, "3.55%", "3.55%"],
    [15, { kind: "integer" }, "15", "15"],
    [0.30000000000000004, { kind: "number" }, "0.3", "0.3"],
    ["2026-03-02", { kind: "date" }, "2026年3月2日（周一）", "Mon, 2 Mar 2026"],
    [
      "2026-03-02T09:05:00+08:00",
      { kind: "datetime" },
      "2026年3月2日（周一）09:05",
      "Mon, 2 Mar 2026, 09:05",
    ],
    ["P30D", { kind: "duration" }, "30天", "30 days"],
    ["P1M", { kind: "duration" }, "1个月", "1 month"],
    ["PT1H30M", { kind: "duration" }, "1小时30分钟", "1 hour 30 minutes"],
    [true, { kind: "boolean" }, "是", "yes"],
    [false, { kind: "boolean" }, "否", "no"],
    ["money", choice, "急用钱", "I need the money"],
    ["other", choice, "other", "other"],
    [["money", "other"], { kind: "choices", ...options(choice) }, "急用钱、other", "I need the money, other"],
    [[1, 2.5], { kind: "list", of: { kind: "money" } }, "1.00元、2.50元", "CNY 1.00, CNY 2.50"],
    [[], { kind: "list", of: { kind: "money" } }, "无", "none"],
    [
      { from: "2026-03-02", to: "2026-03-05" },
      { kind: "date-range" },
      "2026年3月2日（周一）至2026年3月5日（周四）",
      "Mon, 2 Mar 2026 – Thu, 5 Mar 2026",
    ],
    [
      { from: "2026-03-02", to: "2026-03-02" },
      { kind: "date-range" },
      "2026年3月2日（周一）",
      "Mon, 2 Mar 2026",
    ],
    [
      [
        { id: "d1", name: "发票.jpg" },
        { id: "d2", name: "病历.pdf" },
      ],
      { kind: "documents" },
      "发票.jpg、病历.pdf",
      "发票.jpg, 病历.pdf",
    ],
    ["P20230001234", { kind: "policy-number" }, "P20230001234", "P20230001234"],
    ["张伟", { kind: "person-name" }, "张伟", "张伟"],
    ["110101199003071234", { kind: "id-card" }, "110***********1234", "110***********1234"],
    ["6222021234568120", { kind: "bank-card" }, "尾号8120", "ending 8120"],
    ["13812341234", { kind: "phone" }, "138****1234", "138****1234"],
    ["soon", { kind: "date" }, "soon", "soon"],
    [null, { kind: "money" }, "—", "—"],
    ["as it is", { kind: "any" }, "as it is", "as it is"],
  ])("[F4] shows %j as %j", (value, shape, zh, en) => {
    expect(formatValue(value, shape, "zh")).toBe(zh)
    expect(formatValue(value, shape, "en")).toBe(en)
  })

  it("[F4] names other currencies, and a code that has no Chinese name", () => {
    expect(formatValue(5, { kind: "money" }, "zh", { currency: "HKD" })).toBe("5.00港元")
    expect(formatValue(5, { kind: "money" }, "zh", { currency: "CHF" })).toBe("CHF 5.00")
  })

  it("[F4] shows a moment at its own offset, or in the zone of the flow set", () => {
    const moment = "2026-03-02T20:00:00Z"
    expect(formatValue(moment, { kind: "datetime" }, "zh")).toBe("2026年3月2日（周一）20:00")
    const timeZone = "Asia/Shanghai"
    expect(formatValue(moment, { kind: "datetime" }, "zh", { timeZone })).toBe("2026年3月3日（周二）04:00")
  })

  it("[F4] reveals what is to be checked, in groups", () => {
    const reveal = { reveal: true }
    expect(formatValue("13812341234", { kind: "phone" }, "zh", reveal)).toBe("138 1234 1234")
    expect(formatValue("6222021234568120", { kind: "bank-card" }, "zh", reveal)).toBe("6222 0212 3456 8120")
    expect(formatValue("110101199003071234", { kind: "id-card" }, "zh", reveal)).toBe("110101199003071234")
  })
})

describe("maskValue", () => {
  it.each<[string, ValueShape["kind"], string]>([
    ["110101199003071234", "id-card", "110***********1234"],
    ["123", "id-card", "***"],
    ["6222021234568120", "bank-card", "尾号8120"],
    ["13812341234", "phone", "138****1234"],
    ["zhang@example.com", "email", "z***@example.com"],
    ["nobody", "email", "***"],
    ["北京市朝阳区建国路1号", "address", "北京市朝阳区****"],
    ["P20230001234", "policy-number", "P20230001234"],
    ["张伟", "person-name", "张伟"],
  ])("[F4] shows %s of kind %s as %s", (value, kind, expected) => {
    expect(maskValue(value, kind, "zh")).toBe(expected)
    expect(isMasked(kind)).toBe(!["policy-number", "person-name"].includes(kind))
  })
})

describe("roundToCents", () => {
  it.each([
    [1.005, 1.01],
    [1.004999, 1],
    [-1.005, -1.01],
    [35.034999999999997, 35.04],
    [0.1 + 0.2, 0.3],
    [20000 - 9600.1, 10399.9],
    [1e-9, 0],
    [9999999999999.99, 9999999999999.99],
    [1e21, 1e21],
  ])("[F3] rounds %d to %d", (amount, expected) => {
    expect(roundToCents(amount)).toBe(expected)
  })

  it("[F3] keeps every amount of whole cents", () => {
    for (let cents = -100_000; cents <= 100_000; cents += 37)
      expect(roundToCents(cents / 100)).toBe(cents / 100)
  })
})

function options(shape: ValueShape) {
  return shape.kind === "choice" && shape.options !== undefined ? { options: shape.options } : {}
}
