import { assign } from "xstate"
import { accessOf, anew, initialChatContext, reached, unreached } from "./chatContext.ts"
import { chatSetup } from "./chatSetup.ts"
import { withOutgoing, withoutHope, withoutOutgoing } from "./chatState.ts"
import { isGone, isRefusedForGood } from "./refusal.ts"
import { talking } from "./talking.ts"

/**
 * The customer's side of one conversation after another. A message keeps its idempotency key until the server has
 * answered, so a lost answer or a reload never says it twice.
 */
export const chatMachine = chatSetup.createMachine({
  id: "chat",
  context: initialChatContext,
  initial: "idle",
  on: {
    begin: {
      target: ".opening",
      actions: assign(({ context, event }) => anew(context, event.beginning)),
    },
    resume: {
      target: ".resuming",
      actions: assign(({ context, event: { held, outbox } }) => {
        const begun = anew(context, { locale: held.locale, flow: held.flow })
        return { ...begun, chat: { ...begun.chat, held, isEnded: held.isEnded, outbox } }
      }),
    },
    say: {
      actions: assign(({ context: { chat }, event: { message } }) => ({
        chat: { ...chat, outbox: [...chat.outbox, message] },
      })),
    },
    retry: {
      actions: assign(({ context: { chat }, event: { key } }) => ({
        chat: withOutgoing(chat, key, { status: "waiting" }),
      })),
    },
    discard: {
      actions: assign(({ context: { chat }, event: { key } }) => ({ chat: withoutOutgoing(chat, key) })),
    },
    read: {
      actions: assign(({ context: { readShares }, event: { index, share } }) => ({
        readShares: { ...readShares, [index]: Math.max(readShares[index] ?? 0, share) },
      })),
    },
    networkLost: { actions: assign(({ context: { chat } }) => ({ chat: { ...chat, isOffline: true } })) },
  },
  states: {
    idle: {},
    opening: {
      initial: "trying",
      states: {
        trying: {
          invoke: {
            src: "open",
            input: ({ context }) => context.beginning,
            onDone: {
              target: "#chat.talking",
              actions: assign(({ context, event: { output } }) => {
                const held = { access: output.access, ...context.beginning, isEnded: false }
                return reached(context, { ...context.chat, held }, output.progress)
              }),
            },
            onError: [
              {
                guard: ({ context, event }) =>
                  context.beginning.flow !== null && isRefusedForGood(event.error),
                target: "trying",
                reenter: true,
                actions: assign(({ context }) => ({ beginning: { ...context.beginning, flow: null } })),
              },
              { target: "pausing", actions: assign(({ context, event }) => unreached(context, event.error)) },
            ],
          },
        },
        pausing: { after: { untilReconnecting: "trying" }, on: { looked: "trying" } },
      },
    },
    resuming: {
      initial: "trying",
      states: {
        trying: {
          invoke: {
            src: "read",
            input: ({ context }) => ({ access: accessOf(context), after: 0 }),
            onDone: {
              target: "#chat.talking",
              actions: assign(({ context, event }) => reached(context, context.chat, event.output.progress)),
            },
            onError: [
              {
                guard: ({ event }) => isGone(event.error),
                target: "#chat.opening",
                actions: assign(({ context }) => anew(context, context.beginning)),
              },
              { target: "pausing", actions: assign(({ context, event }) => unreached(context, event.error)) },
            ],
          },
        },
        pausing: { after: { untilReconnecting: "trying" }, on: { looked: "trying" } },
      },
    },
    talking,
    /** The server no longer knows the conversation, so what was on its way never arrives. */
    lost: {
      entry: assign(({ context: { chat } }) => ({
        chat: { ...withoutHope(chat), phase: "lost" as const },
      })),
    },
  },
})
