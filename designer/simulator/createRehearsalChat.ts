import { toObserver } from "xstate"
import type { RehearsalAct } from "../../engine/index.ts"
import type { MessageBody } from "../api/conversations.ts"
import { parseEntries } from "../api/entry.ts"
import { type ChatState, initialChatState } from "../chat/session/chatState.ts"
import type { ChatActor, ChatSession } from "../chat/session/createChatSession.ts"
import { surroundings } from "../model/useSurroundings.ts"
import { type RehearsalState, rehearsal, useRehearsal } from "./rehearsalStore.ts"
import type { Scene } from "./scene.ts"

/** Returns the rehearsal as a session of the customer's chat, so that it is tried in the very chat customers get. */
export function createRehearsalChat(): ChatSession {
  let shown = snapshotOf(useRehearsal.getState())
  let uploads = 0
  const actor: ChatActor = {
    getSnapshot: () => {
      const now = useRehearsal.getState()
      if (shown.of !== now) shown = snapshotOf(now)
      return shown
    },
    subscribe: (heard) => {
      const next = toObserver(heard).next
      return { unsubscribe: useRehearsal.subscribe(() => next?.(actor.getSnapshot())) }
    },
  }
  const send = (body: MessageBody) => {
    uploads += 1
    rehearsal.act(toAct(body, uploads))
  }
  return {
    actor,
    send,
    answerCheckpoint: (_index, choice) => send({ choice }),
    open() {},
    begin() {},
    noteRead() {},
    retry() {},
    discard() {},
    networkChanged() {},
    looked() {},
    clock() {
      const { scene } = useRehearsal.getState()
      const { timeZone } = surroundings().settings
      return { now: scene === null ? new Date() : new Date(scene.now), timeZone }
    },
    storage: {
      held: () => null,
      keepHeld() {},
      outbox: () => [],
      keepOutbox() {},
      draft: () => "",
      keepDraft() {},
    },
  }
}

function toAct(body: MessageBody, count: number): RehearsalAct {
  if ("text" in body) return { does: "say", text: body.text }
  if ("choice" in body) return { does: "choose", choice: body.choice }
  const { name, mediaType, size } = body.upload
  return { does: "upload", document: { id: `D${count}`, name, mediaType, size } }
}

function snapshotOf(rehearsed: RehearsalState) {
  return { of: rehearsed, context: { chat: toChatState(rehearsed) } }
}

function toChatState({ scene, isBusy }: RehearsalState): ChatState {
  if (scene === null) return initialChatState
  return {
    ...initialChatState,
    phase: "ready",
    held: heldOf(scene),
    entries: parseEntries(
      scene.entries.filter((entry) => entry.kind !== "agent.said" || entry.open.note !== true),
    ),
    waitingFor: isBusy && scene.open.length === 0 ? { kind: "service", id: "" } : scene.waitingFor,
    holder: scene.holder,
    isEnded: scene.conversation.status === "ended",
  }
}

function heldOf({ conversation, options }: Scene): ChatState["held"] {
  const { id, locale, status } = conversation
  return { access: { id, token: "" }, locale, flow: options.flow ?? null, isEnded: status === "ended" }
}
