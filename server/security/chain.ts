import { createHash } from "node:crypto"

/** What of an entry the chain covers: exactly what is stored of it. */
export type ChainLink = {
  readonly conversation: string
  readonly entry: number
  readonly turn: number
  readonly at: string
  readonly kind: string
  readonly run: string | null
  readonly state: string | null
  readonly dataClass: string | null
  readonly open: string
  readonly sealed: Buffer | null
}

/** The head of a conversation without entries. */
export const CHAIN_START = Buffer.alloc(32)

/**
 * Returns the hash of an entry: SHA-256 over the previous hash (32 bytes), the open fields as a JSON array of known
 * order preceded by its length, and the sealed bytes. No key is needed to compute it, so a chain still verifies
 * after the keys were destroyed.
 */
export function hashLink(previous: Buffer, link: ChainLink): Buffer {
  const open = JSON.stringify([
    ...[link.conversation, link.entry, link.turn, link.at, link.kind],
    ...[link.run, link.state, link.dataClass, link.open],
  ])
  const hash = createHash("sha256").update(previous).update(`${open.length}:${open}`)
  return (link.sealed === null ? hash : hash.update(link.sealed)).digest()
}

export type ChainVerdict =
  | { readonly ok: true; readonly entries: number; readonly head: string }
  | { readonly ok: false; readonly entry: number; readonly why: string }

/**
 * Recomputes the chain of one conversation from what is stored and says where it first breaks: an entry changed,
 * missing, added or moved, or a head that is not the last hash. `page` reads entries after an index.
 */
export async function verifyChain(
  expected: { readonly entries: number; readonly head: Buffer },
  page: (after: number) => Promise<readonly (ChainLink & { readonly hash: Buffer })[]>,
): Promise<ChainVerdict> {
  let head: Buffer = CHAIN_START
  let last = 0
  for (let rows = await page(0); rows.length > 0; rows = await page(last)) {
    for (const row of rows) {
      const entry = last + 1
      if (row.entry !== entry) {
        return { ok: false, entry, why: `Entry ${entry} is missing: entry ${row.entry} follows ${last}.` }
      }
      head = hashLink(head, row)
      if (!head.equals(row.hash)) {
        return { ok: false, entry, why: `Entry ${entry} is not what was written: its hash differs.` }
      }
      last = entry
    }
  }
  if (last !== expected.entries || !head.equals(expected.head)) {
    return {
      ok: false,
      entry: last + 1,
      why: `The conversation says that it has ${expected.entries} entries; ${last} are stored, or their last hash differs.`,
    }
  }
  return { ok: true, entries: last, head: head.toString("hex") }
}
