import { useEffect } from "react"
import { room } from "../shell/room.ts"
import { view } from "../shell/viewStore.ts"
import type { Action } from "./action.ts"
import { actionContext } from "./action.ts"
import { actions, perform } from "./actions.ts"
import { clipOfSelection, pasteText } from "./clipboard.ts"
import { removeSelection } from "./removeSelection.ts"

/** Copying and pasting come as the browser's own events, which need no permission. */
const byBrowser: readonly Action["id"][] = ["copy", "cut", "paste"]

/** The keys of all actions, while no field has the focus that wants them itself. */
export function useShortcuts(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing) return
      const pressed = keysOf(event)
      if (pressed === "Mod+K") {
        event.preventDefault()
        view.showCommands(true)
        return
      }
      const isTyping = isField(event.target)
      const action = actions.find(
        ({ keys }) =>
          keys === pressed ||
          (keys === "Delete" && pressed === "Backspace") ||
          (keys === "Mod+Shift+Z" && pressed === "Mod+Y"),
      )
      if (action === undefined || byBrowser.includes(action.id)) return
      if (isTyping && !["save", "undo", "redo"].includes(action.id)) return
      event.preventDefault()
      perform(action)
    }
    const copy = (event: ClipboardEvent) => {
      if (isField(event.target) || hasTextSelected() || !actionContext().isOnCanvas) return
      const text = clipOfSelection()
      if (text === null) return
      event.clipboardData?.setData("text/plain", text)
      event.preventDefault()
      if (event.type === "cut" && room() !== "reading") removeSelection(actionContext())
    }
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData("text/plain")
      if (isField(event.target) || text === undefined || text === "" || !actionContext().isOnCanvas) return
      event.preventDefault()
      if (room() !== "reading") pasteText(text)
    }
    document.addEventListener("keydown", press)
    document.addEventListener("copy", copy)
    document.addEventListener("cut", copy)
    document.addEventListener("paste", paste)
    return () => {
      document.removeEventListener("keydown", press)
      document.removeEventListener("copy", copy)
      document.removeEventListener("cut", copy)
      document.removeEventListener("paste", paste)
    }
  }, [])
}

function keysOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const shifted = /^Digit[0-9]$/.test(event.code) ? event.code.slice(5) : key
  return [
    event.ctrlKey || event.metaKey ? "Mod+" : "",
    event.altKey ? "Alt+" : "",
    event.shiftKey ? "Shift+" : "",
    shifted,
  ].join("")
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, [contenteditable='true']") !== null
  )
}

function hasTextSelected(): boolean {
  const selected = document.getSelection()
  return selected !== null && !selected.isCollapsed && selected.toString().trim() !== ""
}
