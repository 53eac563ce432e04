import type { Json, Locale } from "../types.ts"
import { formatDate, formatDateTime, formatPeriod } from "./dates.ts"
import { isChinese, textIn } from "./language.ts"
import { isMasked, maskValue } from "./mask.ts"
import { decimalText, formatMoney } from "./money.ts"
import { type ChoiceOption, elementShape, type ValueShape } from "./value-shape.ts"

/** How values are shown besides their shape. */
export type FormatSettings = {
  /** ISO 4217, `CNY` when left out. */
  readonly currency?: string
  /** The zone in which moments are shown, where its offset is fixed; else each is shown at its own offset. */
  readonly timeZone?: string
  /** Shows personal values whole, as when a customer checks what was just told. */
  readonly reveal?: boolean
  /** The locale that stands in for a missing one. */
  readonly fallback?: Locale
}

/** What a text shows for a value that is not there. */
export const absentText = "—"

/**
 * Returns a value as people read it, by its shape and never by `Intl`: `9,600.00元` or `CNY 9,600.00`,
 * `2026年3月2日（周一）` or `Mon, 2 Mar 2026`, an option's label, 是 or yes, lists joined. Personal kinds are masked
 * unless revealed. A value that does not fit its shape is shown as it is.
 */
export function formatValue(
  value: Json | undefined,
  shape: ValueShape,
  locale: Locale,
  settings: FormatSettings = {},
): string {
  if (value === undefined || value === null) return absentText
  if (typeof value === "boolean") return yesOrNo(value, locale)
  if (typeof value === "number") return formatNumber(value, shape, locale, settings)
  if (typeof value === "string") return formatString(value, shape, locale, settings)
  if (isList(value)) return formatList(value, shape, locale, settings)
  return formatObject(value, shape, locale, settings)
}

function formatNumber(value: number, shape: ValueShape, locale: Locale, settings: FormatSettings): string {
  if (!Number.isFinite(value)) return absentText
  switch (shape.kind) {
    case "money":
      return formatMoney(value, settings.currency ?? "CNY", locale)
    case "percent":
      return `${decimalText(value)}%`
    default:
      return decimalText(value)
  }
}

function formatString(value: string, shape: ValueShape, locale: Locale, settings: FormatSettings): string {
  switch (shape.kind) {
    case "choice":
    case "choices":
      return optionLabel(value, shape.options, locale, settings)
    case "date":
      return formatDate(value, locale) ?? value
    case "datetime":
      return formatDateTime(value, locale, settings.timeZone) ?? value
    case "duration":
      return formatPeriod(value, locale) ?? value
    default:
      if (isMasked(shape.kind))
        return settings.reveal ? grouped(value, shape) : maskValue(value, shape.kind, locale)
      return value
  }
}

function formatList(
  values: readonly Json[],
  shape: ValueShape,
  locale: Locale,
  settings: FormatSettings,
): string {
  if (values.length === 0) return isChinese(locale) ? "无" : "none"
  if (shape.kind === "documents") return join(values.map(documentName), locale)
  const element = elementShape(shape) ?? { kind: "any" }
  return join(
    values.map((value) => formatValue(value, element, locale, settings)),
    locale,
  )
}

function formatObject(
  value: { readonly [key: string]: Json | undefined },
  shape: ValueShape,
  locale: Locale,
  settings: FormatSettings,
): string {
  if (shape.kind === "date-range") {
    const from = formatValue(value.from, { kind: "date" }, locale)
    const to = formatValue(value.to, { kind: "date" }, locale)
    if (value.from === value.to) return from
    return isChinese(locale) ? `${from}至${to}` : `${from} – ${to}`
  }
  const fields = shape.kind === "object" ? shape.fields : {}
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined && part !== null)
    .map(([name, part]) => formatValue(part, fields[name] ?? { kind: "any" }, locale, settings))
  return parts.length === 0 ? absentText : parts.join(" ")
}

function optionLabel(
  key: string,
  options: readonly ChoiceOption[] | undefined,
  locale: Locale,
  { fallback }: FormatSettings,
): string {
  const label = options?.find((option) => option.key === key)?.label
  return label === undefined ? key : textIn(label, locale, fallback)
}

function documentName(value: Json): string {
  if (typeof value === "object" && value !== null && "name" in value && typeof value.name === "string") {
    return value.name
  }
  return typeof value === "string" ? value : absentText
}

/** Digits in the groups in which people compare them. */
function grouped(value: string, shape: ValueShape): string {
  if (shape.kind === "phone" && /^\d{11}$/.test(value))
    return value.replace(/(\d{3})(\d{4})(\d{4})/, "$1 $2 $3")
  if (shape.kind === "bank-card") return value.replaceAll(/(\d{4})(?=\d)/g, "$1 ")
  return value
}

function yesOrNo(value: boolean, locale: Locale): string {
  if (isChinese(locale)) return value ? "是" : "否"
  return value ? "yes" : "no"
}

function join(parts: readonly string[], locale: Locale): string {
  return parts.join(isChinese(locale) ? "、" : ", ")
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
