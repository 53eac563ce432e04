import { toUtterance } from "../slots/utterance.ts"
import type { SlotView } from "../types.ts"
import type { Span } from "./phrase-book.ts"
import { remembered } from "./remembered.ts"

/** Returns where a text calls a slot by one of its names, the longest name first where several begin alike. */
export function findNames(view: SlotView, lower: string): readonly Span[] {
  const found: Span[] = []
  for (const name of comparableNames(view)) {
    for (let at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + name.length)) {
      const span = { start: at, end: at + name.length }
      if (isWord(lower, span) && !found.some((other) => other.start <= span.start && span.end <= other.end)) {
        found.push(span)
      }
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Returns names as texts are compared: simplified, lower case; with the shorter forms that customers use. */
export function comparableNames(view: SlotView): readonly string[] {
  return namesOf(view).all
}

/** Returns whether a name is the slot's own, not one that all slots of its type share. */
export function isOwnName(view: SlotView, name: string): boolean {
  return namesOf(view).own.includes(name)
}

type Names = { readonly own: readonly string[]; readonly all: readonly string[] }

/** Names are looked for in every message, and stay the same when a slot's options change: each list is made comparable once. */
const namesIn = remembered((names: SlotView["names"]) => {
  const own = names.map((name) => toUtterance(name).lower.trim())
  const byType = new Map<string, Names>()
  return (type: string): Names => {
    const known = byType.get(type)
    if (known !== undefined) return known
    const made = { own, all: withShorterForms(own, type) }
    byType.set(type, made)
    return made
  }
})

function namesOf({ names, type }: SlotView): Names {
  return namesIn(names)(type)
}

function withShorterForms(names: readonly string[], type: string): readonly string[] {
  const short = names.flatMap((name) =>
    SHORTER.flatMap(({ of, by }) => (of.test(name) ? [name.replace(of, by)] : [])),
  )
  return [...new Set([...names, ...short, ...(TYPE_NAMES[type] ?? [])])]
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length)
}

/** 出险日期 is also called 日期, 出险 and 出险时间, 回电号码 also 号码, 总费用 also 总共 and 一共, 自付金额 also 自己掏. */
const SHORTER: readonly { readonly of: RegExp; readonly by: string }[] = [
  { of: /日期$/, by: "时间" },
  { of: /^.{2,4}(?=日期$)/, by: "" },
  { of: /(?<=^.{2,4})日期$/, by: "" },
  { of: /^.{1,4}(?=金额$)/, by: "" },
  { of: /^总(?:费用|金额|额|花费|价|计|共).*$/, by: "总共" },
  { of: /^总(?:费用|金额|额|花费|价|计|共).*$/, by: "一共" },
  { of: /^总(?:费用|金额|额|花费|价|计|共).*$/, by: "合计" },
  { of: /^(?:自付|自费|个人支付|自己支付|个人自付).*$/, by: "自付" },
  { of: /^(?:自付|自费|个人支付|自己支付|个人自付).*$/, by: "自费" },
  { of: /^(?:自付|自费|个人支付|自己支付|个人自付).*$/, by: "自己" },
  { of: /^(?:医保|社保)(?:已?报销?|已?付|支付|统筹|结算).*$/, by: "医保" },
  { of: /^(?:医保|社保)(?:已?报销?|已?付|支付|统筹|结算).*$/, by: "社保" },
  { of: /^total (?:cost|amount|expenses?|bill|charge)s?$/, by: "total" },
  { of: /^total (?:cost|amount|expenses?|bill|charge)s?$/, by: "in total" },
  { of: /^.{2,4}(?=原因$)/, by: "" },
  { of: /^.{2,4}(?=地点$)/, by: "" },
  { of: /^.{2,4}(?=账户$)/, by: "" },
  { of: /^.{2,4}(?=账号$)/, by: "" },
  { of: /账户$/, by: "账号" },
  { of: /^.{2,4}(?=手机号$)/, by: "" },
  { of: /手机号码?$/, by: "手机" },
  { of: /^[a-z' -]+ (?=(?:date|number|account|amount|reason|phone|email|card)$)/, by: "" },
  { of: /^(date|place|time|reason) (?:of|for) .+$/, by: "$1" },
]

/** What customers call any value of a type. */
const TYPE_NAMES: Readonly<Record<string, readonly string[]>> = {
  phone: [
    "手机号码",
    "手机号",
    "手机",
    "电话号码",
    "电话",
    "phone number",
    "phone",
    "mobile number",
    "mobile",
  ],
  "policy-number": ["保单号", "policy number"],
  "bank-card": ["银行卡号", "银行卡", "卡号", "card number", "bank card"],
  "id-card": ["身份证号码", "身份证号", "身份证", "id number", "id card"],
  money: ["金额", "amount"],
  email: ["电子邮箱", "邮箱", "email address", "email", "e-mail"],
}

function isWord(lower: string, { start, end }: Span): boolean {
  if (!/^[a-z]/.test(lower.charAt(start))) return true
  return !/[a-z]/.test(lower.charAt(start - 1)) && !/[a-z]/.test(lower.charAt(end))
}
