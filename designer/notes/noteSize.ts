import type { Note } from "../../engine/index.ts"
import { lineHeight, linesOf, nodeWidth, type Size, snap } from "../canvas/geometry.ts"

const mostLines = 10
const headHeight = 28
const padding = 16

/** Returns the size of a note, which follows from its text. `notes.css` gives the parts these same heights. */
export function sizeOfNote({ text }: Note): Size {
  return { width: nodeWidth, height: snap(headHeight + noteLines(text) * lineHeight + padding) }
}

export function noteLines(text: string): number {
  const lines = text.split("\n").reduce((sum, line) => sum + linesOf(line, mostLines), 0)
  return Math.min(lines, mostLines)
}
