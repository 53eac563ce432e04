import { create } from "zustand"
import type { Planned, Text } from "../../engine/index.ts"

/** Something that could not be done, and why; gone after a while. */
export const useNotice = create<{ readonly text: Text | null; readonly at: number }>()(() => ({
  text: null,
  at: 0,
}))

/** Tells the analyst something in passing. */
export function notify(text: Text): void {
  useNotice.setState(({ at }) => ({ text, at: at + 1 }))
}

/** Returns what was made, or tells why it could not be done. */
export function madeOrTold(planned: Planned): readonly string[] | null {
  if (planned.ok) return planned.made
  notify(planned.why)
  return null
}
