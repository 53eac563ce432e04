import type { Entry } from "../../engine/types.ts"

/** An entry as a customer may see it. */
export type CustomerEntry = Pick<Entry, "index" | "at"> & {
  readonly kind: string
  readonly open: Readonly<Record<string, unknown>>
  readonly personal?: Readonly<Record<string, unknown>>
}

/**
 * Returns what a customer may see of an entry, or `null`: what was said by either side, who holds the conversation,
 * and its end. Notes of agents, readings, decisions and everything internal stay inside.
 */
export function toCustomerEntry(entry: Entry): CustomerEntry | null {
  const { index, at, kind } = entry
  switch (entry.kind) {
    case "customer.said":
    case "bot.said":
      return { index, at, kind, open: entry.open, personal: entry.personal }
    case "agent.said":
      if (entry.open.note === true) return null
      return { index, at, kind, open: { agent: entry.open.agent }, personal: entry.personal }
    case "handoff.requested":
    case "handoff.transferred":
    case "handoff.unavailable":
    case "handoff.timeout":
    case "handoff.returned":
    case "handoff.resolved":
      return { index, at, kind, open: { handoff: entry.open.handoff, queue: entry.open.queue } }
    case "handoff.accepted": {
      const { handoff, queue, agent } = entry.open
      const name = entry.personal?.name
      const open = { handoff, queue, ...(agent === undefined ? {} : { agent }) }
      return { index, at, kind, open, ...(name === undefined ? {} : { personal: { name } }) }
    }
    case "conversation.opened":
    case "conversation.ended":
      return { index, at, kind, open: {} }
    default:
      return null
  }
}

/** Returns those of some entries that a customer may see, in order. */
export function toCustomerEntries(entries: readonly Entry[]): readonly CustomerEntry[] {
  return entries.flatMap((entry) => toCustomerEntry(entry) ?? [])
}
