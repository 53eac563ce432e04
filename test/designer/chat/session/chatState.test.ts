import { describe, expect, it } from "vitest"
import type { Progress } from "../../../../designer/api/conversations.ts"
import {
  type ChatState,
  initialChatState,
  type Outgoing,
  withEntries,
  withProgress,
  withStreamed,
} from "../../../../designer/chat/session/chatState.ts"
import { bot, customer } from "../entries.ts"

const waiting = (id: string) => ({ kind: "slot", id }) as const
const progress = (entries: Progress["entries"], id: string): Progress => ({
  entries,
  waitingFor: waiting(id),
  holder: "bot",
  isEnded: false,
})
const indexes = (state: ChatState) => state.entries.map((entry) => entry.index)
const sent: Outgoing = {
  key: "k1",
  body: { text: "customer 2" },
  seen: 1,
  text: "customer 2",
  at: "",
  status: "sending",
  attempts: 1,
}

describe("entries", () => {
  it("stand in the order of their index, each once, however they arrive", () => {
    let state = withEntries(initialChatState, [bot(3), bot(1), bot(3)])
    state = withStreamed(state, { is: "entry", entry: bot(2) })
    state = withProgress(state, progress([bot(2), bot(3)], "a"))
    expect(indexes(state)).toEqual([1, 2, 3])
  })

  it("change nothing when they are all known", () => {
    const state = withEntries(initialChatState, [bot(1)])
    expect(withEntries(state, [bot(1)])).toBe(state)
  })

  it("end the conversation when the last of them says so", () => {
    const ended = { index: 2, at: "2026-03-02T02:00:00Z", kind: "conversation.ended" } as const
    expect(withEntries(initialChatState, [ended]).isEnded).toBe(true)
  })
})

describe("what the conversation waits for", () => {
  it("is not overwritten by an answer that is older than what the stream told", () => {
    let state = withStreamed(initialChatState, { is: "entry", entry: bot(5) })
    state = withStreamed(state, {
      is: "waiting",
      waitingFor: waiting("new"),
      holder: "agent",
      isEnded: false,
    })
    state = withProgress(state, progress([customer(2), bot(3)], "old"))
    expect(state).toMatchObject({ waitingFor: { id: "new" }, holder: "agent" })
    expect(indexes(state)).toEqual([2, 3, 5])
  })
})

describe("a message under way", () => {
  it("gives up its own bubble once the stream brings its entry", () => {
    const state = withEntries({ ...initialChatState, outbox: [sent] }, [customer(2)])
    expect(state.outbox).toEqual([{ ...sent, hasLanded: true }])
  })

  it("keeps it while only others speak, and when it never left", () => {
    expect(withEntries({ ...initialChatState, outbox: [sent] }, [bot(2)]).outbox).toEqual([sent])
    const unsent = { ...sent, status: "waiting", attempts: 0 } as const
    expect(withEntries({ ...initialChatState, outbox: [unsent] }, [customer(2)]).outbox).toEqual([unsent])
  })
})
