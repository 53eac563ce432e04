export type UiLocale = "zh" | "en"

const storageKey = "colloquy.locale"

/** The reader's language: the address says it, else the last choice, else the browser's, else Chinese. */
export function initialLocale(): UiLocale {
  const asked = new URLSearchParams(location.search).get("locale") ?? stored()
  if (asked !== null) return toUiLocale(asked)
  return toUiLocale(navigator.language)
}

/** Keeps a choice of language for the next visit. */
export function keepLocale(locale: UiLocale): void {
  try {
    localStorage.setItem(storageKey, locale)
  } catch {
    // A browser that keeps nothing asks its own language again next time.
  }
}

export function toUiLocale(tag: string): UiLocale {
  return tag.toLowerCase().startsWith("en") ? "en" : "zh"
}

function stored(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}
