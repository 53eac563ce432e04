import { askedView } from "../asked.ts"
import { isQuestion } from "../cues.ts"
import type { Message } from "../message.ts"
import type { Span } from "../phrase-book.ts"
import { overlap, type Reading, reading } from "../reading.ts"
import { isGoodbye } from "./courtesies.ts"

/**
 * Returns the readings with the message, or what values told beside leave of it, as the text that was asked for; null
 * when none was asked or something else is certain. A question is kept as text only with doubt.
 */
export function readFreeText(
  message: Message,
  readings: readonly Reading[],
  sure: readonly Span[],
): readonly Reading[] | null {
  const { asking } = message.context
  const type = askedView(message.context)?.type
  if (asking?.kind !== "slot" || (type !== "text" && type !== "place")) return null
  const clauses = type === "text" ? message.clauses : message.clauses.filter(({ text }) => !isNoPlace(text))
  if (isGoodbye(clauses)) return null
  const isShort = clauses.length <= 1
  const isTold = ({ command }: Reading) =>
    command.command === "set-slot" || command.command === "correct-slot"
  const isAside = ({ command }: Reading) => !isShort && CONTROLS.has(command.command)
  const certain = readings.filter((one) => one.command.certain && !isTold(one) && !isAside(one))
  if (certain.length > 0) return null
  if (readings.some(({ command }) => "slot" in command && command.slot === asking.slot)) return null
  const chosen = readings.filter(({ command }) => "slot" in command && isChoice(message, command.slot))
  const told = readings.filter(isTold)
  // A word that chooses elsewhere stays in the text: without it a diagnosis would lose its illness.
  const taken = sure.filter((span) => !chosen.some((one) => overlap(one, span)))
  const left = clauses.flatMap((clause) => leftOf(message, clause, taken))
  const first = left[0]
  const last = left.at(-1)
  if (first === undefined || last === undefined) return null
  const part = { start: first.start, end: closing(message, last.end) }
  const value = told.some((one) => !chosen.includes(one) && overlap(one, part))
    ? left.map(({ start, end }) => message.utterance.text.slice(start, end)).join(", ")
    : message.utterance.text.slice(part.start, part.end)
  const isDoubtful = clauses.length === 1 && isQuestion(message.lower.slice(first.start, first.end))
  const text = reading(
    message,
    part,
    { command: "set-slot", slot: asking.slot, value, answer: true },
    isDoubtful ? DOUBTFUL : TAKEN,
  )
  return [text, ...told]
}

/** Who somebody is, and what is not at hand, is no place: 我叫沈涛，身份证忘了. */
const isNoPlace = (text: string) => NO_PLACE.test(text)

const NO_PLACE =
  /我叫|我是|姓名|名字|身份证|证件|手机|电话|号码|保单|卡号|忘了|忘记|不记得|记不|没带|找不到|什么|怎么|为什么|多少|[吗呢]$|\?|\b(?:my name|i am|i'm|forgot|don't remember|don't have|id card|passport|policy|phone|what|how|why)\b/

const TAKEN = 0.75
const DOUBTFUL = 0.5
const CONTROLS: ReadonlySet<string> = new Set([
  "cancel",
  "pause",
  "repeat",
  "end",
  "skip",
  "go-back",
  "chitchat",
])

/** More than the small words before a value: my 139…, 我的 139…. */
const SAYING = /^(?!我的?)[\u3400-\u9fff]{2}|[\u3400-\u9fff]{4}|[a-z]{4}/

/** A clause that no value was read in, or what a space sets apart before the first: 协和医院 2月28号到今天. */
function leftOf({ lower }: Message, clause: Span, taken: readonly Span[]): readonly Span[] {
  const starts = taken.filter((span) => overlap(span, clause)).map(({ start }) => start)
  if (starts.length === 0) return [clause]
  const first = Math.min(...starts)
  const before = lower.slice(clause.start, first)
  const end = clause.start + before.trimEnd().length
  return / $/.test(before) && SAYING.test(before) ? [{ start: clause.start, end }] : []
}

function isChoice({ context }: Message, slot: string): boolean {
  return context.slots[slot]?.type === "choice"
}

/** The closing mark of the last clause belongs to the text. */
function closing({ utterance }: Message, end: number): number {
  return /[!?。.…]/.test(utterance.plain.charAt(end)) ? end + 1 : end
}
