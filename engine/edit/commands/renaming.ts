import type { Change } from "../../document/change.ts"
import { isMap, valueAt } from "../../document/json.ts"
import type { Path } from "../../document/tree.ts"
import type { Json } from "../../types.ts"
import { type Draft, Refusal } from "../draft.ts"
import { assertName, nameOf } from "../flow-view.ts"
import { flowFilesOf } from "../owned-uses.ts"
import { stringsOf } from "../references.ts"
import type { Use } from "../uses.ts"
import type { Words } from "../words.ts"

/** Whether a release may have known the old name, so that it goes into `was`; `false` for what is new since then. */
export type Recorded = { readonly record?: boolean }

/** Makes what names something name it otherwise, in every file. */
export function followRename(draft: Draft, uses: readonly Use[]): void {
  for (const file of new Set(uses.map((use) => use.file)))
    draft.change(file, ...uses.flatMap((use) => (use.file === file ? [use.change] : [])))
}

/** Appends an old name to `was`; a name that comes back leaves it. */
export function recordWas(draft: Draft, file: string, path: Path, from: string, to: string): void {
  const element = valueAt(draft.value(file), path)
  if (!isMap(element)) return
  const known = Array.isArray(element.was) ? element.was.filter((name) => name !== from && name !== to) : []
  draft.change(file, { do: "set", path: [...path, "was"], value: [...known, from] })
}

export function labelOfRename(zh: string, en: string, name: Words, from: string, to: string): Words {
  return {
    zh: `重命名${zh}「${name.zh}」：${from} → ${to}`,
    en: `Rename ${en} "${name.en}": ${from} → ${to}`,
  }
}

export function elementIn(draft: Draft, file: string, path: Path, zh: string, en: string): Json {
  const found = valueAt(draft.value(file), path)
  const name = String(path.at(-1))
  if (found === undefined) throw new Refusal(`没有${zh}「${name}」。`, `There is no ${en} "${name}".`)
  return found
}

export function assertFree(
  draft: Draft,
  file: string,
  path: Path,
  name: string,
  zh: string,
  en: string,
): void {
  assertName(name)
  if (valueAt(draft.value(file), [...path, name]) !== undefined)
    throw new Refusal(`已有${zh}「${name}」。`, `There is already a ${en} "${name}".`)
}

/** Ids of flows, wordings, entries and rules: small letters, digits and hyphens. */
export function assertId(id: string): void {
  if (/^[a-z][a-z0-9-]*$/.test(id)) return
  throw new Refusal(
    `「${id}」不能作编号：请用小写字母、数字和连字符，例如 premium-refund。`,
    `"${id}" cannot be an id: use small letters, digits and hyphens, such as premium-refund.`,
  )
}

/** An approved text cannot follow a new name: it would be another text. */
export function refuseApproved(draft: Draft, flows: readonly string[], name: string): void {
  const shown = new Set(
    flows.flatMap((file) =>
      stringsOf(draft.value(file)).flatMap(({ path, text }) => (path.at(-1) === "wording" ? [text] : [])),
    ),
  )
  for (const wording of shown) {
    const file = `wordings/${wording}.yaml`
    const value = draft.files.value(file)
    const reads =
      value !== undefined &&
      stringsOf(value).some(({ text }) =>
        new RegExp(`\\{\\s*${name.replace(".", "\\.")}(?![\\w])`).test(text),
      )
    if (reads)
      throw new Refusal(
        `合规话术「${nameOf(value, wording).zh}」引用了 ${name}。已审批的文本不能随之改动，请先发新版本。`,
        `The wording "${nameOf(value, wording).en}" names ${name}. An approved text cannot follow: give it a new version first.`,
      )
  }
}

export function eachText(draft: Draft, file: string, change: (text: string) => string): void {
  if (draft.files.source(file) === undefined) return
  const changes = stringsOf(draft.value(file)).flatMap(({ path, text }): readonly Change[] => {
    const changed = change(text)
    return changed === text ? [] : [{ do: "set", path, value: changed }]
  })
  draft.change(file, ...changes)
}

/** Replaces a name that ends where it ends. */
export function replaced(text: string, from: string, to: string): string {
  if (!text.startsWith(from)) return text
  const rest = text.slice(from.length)
  return from.endsWith("#") || !/^[\w-]/.test(rest) ? to + rest : text
}

/** Renames exits of a state, written `state#exit`, and states in the notes of what scenarios leave uncovered. */
export function renameKeys(draft: Draft, file: string, rename: (key: string) => string): void {
  const value = draft.value(file)
  const changes = (isMap(value) ? Object.keys(value) : []).flatMap((key): readonly Change[] => {
    const to = rename(key)
    return to === key ? [] : [{ do: "rename", path: [key], key: to }]
  })
  draft.change(file, ...changes)
}

/** Returns the flows that are valid YAML. */
export function flowFiles(draft: Draft): readonly string[] {
  return flowFilesOf(draft.files).filter((file) => draft.files.source(file) !== undefined)
}

/** Returns the scenario files of a flow's folder that are valid YAML. */
export function scenariosOf(draft: Draft, file: string): readonly string[] {
  const folder = file.replace(/flow\.yaml$/, "scenarios/")
  return Object.keys(draft.files.texts).filter(
    (each) => each.startsWith(folder) && each.endsWith(".yaml") && draft.files.source(each) !== undefined,
  )
}
