import { type Diagnostic, isMap, type Json, type Path, type Source } from "../../engine/index.ts"

/**
 * Returns the problems of an element by the field in which they stand: the engine tells line and column, and the
 * source which field stands there.
 */
export function fieldProblems(
  source: Source | undefined,
  base: Path,
  value: Json,
  diagnostics: readonly Diagnostic[],
): ReadonlyMap<string, readonly Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>()
  if (source === undefined) return found
  const inFile = diagnostics.filter(({ file }) => file === source.file)
  if (inFile.length === 0) return found
  const wanted = new Map<string, Diagnostic[]>()
  for (const diagnostic of inFile) {
    const key = `${diagnostic.line}:${diagnostic.column}`
    const same = wanted.get(key)
    if (same === undefined) wanted.set(key, [diagnostic])
    else same.push(diagnostic)
  }
  const walk = (at: Json | undefined, path: Path): void => {
    const { line, column } = source.at([...base, ...path])
    const here = wanted.get(`${line}:${column}`)
    if (here !== undefined) found.set(path.join("."), here)
    if (Array.isArray(at)) for (const [index, item] of at.entries()) walk(item, [...path, index])
    else if (isMap(at))
      for (const [key, item] of Object.entries(at)) if (key !== "states") walk(item, [...path, key])
  }
  walk(value, [])
  return found
}
