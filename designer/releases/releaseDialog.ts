import { create } from "zustand"

/** Whether somebody is about to release. */
export const useReleaseDialog = create<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }))

export function openReleaseDialog(): void {
  useReleaseDialog.setState({ isOpen: true })
}

export function closeReleaseDialog(): void {
  useReleaseDialog.setState({ isOpen: false })
}
