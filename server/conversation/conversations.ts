import type { Customer, Entry, Values } from "../../engine/types.ts"
import { Failure } from "../failure.ts"
import { CHAIN_START, type ChainVerdict, verifyChain } from "../security/chain.ts"
import { hashToken, isToken } from "../security/secrets.ts"
import { unsealJson } from "../security/vault.ts"
import type { Answer, Answers } from "./answers.ts"
import type { Loaded } from "./loaded.ts"
import { documentPlace } from "./messages.ts"
import type { Shell } from "./shell.ts"
import { readEntries } from "./transcript.ts"
import { type View, viewOf } from "./view.ts"

export type OpenRequest = {
  readonly channel: string
  readonly locale: string
  readonly flow?: string
  readonly customer?: Customer
  readonly slots?: Values
}
export type Opened = Answer & { readonly id: string; readonly token: string }
/** A conversation as it stands, with all entries asked for; the caller decides who may see which. */
export type Shown = { readonly loaded: Loaded; readonly view: View; readonly entries: readonly Entry[] }
export type StoredDocument = { readonly name: string; readonly mediaType: string; readonly content: Buffer }

/** Opens, shows, checks and erases conversations. Unknown ones throw `conversation-unknown`, erased ones so. */
export type Conversations = {
  open(request: OpenRequest): Promise<Opened>
  /** Throws `token-wrong` unless this is the customer's token of the conversation. */
  authorise(conversation: string, token: string): Promise<void>
  show(conversation: string, after: number): Promise<Shown>
  document(conversation: string, id: string): Promise<StoredDocument>
  /** Checks the hash chain over what is stored; works after an erasure too. */
  verify(conversation: string): Promise<ChainVerdict>
  /** Destroys the keys: what was said, decided and known can no longer be read, by anybody. */
  erase(conversation: string): Promise<void>
}

const PAGE = 100

/** Returns the conversations of one runtime. */
export function createConversations(shell: Shell, answers: Answers): Conversations {
  const { deliver, memory, store, registry, engine, clock, keyring, secrets } = shell

  const begin = (request: OpenRequest, id: string, token: string): Loaded => {
    const { releases } = registry
    const { locale, channel } = request
    const release = releases.current.id
    const conversation = engine.openConversation({ id, locale, channel, release })
    const now = clock.now()
    const row = {
      ...{ id, seq: conversation.seq, status: conversation.status, holder: "bot" as const, channel, locale },
      ...{ release, token: hashToken(token), entries: 0, sent: 0, inbox: 0, head: CHAIN_START },
      ...{ created: now, updated: now, erased: null },
    }
    const view = viewOf(engine, releases, conversation)
    return { row, conversation, weight: { whole: 0, patches: 0 }, keys: keyring.create(id), view }
  }

  const unknown = (id: string) => new Failure("conversation-unknown", `There is no conversation "${id}".`)

  return {
    open: async (request) => {
      const { releases } = registry
      if (!releases.current.locales.includes(request.locale)) {
        const locales = releases.current.locales
        throw new Failure("locale-unknown", `The flow set speaks ${locales.join(", ")}.`, { locales })
      }
      if (request.flow !== undefined && releases.current.flows[request.flow]?.isPattern !== false) {
        throw new Failure("flow-unknown", `The flow set has no flow "${request.flow}".`)
      }
      const id = secrets.conversationId()
      const token = secrets.token()
      const { flow, customer, slots } = request
      const pending = answers.expect(0)
      await deliver.first(begin(request, id, token), {
        input: {
          kind: "open",
          now: clock.now(),
          ...(flow === undefined ? {} : { flow }),
          ...(customer === undefined ? {} : { customer }),
          ...(slots === undefined ? {} : { slots }),
        },
        ticket: pending.ticket,
      })
      return { id, token, ...(await answers.wait(id, pending)) }
    },
    authorise: async (id, token) => {
      const { row } = await memory.load(id)
      if (!isToken(token, row.token)) {
        throw new Failure("token-wrong", `The token is not that of conversation "${id}".`)
      }
    },
    show: async (id, after) => {
      const loaded = await memory.read(id)
      const entries = await readEntries(store, loaded.keys, id, after, loaded.view.last)
      return { loaded, view: loaded.view, entries }
    },
    document: async (conversation, id) => {
      const { keys } = await memory.read(conversation)
      const row = await store.document(conversation, id)
      if (row === null) throw new Failure("document-unknown", `"${conversation}" has no document "${id}".`)
      type Kept = { readonly name: string; readonly mediaType: string; readonly content: string }
      const kept = unsealJson<Kept>(keys, conversation, documentPlace(id), row.sealed)
      return { ...kept, content: Buffer.from(kept.content, "base64") }
    },
    verify: async (id) => {
      const row = await store.conversation(id)
      if (row === null) throw unknown(id)
      return verifyChain(row, (after) => store.turns(id, after, PAGE))
    },
    erase: (id) =>
      deliver.inOrder(id, async () => {
        const row = await store.conversation(id)
        if (row === null) throw unknown(id)
        if (row.erased === null) await store.erase(id, clock.now())
        memory.forget(id)
      }),
  }
}
