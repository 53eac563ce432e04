import type { DataClass, Entry } from "../../engine/types.ts"
import { hashLink } from "../security/chain.ts"
import type { ConversationKeys } from "../security/keyring.ts"
import { sealParts, unsealParts } from "../security/sealed-parts.ts"
import type { Store, TurnRow } from "./store.ts"

const PAGE = 100

/** An entry as its turn's row keeps it in the open: index, turn and time follow from the row. */
type OpenEntry = Pick<Entry, "kind" | "open" | "run" | "state" | "dataClass">
/** What is personal in the entries of one class, each with its place in the turn. */
type PersonalParts = readonly (readonly [place: number, personal: unknown])[]

/**
 * Returns the row of a turn's entries, which are numbered without gaps: their open parts, and one sealed part for
 * each data class. Chained onto `head`; null when the turn wrote none.
 */
export function toTurnRow(
  conversation: string,
  keys: ConversationKeys,
  head: Buffer,
  entries: readonly Entry[],
): TurnRow | null {
  const [begin] = entries
  if (begin === undefined) return null
  const personal = new Map<DataClass, [number, unknown][]>()
  // What is undefined does not come into JSON.
  const open = entries.map((entry, place) => {
    const { kind, open, run, state, dataClass } = entry
    if ("personal" in entry) {
      const parts = personal.get(dataClass ?? "conversation")
      if (parts === undefined) personal.set(dataClass ?? "conversation", [[place, entry.personal]])
      else parts.push([place, entry.personal])
    }
    return { kind, open, run, state, dataClass }
  })
  const { turn, index: first, at } = begin
  const link = {
    ...{ conversation, turn, first, last: first + entries.length - 1, at },
    open: JSON.stringify(open),
    sealed: sealParts(keys, conversation, turnPlace(turn), personal),
  }
  return { ...link, hash: hashLink(head, link) }
}

/** Reads the entries after an index up to another, opened, in order. */
export async function readEntries(
  store: Store,
  keys: ConversationKeys,
  conversation: string,
  after: number,
  upTo: number,
): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for (let last = after; last < upTo; ) {
    const rows = await store.turns(conversation, last, PAGE)
    if (rows.length === 0) break
    for (const row of rows) entries.push(...toEntries(keys, row))
    last = rows.at(-1)?.last ?? upTo
  }
  return entries.filter(({ index }) => index > after && index <= upTo)
}

function toEntries(keys: ConversationKeys, row: TurnRow): readonly Entry[] {
  const { conversation, turn, first, at } = row
  const personal = new Map<number, unknown>()
  const parts = unsealParts<PersonalParts>(keys, conversation, turnPlace(turn), row.sealed)
  for (const part of parts.values()) for (const [place, value] of part) personal.set(place, value)
  const open: unknown = JSON.parse(row.open)
  if (!Array.isArray(open)) throw changedByHand(row)
  return open.map((entry: unknown, place) => {
    if (!isOpenEntry(entry)) throw changedByHand(row)
    const stored: unknown = {
      ...{ index: first + place, turn, at },
      ...entry,
      ...(personal.has(place) ? { personal: personal.get(place) } : {}),
    }
    return stored as Entry
  })
}

/** Where what is personal in a turn's entries is sealed. */
function turnPlace(turn: number): string {
  return `turn/${turn}`
}

/** The row was written from entries, and what is personal in them is authenticated. */
function isOpenEntry(stored: unknown): stored is OpenEntry {
  if (typeof stored !== "object" || stored === null || !("open" in stored)) return false
  return typeof stored.open === "object" && stored.open !== null
}

function changedByHand({ conversation, turn }: TurnRow): Error {
  return new Error(`Turn ${turn} of "${conversation}" has no entries: the database was changed by hand.`)
}
