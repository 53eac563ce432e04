/** The door of the edits: what the designer, the server and the command line change flow files by. */

export {
  type Layout,
  layoutFile,
  type Note,
  type Position,
  printLayout,
  readLayout,
} from "./commands/layout.ts"
export { type Clip, copyStates } from "./commands/paste.ts"
export { commands, type EditCommand, type EditCommandName } from "./commands/registry.ts"
export { applyEdit, type Edit, type FileChange, invertEdit } from "./edit.ts"
export { createFiles, type Files } from "./files.ts"
export {
  exitsOf,
  findState,
  mainExit,
  type NamedExit,
  nameOf,
  type StateInFile,
  statesOf,
} from "./flow-view.ts"
export { type Planned, planEdit } from "./plan.ts"
export type { Words } from "./words.ts"
