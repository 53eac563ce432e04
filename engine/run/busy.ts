import type { Run } from "../types.ts"

/** Whether a service works for a state of the run: nothing else moves it before the call's one result. */
export function isBusy({ pending }: Run): boolean {
  return pending.some((call) => call.slot === undefined)
}
