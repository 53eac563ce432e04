import { type PageId, pageIds } from "../shell/viewStore.ts"
import type { Entry, Model } from "./page.ts"
import { elementPages } from "./pages.ts"

export type FoundElement = { readonly page: Exclude<PageId, "texts">; readonly entry: Entry }

const mostFound = 20

/** Returns the elements of all pages in whose title or id a word stands, at most twenty; none without a word. */
export function findElements(model: Model, word: string): readonly FoundElement[] {
  if (word === "") return []
  const found: FoundElement[] = []
  for (const page of pageIds) {
    if (page === "texts") continue
    for (const entry of elementPages[page].entries(model)) {
      if (!`${entry.title} ${entry.id}`.toLowerCase().includes(word)) continue
      found.push({ page, entry })
      if (found.length === mostFound) return found
    }
  }
  return found
}
