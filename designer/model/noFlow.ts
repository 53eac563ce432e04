import type { FlowDocument } from "../../engine/document/schema.ts"

/** The flow to which what all flows share belongs: none, so that only what is shared can be named there. */
export const noFlow: FlowDocument = { format: 1, id: "", title: "", outcomes: [], start: "", states: {} }
