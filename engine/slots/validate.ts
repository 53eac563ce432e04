import { isLocalDate, parseDuration, parseMoment } from "../calendar/index.ts"
import type { Json } from "../types.ts"
import { isIdCard } from "./recognizers/id-card.ts"

/** What a value must be besides its type: the keys offered, or the pattern of a declared type. */
export type ValueBounds = {
  readonly keys?: readonly string[] | undefined
  readonly pattern?: string | undefined
  /** Of a list's records: their fields' types. */
  readonly fields?: Readonly<Record<string, string>> | undefined
}

/**
 * Whether a value has the JSON form of a slot's type (flow-language, section 3). Asked of every value, whatever its
 * source: what a channel, a person or a program gives must be as exact as what a recogniser reads.
 */
export function isSlotValue(type: string, value: Json, bounds: ValueBounds = {}): boolean {
  const test = forms[type]
  if (test !== undefined) return test(value, bounds)
  if (typeof value !== "string") return false
  if (bounds.keys !== undefined) return bounds.keys.includes(value)
  return bounds.pattern === undefined || new RegExp(`^(?:${bounds.pattern})$`, "u").test(value)
}

type Form = (value: Json, bounds: ValueBounds) => boolean

const isText: Form = (value) => typeof value === "string" && value.trim() !== "" && value.length <= 2_000
const isNumber: Form = (value) => typeof value === "number" && Number.isFinite(value)
const like =
  (pattern: RegExp): Form =>
  (value) =>
    typeof value === "string" && pattern.test(value)
const isOffered = (value: Json, { keys }: ValueBounds) =>
  typeof value === "string" && (keys?.includes(value) ?? true)

const forms: Readonly<Record<string, Form>> = {
  text: isText,
  integer: (value) => Number.isSafeInteger(value),
  number: isNumber,
  height: isNumber,
  weight: isNumber,
  money: (value, bounds) =>
    isNumber(value, bounds) ||
    (isRecord(value) && isNumber(value.amount ?? null, bounds) && typeof value.currency === "string"),
  percent: isNumber,
  boolean: (value) => typeof value === "boolean",
  choice: isOffered,
  choices: (value, bounds) => Array.isArray(value) && value.every((key: Json) => isOffered(key, bounds)),
  date: (value) => typeof value === "string" && isLocalDate(value),
  datetime: (value) => typeof value === "string" && parseMoment(value) !== null,
  "date-range": (value) =>
    isRecord(value) &&
    typeof value.from === "string" &&
    typeof value.to === "string" &&
    isLocalDate(value.from) &&
    isLocalDate(value.to) &&
    value.from <= value.to,
  duration: (value) => typeof value === "string" && parseDuration(value) !== null,
  "person-name": isText,
  phone: like(/^1[3-9]\d{9}$/),
  email: like(/^[^\s@]+@[^\s@]+\.[^\s@]+$/),
  "id-card": (value) => typeof value === "string" && isIdCard(value),
  "bank-card": (value) => typeof value === "string" && /^\d{12,19}$/.test(value) && passesLuhn(value),
  "policy-number": like(/^P\d{11}$/),
  address: isText,
  place: isText,
  documents: (value) =>
    Array.isArray(value) && value.every((item: Json) => isRecord(item) && typeof item.id === "string"),
  list: (value, { fields }) =>
    Array.isArray(value) &&
    value.every(
      (record: Json) =>
        isRecord(record) &&
        Object.entries(record).every(
          ([name, field]) =>
            field !== undefined && (fields?.[name] === undefined || isSlotValue(fields[name], field)),
        ),
    ),
}

function isRecord(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index])
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
