import { commands, type EditCommand, type EditCommandName } from "./commands/registry.ts"
import { createDraft, type Draft, Refusal } from "./draft.ts"
import type { Edit } from "./edit.ts"
import type { Files } from "./files.ts"
import type { Words } from "./words.ts"

/** What a command would do, or why it cannot be done now. */
export type Planned =
  | {
      readonly ok: true
      readonly edit: Edit
      /** The files after it. */
      readonly files: Files
      /** What it made that the caller may want to select: ids of states, of notes, paths of new files. */
      readonly made: readonly string[]
    }
  | { readonly ok: false; readonly why: Words }

/**
 * Returns what commands would do to files, as one edit, without doing it: the answer to "could this run, and if not,
 * why". Several commands are one gesture, each planned on the files as the one before left them; it is named by
 * `label`, else as its first command. Pure.
 */
export function planEdit(
  files: Files,
  gesture: EditCommand | readonly EditCommand[],
  label?: Words,
): Planned {
  const draft = createDraft(files)
  const list: readonly EditCommand[] = Array.isArray(gesture) ? gesture : [gesture as EditCommand]
  const made: string[] = []
  let name = label
  try {
    for (const command of list) {
      const outcome = run(draft, command)
      name ??= outcome.label
      made.push(...(outcome.made ?? []))
    }
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, why: error.why }
    throw error
  }
  const edit = { label: name ?? { zh: "修改", en: "Change" }, changes: draft.changes() }
  return { ok: true, edit, files: draft.files, made }
}

function run(draft: Draft, command: EditCommand) {
  // Name and arguments are paired by the type of a command, which a lookup by name cannot follow.
  const plan = commands[command.name] as (draft: Draft, args: unknown) => Outcome
  return plan(draft, command.args)
}

export type Outcome = { readonly label: Words; readonly made?: readonly string[] }
export type { EditCommandName }
