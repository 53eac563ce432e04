import { parseSource, type Source } from "../document/source.ts"
import { type Diagnostic, type Json, sentence, told } from "../types.ts"

/**
 * The files of a flow set that is being edited: path below `flows/` → text. Immutable: `with` returns other files, and
 * what did not change is not read again. YAML files have sources, `layout.json` a value alone.
 */
export type Files = {
  readonly texts: Readonly<Record<string, string>>
  /** `undefined` when there is no such file, or it is not valid YAML. */
  source(file: string): Source | undefined
  /** What is wrong with a file as YAML or JSON. */
  problems(file: string): readonly Diagnostic[]
  /** The value of a YAML or JSON file; `undefined` as for `source`. */
  value(file: string): Json | undefined
  /** Other texts in place of these; `null` takes a file away. */
  with(changed: Readonly<Record<string, string | null>>): Files
  /** Another text of one file, which was read already. */
  withSource(source: Source): Files
}

type Read = {
  readonly source?: Source
  readonly value?: Json
  readonly diagnostics: readonly Diagnostic[]
}

/** `read` holds what was read of these texts, `earlier` the last source of files that changed since they were read. */
export function createFiles(
  texts: Readonly<Record<string, string>>,
  read: ReadonlyMap<string, Read> = new Map(),
  earlier: ReadonlyMap<string, Source> = new Map(),
): Files {
  const known = new Map(read)
  const readOf = (file: string): Read | undefined => {
    const text = texts[file]
    if (text === undefined) return undefined
    let found = known.get(file)
    if (found === undefined) {
      found = file.endsWith(".json") ? readJson(file, text) : readYaml(file, text, earlier.get(file))
      known.set(file, found)
    }
    return found
  }
  return {
    texts,
    source: (file) => readOf(file)?.source,
    problems: (file) => readOf(file)?.diagnostics ?? [],
    value: (file) => readOf(file)?.value,
    with(changed) {
      const next: Record<string, string> = { ...texts }
      const kept = new Map(known)
      const before = new Map(earlier)
      for (const [file, text] of Object.entries(changed)) {
        if (text === texts[file]) continue
        const source = known.get(file)?.source
        if (source !== undefined) before.set(file, source)
        kept.delete(file)
        if (text === null) delete next[file]
        else next[file] = text
      }
      return createFiles(next, kept, before)
    },
    withSource(source) {
      const { file, text, value } = source
      const kept = new Map(known).set(file, { source, value, diagnostics: [] })
      return createFiles({ ...texts, [file]: text }, kept, earlier)
    },
  }
}

function readYaml(file: string, text: string, earlier: Source | undefined): Read {
  const { source, diagnostics } = parseSource(file, text, earlier)
  return source === undefined ? { diagnostics } : { source, value: source.value, diagnostics }
}

function readJson(file: string, text: string): Read {
  try {
    return { value: JSON.parse(text), diagnostics: [] }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const says = told(
      sentence`The file is not valid JSON: ${why}.`,
      sentence`Mend it, or delete it: positions are then laid out anew.`,
    )
    return { diagnostics: [{ rule: "json", severity: "error", ...says, file, line: 1, column: 1 }] }
  }
}
