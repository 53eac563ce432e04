import { type Client, createClient } from "./http-client.ts"

type Reply = {
  readonly id?: string
  readonly token?: string
  readonly waitingFor?: { readonly kind: string; readonly id: string }
}
type Message = { readonly text: string } | { readonly choice: string }

/**
 * Ten messages of a surrender: six answers to slots, two choices, one question, one correction. Said by a signed-in
 * customer with three policies, of which one has riders, who has just said that he wants to surrender.
 */
export const tenTurns: readonly Message[] = [
  { text: "退P20210001003那份" },
  { text: "整份退" },
  { text: "急用钱" },
  { text: "现在退能拿多少" },
  { text: "还是要退保" },
  { choice: "accept" },
  { text: "尾号0320" },
  { choice: "change:payee/account" },
  { text: "尾号0321" },
  { text: "不对，是尾号0320" },
]

export type Talk = { say(message: Message, key: string): Promise<void> }

/** Opens a conversation up to its first question. */
export async function openTalk(client: Client, channelKey: string): Promise<Talk> {
  const opened = await client(
    "/api/conversations",
    { channel: "bench", locale: "zh", customer: { id: "C1003", level: 3 } },
    { authorization: `Bearer ${channelKey}` },
  )
  const { id, token } = opened.body as Reply
  const path = `/api/conversations/${id}/messages`
  const authorization = `Bearer ${token}`
  const say = async (message: Message, key: string) => {
    const { status, body } = await client(path, message, { authorization, "idempotency-key": key })
    if (status !== 200) throw new Error(`${JSON.stringify(message)} got ${status}: ${JSON.stringify(body)}`)
    // A service that is slower than an answer's patience: the customer waits for what he is asked next.
    let reply = body as Reply
    while (reply.waitingFor?.kind === "service")
      reply = (await client(`/api/conversations/${id}?after=100000`, undefined, { authorization }))
        .body as Reply
  }
  await say({ text: "我要退保" }, "first")
  return { say }
}

/**
 * Holds the ten messages in many conversations at once and returns how many turns were committed in a second: one for
 * each message, and one for each answer of a service that a message led to.
 */
export async function turnsPerSecond(url: string, channelKey: string, atOnce: number): Promise<number> {
  const client = createClient(url)
  const talks = await Promise.all(Array.from({ length: atOnce }, () => openTalk(client, channelKey)))
  const before = await committedTurns(url)
  const start = performance.now()
  await Promise.all(
    talks.map(async ({ say }) => {
      for (const [index, message] of tenTurns.entries()) await say(message, String(index))
    }),
  )
  const seconds = (performance.now() - start) / 1000
  return ((await committedTurns(url)) - before) / seconds
}

/** How many turns a server has committed since its start, as it tells it itself. */
export async function committedTurns(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  const counts = [...metrics.matchAll(/^colloquy_turns_total\{.*\} (\d+)$/gm)]
  return counts.reduce((sum, [, count]) => sum + Number(count), 0)
}

/** The same number of requests with the same bodies at the bare route. */
export async function bareRequestsPerSecond(url: string, atOnce: number): Promise<number> {
  const client = createClient(url)
  const start = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const message of tenTurns) await client("/messages", message)
    }),
  )
  return (atOnce * tenTurns.length * 1000) / (performance.now() - start)
}
