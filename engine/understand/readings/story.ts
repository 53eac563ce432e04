import type { SlotView } from "../../types.ts"
import { askedList, askedView } from "../asked.ts"
import type { Clause } from "../clauses.ts"
import type { Message } from "../message.ts"
import type { Span } from "../phrase-book.ts"
import { overlap, type Reading, reading } from "../reading.ts"

/**
 * Returns the texts of a record that is told as a story where its choice is asked: in 高血压，2018年查出来的，吃着药，现在还行 each clause goes to
 * the text field whose words it says, by the first of them. `taken`: where other things were told.
 */
export function readStory(message: Message, taken: readonly Span[]): readonly Reading[] {
  const list = askedList(message.context)
  if (list === null || askedView(message.context)?.type !== "choice") return []
  const fields = Object.entries(list.view.of ?? {}).filter(([, { type }]) => type === "text")
  const free = message.clauses.filter((clause) => !taken.some((span) => overlap(span, clause)))
  return fields.flatMap(([field]) => {
    const own = free.filter((clause) => fieldOf(clause, fields) === field)
    const [first, last] = [own[0], own.at(-1)]
    if (first === undefined || last === undefined) return []
    const value = own.map(({ start, end }) => message.utterance.text.slice(start, end)).join("，")
    const part = { start: first.start, end: last.end }
    return [reading(message, part, { command: "set-slot", slot: `${list.slot}.${field}`, value })]
  })
}

function fieldOf({ text }: Clause, fields: readonly (readonly [string, SlotView])[]): string | null {
  const said = fields
    .map(([field, { names }]) => ({ field, at: Math.min(...names.map((name) => placeOf(text, name))) }))
    .filter(({ at }) => at < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.at - b.at)
  return said[0]?.field ?? null
}

function placeOf(text: string, name: string): number {
  const isLatin = /^[a-z]/i.test(name)
  const at = isLatin
    ? text.search(new RegExp(`(?<![a-z])${name.toLowerCase().replace(/[^a-z ]/g, ".")}(?![a-z])`))
    : text.indexOf(name)
  return at < 0 ? Number.POSITIVE_INFINITY : at
}
