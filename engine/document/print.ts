import type { Json } from "../types.ts"
import { isMap, type JsonMap } from "./json.ts"
import { plainValue } from "./scan-scalar.ts"
import type { Path } from "./tree.ts"

/**
 * The printed form of the flow language (its section 10). In flow files maps stand as blocks, and of the lists what is
 * said and the examples; in other files what fits a line stands inline.
 */
export type Form = "flow" | "other"

/** Returns the form in which new parts of a file are written. */
export function formOf(file: string): Form {
  return file.endsWith("flow.yaml") || file.includes("/scenarios/") ? "flow" : "other"
}

const widest = 110
const step = 2

/** Returns a value as the text of a whole file. */
export function printFile(value: Json, form: Form = "flow"): string {
  if (isMap(value) && Object.keys(value).length > 0) return `${mapLines(value, 0, [], form).join("\n")}\n`
  if (Array.isArray(value) && value.length > 0) return `${listLines(value, 0, [], form).join("\n")}\n`
  return `${afterKey(value, 0, [], form).slice(1)}\n`
}

/** Returns the lines of an entry of a block map whose keys stand in a column. */
export function entryLines(key: string, value: Json, column: number, path: Path, form: Form): string[] {
  return `${" ".repeat(column)}${printKey(key)}:${afterKey(value, column, path, form)}`.split("\n")
}

/** Returns the lines of an item of a block list whose dashes stand in a column. */
export function itemLines(value: Json, column: number, path: Path, form: Form): string[] {
  return listLines([value], column, path.slice(0, -1), form)
}

/** Returns what follows the colon of a block map: a space and a value, or lines of their own. */
export function afterKey(value: Json, column: number, path: Path, form: Form): string {
  const inner = column + step
  if (typeof value === "string" && value.includes("\n")) {
    const literal = literalLines(value, inner)
    if (literal !== null) return ` ${literal.join("\n")}`
  }
  if (Array.isArray(value) && value.length > 0 && !standsInline(value, column, path, form))
    return `\n${listLines(value, inner, path, form).join("\n")}`
  if (isMap(value) && Object.keys(value).length > 0 && !standsInline(value, column, path, form))
    return `\n${mapLines(value, inner, path, form).join("\n")}`
  return ` ${printInline(value)}`
}

function mapLines(value: JsonMap, column: number, path: Path, form: Form): string[] {
  return Object.entries(value).flatMap(([key, item]) => entryLines(key, item, column, [...path, key], form))
}

function listLines(value: readonly Json[], column: number, path: Path, form: Form): string[] {
  const dash = `${" ".repeat(column)}- `
  return value.flatMap((item, index) => {
    const at = [...path, index]
    if (isMap(item) && Object.keys(item).length > 0 && !standsInline(item, column, at, form)) {
      const [first = "", ...rest] = mapLines(item, column + step, at, form)
      return [dash + first.trimStart(), ...rest]
    }
    if (typeof item === "string" && item.includes("\n")) {
      const literal = literalLines(item, column + step)
      if (literal !== null) return [dash + literal[0], ...literal.slice(1)]
    }
    return [dash + printInline(item)]
  })
}

/** Lists of these stand one item a line in every file. */
const alwaysLines: ReadonlySet<string | number> = new Set([
  "examples",
  "say",
  "steps",
  "states",
  "versions",
  "rules",
])

function standsInline(value: Json, column: number, path: Path, form: Form): boolean {
  const isList = Array.isArray(value)
  if (path.length === 0) return false
  if (!isList && form === "flow") return false
  if (path.slice(-2).some((name) => alwaysLines.has(name))) return false
  const items = isList ? value : Object.values(isMap(value) ? value : {})
  const isDeep = items.some((item) => typeof item === "object" && item !== null)
  if (isList && isDeep) return false
  if (!isList && isDeep && path.length < 2) return false
  if (items.some((item) => typeof item === "string" && item.includes("\n"))) return false
  return column + String(path.at(-1)).length + 2 + printInline(value).length <= widest
}

/** Returns a value on one line, as it stands inside `[ ]` and `{ }` too; a scalar as it stands in a block. */
export function printInline(value: Json, within = false): string {
  if (Array.isArray(value)) return `[${value.map((item) => printInline(item, true)).join(", ")}]`
  if (!isMap(value)) return printScalar(value, within)
  const entries = Object.entries(value).map(([key, item]) => `${printKey(key)}: ${printInline(item, true)}`)
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`
}

export function printKey(key: string): string {
  return /^[A-Za-z_\u4e00-\u9fff][\w.\u4e00-\u9fff-]*$/.test(key) && !/^(?:true|false|null)$/i.test(key)
    ? key
    : quoted(key)
}

export function printScalar(value: Json, inFlow: boolean): string {
  if (typeof value !== "string") return Object.is(value, -0) ? "-0.0" : String(value)
  return needsQuotes(value, inFlow) ? quoted(value) : value
}

function needsQuotes(text: string, inFlow: boolean): boolean {
  if (text === "" || text !== text.trim() || /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u.test(text)) return true
  if (/^[-?:,[\]{}#&*!|>'"%@`]/.test(text) || (inFlow && /[[\]]/.test(text))) return true
  if (/[{}#,:]/.test(text) && !/^[\w.-]+:[\w./*-]*[\w*]$/.test(text)) return true
  if (/^(?:---|\.\.\.)/.test(text)) return true
  try {
    return typeof plainValue(text) !== "string"
  } catch {
    return true
  }
}

/** Returns a text in double quotes, with what YAML could misread escaped. */
export function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(/[\u007f-\u009f\u00ad\u2028\u2029\ufeff]|[\p{Cf}]/gu, (character) =>
    [...character]
      .map((each) => (each.length === 1 ? `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}` : each))
      .join(""),
  )
}

/** Returns a text of several lines as a block, or `null` when only quotes can hold it. */
export function literalLines(text: string, column: number): string[] | null {
  if (!/^\S/.test(text) || /[^\S\n]+(?:\n|$)|\n\n$|[^\P{Cc}\n]|\p{Cs}|[\u2028\u2029\ufeff]/u.test(text))
    return null
  const isClipped = text.endsWith("\n")
  const body = isClipped ? text.slice(0, -1) : text
  const lines = body.split("\n").map((line) => (line === "" ? "" : " ".repeat(column) + line))
  return [isClipped ? "|" : "|-", ...lines]
}
