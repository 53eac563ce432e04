import { daysBetween, weekdayOf } from "../../calendar/date.ts"
import { isChinese } from "../../format/language.ts"
import type { Json, Locale, SlotView } from "../../types.ts"
import type { Random } from "./random.ts"
import { chineseNumber } from "./say-number.ts"

/** When and in which language something is said. */
export type Telling = { readonly locale: Locale; readonly now: string; readonly random: Random }

/**
 * Returns one of the usual ways to say a value for a slot: the inverse of its recogniser. `null` when a customer
 * would not say such a value: a choice that is not offered, files.
 */
export function sayValue(view: SlotView, value: Json, telling: Telling): string | null {
  const ways = waysToSay(view, value, telling)
  return ways.length === 0 ? null : telling.random.pick(ways)
}

function waysToSay(view: SlotView, value: Json, telling: Telling): readonly string[] {
  const zh = isChinese(telling.locale)
  switch (view.type) {
    case "choice":
      return typeof value === "string" ? waysToChoose(view, value, zh) : []
    case "choices":
      return Array.isArray(value) ? [joined(view, value, zh)].filter((text) => text !== "") : []
    case "boolean":
      if (zh) return value === true ? ["是的", "是", "对"] : ["不是", "不", "没有"]
      return value === true ? ["yes", "yes please", "yeah"] : ["no", "nope", "no thanks"]
    case "date":
      return waysToDate(String(value), telling)
    case "datetime":
      return waysToTime(String(value), telling)
    case "money":
      return waysToMoney(Number(value), zh)
    case "integer":
    case "number":
      return zh && Number.isInteger(value) ? [String(value), chineseNumber(Number(value))] : [String(value)]
    case "height":
      return zh ? [`${value}厘米`, `${value}cm`] : [`${value} cm`]
    case "weight":
      return zh ? [`${value}公斤`, `${Number(value) * 2}斤`] : [`${value} kg`]
    case "percent":
      return zh ? [`${value}%`, `百分之${chineseNumber(Number(value))}`] : [`${value}%`, `${value} percent`]
    case "phone":
      return [String(value), String(value).replace(/^(\d{3})(\d{4})(\d{4})$/, "$1 $2 $3")]
    case "bank-card":
      return [String(value), String(value).replace(/(\d{4})(?=\d)/g, "$1 ")]
    case "id-card":
      return [String(value), String(value).toLowerCase()]
    case "policy-number":
      return [String(value), String(value).toLowerCase()]
    case "duration":
      return waysToLast(String(value), zh)
    case "date-range":
      return waysToRange(value, telling)
    case "documents":
    case "list":
      return []
    default:
      return typeof value === "string" || typeof value === "number" ? [String(value)] : []
  }
}

/** The words of an option in the language by which no other is called, and its label where that is short enough to be said. */
function waysToChoose(view: SlotView, value: string, zh: boolean): readonly string[] {
  const option = view.options?.find(({ key }) => key === value)
  if (option === undefined) return []
  const others = (view.options ?? []).filter(({ key }) => key !== value)
  const isOwn = (way: string) =>
    !DAY.test(way) && !others.some(({ label, says = [] }) => [label, ...says].includes(way))
  const ways = [...(option.says ?? []).filter(isOwn), ...(isSayable(option.label) ? [option.label] : [])]
  const own = ways.filter((way) => (zh ? HAN.test(way) || !ENGLISH.test(way) : !HAN.test(way)))
  return own.length === 0 ? [option.label] : own
}

const HAN = /\p{Script=Han}/u
/** What tells a day besides, which is another fact. */
const DAY =
  /\b(?:today|yesterday|this (?:morning|afternoon|evening)|last (?:night|week))\b|[今昨前]天|[今昨][早晚]/i
/** What somebody who speaks Chinese would not say: whole words, but not App or a letter before a number. */
const ENGLISH = /[a-z]{4}/i

