import type { Locale } from "../types.ts"
import { isChinese } from "./language.ts"
import type { ValueShape } from "./value-shape.ts"

/** Kinds whose values are shown masked unless a text reveals them. */
const MASKED: ReadonlySet<string> = new Set(["id-card", "bank-card", "phone", "email", "address"])

/** Whether values of the kind are personal enough to be masked on screens. */
export function isMasked(kind: ValueShape["kind"]): boolean {
  return MASKED.has(kind)
}

/**
 * Returns what may be shown of a personal value: `110***********1234` of an ID card, `尾号8120` of a bank card,
 * `138****1234` of a phone, `z***@example.com`, the first six characters of an address. Policy numbers, names and
 * every other kind come back as they are.
 */
export function maskValue(value: string, kind: ValueShape["kind"], locale: Locale): string {
  switch (kind) {
    case "id-card":
      return cover(value, 3, 4)
    case "phone":
      return cover(value, 3, 4)
    case "bank-card": {
      const tail = value.slice(-4)
      return isChinese(locale) ? `尾号${tail}` : `ending ${tail}`
    }
    case "email": {
      const at = value.lastIndexOf("@")
      return at < 1 ? "***" : `${value.slice(0, 1)}***${value.slice(at)}`
    }
    case "address":
      return `${[...value].slice(0, 6).join("")}****`
    default:
      return value
  }
}

/** Stars in the middle; a value too short to keep both ends is covered whole. */
function cover(value: string, head: number, tail: number): string {
  if (value.length <= head + tail) return "*".repeat(value.length)
  return value.slice(0, head) + "*".repeat(value.length - head - tail) + value.slice(-tail)
}
