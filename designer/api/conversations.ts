import * as z from "zod/mini"
import type { Holder, WaitingFor } from "../../engine/types.ts"
import { type CustomerEntry, holderSchema, parseEntries, parseEntry, waitingForSchema } from "./entry.ts"
import { readEventStream } from "./eventStream.ts"
import { NoConnection, request, requestJson } from "./request.ts"

export type Access = { readonly id: string; readonly token: string }
export type Upload = {
  readonly name: string
  readonly mediaType: string
  readonly size: number
  /** Base64. */
  readonly content: string
}
export type MessageBody =
  | { readonly text: string }
  | { readonly choice: string }
  | { readonly upload: Upload }

/** What the server tells with every answer: what is new, and what the conversation waits for. */
export type Progress = {
  readonly entries: readonly CustomerEntry[]
  readonly waitingFor: WaitingFor
  readonly holder: Holder
  readonly isEnded: boolean
}
export type StreamedEvent =
  | { readonly is: "entry"; readonly entry: CustomerEntry }
  | {
      readonly is: "waiting"
      readonly waitingFor: WaitingFor
      readonly holder: Holder
      readonly isEnded: boolean
    }
  | { readonly is: "ended" }

const situation = {
  waitingFor: waitingForSchema,
  holder: z._default(holderSchema, "bot"),
  status: z.optional(z.string()),
}
const situationSchema = z.object(situation)
const progressSchema = z.object({ ...situation, entries: z.array(z.unknown()) })
const openedSchema = z.extend(progressSchema, { id: z.string(), token: z.string() })

const longestSilenceMs = 40_000

/** Opens a conversation in a language, at the start of one flow if it is named. */
export async function openConversation(
  locale: string,
  flow: string | null,
): Promise<{ readonly access: Access; readonly progress: Progress }> {
  const opened = await requestJson("/api/conversations", openedSchema, {
    method: "POST",
    body: { channel: "web", locale, ...(flow === null ? {} : { flow }) },
  })
  return { access: { id: opened.id, token: opened.token }, progress: toProgress(opened) }
}

/** Returns the entries after the one of index `after` and what the conversation waits for. */
export async function readConversation(access: Access, after: number): Promise<Progress> {
  const path = `${pathOf(access)}?after=${after}`
  return toProgress(await requestJson(path, progressSchema, { token: access.token }))
}

/**
 * Sends one message of the customer; the same `key` never counts twice. `seen`: the last entry on his screen;
 * `read`: the share, 0 to 1, of a checkpoint's text that was on it before this answer.
 */
export async function sendMessage(
  access: Access,
  message: {
    readonly key: string
    readonly body: MessageBody
    readonly seen: number
    readonly read?: number
  },
): Promise<Progress> {
  const answer = await requestJson(`${pathOf(access)}/messages`, progressSchema, {
    method: "POST",
    token: access.token,
    headers: {
      "Idempotency-Key": message.key,
      ...(message.read === undefined ? {} : { "Text-Read": String(message.read) }),
    },
    body: { ...message.body, seen: message.seen },
  })
  return toProgress(answer)
}

/**
 * Follows a conversation after the entry `after` until the server ends the stream, `signal` aborts, or it breaks;
 * a stream without the server's heartbeat (every 15 s) counts as broken.
 */
export async function followConversation(
  access: Access,
  after: number,
  signal: AbortSignal,
  on: { readonly opened: () => void; readonly event: (event: StreamedEvent, id: number | null) => void },
): Promise<void> {
  const silence = new AbortController()
  let timer = setTimeout(() => silence.abort(), longestSilenceMs)
  const heard = () => {
    clearTimeout(timer)
    timer = setTimeout(() => silence.abort(), longestSilenceMs)
  }
  try {
    const response = await request(`${pathOf(access)}/stream?token=${encodeURIComponent(access.token)}`, {
      headers: { Accept: "text/event-stream", "Last-Event-ID": String(after) },
      signal: AbortSignal.any([signal, silence.signal]),
    })
    if (response.body === null) throw new NoConnection("a stream without a body")
    on.opened()
    await readEventStream(response.body, heard, (streamed) => {
      const event = toStreamedEvent(streamed.event, streamed.data)
      const id = streamed.id === null ? Number.NaN : Number(streamed.id)
      if (event !== null) on.event(event, Number.isInteger(id) ? id : null)
    })
  } finally {
    clearTimeout(timer)
  }
}

function toStreamedEvent(name: string, data: string): StreamedEvent | null {
  if (name === "ended") return { is: "ended" }
  const value = parseJson(data)
  if (name === "entry") {
    const entry = parseEntry(value)
    return entry === null ? null : { is: "entry", entry }
  }
  if (name !== "waiting") return null
  const parsed = situationSchema.safeParse(value)
  return parsed.success ? { is: "waiting", ...toSituation(parsed.data) } : null
}

function toProgress(answer: z.infer<typeof progressSchema>): Progress {
  const entries = parseEntries(answer.entries)
  const situation = toSituation(answer)
  const isEnded = situation.isEnded || entries.some((entry) => entry.kind === "conversation.ended")
  return { entries, ...situation, isEnded }
}

function toSituation(value: z.infer<typeof situationSchema>): Omit<Progress, "entries"> {
  return { waitingFor: value.waitingFor, holder: value.holder, isEnded: value.status === "ended" }
}

function pathOf(access: Access): string {
  return `/api/conversations/${encodeURIComponent(access.id)}`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