function isSayable(label: string): boolean {
  return label.length <= (HAN.test(label) ? 12 : 32) && !/[（(：:]/.test(label)
}

function joined(view: SlotView, keys: readonly Json[], zh: boolean): string {
  const labels = keys.flatMap((key) => view.options?.find((option) => option.key === key)?.label ?? [])
  return labels.length === keys.length ? labels.join(zh ? "和" : " and ") : ""
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
)
const WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ")

function waysToDate(date: string, { locale, now }: Telling): readonly string[] {
  const today = now.slice(0, 10)
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number)
  const back = daysBetween(date, today)
  const isThisYear = date.slice(0, 4) === today.slice(0, 4) && back >= 0
  if (!isChinese(locale)) {
    const name = MONTHS[month - 1] ?? ""
    const ways = [`${name} ${day}, ${year}`, `${day} ${name} ${year}`, date]
    if (isThisYear) ways.push(`${name} ${day}`)
    if (back === 0) ways.push("today")
    if (back === 1) ways.push("yesterday")
    if (back > 1 && back < 6) ways.push(`last ${WEEKDAYS[weekdayOf(date) - 1]}`)
    return ways.filter((way) => !way.startsWith("last ") || weekdayOf(date) > weekdayOf(today))
  }
  const ways = [`${year}年${month}月${day}日`, date]
  if (isThisYear) ways.push(`${month}月${day}号`, `${chineseNumber(month)}月${chineseNumber(day)}号`)
  const near = ["今天", "昨天", "前天"][back]
  if (near !== undefined) ways.push(near)
  const monday = weekdayOf(today) - 1
  if (back > monday && back <= monday + 7) ways.push(`上周${"一二三四五六日"[weekdayOf(date) - 1]}`)
  return ways
}

function waysToTime(moment: string, telling: Telling): readonly string[] {
  const hour = Number(moment.slice(11, 13))
  const minute = Number(moment.slice(14, 16))
  const clock = `${hour}:${String(minute).padStart(2, "0")}`
  return waysToDate(moment.slice(0, 10), telling).map((day) =>
    isChinese(telling.locale) ? `${day}${minute === 0 ? `${hour}点` : clock}` : `${day} at ${clock}`,
  )
}

function waysToRange(value: Json, telling: Telling): readonly string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return []
  const { from, to } = value as { readonly from?: Json; readonly to?: Json }
  if (typeof from !== "string" || typeof to !== "string") return []
  const days = waysToDate(from, telling).flatMap((first) =>
    waysToDate(to, telling).map((last) => [first, last]),
  )
  return isChinese(telling.locale)
    ? days.flatMap(([first, last]) => [`${first}到${last}`, `从${first}至${last}`])
    : days.flatMap(([first, last]) => [`from ${first} to ${last}`, `${first} to ${last}`])
}

function waysToMoney(amount: number, zh: boolean): readonly string[] {
  const plain = Number.isInteger(amount) ? String(amount) : amount.toFixed(2)
  const grouped = plain.replace(/\B(?=(\d{3})+(?!\d))/g, ",")
  if (!zh) return [`${grouped} yuan`, `CNY ${plain}`, `¥${grouped}`]
  const ways = [`${plain}元`, `${grouped}元`, `${plain}块`]
  if (Number.isInteger(amount) && amount > 0 && amount < 100_000_000) ways.push(`${chineseNumber(amount)}元`)
  if (amount >= 10000 && amount % 1000 === 0) ways.push(`${amount / 10000}万`)
  return ways
}

const UNITS = {
  Y: ["年", "year"],
  M: ["个月", "month"],
  W: ["周", "week"],
  D: ["天", "day"],
} as const

function waysToLast(period: string, zh: boolean): readonly string[] {
  const parts = [...period.matchAll(/(\d+)([YMWD])/g)].map(([, count = "", unit = "D"]) => {
    const [chinese, english] = UNITS[unit as keyof typeof UNITS]
    return zh ? `${count}${chinese}` : `${count} ${english}${count === "1" ? "" : "s"}`
  })
  return parts.length === 0 ? [] : [parts.join(zh ? "" : " ")]
}
