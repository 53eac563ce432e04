import type { Change } from "./correct.ts"

/** What came of a command: done, or why not. */
export type CommandResult = {
  readonly done: boolean
  readonly why?: string
  readonly change?: Change
  /** It answers a question that was not on the screen yet: no miss, the question is put again. */
  readonly early?: boolean
}

export const done: CommandResult = { done: true }
export const tooEarly: CommandResult = {
  done: false,
  why: "the question was not on the screen yet",
  early: true,
}
export const notDone = (why: string): CommandResult => ({ done: false, why })
