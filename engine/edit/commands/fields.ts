import type { Before } from "../../document/change.ts"
import { isMap, sameJson, valueAt } from "../../document/json.ts"
import type { Path } from "../../document/tree.ts"
import type { Json } from "../../types.ts"
import { type Draft, Refusal } from "../draft.ts"
import { fieldInWords, localeInWords } from "../field-words.ts"
import { nameOf } from "../flow-view.ts"
import { keyBefore } from "../key-order.ts"
import type { Outcome } from "../plan.ts"
import type { Words } from "../words.ts"

export type SetField = {
  readonly file: string
  readonly path: Path
  /** Absent takes the field away, and what it leaves empty with it. */
  readonly value?: Json
}

/** Gives a field of any file a value, or takes it away. Maps on the way to it are made. */
export function setField(draft: Draft, { file, path, value }: SetField): Outcome {
  if (path.length === 0) throw new Refusal("请指定字段。", "Name the field.")
  const label = labelOf(draft.value(file), path)
  if (value === undefined) {
    if (valueAt(draft.value(file), path) === undefined) return { label }
    draft.change(file, { do: "remove", path, keep: elementDepth(path) + 1 })
    return { label }
  }
  setAt(draft, file, path, value)
  return { label }
}

/** Sets a value, making the maps on the way to it. */
export function setAt(draft: Draft, file: string, path: Path, value: Json): void {
  let depth = path.length - 1
  while (depth > 0 && !isThere(draft.value(file), path.slice(0, depth))) depth -= 1
  const nested = path.slice(depth + 1).reduceRight<Json>((inner, step) => ({ [step]: inner }), value)
  const at = path.slice(0, depth + 1)
  const whole = draft.value(file)
  const before = valueAt(whole, at) === undefined ? keyBefore(file, whole, at) : undefined
  if (before === undefined) draft.change(file, { do: "set", path: at, value: nested })
  else
    draft.change(file, {
      ...{ do: "insert", path: at.slice(0, -1), key: String(at.at(-1)) },
      ...{ value: nested, before },
    })
}

function isThere(value: Json, path: Path): boolean {
  const found = valueAt(value, path)
  return typeof found === "object" && found !== null
}

export type SetText = {
  readonly file: string
  /** Of the text: a string in the default locale, or a map by locale. */
  readonly path: Path
  readonly locale: string
  /** Empty takes the text of this locale away. */
  readonly text: string
  /** The flow set's default locale, in which a text without locales is; read from `flowset.yaml` when absent. */
  readonly defaultLocale?: string
}

/** Writes a text in one locale; the others stay. */
export function setText(draft: Draft, { file, path, locale, text, defaultLocale }: SetText): Outcome {
  const old = valueAt(draft.value(file), path)
  const label = labelOf(draft.value(file), path, locale)
  const main = defaultLocale ?? defaultLocaleOf(draft)
  if (text === "") {
    const at = isMap(old) ? [...path, locale] : locale === main ? path : null
    if (at !== null && valueAt(draft.value(file), at) !== undefined)
      draft.change(file, { do: "remove", path: at, keep: elementDepth(path) + 1 })
    return { label }
  }
  if (isMap(old)) draft.change(file, { do: "set", path: [...path, locale], value: text })
  else if (typeof old === "string" && locale === main) draft.change(file, { do: "set", path, value: text })
  else if (typeof old === "string") setAt(draft, file, path, { [main]: old, [locale]: text })
  else setAt(draft, file, path, { [locale]: text })
  return { label }
}

export function defaultLocaleOf(draft: Draft): string {
  const first = valueAt(draft.files.value("flowset.yaml"), ["locales", 0])
  return typeof first === "string" ? first : "zh"
}

export type InsertItem = {
  readonly file: string
  /** Of the list; one that is not there is made. */
  readonly path: Path
  readonly value: Json
  /** Index before which it stands; absent: last. */
  readonly before?: number
}
export function insertItem(draft: Draft, { file, path, value, before }: InsertItem): Outcome {
  const label = labelOf(draft.value(file), path)
  const list = valueAt(draft.value(file), path)
  if (list === undefined || list === null) setAt(draft, file, path, [value])
  else if (!Array.isArray(list)) setAt(draft, file, path, [list as Json, value])
  else draft.change(file, { do: "insert", path, value, ...(before === undefined ? {} : { before }) })
  return { label }
}

export type RemoveItem = { readonly file: string; readonly path: Path; readonly index: number }
export function removeItem(draft: Draft, { file, path, index }: RemoveItem): Outcome {
  const label = labelOf(draft.value(file), path)
  draft.change(file, { do: "remove", path: [...path, index], keep: elementDepth(path) + 1 })
  return { label }
}

export type MoveEntry = {
  readonly file: string
  /** Of the list or map. */
  readonly path: Path
  readonly from: number | string
  /** The index, or key, before which it comes to stand; absent: last. */
  readonly before?: Before
}
/** Changes the order of a list, or of a map whose order means something, such as the cases of a decision. */
export function moveEntry(draft: Draft, { file, path, from, before }: MoveEntry): Outcome {
  const moved = { do: "move", path: [...path, from], to: path } as const
  draft.change(file, { ...moved, ...(before === undefined ? {} : { before }) })
  return { label: labelOf(draft.value(file), path) }
}

/** How many steps of a path name the element that a field belongs to: a state, a slot, an item of a file's list. */
function elementDepth(path: Path): number {
  const last = path.lastIndexOf("states")
  if (last !== -1) return Math.min(last + 2, path.length - 1)
  return Math.min(sections.has(String(path[0])) || typeof path[0] === "number" ? 2 : 1, path.length - 1)
}
const sections = new Set([
  "slots",
  "data",
  "derived",
  "on",
  "queues",
  "parameters",
  "types",
  "events",
  "rules",
  "versions",
])

/** Names the element whose field changes. */
function labelOf(value: Json, path: Path, locale?: string): Words {
  const depth = elementDepth(path)
  const id = String(path[depth - 1] ?? path[0] ?? "")
  const name = nameOf(valueAt(value, path.slice(0, depth)), id)
  const field = fieldInWords(
    String(
      path
        .slice(depth)
        .filter((step) => typeof step === "string")
        .at(0) ?? path.at(-1),
    ),
  )
  const language = locale === undefined ? null : localeInWords(locale)
  const [zh, en] = language === null ? ["", ""] : [`（${language.zh}）`, ` (${language.en})`]
  return sameJson(path.length, depth)
    ? { zh: `修改「${name.zh}」${zh}`, en: `Change "${name.en}"${en}` }
    : { zh: `修改「${name.zh}」的${field.zh}${zh}`, en: `Change ${field.en} of "${name.en}"${en}` }
}
