import type { Conversation } from "../types.ts"
import type { Draft, Releases } from "./draft.ts"

/** Returns a draft: what a turn works on. Without a turn nothing of it is kept, so it also serves reading. */
export function newDraft(releases: Releases, conversation: Conversation, now: string): Draft {
  const { calendar } = releases.current
  return {
    releases,
    now,
    today: calendar.localDate(now),
    conversation: { ...conversation, runs: { ...conversation.runs } },
    entries: [],
    effects: [],
    passed: new Set(conversation.passed),
    correlated: new Set(),
    unasked: false,
    lastSaid: 0,
    ids: 0,
  }
}
