import { existsSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { type FlowSetFiles, isReleased } from "../../engine/index.ts"

/**
 * Whether the flows folder holds what was saved in the designer and not released yet. While it does, nothing is released
 * by itself; it is remembered over a restart.
 */
export type Drafts = {
  isOpen(): boolean
  open(): void
  close(): void
}

/** Returns what is remembered in a data folder. */
export function createDrafts(dataDir: string): Drafts {
  const mark = join(dataDir, "unreleased")
  return {
    isOpen: () => existsSync(mark),
    open: () => writeFileSync(mark, "The flows folder holds drafts: they serve once they are released.\n"),
    close: () => rmSync(mark, { force: true }),
  }
}

/** Whether these files serve as those do: layouts and scenarios serve nobody. */
export function servesAlike(one: FlowSetFiles, other: FlowSetFiles): boolean {
  const names = Object.keys({ ...one, ...other }).filter(isReleased)
  return names.every((file) => one[file] === other[file])
}
