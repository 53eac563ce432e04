import { isWhole } from "../../slots/utterance.ts"
import { viewOf } from "../asked.ts"
import type { Message } from "../message.ts"
import { type Reading, reading } from "../reading.ts"
import { ANY_WORDS } from "./any-words.ts"

/**
 * Returns the answer to the question that a pattern interrupted, while the pattern asks another: 25号 in place of a yes or no
 * is the day that was asked for before. It must be a sure value and all that the message says.
 */
export function readBeneath(message: Message): Reading | null {
  const { beneath, slots } = message.context
  const view = beneath === undefined ? undefined : viewOf(slots, beneath)
  if (beneath === undefined || view === undefined || ANY_WORDS.has(view.type)) return null
  const found = message.value(view)
  if (found?.certain !== true || !isWhole(message.utterance, found.start, found.end)) return null
  return reading(message, found, { command: "set-slot", slot: beneath, value: found.value })
}
