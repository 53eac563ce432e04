import type { Recognition } from "../../slots/recognition.ts"
import type { SlotView } from "../../types.ts"
import { asks } from "../cues.ts"
import type { Message } from "../message.ts"
import { textTest } from "../phrase-book.ts"
import { overlap } from "../reading.ts"

/** Returns the first day of a stay that is told by both its ends, 昨天出的院，25号住进去的: a past day that is wanted is when it began. */
export function firstOfStay(message: Message, view: SlotView): Recognition | null {
  const { type, prefer } = view
  if (type !== "date" || prefer !== "past" || !isInAndOut(message.lower)) return null
  if (message.values(view).length < ENDS) return null
  const stay = message.value({ type: "date-range", names: [], prefer })
  if (stay?.certain !== true || !isRange(stay.value) || stay.value.from === null) return null
  const { from, to } = stay.value
  const isAsked = message.clauses.some((clause) => overlap(clause, stay) && asks(clause.text))
  return from === to || isAsked ? null : { ...stay, value: from }
}

type Range = { readonly from: string | null; readonly to: string | null }

function isRange(value: unknown): value is Range {
  return typeof value === "object" && value !== null && "from" in value && "to" in value
}

const isInAndOut = textTest((words) => words.stay)
const ENDS = 2
