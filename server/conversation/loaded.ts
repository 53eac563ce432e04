import type { Conversation } from "../../engine/types.ts"
import { Failure } from "../failure.ts"
import type { ReleaseRegistry } from "../release/release-registry.ts"
import type { ConversationKeys, Keyring } from "../security/keyring.ts"
import { createLru } from "../security/lru.ts"
import { unsealJson } from "../security/vault.ts"
import type { Engine } from "./engine.ts"
import type { ConversationRow, Store } from "./store.ts"
import { type View, viewOf } from "./view.ts"

/** A conversation in memory, as of its last known commit. */
export type Loaded = {
  readonly row: Omit<ConversationRow, "sealed">
  readonly conversation: Conversation
  readonly keys: ConversationKeys
  readonly view: View
}

/**
 * Conversations in memory. What is kept may be older than the store when another process took a turn: whoever commits
 * compares `seq`, forgets on a loss and loads again; `read` compares before it answers.
 */
export type Memory = {
  /** From memory when it is there. Throws `conversation-unknown` or `conversation-erased`. */
  load(id: string): Promise<Loaded>
  /** As of the store's last commit. */
  read(id: string): Promise<Loaded>
  keep(loaded: Loaded): void
  forget(id: string): void
}

const IN_MEMORY = 5_000

/** Returns an empty memory over a store. */
export function createMemory(deps: {
  readonly store: Store
  readonly keyring: Keyring
  readonly engine: Engine
  readonly registry: ReleaseRegistry
}): Memory {
  const { store, keyring, engine, registry } = deps
  const cache = createLru<Loaded>(IN_MEMORY)

  const fromStore = async (id: string): Promise<Loaded> => {
    const row = await store.conversation(id)
    if (row === null) throw new Failure("conversation-unknown", `There is no conversation "${id}".`)
    const known = cache.get(id)
    if (known !== undefined && known.row.seq === row.seq && row.erased === null) return known
    if (row.erased !== null) {
      cache.delete(id)
      throw new Failure("conversation-erased", `Conversation "${id}" was erased at ${row.erased}.`, {
        erased: row.erased,
      })
    }
    const { sealed, ...open } = row
    const keys = await keyring.open(id)
    const conversation = unsealJson<Conversation>(keys, id, statePlace(row.seq), sealed)
    await registry.prepare(releasesOf(conversation))
    const loaded = { row: open, conversation, keys, view: viewOf(engine, registry.releases, conversation) }
    cache.set(id, loaded)
    return loaded
  }

  return {
    load: async (id) => cache.get(id) ?? (await fromStore(id)),
    read: fromStore,
    keep: (loaded) => cache.set(loaded.row.id, loaded),
    forget: (id) => {
      cache.delete(id)
      keyring.forget(id)
    },
  }
}

/** Where the state of a conversation is sealed. */
export function statePlace(seq: number): string {
  return `state/${seq}`
}

/** The releases that a conversation needs to take a turn. */
export function releasesOf(conversation: Conversation): readonly string[] {
  return [conversation.release, ...Object.values(conversation.runs).map((run) => run.release)]
}
