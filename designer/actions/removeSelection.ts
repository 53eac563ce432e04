import type { EditCommand } from "../../engine/index.ts"
import { documents } from "../document/documents.ts"
import { noteIn } from "../notes/notes.ts"
import { madeOrTold } from "../shell/notice.ts"
import { view } from "../shell/viewStore.ts"
import type { ActionContext } from "./action.ts"

/** Deletes the states that are selected, mending the ways through them, or disconnects selected exits; one step. */
export function removeSelection({ file, selection, states }: ActionContext): void {
  const ids = states.map(({ id }) => id)
  const exits = selection.flatMap((id): readonly EditCommand[] => {
    const hash = id.indexOf("#")
    const state = id.slice(0, hash)
    if (hash < 0 || ids.includes(state)) return []
    return [{ name: "exit.set", args: { file, state, exit: id.slice(hash + 1), target: null } }]
  })
  const notes = selection.flatMap((each): readonly EditCommand[] => {
    const id = noteIn(each)
    return id === null ? [] : [{ name: "note.set", args: { file, id, note: null } }]
  })
  const commands: readonly EditCommand[] = [
    ...exits,
    ...notes,
    ...(ids.length === 0 ? [] : [{ name: "state.remove" as const, args: { file, ids } }]),
  ]
  if (commands.length === 0) return
  if (madeOrTold(documents.run(commands)) !== null) view.select([])
}
