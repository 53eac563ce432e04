import type { Conversation } from "../types.ts"
import type { Draft, Releases } from "./draft.ts"

/** Returns a draft: what turn `seq` works on. Without a turn nothing of it is kept, so it also serves reading. */
export function newDraft(
  releases: Releases,
  conversation: Conversation,
  now: string,
  seq: number = conversation.seq,
): Draft {
  const { calendar } = releases.current
  return {
    releases,
    now,
    today: calendar.localDate(now),
    conversation: { ...conversation, seq, runs: { ...conversation.runs } },
    entries: [],
    effects: [],
    passed: new Set(conversation.passed),
    correlated: new Set(),
    unasked: false,
    lastSaid: 0,
    ids: 0,
  }
}
