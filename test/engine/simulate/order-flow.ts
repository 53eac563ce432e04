import type { Release } from "../../../engine/index.ts"
import { flow, flowSet } from "../talk.ts"

/** A flow with a question, a write that may be unclear, and a wait. */
export const orderFiles: Readonly<Record<string, string>> = {
  ...flow(
    "order",
    `
slots:
  amount: { type: integer, title: 数量, ask: 要几个？ }
data: { sent: order.send }
start: ask
states:
  ask: { type: collect, slots: [amount], to: { filled: send, failed: kept } }
  send:
    type: service
    service: order.send
    input: { amount: slots.amount }
    save: sent
    to: { done: sent, unknown: kept }
  sent: { type: message, say: "已下单{data.sent.number}。", to: pause }
  pause: { type: wait, until: { after: P1D }, to: { timeout: done } }
  done: { type: final, outcome: done }
  kept: { type: final, outcome: kept }
`,
  ),
  "services.yaml": `
order.send:
  request: { method: POST, path: /orders }
  input: { type: object, properties: { amount: { type: integer } } }
  output: { type: object, required: [number], properties: { number: { type: string } } }
  effect: write
`,
}

/** Returns the compiled flow set of the order. */
export function orderRelease(): Release {
  return flowSet(orderFiles)
}
