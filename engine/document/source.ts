import type { z } from "zod"
import { type Diagnostic, type Json, type Sentence, sentence, told } from "../types.ts"
import { readFileWithLibrary, type YamlError } from "./library.ts"
import { scan } from "./scan.ts"
import { type Entry, locate, type Path, pathAtOffset } from "./tree.ts"

export type { Path } from "./tree.ts"
export type Place = { readonly file: string; readonly line: number; readonly column: number }

/** A parsed file: its text, its values, and where each of them stands. Immutable. */
export type Source = {
  readonly file: string
  readonly text: string
  readonly value: Json
  /** How the values are written, for edits. */
  readonly root: Entry
  /** The place of the value at a path, or of its nearest ancestor that exists; lines and columns count from 1. */
  at(path: Path): Place
  /** The path of the innermost value at a line and column: what a diagnostic there is about. */
  pathAt(line: number, column: number): Path
}

/**
 * Parses one YAML file. One that is not valid has no source and one diagnostic, of its first fault: what a parser says of
 * the rest follows from that. With an `earlier` source
 * of the file only what changed is read anew, and values that did not change are the same objects.
 */
export function parseSource(
  file: string,
  text: string,
  earlier?: Source,
): { source?: Source; diagnostics: readonly Diagnostic[] } {
  if (earlier?.text === text && earlier.file === file) return { source: earlier, diagnostics: [] }
  const root = scan(text, earlier)
  if (root !== null) return { source: createSource(file, text, root), diagnostics: [] }
  const read = readFileWithLibrary(text)
  if ("root" in read) return { source: createSource(file, text, read.root), diagnostics: [] }
  return { diagnostics: [yamlDiagnostic(read.error, placesIn(file, text)(read.error.at))] }
}

function yamlDiagnostic(error: YamlError, place: Place): Diagnostic {
  return {
    rule: "yaml",
    severity: "error",
    ...told(
      sentence`The file is not valid YAML: ${faultOf(error)}`,
      sentence`Mend the text at this place. Texts with { } : # , or quotation marks stand in quotes; maps are indented by two spaces.`,
    ),
    ...place,
  }
}

/** The faults that are usual by hand, in the words of a writer; of others what the parser says. */
function faultOf({ code, message }: YamlError): Sentence | string {
  switch (code) {
    case "BAD_INDENT":
    case "TAB_AS_INDENT":
      return sentence`the line does not begin in the column in which it should.`
    case "MISSING_CHAR":
      return sentence`a quotation mark, bracket, comma or colon is missing.`
    case "DUPLICATE_KEY":
      return sentence`the name before the colon stands twice.`
    case "BLOCK_AS_IMPLICIT_KEY":
    case "MULTILINE_IMPLICIT_KEY":
      return sentence`there is a second colon, or a quotation mark or bracket that is not closed.`
    default:
      return finished(message)
  }
}

function createSource(file: string, text: string, root: Entry): Source {
  let place: ((offset: number) => Place) | undefined
  return {
    ...{ file, text, value: root.node.value, root },
    pathAt(line, column) {
      let start = 0
      for (let count = 1; count < line; count += 1) start = text.indexOf("\n", start) + 1
      return pathAtOffset(root, start + column - 1)
    },
    at(path) {
      place ??= placesIn(file, text)
      const { entry, at } = locate(root, path)
      const inList = entry.keyEnd === 1 && text[at] === "-"
      return place(entry === root || inList ? at + entry.start : at)
    },
  }
}

/** Returns how the places of a text are found by offset. */
function placesIn(file: string, text: string): (offset: number) => Place {
  const starts = [0]
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
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
        ...told(sentence`"${path.join(".")}" has no value.`, sentence`Give it a value, or delete the line.`),
        ...source.at(path),
      })),
    }
  }
  const parsed = schema.safeParse(source.value)
  if (parsed.success) return { value: parsed.data, diagnostics: [] }
  return { diagnostics: parsed.error.issues.flatMap((issue) => issueDiagnostics(issue, source, [], rule)) }
}

/** Parses a file and reads it as one of the schemas. `source` is there when it can be parsed, `value` when it also fits. */
export function readFileAs<S extends z.ZodType>(
  schema: S,
  file: string,
  text: string,
): { source?: Source; value?: z.infer<S>; diagnostics: readonly Diagnostic[] } {
  const { source, diagnostics } = parseSource(file, text)
  if (source === undefined) return { diagnostics }
  const read = readAs(schema, source)
  return { source, ...read, diagnostics: [...diagnostics, ...read.diagnostics] }
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
      ...told(
        path.length === 0
          ? sentence`"${key}" is not a field that may stand here.`
          : sentence`"${key}" is not a field that may stand here (in "${path.join(".")}").`,
        sentence`Check the spelling, or move it to where it belongs; the fields of each element are listed in the language reference.`,
      ),
      ...source.at([...path, key]),
    }))
  }
  return [
    {
      rule,
      severity: "error",
      ...told(
        sentence`"${path.join(".") || source.file}": ${finished(issue.message)}`,
        issue.code !== "invalid_type"
          ? sentence`Mend the value as the message says.`
          : issue.expected === "record" || issue.expected === "object"
            ? sentence`Write a map here.`
            : sentence`Write a value of type ${issue.expected} here.`,
      ),
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

function finished(message: string): string {
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
