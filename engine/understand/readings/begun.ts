import type { Command, SlotView } from "../../types.ts"
import type { Message } from "../message.ts"
import type { Span } from "../phrase-book.ts"
import { overlap, type Reading, reading } from "../reading.ts"
import { readDay } from "./day.ts"
import { readTold } from "./told.ts"

/** What a message answers and what it is about, of which neither takes the other's words. */
export type Meant = { readonly answer: Reading | null; readonly topics: readonly Reading[] }

/** What a message tells for a flow; which flow the answer to a question offers, and which tells the customer's own. */
export type Offers = {
  readonly toldFor: (flow: string) => readonly Reading[]
  readonly offeredBy: (topic: string) => string | undefined
  readonly personalOf: (topic: string) => string | undefined
}

/** What a message begins: a flow that is offered and taken by telling something for it, and what is told for a flow. */
export type Begun = { readonly start: readonly Reading[]; readonly inFlow: readonly Reading[] }

const NOTHING: Begun = { start: [], inFlow: [] }

/**
 * Returns what a message tells for the flow that one of its readings starts; a complaint goes before another. With none,
 * what it tells for a flow that is offered takes the offer, 昨天摔的 in place of a yes, and beside a yes is kept for it.
 * Beside a question, and where it is asked which was meant, it is kept for the flow that will be offered; a question whose
 * answer is the customer's own begins that flow, 下次啥时候交 P20220001034.
 */
export function readBegun(message: Message, starts: readonly Reading[], meant: Meant, offers: Offers): Begun {
  const { toldFor } = offers
  const sure = startedBy(starts.filter(({ command }) => command.certain))
  const offer = sure !== null || isRefused(meant) ? NOTHING : takenOffer(message, meant, toldFor)
  if (offer.inFlow.length > 0) return offer
  const flow = sure ?? startedBy(starts)
  if (flow !== null) return { start: [], inFlow: toldFor(flow) }
  return message.context.flow === undefined ? besideQuestion(meant, offers) : NOTHING
}

function besideQuestion({ topics }: Meant, { toldFor, offeredBy, personalOf }: Offers): Begun {
  for (const topic of topics) {
    const { command } = topic
    const asked = command.command === "clarify" ? command.options : []
    const begun = asked.flatMap((option) => (option.command === "start-flow" ? [option.flow] : []))
    if (begun.length > 0) return { start: [], inFlow: begun.flatMap(toldFor) }
    if (command.command !== "ask-knowledge") continue
    const { topic: entry, ...read } = command
    const personal = personalOf(entry)
    const own = personal === undefined ? [] : toldFor(personal)
    if (personal !== undefined && own.length > 0)
      return {
        start: [{ ...topic, command: { ...read, command: "start-flow", flow: personal } }],
        inFlow: own,
      }
    const offered = offeredBy(entry)
    if (offered !== undefined) return { start: [], inFlow: toldFor(offered) }
  }
  return NOTHING
}

/** Returns the flow that the first of some readings to begin one begins; a complaint has its own command. */
export function startedBy(starts: readonly Reading[]): string | null {
  for (const { command } of starts) {
    if (command.command === "complain") return "complaint"
    if (command.command === "start-flow") return command.flow
  }
  return null
}

/** Something else is surely meant, or the offer was declined. */
function isRefused({ answer, topics }: Meant): boolean {
  if (topics.some(({ command }) => command.certain)) return true
  if (answer === null) return false
  const { command } = answer
  return command.command === "deny" || (command.command === "set-slot" && command.value === false)
}

/** Of several offers the one that wants what is told; two that do leave it open. */
function takenOffer(
  { context }: Message,
  { answer }: Meant,
  toldFor: (flow: string) => readonly Reading[],
): Begun {
  const wanted = (context.offered ?? []).map((flow) => ({ flow, inFlow: toldFor(flow) }))
  const [only, ...others] = wanted.filter(({ inFlow }) => inFlow.length > 0)
  const first = only?.inFlow[0]
  if (only === undefined || first === undefined || others.length > 0) return NOTHING
  const { confidence, certain, text = "", start = 0, end = 0 } = first.command
  const command: Command = { command: "start-flow", flow: only.flow, confidence, certain, text, start, end }
  return { start: answer === null ? [{ ...first, command }] : [], inFlow: only.inFlow }
}

/** Returns what a message tells for the slots of a flow that it may begin; words read otherwise only for slots open here too. */
export function slotsToldFor(
  message: Message,
  flow: string,
  slots: Readonly<Record<string, SlotView>>,
  taken: readonly Span[],
  begun?: Span,
): readonly Reading[] {
  if (flow === message.context.flow) return []
  const own = new Set(Object.keys(message.context.slots))
  const told = readTold(message, slots)
  return [...told, ...readDay(message, slots, told)]
    .filter(({ slot, part }) => own.has(slot) || !taken.some((span) => overlap(span, part)))
    .filter(({ slot, part }) => begun === undefined || !isOnlyBegun(slots[slot], part, begun))
    .map(({ slot, found, part }) =>
      reading(
        message,
        { ...part, start: found.start },
        { command: "set-slot", slot, value: found.value, flow },
      ),
    )
}

/** 我要退保 begins a surrender, and does not tell besides what a call from within it would be about. */
function isOnlyBegun(view: SlotView | undefined, part: Span, begun: Span): boolean {
  return view?.type === "choice" && view.ofSubflow === true && overlap(part, begun)
}
