import { createContext, useContext } from "react"

const FoldingContext = createContext<(group: string) => void>(() => {})
export const FoldingProvider = FoldingContext.Provider

/** Opens or folds a group. */
export function useFolding(): (group: string) => void {
  return useContext(FoldingContext)
}
