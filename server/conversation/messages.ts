import { createHash } from "node:crypto"
import { isOffered } from "../../engine/index.ts"
import type { Document, Input } from "../../engine/types.ts"
import { Failure } from "../failure.ts"
import { sealJson } from "../security/vault.ts"
import type { Answer, Answers, Pending } from "./answers.ts"
import { type Delivery, understand } from "./delivery.ts"
import type { Loaded } from "./loaded.ts"
import type { Shell } from "./shell.ts"
import type { DocumentRow } from "./store.ts"

export type Upload = {
  readonly name: string
  readonly mediaType: string
  readonly size: number
  /** Base64; absent when a channel keeps the file itself. */
  readonly content?: string
}
/** What a customer does: exactly one of the three. `seen`: the last entry on his screen, absent: the last one sent. */
export type Message = { readonly seen?: number } & (
  | { readonly text: string }
  | { readonly choice: string }
  | { readonly upload: Upload }
)

/** Takes what customers say. */
export type Messages = {
  /**
   * Takes a message and answers as soon as the conversation waits for somebody, after 5 s at the latest. The same
   * message under the same key is taken once and answered alike. Throws `conversation-ended`, `choice-not-offered`,
   * `key-reused`.
   */
  take(conversation: string, message: Message, key?: string): Promise<Answer>
}

/** Returns the messages of one runtime. */
export function createMessages(shell: Shell, answers: Answers): Messages {
  const { deliver, clock } = shell

  const toDelivery = async (loaded: Loaded, message: Message, pending: Pending): Promise<Delivery> => {
    const now = clock.now()
    const seen = message.seen ?? Math.max(loaded.row.sent, shell.sentTo(loaded.row.id))
    const { ticket } = pending
    if ("text" in message) {
      const { text } = message
      const read = await understand(shell, loaded, text, now)
      return { input: { kind: "message", text, seen, now, ...read }, ticket }
    }
    if ("choice" in message) {
      refuseUnofferedChoice(loaded, message.choice)
      return { input: { kind: "choice", choice: message.choice, seen, now }, ticket }
    }
    const { name, mediaType, size, content } = message.upload
    const document: Document = { id: `d${loaded.conversation.seq + 1}`, name, mediaType, size }
    const input: Input = { kind: "upload", document, seen, now }
    if (content === undefined) return { input, ticket }
    return { input, ticket, documents: [toDocumentRow(loaded, document, content, now)] }
  }

  return {
    take: async (conversation, message, key) => {
      const request = key === undefined ? "" : fingerprint(message)
      const taken: { pending?: Pending } = {}
      await deliver.to(conversation, async (loaded) => {
        if (key !== undefined) {
          const repeated = await answers.repeat(loaded, key, request)
          if (repeated !== null) {
            taken.pending = repeated
            return null
          }
        }
        if (loaded.conversation.status === "ended") {
          throw new Failure("conversation-ended", `Conversation "${conversation}" has ended: open a new one.`)
        }
        const kept = key === undefined ? undefined : { key, request }
        const pending = answers.expect(loaded.conversation.entries, kept)
        taken.pending = pending
        return toDelivery(loaded, message, pending)
      })
      if (taken.pending === undefined) throw new Error(`A message to "${conversation}" was never prepared.`)
      return answers.wait(conversation, taken.pending)
    },
  }
}

/** While a service works nothing is offered: the choice waits, and the engine judges it when its turn comes. */
function refuseUnofferedChoice({ view, conversation }: Loaded, choice: string): void {
  const { kind, options = [] } = view.waitingFor
  if (kind === "service" || options.some(({ key }) => key === choice) || isOffered(conversation, choice))
    return
  const offered = options.map((option) => option.key)
  const which = offered.length === 0 ? "nothing can be chosen now" : `choose one of: ${offered.join(", ")}`
  throw new Failure("choice-not-offered", `The choice "${choice}" is not offered; ${which}.`, { options })
}

/** Where the content of an upload is sealed. */
export function documentPlace(id: string): string {
  return `document/${id}`
}

function toDocumentRow(loaded: Loaded, document: Document, content: string, created: string): DocumentRow {
  const { id } = loaded.row
  const { name, mediaType } = document
  const sealed = sealJson(loaded.keys, id, documentPlace(document.id), { name, mediaType, content })
  return { conversation: id, id: document.id, created, sealed }
}

/** What makes a message the same one: not where the customer's screen was when it was sent again. */
function fingerprint(message: Message): string {
  const { seen: _, ...said } = message
  return createHash("sha256").update(JSON.stringify(said)).digest("base64url")
}
