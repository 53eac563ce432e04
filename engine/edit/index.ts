/** The door of the edits: what the designer, the server and the command line change flow files by. */

export { diffFile, type ElementChange, type FieldChange } from "../document/diff.ts"
export type { ElementKind } from "../document/elements.ts"
export type { MergeConflict, Side as MergeSide } from "../document/merge.ts"
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
export { applyEdit, type Edit, editBetween, type FileChange, invertEdit } from "./edit.ts"
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
export { type MergedFile, mergeFile, type Versions } from "./merge-files.ts"
export { type OwnedKind, usesOfOwned } from "./owned-uses.ts"
export { type Planned, planEdit } from "./plan.ts"
export { type Use, type UsedKind, usesOf } from "./uses.ts"
export type { Words } from "./words.ts"
