import type { Conversation } from "../../engine/types.ts"
import { Failure } from "../failure.ts"
import type { ReleaseRegistry } from "../release/release-registry.ts"
import type { ConversationKeys, Keyring } from "../security/keyring.ts"
import { createLru } from "../security/lru.ts"
import type { Engine } from "./engine.ts"
import { fromStoredState, type StateWeight } from "./state.ts"
import type { ConversationRow, Store } from "./store.ts"
import { type View, viewOf } from "./view.ts"

/** A conversation in memory, as of its last known commit. */
export type Loaded = {
  readonly row: ConversationRow
  readonly conversation: Conversation
  readonly weight: StateWeight
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
    const stored = await store.stored(id)
    if (stored === null) throw new Failure("conversation-unknown", `There is no conversation "${id}".`)
    const { row, state } = stored
    if (row.erased !== null || state === null) {
      cache.delete(id)
      throw new Failure("conversation-erased", `Conversation "${id}" was erased at ${row.erased}.`, {
        erased: row.erased,
      })
    }
    const keys = await keyring.open(id)
    const { conversation, weight } = fromStoredState(keys, id, state)
    await registry.prepare(releasesOf(conversation))
    const view = viewOf(engine, registry.releases, conversation)
    const loaded = { row, conversation, weight, keys, view }
    cache.set(id, loaded)
    return loaded
  }

  const read = async (id: string): Promise<Loaded> => {
    const known = cache.get(id)
    if (known === undefined) return fromStore(id)
    const row = await store.conversation(id)
    return row !== null && row.seq === known.row.seq && row.erased === null ? known : fromStore(id)
  }

  return {
    load: async (id) => cache.get(id) ?? (await fromStore(id)),
    read,
    keep: (loaded) => cache.set(loaded.row.id, loaded),
    forget: (id) => {
      cache.delete(id)
      keyring.forget(id)
    },
  }
}

/** The releases that a conversation needs to take a turn. */
export function releasesOf(conversation: Conversation): readonly string[] {
  return [conversation.release, ...Object.values(conversation.runs).map((run) => run.release)]
}
