import { type Draft, Refusal } from "../draft.ts"
import type { Outcome } from "../plan.ts"

export type WriteFile = {
  readonly file: string
  /** The whole text; `null` deletes the file. */
  readonly text: string | null
  /** Fails when the file is there already. */
  readonly isNew?: boolean
}

/** Writes a file as a whole: a text edited by hand, a new flow, a flow taken away. */
export function writeFile(draft: Draft, { file, text, isNew }: WriteFile): Outcome {
  const exists = Object.hasOwn(draft.files.texts, file)
  if (isNew === true && exists)
    throw new Refusal(`已有文件「${file}」。`, `There is already a file "${file}".`)
  if (text === null && !exists) throw new Refusal(`没有文件「${file}」。`, `There is no file "${file}".`)
  draft.write(file, text)
  if (text === null) return { label: { zh: `删除「${file}」`, en: `Delete "${file}"` } }
  return {
    label: exists
      ? { zh: `修改文本「${file}」`, en: `Edit text of "${file}"` }
      : { zh: `新建「${file}」`, en: `New "${file}"` },
    made: [file],
  }
}

/** Gives a file another name. */
export function moveFile(draft: Draft, from: string, to: string): void {
  const text = draft.files.texts[from]
  if (text === undefined) return
  draft.write(from, null)
  draft.write(to, text)
}
