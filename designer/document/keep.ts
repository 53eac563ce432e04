import type { Edit } from "../../engine/index.ts"

/** Unsaved work, as it outlives a closed tab: what was read, what was made of it, and how. */
export type Kept = {
  /** By file that differs: the text and version that were read (null: none), and the working text (null: deleted). */
  readonly files: Readonly<
    Record<
      string,
      { readonly base: string | null; readonly version: string | null; readonly text: string | null }
    >
  >
  readonly past: readonly Edit[]
  readonly future: readonly Edit[]
  readonly at: string
}

/** Where unsaved work is kept. Each tab keeps its own, so two tabs on one flow lose nothing to each other. */
export type Keep = {
  /** What this tab kept, else what a tab that is gone did; then it is this tab's. */
  take(): Promise<Kept | null>
  put(kept: Kept | null): Promise<void>
}
