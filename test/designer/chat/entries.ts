import type { CustomerEntry } from "../../../designer/api/entry.ts"

const start = Date.parse("2026-03-02T02:00:00Z")
const at = (minute: number) => new Date(start + minute * 60_000).toISOString()

export function bot(index: number, minute = 0): CustomerEntry {
  return {
    index,
    at: at(minute),
    kind: "bot.said",
    personal: { content: { is: "text", text: `bot ${index}` } },
  }
}

export function customer(index: number, minute = 0): CustomerEntry {
  const personal = { text: `customer ${index}` }
  return { index, at: at(minute), kind: "customer.said", open: { how: "text" }, personal }
}

export function agent(index: number): CustomerEntry {
  const personal = { name: "王敏", text: `agent ${index}` }
  return { index, at: at(0), kind: "agent.said", open: { agent: "1024" }, personal }
}

export function handoff(
  index: number,
  what: "requested" | "accepted" | "returned" | "transferred" | "unavailable",
): CustomerEntry {
  return { index, at: at(0), kind: `handoff.${what}`, open: {} }
}
