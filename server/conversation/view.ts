import type { Conversation, Holder, WaitingFor } from "../../engine/types.ts"
import type { Engine, Releases } from "./engine.ts"

/** What a channel is told beside the entries. */
export type View = {
  readonly waitingFor: WaitingFor
  readonly holder: Holder
  /** Where the run on top stands, `flow/state`, the innermost flow's; null when nothing is on the stack. */
  readonly state: string | null
  readonly status: "open" | "ended"
  /** Index of the last entry. */
  readonly last: number
}

/** Returns the view of a conversation. */
export function viewOf(engine: Engine, releases: Releases, conversation: Conversation): View {
  return {
    waitingFor: engine.waitingFor(releases, conversation),
    holder: engine.holderOf(conversation),
    state: engine.stateOf(releases, conversation) || null,
    status: conversation.status,
    last: conversation.entries,
  }
}

/** Whether the conversation waits for somebody, so that what was asked of it can be answered. */
export function isSettled(view: View): boolean {
  return view.waitingFor.kind !== "service"
}
