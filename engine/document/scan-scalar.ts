import type { Json } from "../types.ts"

/** Thrown for YAML that the quick reader leaves to the library. */
export const unfamiliar = Symbol("unfamiliar")

/** Returns what a plain scalar means by YAML's core schema. Throws `unfamiliar` for rare forms of numbers. */
export function plainValue(text: string): Json {
  const first = text.charCodeAt(0)
  if (first > 126) return text
  if ((first >= 48 && first <= 57) || first === 45 || first === 43 || first === 46) {
    if (/^-?(0|[1-9]\d{0,14})(\.\d{1,15})?$/.test(text)) return Number(text)
    if (/^[-+.]?[\d.]*(e[-+]?\d+)?$/i.test(text) || /^0[ox]/.test(text) || /^[-+]?\.(inf|nan)$/i.test(text))
      throw unfamiliar
    return text
  }
  switch (text) {
    case "true":
    case "True":
    case "TRUE":
      return true
    case "false":
    case "False":
    case "FALSE":
      return false
    case "null":
    case "Null":
    case "NULL":
    case "~":
      return null
    default:
      return text
  }
}

const forbiddenFirst = /[\s,[\]{}#&*!|>'"%@`?:-]/

/**
 * Returns where a plain scalar that starts at `at` ends. In a flow collection it also ends at `,`, `[`, `]`, `{`, `}`.
 * Throws `unfamiliar` for what no plain scalar of the flow language looks like.
 */
export function plainEnd(text: string, at: number, lineEnd: number, inFlow: boolean): number {
  const first = text[at] ?? ""
  if (forbiddenFirst.test(first)) {
    const next = text[at + 1] ?? " "
    const mayStart = (first === "-" || first === "?" || first === ":") && !/[\s,[\]{}]/.test(next)
    if (!mayStart) throw unfamiliar
  }
  let end = at
  for (; end < lineEnd; end += 1) {
    const unit = text.charCodeAt(end)
    if (unit === 58 /* : */) {
      const after = end + 1 < lineEnd ? text.charCodeAt(end + 1) : 32
      if (after === 32 || after === 9) throw unfamiliar
      if (inFlow && isFlowMark(after)) throw unfamiliar
    } else if (unit === 35 /* # */) {
      const before = text.charCodeAt(end - 1)
      if (before === 32 || before === 9) break
    } else if (inFlow && isFlowMark(unit)) break
  }
  while (end > at && (text.charCodeAt(end - 1) === 32 || text.charCodeAt(end - 1) === 9)) end -= 1
  return end
}

function isFlowMark(unit: number): boolean {
  return unit === 44 || unit === 91 || unit === 93 || unit === 123 || unit === 125
}

/** Returns the value of a quoted scalar on one line, and where it ends. */
export function quotedScalar(
  text: string,
  at: number,
  lineEnd: number,
): { readonly value: string; readonly end: number; readonly style: "double" | "single" } {
  const quote = text[at]
  if (quote === '"') {
    let close = at + 1
    let escaped = false
    for (; close < lineEnd; close += 1) {
      const unit = text.charCodeAt(close)
      if (unit === 34) break
      if (unit === 92) {
        escaped = true
        close += 1
      }
    }
    if (close >= lineEnd) throw unfamiliar
    const raw = text.slice(at + 1, close)
    if (!escaped) return { value: raw, end: close + 1, style: "double" }
    if (/\\[^"\\nrtbf/u]/.test(raw.replaceAll("\\\\", ""))) throw unfamiliar
    try {
      return { value: JSON.parse(`"${raw.replaceAll("\t", "\\t")}"`), end: close + 1, style: "double" }
    } catch {
      throw unfamiliar
    }
  }
  let close = at + 1
  for (;;) {
    close = text.indexOf("'", close)
    if (close === -1 || close >= lineEnd) throw unfamiliar
    if (text[close + 1] !== "'") break
    close += 2
  }
  return { value: text.slice(at + 1, close).replaceAll("''", "'"), end: close + 1, style: "single" }
}
