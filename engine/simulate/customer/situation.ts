import type { Releases } from "../../run/draft.ts"
import { waitingFor } from "../../run/moves.ts"
import { understandContext } from "../../run/understand-context.ts"
import type { Json, Run, SlotView, UnderstandContext, WaitingFor } from "../../types.ts"
import type { Session } from "../session.ts"

/** What a customer meets when it is his turn. */
export type Situation = {
  readonly waiting: WaitingFor
  readonly context: UnderstandContext
  /** The run that asks; undefined when nobody asks. */
  readonly run: Run | undefined
  readonly isPattern: boolean
  /** The slot asked, with its view; of a list's field also the number of its record, from 0. */
  readonly asked?: {
    readonly slot: string
    readonly view: SlotView
    readonly field?: string
    readonly record?: number
  }
  /** The value that a slot has now. */
  readonly heldIn: (slot: string) => Json | undefined
}

/** Returns what the customer meets in a session now. */
export function situationOf(releases: Releases, session: Session): Situation {
  const conversation = session.conversation()
  const waiting = waitingFor(releases, conversation)
  const context = understandContext(releases, conversation, session.now())
  const run = conversation.runs[conversation.question?.run ?? conversation.stack.at(-1) ?? ""]
  const states = Object.values(run?.scopes ?? {}).flatMap((scope) => Object.entries(scope.slots))
  const stateOf = (slot: string) => states.findLast(([name]) => name === slot)?.[1]
  const [slot = "", field] = waiting.id.split(".")
  const view = field === undefined ? context.slots[slot] : context.slots[slot]?.of?.[field]
  const told = stateOf(slot)
  const records = Array.isArray(told?.value) ? told.value.length : 0
  return {
    waiting,
    context,
    run,
    isPattern: run?.pattern !== undefined,
    ...(view === undefined
      ? {}
      : {
          asked: {
            slot,
            view,
            ...(field === undefined ? {} : { field, record: told?.draft?.index ?? records }),
          },
        }),
    heldIn: (name) => stateOf(name)?.value,
  }
}
