import { create } from "zustand"
import type { Point } from "../layout/arrange.ts"

/** Where the menu of states that fit is open, and what the chosen one is for. */
export type AddRequest = {
  /** On the screen. */
  readonly at: Point
  /** In the flow, where the new state comes to stand. */
  readonly position: Point
  readonly group: string | null
  readonly from: { readonly state: string; readonly exit: string } | null
  /** Stands between that exit and where it led. */
  readonly isInsert: boolean
}

export const useAddMenu = create<{ readonly request: AddRequest | null }>()(() => ({ request: null }))

export function askWhatToAdd(request: AddRequest): void {
  useAddMenu.setState({ request })
}
