import type { SlotView } from "../../types.ts"
import { asks } from "../cues.ts"
import type { Message } from "../message.ts"
import { textTest } from "../phrase-book.ts"
import { openSlots } from "../slot-list.ts"
import { firstOfStay } from "./stay.ts"
import { isNow, type Told } from "./told.ts"

/**
 * Returns the day, and the hour, of what begins a flow, told without a name: 昨天打球脚崴了, 明天上午十点给我回个电话. Each is taken
 * where the flow wants one such slot, of the past or to come, and the message tells one and asks nothing about it.
 */
export function readDay(
  message: Message,
  slots: Readonly<Record<string, SlotView>>,
  told: readonly Told[],
): readonly Told[] {
  return (["date", "datetime"] as const).flatMap((type) => readOnly(type, message, slots, told) ?? [])
}

function readOnly(
  wanted: "date" | "datetime",
  message: Message,
  slots: Readonly<Record<string, SlotView>>,
  told: readonly Told[],
): Told | null {
  const [only, ...others] = openSlots(slots).filter(
    ([, { type, ofSubflow }]) => type === wanted && ofSubflow !== true,
  )
  if (only === undefined || others.length > 0) return null
  const [slot, view] = only
  if (view.prefer === undefined || told.some((one) => one.slot === slot)) return null
  const begun = firstOfStay(message, view)
  if (begun !== null) return { slot, found: begun, part: begun, isNamed: false }
  const [found, ...more] = message.values(view).filter(({ text }) => !isNow(text))
  if (found === undefined || more.length > 0 || !isOnThatSide(message, view, found)) return null
  // An hour without its day is the next one.
  if (!found.certain && (wanted === "date" || view.prefer === "past")) return null
  const isAsked = message.clauses.some(
    ({ start, end, text }) => start <= found.start && found.end <= end && asks(text),
  )
  return isAsked || isNoDay(message, found) ? null : { slot, found, part: found, isNamed: false }
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
