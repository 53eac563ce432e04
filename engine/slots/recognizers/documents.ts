import type { Recognizer } from "../recognition.ts"

/** Documents come by upload, never out of a text. */
export const documents: Recognizer = { find: () => [] }
