import { createContext, useContext } from "react"

/** How much of a node is legible: all of it, its title from half size on, a block of colour from a fifth on. */
export type Detail = "full" | "title" | "block"

export function detailAt(zoom: number): Detail {
  if (zoom < 0.2) return "block"
  return zoom < 0.5 ? "title" : "full"
}

const DetailContext = createContext<Detail>("full")
export const DetailProvider = DetailContext.Provider

/** One subscription for the whole canvas; nodes hear of it only when the level changes. */
export function useDetail(): Detail {
  return useContext(DetailContext)
}
