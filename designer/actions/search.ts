import { isMap, type Json, statesOf } from "../../engine/index.ts"
import type { Drawing } from "../canvas/drawing/drawing.ts"

export type Found = {
  readonly id: string
  readonly title: string
  readonly type: string
  /** The words around what was found, when it is not in the title. */
  readonly words: string
}

const mostFound = 30
const around = 18

/** Returns the states in which a word stands: in the title first, then in texts, slots, services or ids. */
export function findStates(drawing: Drawing, flow: Json | undefined, sought: string): readonly Found[] {
  const word = sought.trim().toLowerCase()
  if (word === "" || flow === undefined) return []
  const inTitle: Found[] = []
  const inside: Found[] = []
  for (const { id, value } of statesOf(flow)) {
    const drawn = drawing.states.get(id)
    if (drawn === undefined) continue
    const found = { id, title: drawn.title, type: drawn.type, words: "" }
    if (drawn.title.toLowerCase().includes(word) || id.toLowerCase().includes(word)) inTitle.push(found)
    else {
      const chip = drawn.chips.find(({ text }) => text.toLowerCase().includes(word))?.text
      const text = chip ?? stringsIn(value).find((each) => each.toLowerCase().includes(word))
      if (text !== undefined) inside.push({ ...found, words: excerpt(text, word) })
    }
  }
  return [...inTitle, ...inside].slice(0, mostFound)
}

/** Every text of a state itself, not of the states in it. */
function stringsIn(value: Json | undefined): readonly string[] {
  if (typeof value === "string") return [value]
  if (Array.isArray(value)) return value.flatMap((item: Json) => stringsIn(item))
  if (!isMap(value)) return []
  return Object.entries(value).flatMap(([key, item]) => (key === "states" ? [] : stringsIn(item)))
}

function excerpt(text: string, word: string): string {
  const at = text.toLowerCase().indexOf(word)
  const from = Math.max(0, at - around)
  const to = Math.min(text.length, at + word.length + around)
  return `${from > 0 ? "…" : ""}${text.slice(from, to).replaceAll("\n", " ")}${to < text.length ? "…" : ""}`
}
