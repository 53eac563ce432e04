import { createContext, useContext } from "react"
import type { DrawContext } from "../canvas/drawing/context.ts"
import type { Drawing } from "../canvas/drawing/drawing.ts"
import type { ReviewModel } from "./reviewModel.ts"
import type { Used } from "./usedBy.ts"
import type { ReviewWords } from "./valueInWords.ts"

/** What every part of the document reads. */
export type ReviewSource = {
  readonly context: DrawContext
  readonly drawing: Drawing
  readonly model: ReviewModel
  readonly used: Used
  readonly words: ReviewWords
  /** The languages in which texts are printed. */
  readonly languages: readonly string[]
}

const Context = createContext<ReviewSource | null>(null)
export const ReviewProvider = Context.Provider

export function useReview(): ReviewSource {
  const source = useContext(Context)
  if (source === null) throw new Error("A part of the document for review stands outside ReviewProvider.")
  return source
}
