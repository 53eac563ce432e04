import { assign } from "xstate"
import { ApiProblem } from "../../api/request.ts"
import { accessOf, caughtUp, disconnected, nextMessage, notTaken, sentMessage } from "./chatContext.ts"
import { chatSetup } from "./chatSetup.ts"
import { lastIndexOf, withOutgoing, withoutOutgoing, withProgress, withStreamed } from "./chatState.ts"
import { isGone, isUnanswered, refusalOf } from "./refusal.ts"

const { createStateConfig } = chatSetup

/** Hears what the conversation says by itself. */
const stream = createStateConfig({
  initial: "beginning",
  states: {
    beginning: { always: [{ guard: "isEnded", target: "over" }, { target: "following" }] },
    following: {
      invoke: {
        src: "follow",
        input: ({ context }) => ({ access: accessOf(context), after: context.streamPosition }),
      },
      on: {
        streamOpened: {
          actions: assign(({ context: { chat, failures } }) => ({
            chat: { ...chat, isOffline: false },
            failures: { ...failures, connection: 0 },
          })),
        },
        streamed: {
          actions: assign(({ context, event: { event, id } }) => {
            const position = id ?? (event.is === "entry" ? event.entry.index : 0)
            return {
              chat: withStreamed(context.chat, event),
              streamPosition: Math.max(context.streamPosition, position),
            }
          }),
        },
        streamClosed: [
          { guard: "isEnded", target: "over" },
          { guard: ({ event }) => isGone(event.error), target: "#chat.lost" },
          { target: "pausing", actions: assign(({ context, event }) => disconnected(context, event.error)) },
        ],
      },
    },
    pausing: { after: { untilReconnecting: "beginning" }, on: { looked: "beginning" } },
    over: {},
  },
})

/** Sends messages one at a time, in order. */
const sender = createStateConfig({
  initial: "resting",
  states: {
    resting: { always: { guard: "hasMessage", target: "sending" } },
    sending: {
      entry: assign(({ context }) => {
        const next = nextMessage(context)
        if (next === undefined) return {}
        const { key, attempts } = next
        return { chat: withOutgoing(context.chat, key, { status: "sending", attempts: attempts + 1 }) }
      }),
      invoke: {
        src: "send",
        input: ({ context }) => ({ access: accessOf(context), message: sentMessage(context) }),
        onDone: {
          target: "resting",
          actions: assign(({ context, event: { output } }) => {
            const { chat, failures } = context
            const sent = { ...withoutOutgoing(chat, sentMessage(context).key), isOffline: false }
            return { chat: withProgress(sent, output), failures: { ...failures, sending: 0 } }
          }),
        },
        onError: [
          { guard: ({ event }) => isGone(event.error), target: "#chat.lost" },
          {
            guard: ({ event: { error } }) =>
              error instanceof ApiProblem && error.code === "conversation-ended",
            target: "resting",
            actions: assign(({ context }) => ({ chat: { ...notTaken(context, "stale"), isEnded: true } })),
          },
          {
            guard: ({ context, event }) => refusalOf(event.error, context.failures.sending) !== null,
            target: "resting",
            actions: assign(({ context, event }) => {
              const { failures } = context
              const refusal = refusalOf(event.error, failures.sending) ?? "refused"
              return { chat: notTaken(context, refusal), failures: { ...failures, sending: 0 } }
            }),
          },
          {
            target: "pausing",
            actions: assign(({ context, event }) => {
              const { failures } = context
              const chat = withOutgoing(context.chat, sentMessage(context).key, { status: "waiting" })
              return {
                chat: { ...chat, isOffline: isUnanswered(event.error) },
                failures: { ...failures, sending: failures.sending + 1 },
              }
            }),
          },
        ],
      },
    },
    pausing: {
      after: { untilSendingAgain: "resting" },
      on: { looked: "resting", streamOpened: "resting" },
    },
  },
})

/** Fetches what happened while nobody looked. */
const attention = createStateConfig({
  initial: "resting",
  states: {
    resting: { on: { looked: "catchingUp" } },
    catchingUp: {
      invoke: {
        src: "read",
        input: ({ context }) => ({ access: accessOf(context), after: lastIndexOf(context.chat.entries) }),
        onDone: {
          target: "resting",
          actions: assign(({ context, event: { output } }) =>
            caughtUp(context, output.progress, output.after),
          ),
        },
        onError: "resting",
      },
    },
  },
})

/** Three things go on side by side while the conversation is held. */
export const talking = createStateConfig({ type: "parallel", states: { stream, sender, attention } })
