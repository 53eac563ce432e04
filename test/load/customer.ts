import { channelKey } from "./served.ts"

export type Reply = {
  readonly waitingFor: {
    readonly kind: string
    readonly id: string
    readonly options?: readonly { readonly key: string }[]
  }
  readonly holder: string
}
type Message = { readonly text: string } | { readonly choice: string }

/** One who surrenders a policy, and tries every message again under its own key until it is acknowledged. */
export type Customer = {
  readonly conversation: string
  /** What was acknowledged, in order. */
  readonly acknowledged: readonly string[]
  readonly done: boolean
  /** Sends the next message; throws when the server does not answer, and the same message is then sent again. */
  step(url: string): Promise<void>
}

export async function createCustomer(url: string, id: string): Promise<Customer> {
  const response = await fetch(`${url}/api/conversations`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${channelKey}` },
    body: JSON.stringify({ channel: "test", locale: "zh", customer: { id, level: 3 } }),
  })
  if (!response.ok)
    throw new Error(`The conversation did not open: ${response.status} ${await response.text()}`)
  const opened = (await response.json()) as Reply & { readonly id: string; readonly token: string }
  const acknowledged: string[] = []
  let reply: Reply = opened
  let next: { readonly key: string; readonly message: Message } | null = null
  let done = false
  return {
    conversation: opened.id,
    acknowledged,
    get done() {
      return done
    },
    async step(at) {
      next ??= { key: `${opened.id}-${acknowledged.length}`, message: answerTo(reply, acknowledged.length) }
      const said = await fetch(`${at}/api/conversations/${opened.id}/messages`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          authorization: `Bearer ${opened.token}`,
          "idempotency-key": next.key,
        },
        body: JSON.stringify(next.message),
      })
      if (said.status === 422) {
        // The question changed meanwhile (a call came back after the last answer): look again, then answer that.
        const shown = await fetch(`${at}/api/conversations/${opened.id}`, {
          headers: { authorization: `Bearer ${opened.token}` },
        })
        reply = (await shown.json()) as Reply
        next = null
        return
      }
      if (!said.ok) throw new Error(`${said.status} ${await said.text()}`)
      reply = (await said.json()) as Reply
      acknowledged.push(next.key)
      next = null
      done =
        acknowledged.length > 1 &&
        (reply.waitingFor.kind === "event" || reply.holder !== "bot" || acknowledged.length > 25)
    },
  }
}

/** What a plain-spoken customer who wants to surrender says to a question. */
function answerTo({ waitingFor }: Reply, said: number): Message {
  const keys = waitingFor.options?.map(({ key }) => key) ?? []
  if (said === 0) return { text: "我要退保" }
  for (const wanted of ["accept", "surrender", "whole", "alone", "skip", "yes"])
    if (keys.includes(wanted)) return { choice: wanted }
  const [first] = keys
  return first === undefined ? { text: "退保能退多少？" } : { choice: first }
}
