import { useSyncExternalStore } from "react"

/** How much fits: below 1,000 px one reads, from 1,600 px form and conversation stand side by side. */
export type Room = "reading" | "usual" | "wide"

const narrow = matchMedia("(max-width: 999px)")
const wide = matchMedia("(min-width: 1600px)")

export function room(): Room {
  if (narrow.matches) return "reading"
  return wide.matches ? "wide" : "usual"
}

export function useRoom(): Room {
  return useSyncExternalStore(subscribe, room)
}

function subscribe(changed: () => void): () => void {
  for (const each of [narrow, wide]) each.addEventListener("change", changed)
  return () => {
    for (const each of [narrow, wide]) each.removeEventListener("change", changed)
  }
}
