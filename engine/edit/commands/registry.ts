import { addCase, addElement, addExample, addOn, removeCase, removeElement, removeOn } from "./elements.ts"
import { setExit } from "./exits.ts"
import { insertItem, moveEntry, removeItem, setField, setText } from "./fields.ts"
import { writeFile } from "./files.ts"
import { createFlow, removeFlow } from "./flows.ts"
import { placeStates, setNote } from "./layout.ts"
import { addListed, removeListed, renameListed } from "./listed.ts"
import { pasteStates } from "./paste.ts"
import { renameExit, renameOutcome } from "./rename-exits.ts"
import { renameFlow } from "./rename-flow.ts"
import { renameData, renameDerived, renameElement, renameSlot, renameState } from "./renames.ts"
import { addState, insertOnExit, moveStates, removeStates } from "./states.ts"
import { addWording, removeWording, renameWording } from "./wordings.ts"

/**
 * Every edit command by name. A command is data, `{ name, args }`; its plan changes a draft and returns how the step is
 * called, or throws a refusal. All work on any file of a flow set unless they speak of states.
 */
export const commands = {
  "flow.create": createFlow,
  "flow.rename": renameFlow,
  "flow.remove": removeFlow,
  "state.add": addState,
  "state.remove": removeStates,
  "state.rename": renameState,
  "state.move": moveStates,
  "state.insertOnExit": insertOnExit,
  "states.paste": pasteStates,
  "exit.set": setExit,
  "exit.rename": renameExit,
  "outcome.rename": renameOutcome,
  "case.add": addCase,
  "case.remove": removeCase,
  "on.add": addOn,
  "on.remove": removeOn,
  "field.set": setField,
  "text.set": setText,
  "item.insert": insertItem,
  "item.remove": removeItem,
  "entry.move": moveEntry,
  "element.add": addElement,
  "element.remove": removeElement,
  "element.rename": renameElement,
  "slot.rename": renameSlot,
  "data.rename": renameData,
  "derived.rename": renameDerived,
  "listed.add": addListed,
  "listed.remove": removeListed,
  "listed.rename": renameListed,
  "wording.add": addWording,
  "wording.remove": removeWording,
  "wording.rename": renameWording,
  "example.add": addExample,
  "layout.place": placeStates,
  "note.set": setNote,
  "file.write": writeFile,
} as const

export type EditCommandName = keyof typeof commands
export type EditCommand = {
  [N in EditCommandName]: { readonly name: N; readonly args: Parameters<(typeof commands)[N]>[1] }
}[EditCommandName]
