import type { Locale } from "../types.ts"
import { isChinese } from "./language.ts"

/**
 * Returns `amount` rounded to the cent, half away from zero (四舍五入). The dust of binary arithmetic is dropped
 * first, so that `0.1 + 0.2` is `0.3` and `1.005` is `1.01`. Exact up to 15 significant digits.
 */
export function roundToCents(amount: number): number {
  return Number(centsText(amount))
}

/** Returns `amount` with exactly two decimals and no grouping, rounded as `roundToCents` does: `9600.00`. */
export function centsText(amount: number): string {
  const plain = decimalText(amount)
  const negative = plain.startsWith("-")
  const [whole = "0", fraction = ""] = (negative ? plain.slice(1) : plain).split(".")
  const kept = BigInt(whole + fraction.slice(0, 2).padEnd(2, "0"))
  const cents = (fraction[2] ?? "0") >= "5" ? kept + 1n : kept
  const digits = cents.toString().padStart(3, "0")
  return `${negative && cents > 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Returns a finite number in plain digits, without exponent and without binary dust: `1e21` is `1000000000000000000000`. */
export function decimalText(value: number): string {
  if (!Number.isFinite(value))
    throw new RangeError(`${value} is no amount: only finite numbers can be written`)
  const text = String(Number(value.toPrecision(15)))
  const match = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (match === null) return text
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`
  return point >= digits.length
    ? sign + digits.padEnd(point, "0")
    : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`
}

/** What follows an amount in Chinese; a currency without a name here keeps its code in front. */
const CHINESE_NAMES: Readonly<Record<string, string>> = {
  CNY: "元",
  HKD: "港元",
  MOP: "澳门元",
  TWD: "新台币",
  USD: "美元",
  EUR: "欧元",
  GBP: "英镑",
}

/** Returns an amount with thousands and two decimals: `9,600.00元` in Chinese, `CNY 9,600.00` elsewhere. */
export function formatMoney(amount: number, currency: string, locale: Locale): string {
  const [whole = "", cents = ""] = centsText(amount).split(".")
  const digits = `${whole.replaceAll(/\B(?=(\d{3})+$)/g, ",")}.${cents}`
  const name = isChinese(locale) ? CHINESE_NAMES[currency] : undefined
  return name === undefined ? `${currency} ${digits}` : `${digits}${name}`
}
