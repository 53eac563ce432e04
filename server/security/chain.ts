import { createHash } from "node:crypto"

/** What of a turn's entries the chain covers: exactly what is stored of them. */
export type ChainLink = {
  readonly conversation: string
  readonly turn: number
  readonly first: number
  readonly last: number
  readonly at: string
  readonly open: string
  readonly sealed: Buffer
}

/** The head of a conversation without entries. */
export const CHAIN_START = Buffer.alloc(32)

/**
 * Returns the hash of a turn's entries: SHA-256 over the previous hash (32 bytes), the open fields as a JSON array of
 * known order preceded by its length in UTF-16 units, and the sealed bytes. No key is needed to compute it, so a chain
 * still verifies after the keys were destroyed.
 */
export function hashLink(previous: Buffer, link: ChainLink): Buffer {
  const open = JSON.stringify([link.conversation, link.turn, link.first, link.last, link.at, link.open])
  return createHash("sha256").update(previous).update(`${open.length}:${open}`).update(link.sealed).digest()
}

export type ChainVerdict =
  | { readonly ok: true; readonly entries: number; readonly head: string }
  | { readonly ok: false; readonly entry: number; readonly why: string }

/**
 * Recomputes the chain of one conversation from what is stored and says from which entry on it breaks: turns changed,
 * missing, added or moved, or a head that is not the last hash. `page` reads the turns after an entry.
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
      if (row.first !== entry) {
        return { ok: false, entry, why: `Entry ${entry} is missing: entry ${row.first} follows ${last}.` }
      }
      head = hashLink(head, row)
      if (!head.equals(row.hash)) {
        const which = `The entries of turn ${row.turn}, ${row.first} to ${row.last},`
        return { ok: false, entry, why: `${which} are not what was written: their hash differs.` }
      }
      last = row.last
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
