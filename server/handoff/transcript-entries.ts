import type { Entry } from "../../engine/types.ts"

const TRANSCRIPT: ReadonlySet<string> = new Set([
  ...["customer.said", "bot.said", "agent.said"],
  ...["checkpoint.accepted", "checkpoint.declined", "conversation.opened", "conversation.ended"],
  ...["handoff.requested", "handoff.accepted", "handoff.returned", "handoff.resolved", "handoff.transferred"],
  ...["handoff.unavailable", "handoff.timeout"],
])

/** Whether staff reads this entry in a transcript: the conversation, without the machine's own bookkeeping. */
export function isTranscript(entry: Entry): boolean {
  return TRANSCRIPT.has(entry.kind)
}
