import { addDays, daysBetween, yearsBetween } from "../calendar/date.ts"
import { parseMoment } from "../calendar/moment.ts"
import { roundToCents } from "../format/money.ts"

/** A helper of ours: its overloads in CEL's notation, and what it does. */
type Helper = {
  readonly signatures: readonly string[]
  readonly returns: (...values: readonly (string | number | bigint)[]) => number | bigint | string
}

/** Functions that an expression may call, besides `workdays`, `addWorkdays` and `opensAt`, which read the calendar. */
export const helpers: readonly Helper[] = [
  {
    signatures: ["years(string, string): int"],
    returns: (from, to) => BigInt(yearsBetween(dayOf(from), dayOf(to))),
  },
  {
    signatures: ["days(string, string): int"],
    returns: (from, to) => BigInt(daysBetween(dayOf(from), dayOf(to))),
  },
  {
    signatures: ["addDays(string, int): string", "addDays(string, double): string"],
    returns: (date, count) => addDays(dayOf(date), Number(count)),
  },
  {
    signatures: ["money(int): double", "money(double): double"],
    returns: (amount) => roundToCents(Number(amount)),
  },
]

/** Functions called by name, `size(x)`. CEL's own that depend on a clock's zone or on regular expressions are left out. */
export const functionNames: readonly string[] = [
  ...["has", "size", "int", "double", "string", "bool", "dyn"],
  ...["years", "days", "addDays", "workdays", "addWorkdays", "opensAt", "money", "sum"],
]

/** Functions called on a value, `text.startsWith("P")`. */
export const methodNames: readonly string[] = [
  ...["contains", "startsWith", "endsWith", "size", "lowerAscii", "upperAscii", "trim", "split", "join"],
  ...["indexOf", "lastIndexOf", "substring", "all", "exists", "exists_one", "map", "filter", "bind"],
]

/** Returns the sum of a list of numbers, `0` for none, without the dust of binary arithmetic. */
export function sum(list: readonly unknown[]): number {
  let total = 0
  for (const part of list) {
    if (typeof part !== "number" && typeof part !== "bigint") {
      throw new RangeError(`sum adds numbers; the list holds ${JSON.stringify(part)}`)
    }
    total += Number(part)
  }
  return Number(total.toPrecision(15))
}

/** Returns the day of a date, or of a moment at its own offset. Throws a `RangeError` for anything else. */
export function dayOf(value: unknown): string {
  if (typeof value !== "string") throw new RangeError(`${JSON.stringify(value)} is no date: write YYYY-MM-DD`)
  return value.length > 10 && parseMoment(value) !== null ? value.slice(0, 10) : value
}
