import { readFileSync } from "node:fs"
import { parseDuration } from "../../../../engine/calendar/index.ts"
import { type Recognition, type RecognizeOptions, recognize } from "../../../../engine/slots/recognize.ts"

/** A row of the test suites of Recognizers-Text, Duckling and chrono, in their own conventions. */
export type Row = {
  readonly id: string
  readonly lang: "zh" | "en"
  readonly task: string
  readonly text: string
  readonly ref?: string
  readonly expected: readonly Expected[]
}

type Expected = {
  readonly text: string
  readonly start?: number
  readonly end?: number
  readonly value?: string | number | boolean
  readonly unit?: string
  readonly iso?: string
  readonly grain?: string
  readonly seconds?: readonly string[]
  readonly any_of?: readonly (
    | string
    | { readonly from: string | null; readonly to_exclusive: string | null }
  )[]
  readonly prefer_past?: string
  readonly prefer_future?: string
}

/** What the slot type is called that a task of the suites asks for. */
const TYPES: Readonly<Record<string, string>> = {
  date: "date",
  datetime: "datetime",
  daterange: "date-range",
  duration: "duration",
  number: "number",
  percent: "percent",
  money: "money",
  yes_no: "boolean",
  email: "email",
}

/** Rows of one locale, of the tasks that are measured, with one expected value or none. */
export function rowsOf(lang: "zh" | "en"): readonly Row[] {
  const lines = readFileSync(
    new URL(`../../../data/entities-core/${lang}.dev.jsonl`, import.meta.url),
    "utf8",
  )
    .trim()
    .split("\n")
  return lines
    .map((line): Row => JSON.parse(line))
    .filter(({ task, expected }) => TYPES[task] !== undefined && expected.length < 2)
}

export type Verdict = {
  readonly row: Row
  readonly isRight: boolean
  /** A value where none is expected. */
  readonly isMadeUp: boolean
  readonly said: readonly { readonly prefer: string; readonly found: Recognition | null }[]
}

/** Asks a row as it stands, and once more for each day that `prefer` should choose. */
export function judge(row: Row): Verdict {
  const [expected] = row.expected
  const asked = [
    { prefer: "none", day: undefined },
    { prefer: "past", day: expected?.prefer_past },
    { prefer: "future", day: expected?.prefer_future },
  ].filter(({ prefer, day }) => prefer === "none" || day !== undefined)
  const said = asked.map(({ prefer }) => ({ prefer, found: ask(row, prefer) }))
  const isRight = said.every(({ prefer, found }) =>
    expected === undefined
      ? found === null
      : found !== null && isValue(row, expected, found, asked.find((one) => one.prefer === prefer)?.day),
  )
  return { row, isRight, isMadeUp: expected === undefined && said.some(({ found }) => found !== null), said }
}

function ask(row: Row, prefer: string): Recognition | null {
  const options: RecognizeOptions = {
    now: momentOf(row.ref),
    locale: row.lang,
    ...(prefer === "past" || prefer === "future" ? { prefer } : {}),
  }
  return recognize(TYPES[row.task] ?? row.task, row.text, options)
}

/** Two rows of chrono's suite name their moment in words. */
function momentOf(ref = "2026-03-04T10:00:00+08:00"): string {
  return /^\d/.test(ref) ? ref : new Date(`${ref} UTC`).toISOString()
}

function isValue(row: Row, expected: Expected, { value }: Recognition, day: string | undefined): boolean {
  switch (row.task) {
    case "date":
      return day === undefined ? (expected.any_of ?? []).includes(String(value)) : value === day
    case "datetime":
      return (expected.any_of ?? []).some((moment) => String(value).startsWith(String(moment).slice(0, 16)))
    case "daterange":
      return isRange(expected, value)
    case "duration":
      return isDuration(expected, String(value))
    case "money":
      return isMoney(expected, value)
    case "yes_no":
      return value === expected.value
    case "email":
      return value === String(expected.value).toLowerCase()
    default:
      return isClose(Number(value), Number(String(expected.value).replace("%", "")))
  }
}

function isClose(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.abs(other) * 1e-9
}

/** The suites name the day after the last; that day itself is read as included too. A season has no days. */
function isRange({ any_of = [] }: Expected, value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("from" in value && "to" in value)) return false
  return any_of.some((range) => {
    if (typeof range === "string") return false
    if (range.from === null && range.to_exclusive === null) return true
    const ends = range.to_exclusive === null ? [null] : [range.to_exclusive, dayBefore(range.to_exclusive)]
    return value.from === range.from && ends.some((end) => value.to === end)
  })
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

const UNIT_SECONDS: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
  month: 2_592_000,
  quarter: 7_776_000,
  year: 31_536_000,
}

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 }

/** A year has 365 days, a month 30; half a year is six months, which the suites count as 182.5 days. */
function isDuration({ seconds, value, grain = "" }: Expected, said: string): boolean {
  const parts = parseDuration(said)
  if (parts === null) return false
  const days = parts.years * 365 + parts.months * 30 + parts.days
  const total = ((days * 24 + parts.hours) * 60 + parts.minutes) * 60 + parts.seconds
  const months = MONTHS[grain]
  if (months !== undefined && parts.days === 0 && parts.hours === 0) {
    return parts.years * 12 + parts.months === Number(value) * months
  }
  const wanted = seconds?.map(Number) ?? [Number(value) * (UNIT_SECONDS[grain] ?? Number.NaN)]
  return wanted.some((each) => Math.abs(total - each) <= (parts.months >= 6 ? each * 0.02 : 0.5))
}

/** Names of units without an ISO code whose hundredth part is meant. */
const HUNDREDTHS = /^(?:Cent|Pence|Penny|Sen)$/
const CODES: Readonly<Record<string, string>> = { Dollar: "USD", Pound: "GBP", Rupee: "INR", Cent: "USD" }

function isMoney({ value, unit = "", iso }: Expected, said: unknown): boolean {
  const isForeign = typeof said === "object" && said !== null && "amount" in said && "currency" in said
  const amount = Number(isForeign ? said.amount : said)
  const currency = isForeign ? said.currency : "CNY"
  const code = iso ?? (/^[A-Z]{3}$/.test(unit) ? unit : CODES[unit])
  if (code !== undefined && code !== currency && !HUNDREDTHS.test(unit) && unit !== "Dollar") return false
  const wanted = value === undefined ? 1 : Number(value)
  return isClose(amount, HUNDREDTHS.test(unit) ? wanted / 100 : wanted)
}
