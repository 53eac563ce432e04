import type { SlotView } from "../../types.ts"
import { asks } from "../cues.ts"
import type { Message } from "../message.ts"
import { textTest } from "../phrase-book.ts"
import { isNow, type Told } from "./told.ts"

/**
 * Returns the day of what begins a flow, told without a name: 昨天打球脚崴了, 明天上午给我回个电话. It is taken where the flow
 * wants one day, of the past or to come, and the message tells one such day and asks nothing about it.
 */
export function readDay(
  message: Message,
  slots: Readonly<Record<string, SlotView>>,
  told: readonly Told[],
): readonly Told[] {
  const days = Object.entries(slots).filter(
    ([, { type, ofSubflow, elsewhere }]) => type === "date" && ofSubflow !== true && elsewhere !== true,
  )
  const [only, ...others] = days
  if (only === undefined || others.length > 0) return []
  const [slot, view] = only
  if (view.prefer === undefined || told.some((one) => one.slot === slot)) return []
  const [found, ...more] = message.values(view).filter(({ text }) => !isNow(text))
  if (found === undefined || more.length > 0 || !found.certain || !isOnThatSide(message, view, found))
    return []
  const isAsked = message.clauses.some(
    ({ start, end, text }) => start <= found.start && found.end <= end && asks(text),
  )
  return isAsked || isNoDay(message, found) ? [] : [{ slot, found, part: found, isNamed: false }]
}

function isOnThatSide({ context }: Message, { prefer }: SlotView, { value }: Told["found"]): boolean {
  const today = context.now.slice(0, "2026-03-02".length)
  return prefer === "future" ? String(value) >= today : String(value) <= today
}

/** 刚 and 现在 name no day, and one left a hospital on another day than that on which it began. */
function isNoDay({ lower }: Message, { start, end }: Told["found"]): boolean {
  return isVague(lower.slice(start, end)) || isDischarged(lower)
}

const isVague = textTest((words) => words.vagueDay)
const isDischarged = textTest((words) => words.discharged)
