import { createActor, type Subscribable } from "xstate"
import type { MessageBody } from "../../api/conversations.ts"
import type { ReaderClock } from "../transcript/timeLabel.ts"
import type { Beginning } from "./chatContext.ts"
import { chatMachine } from "./chatMachine.ts"
import { type ChatState, lastIndexOf } from "./chatState.ts"
import type { ChatStorage } from "./chatStorage.ts"

type ChatSnapshot = { readonly context: { readonly chat: ChatState } }
/** What a page may see of the actor that holds a chat. */
export type ChatActor = Subscribable<ChatSnapshot> & { getSnapshot(): ChatSnapshot }

export type ChatSession = {
  readonly actor: ChatActor
  /** Resumes the conversation that this browser holds if it is the one asked for, else opens one. */
  readonly open: (
    asked: { readonly locale: string | null; readonly flow: string | null },
    locale: string,
  ) => void
  /** Leaves the held conversation and opens another. */
  readonly begin: (beginning: Beginning) => void
  /** Says something; `text` is what its bubble shows until the server's own entry comes. */
  readonly send: (body: MessageBody, text: string) => void
  /** Notes how far the text of a checkpoint's card was read: a share from 0 to 1, which only grows. */
  readonly noteRead: (index: number, share: number) => void
  readonly answerCheckpoint: (index: number, choice: string, text: string) => void
  readonly retry: (key: string) => void
  readonly discard: (key: string) => void
  /** The browser says that the network came or went. */
  readonly networkChanged: (isOnline: boolean) => void
  /** The customer came back to the page: what happened meanwhile is fetched. */
  readonly looked: () => void
  readonly clock: () => ReaderClock
  readonly storage: ChatStorage
}

/** Starts the chat's statechart over what the browser keeps. */
export function createChatSession(storage: ChatStorage): ChatSession {
  const actor = createActor(chatMachine)
  let kept = actor.getSnapshot().context.chat
  actor.subscribe(({ context: { chat } }) => {
    if (chat.outbox !== kept.outbox) storage.keepOutbox(chat.outbox)
    if (chat.held !== kept.held || chat.isEnded !== kept.isEnded)
      storage.keepHeld(chat.held === null ? null : { ...chat.held, isEnded: chat.isEnded })
    kept = chat
  })
  actor.start()

  const begin = (beginning: Beginning): void => {
    storage.keepDraft("", false)
    actor.send({ type: "begin", beginning })
  }
  const say = (body: MessageBody, text: string, read?: number): void => {
    const message = {
      key: crypto.randomUUID(),
      body,
      seen: lastIndexOf(actor.getSnapshot().context.chat.entries),
      ...(read === undefined ? {} : { read }),
      text,
      at: new Date().toISOString(),
      status: "waiting" as const,
      attempts: 0,
    }
    actor.send({ type: "say", message })
  }

  return {
    actor,
    storage,
    open: (asked, locale) => {
      const held = storage.held()
      const isAskedFor =
        held !== null &&
        (asked.flow === null || (asked.flow === held.flow && !held.isEnded)) &&
        (asked.locale === null || asked.locale === held.locale)
      if (!isAskedFor) return begin({ locale, flow: asked.flow })
      // What was on its way when the page went is sent again under its key.
      const outbox = storage
        .outbox()
        .map((message) =>
          message.status === "sending" ? { ...message, status: "waiting" as const } : message,
        )
      actor.send({ type: "resume", held, outbox })
    },
    begin,
    send: (body, text) => say(body, text),
    noteRead: (index, share) =>
      actor.send({ type: "read", index, share: Math.min(1, Math.round(share * 100) / 100) }),
    answerCheckpoint: (index, choice, text) =>
      say({ choice }, text, actor.getSnapshot().context.readShares[index] ?? 0),
    retry: (key) => actor.send({ type: "retry", key }),
    discard: (key) => actor.send({ type: "discard", key }),
    networkChanged: (isOnline) => actor.send({ type: isOnline ? "looked" : "networkLost" }),
    looked: () => actor.send({ type: "looked" }),
    clock: () => ({ now: new Date() }),
  }
}
