import { type Document, isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from "yaml"
import type { z } from "zod"
import type { Diagnostic, Json } from "../types.ts"

export type Place = { readonly file: string; readonly line: number; readonly column: number }
export type Path = readonly (string | number)[]

/** A parsed file that can tell where each of its values stands. */
export type Source = {
  readonly file: string
  readonly value: Json
  /** The place of the value at a path, or of its nearest ancestor that exists; lines and columns count from 1. */
  at(path: Path): Place
}

/** Parses one YAML file; every syntax error becomes a diagnostic, and then there is no source. */
export function parseSource(
  file: string,
  text: string,
): { source?: Source; diagnostics: readonly Diagnostic[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  if (document.errors.length > 0) {
    const diagnostics = document.errors.map(
      (error): Diagnostic => ({
        rule: "yaml",
        severity: "error",
        message: `The file is not valid YAML: ${error.message}`,
        help: "Mend the text at this place. Texts with { } : # , or quotation marks stand in quotes; maps are indented by two spaces.",
        ...place(error.pos[0]),
      }),
    )
    return { diagnostics }
  }
  const value = document.toJS({ maxAliasCount: 100 }) as Json
  return { source: { file, value, at: (path) => place(offsetOf(document, path)) }, diagnostics: [] }
}

function offsetOf(document: Document, path: Path): number {
  let node: Node | null = document.contents
  let offset = node?.range?.[0] ?? 0
  for (const step of path) {
    let next: Node | null | undefined
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
      )
      if (pair === undefined) return offset
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset
      next = pair.value as Node | null
    } else if (node !== null && "items" in node && Array.isArray(node.items)) {
      next = node.items[Number(step)] as Node | undefined
      offset = next?.range?.[0] ?? offset
    }
    if (next === null || next === undefined) return offset
    node = next
  }
  return offset
}

/** Reads a source as one of the schemas; each problem is a diagnostic with its place and how to mend it. */
export function readAs<S extends z.ZodType>(
  schema: S,
  source: Source,
  rule = "shape",
): { value?: z.infer<S>; diagnostics: readonly Diagnostic[] } {
  const nulls = nullPaths(source.value, [])
  if (nulls.length > 0) {
    return {
      diagnostics: nulls.map((path) => ({
        rule,
        severity: "error",
        message: `"${path.join(".")}" has no value.`,
        help: "Give it a value, or delete the line.",
        ...source.at(path),
      })),
    }
  }
  const parsed = schema.safeParse(source.value)
  if (parsed.success) return { value: parsed.data, diagnostics: [] }
  return { diagnostics: parsed.error.issues.flatMap((issue) => issueDiagnostics(issue, source, [], rule)) }
}

type Issue = z.core.$ZodIssue

/** Turns one schema issue into diagnostics; of a union the branch that came furthest is told. */
export function issueDiagnostics(
  issue: Issue,
  source: Source,
  base: Path,
  rule: string,
): readonly Diagnostic[] {
  const path = [...base, ...issue.path.map((step) => (typeof step === "number" ? step : String(step)))]
  if (issue.code === "invalid_union") {
    const branches = issue.errors
    const deepest = branches.reduce<readonly Issue[]>(
      (best, branch) => (depth(branch) > depth(best) ? branch : best),
      branches[0] ?? [],
    )
    if (depth(deepest) > 0) return deepest.flatMap((inner) => issueDiagnostics(inner, source, path, rule))
  }
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      rule,
      severity: "error",
      message: `"${key}" is not a field that may stand here${path.length > 0 ? ` (in "${path.join(".")}")` : ""}.`,
      help: "Check the spelling, or move it to where it belongs; the fields of each element are listed in the language reference.",
      ...source.at([...path, key]),
    }))
  }
  return [
    {
      rule,
      severity: "error",
      message: `"${path.join(".") || source.file}": ${sentence(issue.message)}`,
      help:
        issue.code === "invalid_type"
          ? `Write ${issue.expected === "record" || issue.expected === "object" ? "a map" : `a value of type ${issue.expected}`} here.`
          : "Mend the value as the message says.",
      ...source.at(path),
    },
  ]
}

function depth(issues: readonly Issue[]): number {
  return issues.reduce(
    (deep, issue) => Math.max(deep, issue.path.length + (issue.code === "unrecognized_keys" ? 1 : 0)),
    0,
  )
}

function sentence(message: string): string {
  return message.endsWith(".") ? message : `${message}.`
}

function nullPaths(value: Json | undefined, path: Path): Path[] {
  if (value === null) return [path]
  if (Array.isArray(value))
    return value.flatMap((item: Json, index: number) => nullPaths(item, [...path, index]))
  if (typeof value === "object")
    return Object.entries(value).flatMap(([key, item]) => nullPaths(item, [...path, key]))
  return []
}
