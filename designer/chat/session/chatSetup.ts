import { fromCallback, fromPromise, setup } from "xstate"
import {
  type Access,
  followConversation,
  openConversation,
  readConversation,
  type StreamedEvent,
  sendMessage,
} from "../../api/conversations.ts"
import { type Beginning, type ChatContext, nextMessage } from "./chatContext.ts"
import type { Held, Outgoing } from "./chatState.ts"

const longestPauseMs = 15_000

export type ChatEvent =
  | { readonly type: "begin"; readonly beginning: Beginning }
  | { readonly type: "resume"; readonly held: Held; readonly outbox: readonly Outgoing[] }
  | { readonly type: "say"; readonly message: Outgoing }
  | { readonly type: "retry"; readonly key: string }
  | { readonly type: "discard"; readonly key: string }
  | { readonly type: "read"; readonly index: number; readonly share: number }
  | { readonly type: "networkLost" }
  /** The network or the customer came back: what failed is tried at once, what happened meanwhile is fetched. */
  | { readonly type: "looked" }
  | { readonly type: "streamOpened" }
  | { readonly type: "streamed"; readonly event: StreamedEvent; readonly id: number | null }
  | { readonly type: "streamClosed"; readonly error: unknown }

type Place = { readonly access: Access; readonly after: number }

/** What the chat's statechart is made of: its events, what it asks of the server, and how long it pauses. */
export const chatSetup = setup({
  types: { context: {} as ChatContext, events: {} as ChatEvent },
  actors: {
    open: fromPromise(({ input }: { input: Beginning }) => openConversation(input.locale, input.flow)),
    read: fromPromise(async ({ input: { access, after } }: { input: Place }) => ({
      after,
      progress: await readConversation(access, after),
    })),
    send: fromPromise(({ input }: { input: { access: Access; message: Outgoing } }) =>
      sendMessage(input.access, input.message),
    ),
    follow: fromCallback<ChatEvent, Place>(({ input, sendBack }) => {
      const life = new AbortController()
      const closed = (error: unknown) => {
        if (!life.signal.aborted) sendBack({ type: "streamClosed", error })
      }
      followConversation(input.access, input.after, life.signal, {
        opened: () => sendBack({ type: "streamOpened" }),
        event: (event, id) => sendBack({ type: "streamed", event, id }),
      }).then(() => closed(null), closed)
      return () => life.abort()
    }),
  },
  delays: {
    untilReconnecting: ({ context }) => pauseMs(context.failures.connection),
    untilSendingAgain: ({ context }) => pauseMs(context.failures.sending),
  },
  guards: {
    isEnded: ({ context }) => context.chat.isEnded,
    hasMessage: ({ context }) => nextMessage(context) !== undefined,
  },
})

/** Longer after each failure. */
function pauseMs(failures: number): number {
  return Math.min(500 * 2 ** (failures - 1), longestPauseMs)
}
