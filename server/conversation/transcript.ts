import type { Entry } from "../../engine/types.ts"
import { hashLink } from "../security/chain.ts"
import type { ConversationKeys } from "../security/keyring.ts"
import { sealJson, unsealJson } from "../security/vault.ts"
import type { EntryRow, Store } from "./store.ts"

const PAGE = 500

/** Returns the rows of new entries, personal parts sealed under their data class, chained onto `head`. */
export function toEntryRows(
  conversation: string,
  keys: ConversationKeys,
  head: Buffer,
  entries: readonly Entry[],
): { readonly rows: readonly EntryRow[]; readonly head: Buffer } {
  let last = head
  const rows = entries.map((entry): EntryRow => {
    const personal = "personal" in entry ? entry.personal : undefined
    const link = {
      conversation,
      entry: entry.index,
      turn: entry.turn,
      at: entry.at,
      kind: entry.kind,
      run: entry.run ?? null,
      state: entry.state ?? null,
      dataClass: entry.dataClass ?? null,
      open: JSON.stringify(entry.open),
      sealed:
        personal === undefined
          ? null
          : sealJson(keys, conversation, `entry/${entry.index}`, personal, entry.dataClass),
    }
    last = hashLink(last, link)
    return { ...link, hash: last }
  })
  return { rows, head: last }
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
    const rows = await store.entries(conversation, last, Math.min(PAGE, upTo - last))
    if (rows.length === 0) break
    for (const row of rows) entries.push(toEntry(keys, row))
    last = rows.at(-1)?.entry ?? upTo
  }
  return entries
}

function toEntry(keys: ConversationKeys, row: EntryRow): Entry {
  const { conversation, entry: index, turn, at, kind, run, state, dataClass } = row
  const stored: unknown = {
    ...{ index, turn, at, kind },
    ...(run === null ? {} : { run }),
    ...(state === null ? {} : { state }),
    ...(dataClass === null ? {} : { dataClass }),
    open: JSON.parse(row.open),
    ...(row.sealed === null ? {} : { personal: openPersonal(keys, conversation, row) }),
  }
  if (isEntry(stored)) return stored
  throw new Error(`Entry ${index} of "${conversation}" is no entry: the database was changed by hand.`)
}

function openPersonal(keys: ConversationKeys, conversation: string, row: EntryRow): unknown {
  const place = `entry/${row.entry}`
  if (row.sealed === null) return undefined
  return unsealJson(
    keys,
    conversation,
    place,
    row.sealed,
    isDataClass(row.dataClass) ? row.dataClass : undefined,
  )
}

function isDataClass(text: string | null): text is NonNullable<Entry["dataClass"]> {
  return (
    text === "conversation" ||
    text === "identity" ||
    text === "health" ||
    text === "financial" ||
    text === "contact"
  )
}

/** The row was written from an entry, and what is personal in it is authenticated. */
function isEntry(stored: unknown): stored is Entry {
  if (typeof stored !== "object" || stored === null || !("open" in stored)) return false
  return typeof stored.open === "object" && stored.open !== null
}
