import { printFile } from "../../document/print.ts"
import type { Json } from "../../types.ts"
import { type Draft, Refusal } from "../draft.ts"
import { labelled, nameOf } from "../flow-view.ts"
import type { Outcome } from "../plan.ts"
import { usesOf } from "../uses.ts"
import { moveFile } from "./files.ts"
import { assertId, followRename, labelOfRename } from "./renaming.ts"

export type AddWording = {
  readonly id: string
  readonly title: Readonly<Record<string, string>>
  /** Its first version, not approved yet. */
  readonly version: Json
}

/** Makes a wording in a file of its own. */
export function addWording(draft: Draft, { id, title, version }: AddWording): Outcome {
  const file = newFile(draft, id)
  draft.write(file, printFile({ format: 1, id, title: { ...title }, versions: [version] }))
  return { label: labelled("新增合规话术", "Add wording", nameOf({ title }, id)), made: [id] }
}

export type RemoveWording = { readonly id: string }

/** Takes a wording away; what names it is left, and the problems tell where. */
export function removeWording(draft: Draft, { id }: RemoveWording): Outcome {
  const file = `wordings/${id}.yaml`
  if (!Object.hasOwn(draft.files.texts, file))
    throw new Refusal(`没有合规话术「${id}」。`, `There is no wording "${id}".`)
  const name = nameOf(draft.files.value(file), id)
  draft.write(file, null)
  return { label: labelled("删除合规话术", "Delete wording", name) }
}

export type RenameWording = { readonly id: string; readonly to: string }

/** Gives a wording another id: its file moves, and all that names it follows. What was approved is its text, which stays. */
export function renameWording(draft: Draft, { id, to }: RenameWording): Outcome {
  const file = `wordings/${id}.yaml`
  const wording = draft.value(file)
  const goal = newFile(draft, to)
  followRename(draft, usesOf(draft.files, "wording", id, { to }))
  draft.change(file, { do: "set", path: ["id"], value: to })
  moveFile(draft, file, goal)
  return { label: labelOfRename("合规话术", "wording", nameOf(wording, id), id, to), made: [to] }
}

function newFile(draft: Draft, id: string): string {
  assertId(id)
  const file = `wordings/${id}.yaml`
  if (Object.hasOwn(draft.files.texts, file))
    throw new Refusal(`已有合规话术「${id}」。`, `There is already a wording "${id}".`)
  return file
}
