import type { Content, Holder } from "../../../engine/types.ts"
import type { CustomerEntry } from "../../api/entry.ts"
import { answersInCards } from "./questionnaire.ts"

export type Speaker = "customer" | "bot" | "agent"
export type AgentFace = { readonly name: string; readonly number: string }

/** One line of the transcript. `opens`: the first of several by the same speaker. */
export type Item =
  | { readonly is: "time"; readonly key: string; readonly at: string }
  | { readonly is: "holder"; readonly key: string; readonly holder: Holder; readonly agent?: AgentFace }
  | {
      readonly is: "customer"
      readonly key: string
      readonly opens: boolean
      readonly entry: Said<"customer.said">
    }
  | {
      readonly is: "bot"
      readonly key: string
      readonly opens: boolean
      readonly index: number
      readonly content: Content
    }
  | {
      readonly is: "agent"
      readonly key: string
      readonly opens: boolean
      readonly agent: AgentFace
      readonly text: string
    }

type Said<Kind extends CustomerEntry["kind"]> = Extract<CustomerEntry, { kind: Kind }>

const quietMs = 5 * 60_000

/**
 * Returns what the transcript shows: a time after each pause of five minutes, a line at each change of who holds the
 * conversation, and what was said; answers that a questionnaire's card shows have no bubble. `holder` is who holds it now, for a change that no entry tells.
 */
export function toItems(entries: readonly CustomerEntry[], holder: Holder): readonly Item[] {
  const items: Item[] = []
  const now: { holder: Holder; speaker: Speaker | null } = { holder: "bot", speaker: null }
  let before = Number.NEGATIVE_INFINITY

  const change = (next: Holder, key: string, agent?: AgentFace) => {
    if (next === now.holder) return
    now.holder = next
    now.speaker = null
    items.push({
      is: "holder",
      key: `${key}-holder`,
      holder: next,
      ...(agent === undefined ? {} : { agent }),
    })
  }
  const opens = (next: Speaker) => {
    const isFirst = now.speaker !== next
    now.speaker = next
    return isFirst
  }

  const inCards = answersInCards(entries)
  for (const entry of entries) {
    if (inCards.has(entry.index)) continue
    const key = String(entry.index)
    const at = Date.parse(entry.at)
    if (entry.kind !== "conversation.ended" && at - before > quietMs) {
      items.push({ is: "time", key: `${key}-time`, at: entry.at })
      now.speaker = null
    }
    if (!Number.isNaN(at)) before = at
    switch (entry.kind) {
      case "customer.said":
        items.push({ is: "customer", key, opens: opens("customer"), entry })
        break
      case "bot.said":
        items.push({
          is: "bot",
          key,
          opens: opens("bot"),
          index: entry.index,
          content: entry.personal.content,
        })
        break
      case "agent.said": {
        const agent = { name: entry.personal.name, number: entry.open.agent }
        change("agent", key, agent)
        items.push({ is: "agent", key, opens: opens("agent"), agent, text: entry.personal.text })
        break
      }
      case "handoff.requested":
      case "handoff.transferred":
        change("queue", key)
        break
      case "handoff.accepted": {
        const name = entry.personal?.name
        const number = entry.open.agent
        change("agent", key, name === undefined || number === undefined ? undefined : { name, number })
        break
      }
      case "handoff.returned":
      case "handoff.resolved":
      case "handoff.unavailable":
      case "handoff.timeout":
        change("bot", key)
        break
    }
  }
  change(holder, "now")
  return items
}
