import type { Change } from "../document/change.ts"
import { isMap } from "../document/json.ts"
import type { Path } from "../document/tree.ts"
import type { Json } from "../types.ts"

/** A string of a file and where it stands; `isKey` when it is the key there. */
type Spot = { readonly path: Path; readonly text: string }

/** Returns every string value below a value, with its path. */
export function stringsOf(value: Json, path: Path = []): readonly Spot[] {
  const found: Spot[] = []
  const walk = (at: Json | undefined, here: Path): void => {
    if (typeof at === "string") found.push({ path: here, text: at })
    else if (Array.isArray(at)) for (const [index, item] of at.entries()) walk(item, [...here, index])
    else if (isMap(at)) for (const [key, item] of Object.entries(at)) walk(item, [...here, key])
  }
  walk(value, path)
  return found
}

/** Fields whose value is CEL, by the flow language. `value` is CEL only in `input`-like maps, which are named here. */
const celFields = new Set(["when", "is", "at", "proof", "from", "key", "where"])
const celMaps = new Set(["input", "output", "correlate", "binds", "proves"])

function isCel(path: Path): boolean {
  const last = path.at(-1)
  return (
    celFields.has(String(last)) || path.some((step) => celMaps.has(String(step))) || isSaysOfOptions(path)
  )
}

/** `says` of options that come from data is CEL; in lists by locale it is never the last step. */
function isSaysOfOptions(path: Path): boolean {
  return path.at(-1) === "says" && path.at(-2) === "options"
}

/**
 * Returns a CEL expression or text in which a name of a root is another one: `slots.a` becomes `slots.b`, never inside
 * a string of CEL, and in a text only where values are named.
 */
export function renamedIn(text: string, root: string, from: string, to: string, cel: boolean): string {
  const name = new RegExp(`(^|[^\\w.$])${root}\\.${from}(?![\\w])`, "g")
  const replace = (part: string) => part.replace(name, `$1${root}.${to}`)
  if (cel)
    return text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^"']+/g, (part) =>
      /^["']/.test(part) ? part : replace(part),
    )
  return text.replace(/\{\s*[\w.]+/g, replace)
}

/** Returns the changes that make `root.from` `root.to` in all CEL and texts of a value. */
export function valueReferences(value: Json, root: string, from: string, to: string): readonly Change[] {
  return stringsOf(value).flatMap(({ path, text }): readonly Change[] => {
    if (!text.includes(`${root}.${from}`)) return []
    const renamed = renamedIn(text, root, from, to, isCel(path))
    return renamed === text ? [] : [{ do: "set", path, value: renamed }]
  })
}

/** Returns the changes that make a name another one wherever it stands under fields that hold such names. */
export function nameReferences(
  value: Json,
  from: string,
  to: string,
  holds: (path: Path) => boolean,
): readonly Change[] {
  return stringsOf(value).flatMap(({ path, text }): readonly Change[] =>
    text === from && holds(path) ? [{ do: "set", path, value: to }] : [],
  )
}

/** A field whose value, or list of values, is of a kind. */
export function fieldsNamed(...names: readonly string[]): (path: Path) => boolean {
  const wanted = new Set(names)
  return (path) => {
    const last = path.at(-1)
    return wanted.has(String(typeof last === "number" ? path.at(-2) : last))
  }
}

/** Returns the changes of names that stand after a mark and before another, as `state:` and `/` do in rules. */
export function prefixReferences(
  value: Json,
  marks: readonly string[],
  from: string,
  to: string,
  end: string,
): readonly Change[] {
  return stringsOf(value).flatMap(({ path, text }): readonly Change[] => {
    for (const mark of marks) {
      const start = `${mark}${from}`
      const rest = text.slice(start.length)
      const isNamed = text.startsWith(start) && (end === "" ? !/^[\w.-]/.test(rest) : rest.startsWith(end))
      if (isNamed) return [{ do: "set", path, value: `${mark}${to}${rest}` }]
    }
    return []
  })
}

/** Returns the changes of a name that is a key in maps of a kind. */
export function keysNamed(
  value: Json,
  from: string,
  to: string,
  holds: (path: Path) => boolean,
): readonly Change[] {
  const found: Change[] = []
  const walk = (at: Json | undefined, path: Path): void => {
    if (Array.isArray(at)) for (const [index, item] of at.entries()) walk(item, [...path, index])
    if (!isMap(at)) return
    if (holds(path) && Object.hasOwn(at, from)) found.push({ do: "rename", path: [...path, from], key: to })
    for (const [key, item] of Object.entries(at)) walk(item, [...path, key])
  }
  walk(value, [])
  return found
}
