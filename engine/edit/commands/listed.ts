import { isMap, type JsonMap, valueAt } from "../../document/json.ts"
import { printFile } from "../../document/print.ts"
import type { Path } from "../../document/tree.ts"
import type { Json } from "../../types.ts"
import { type Draft, Refusal } from "../draft.ts"
import { labelled, nameOf } from "../flow-view.ts"
import type { Outcome } from "../plan.ts"
import { assertId, labelOfRename, type Recorded, recordWas } from "./renaming.ts"

/** Elements that stand in lists, told apart by their `id`. */
const lists = {
  knowledge: { path: [], zh: "知识条目", en: "entry" },
  rule: { path: ["rules"], zh: "规则", en: "rule" },
} as const satisfies Readonly<Record<string, { path: Path; zh: string; en: string }>>
export type ListedKind = keyof typeof lists

export type AddListed = {
  readonly file: string
  readonly kind: ListedKind
  readonly id: string
  /** Its other fields. */
  readonly value: JsonMap
}
/** Adds an entry of the knowledge or a rule, last in its file, which is made if it is not there. */
export function addListed(draft: Draft, { file, kind, id, value }: AddListed): Outcome {
  const { path, zh, en } = lists[kind]
  assertId(id)
  const element = { id, ...value }
  if (!Object.hasOwn(draft.files.texts, file)) {
    const list = [element]
    draft.write(file, printFile(kind === "rule" ? { rules: list } : list, "other"))
  } else {
    if (indexOf(draft, file, path, id) !== -1)
      throw new Refusal(`已有${zh}「${id}」。`, `There is already a ${en} "${id}".`)
    draft.change(file, { do: "insert", path, value: element })
  }
  return { label: labelled(`新增${zh}`, `Add ${en}`, nameOf(value, id)), made: [id] }
}

export type RemoveListed = { readonly file: string; readonly kind: ListedKind; readonly id: string }
export function removeListed(draft: Draft, { file, kind, id }: RemoveListed): Outcome {
  const { path, zh, en } = lists[kind]
  const index = indexOf(draft, file, path, id)
  if (index === -1) throw new Refusal(`没有${zh}「${id}」。`, `There is no ${en} "${id}".`)
  const name = nameOf(valueAt(draft.value(file), [...path, index]), id)
  draft.change(file, { do: "remove", path: [...path, index], keep: path.length })
  return { label: labelled(`删除${zh}`, `Delete ${en}`, name) }
}

export type RenameListed = Recorded & RemoveListed & { readonly to: string }
/** Gives an entry of the knowledge or a rule another id. */
export function renameListed(draft: Draft, { file, kind, id, to, record }: RenameListed): Outcome {
  const { path, zh, en } = lists[kind]
  assertId(to)
  const index = indexOf(draft, file, path, id)
  if (index === -1) throw new Refusal(`没有${zh}「${id}」。`, `There is no ${en} "${id}".`)
  if (indexOf(draft, file, path, to) !== -1)
    throw new Refusal(`已有${zh}「${to}」。`, `There is already a ${en} "${to}".`)
  const name = nameOf(valueAt(draft.value(file), [...path, index]), id)
  draft.change(file, { do: "set", path: [...path, index, "id"], value: to })
  if (kind === "knowledge" && record !== false) recordWas(draft, file, [...path, index], id, to)
  return { label: labelOfRename(zh, en, name, id, to) }
}

function indexOf(draft: Draft, file: string, path: Path, id: string): number {
  const list = valueAt(draft.value(file), path)
  return Array.isArray(list) ? list.findIndex((item: Json) => isMap(item) && item.id === id) : -1
}
