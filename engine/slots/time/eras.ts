import { numberOf } from "../numerals/chinese-numeral.ts"
import { dayOf, type Groups, monthsLater, type PeriodRule, type RuleResult } from "./period.ts"

/**
 * Rules for years that are not counted from the common era's first (民国八十二年, 康熙二十年九月), and for centuries and
 * decades (二十世纪九十年代, 80年代).
 */
export const ERAS: readonly PeriodRule[] = [
  {
    pattern:
      /(?<era>[\u4e00-\u9fff]{2})(?<year>元|\d{1,3}|[一二三四五六七八九十百零]{1,5})年(?:的?(?<month>正|元|\d{1,2}|[一二三四五六七八九十]{1,2}|冬|腊)月(?:的?(?<date>初?[一二三四五六七八九十廿]{1,3}|\d{1,2})[日号]?)?)?/g,
    read: readEra,
  },
  {
    pattern:
      /(?:(?<century>\d{1,2}|[一二三四五六七八九十]{1,3})世纪)?(?<decade>[1-9]0|[一二三四五六七八九]十)年代(?<part>[初末]|中期|后期|前期)?/g,
    read: readDecade,
  },
  { pattern: /(?<century>\d{1,2}|[一二三四五六七八九十]{1,3})世纪(?!\S{1,2}年代)/g, read: readCentury },
]

/** The year that each era's first year was: the Republic's, and those of Ming and Qing. */
const FIRST_YEARS: Readonly<Record<string, number>> = {
  民国: 1912,
  宣统: 1909,
  光绪: 1875,
  同治: 1862,
  咸丰: 1851,
  道光: 1821,
  嘉庆: 1796,
  乾隆: 1736,
  雍正: 1723,
  康熙: 1662,
  顺治: 1644,
  崇祯: 1628,
  天启: 1621,
  万历: 1573,
  隆庆: 1567,
  嘉靖: 1522,
  正德: 1506,
  弘治: 1488,
  成化: 1465,
  正统: 1436,
  宣德: 1426,
  永乐: 1403,
  建文: 1399,
  洪武: 1368,
  开元: 713,
  神龙: 705,
  贞观: 627,
}

/** Months before the Republic were lunar; the solar month of that number stands for them. */
function readEra({ era, year, month, date }: Groups): RuleResult {
  const first = FIRST_YEARS[era ?? ""]
  const count = year === "元" ? 1 : numberOf(year ?? "")
  if (first === undefined || count === null || count < 1 || count > 150) return null
  const said = first + count - 1
  const isModern = era === "民国"
  if (month === undefined) return spanOf(dayOf(said, 1, 1), 12, isModern)
  const monthNumber = month === "正" || month === "元" ? 1 : (numberOf(month) ?? 0)
  const begin = dayOf(said, monthNumber, 1)
  if (date === undefined) return spanOf(begin, 1, isModern)
  const day = dayOf(said, monthNumber, numberOf(date.replace("初", "")) ?? 0)
  return day === null ? "impossible" : { from: day, to: day, grain: "day", certain: isModern }
}

function readDecade({ century, decade, part }: Groups): RuleResult {
  const tens = numberOf(decade ?? "") ?? 0
  const hundreds = century === undefined ? (tens <= 30 ? 2000 : 1900) : ((numberOf(century) ?? 0) - 1) * 100
  const start = hundreds + tens + (part === undefined || /[初前]/.test(part) ? 0 : part === "中期" ? 4 : 7)
  return spanOf(
    dayOf(start, 1, 1),
    part === undefined ? 120 : 36,
    century !== undefined && part === undefined,
  )
}

function readCentury({ century }: Groups): RuleResult {
  const number = numberOf(century ?? "") ?? 0
  return number < 1 || number > 30 ? null : spanOf(dayOf((number - 1) * 100 + 1, 1, 1), 1200, true)
}

function spanOf(from: number | null, months: number, certain: boolean): RuleResult {
  return from === null ? null : { from, to: monthsLater(from, months) - 1, grain: "span", certain }
}
