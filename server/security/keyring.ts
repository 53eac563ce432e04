import { createSecretKey, type KeyObject, randomBytes } from "node:crypto"
import type { DataClass } from "../../engine/types.ts"
import { Failure } from "../failure.ts"
import { createLru } from "./lru.ts"
import { seal, unseal } from "./sealing.ts"

/** A key as a store keeps it: encrypted under the master key. */
export type WrappedKey = {
  readonly conversation: string
  readonly dataClass: string
  readonly wrapped: Buffer
}

/** The keys of one conversation. */
export type ConversationKeys = {
  /** The key of a class; made at its first use, and then `fresh` until the store has it. */
  key(dataClass: DataClass): KeyObject
  /** Keys made since the last commit, wrapped, to be written with what they seal. */
  fresh(): readonly WrappedKey[]
  /** The fresh keys are stored. */
  kept(): void
}

export type Keyring = {
  /** The keys of a new conversation. */
  create(conversation: string): ConversationKeys
  /** The keys of a stored conversation. Throws the failure `conversation-erased` when they were destroyed. */
  open(conversation: string): Promise<ConversationKeys>
  /** Drops what is in memory: after an erasure, or when another process may have made keys. */
  forget(conversation: string): void
}

const IN_MEMORY = 10_000

/** Returns the keyring: one random key per conversation and data class, wrapped by `master`, unwrapped ones cached. */
export function createKeyring(
  master: KeyObject,
  stored: (conversation: string) => Promise<readonly WrappedKey[]>,
): Keyring {
  const cache = createLru<ConversationKeys>(IN_MEMORY)

  const keysOf = (conversation: string, rows: readonly WrappedKey[]): ConversationKeys => {
    const keys = new Map<string, KeyObject>()
    for (const row of rows) {
      keys.set(
        row.dataClass,
        createSecretKey(unseal(master, placeOf(conversation, row.dataClass), row.wrapped)),
      )
    }
    let fresh: readonly WrappedKey[] = []
    return {
      key: (dataClass) => {
        const known = keys.get(dataClass)
        if (known !== undefined) return known
        const bytes = randomBytes(32)
        const key = createSecretKey(bytes)
        keys.set(dataClass, key)
        const wrapped = seal(master, placeOf(conversation, dataClass), bytes)
        fresh = [...fresh, { conversation, dataClass, wrapped }]
        return key
      },
      fresh: () => fresh,
      kept: () => {
        fresh = []
      },
    }
  }

  return {
    create: (conversation) => {
      const keys = keysOf(conversation, [])
      cache.set(conversation, keys)
      return keys
    },
    open: async (conversation) => {
      const known = cache.get(conversation)
      if (known !== undefined) return known
      const rows = await stored(conversation)
      if (rows.length === 0) {
        throw new Failure(
          "conversation-erased",
          `The keys of conversation "${conversation}" were destroyed: what it said can no longer be read.`,
        )
      }
      const keys = keysOf(conversation, rows)
      cache.set(conversation, keys)
      return keys
    },
    forget: (conversation) => cache.delete(conversation),
  }
}

function placeOf(conversation: string, dataClass: string): string {
  return `${conversation}/key/${dataClass}`
}
