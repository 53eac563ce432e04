import { useSyncExternalStore } from "react"

export type Theme = "system" | "light" | "dark"
export type TextSize = "100" | "125" | "150"
export type Preferences = { readonly theme: Theme; readonly textSize: TextSize }

const storageKey = "colloquy.preferences"
const listeners = new Set<() => void>()
let current = read()

/** The reader's theme and text size, kept in this browser and shown as attributes of the root element. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, () => current)
}

/** Changes some preferences, at once and for the next visit. */
export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change }
  try {
    localStorage.setItem(storageKey, JSON.stringify(current))
  } catch {
    // A browser that keeps nothing still shows the change until it is closed.
  }
  showPreferences()
  for (const listener of listeners) listener()
}

/** Whether the page is light or dark now, whatever decided it. */
export function usedTheme(): "light" | "dark" {
  if (current.theme !== "system") return current.theme
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"
}

/** Puts the preferences on the root element; call once, before the first render. */
export function showPreferences(): void {
  const root = document.documentElement
  if (current.theme === "system") delete root.dataset.theme
  else root.dataset.theme = current.theme
  if (current.textSize === "100") delete root.dataset.text
  else root.dataset.text = current.textSize
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function read(): Preferences {
  const kept = stored()
  return {
    theme: kept?.theme === "light" || kept?.theme === "dark" ? kept.theme : "system",
    textSize: kept?.textSize === "125" || kept?.textSize === "150" ? kept.textSize : "100",
  }
}

function stored(): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "null")
    return typeof value === "object" ? { ...value } : null
  } catch {
    return null
  }
}
