import {
  followConversation,
  type MessageBody,
  openConversation,
  readConversation,
  sendMessage,
} from "../../api/conversations.ts"
import { ApiProblem } from "../../api/request.ts"
import type { ReaderClock } from "../transcript/timeLabel.ts"
import {
  type ChatState,
  type Held,
  initialChatState,
  lastIndexOf,
  type Outgoing,
  type Refusal,
  withEntries,
  withOutgoing,
  withoutOutgoing,
  withProgress,
  withStreamed,
} from "./chatState.ts"
import type { ChatStorage } from "./chatStorage.ts"

const longestPauseMs = 15_000
const busyAttempts = 3

export type Beginning = { readonly locale: string; readonly flow: string | null }

export type ChatSession = {
  readonly state: () => ChatState
  readonly subscribe: (listener: () => void) => () => void
  /** Resumes the conversation that this browser holds if it is the one asked for, else opens one. */
  readonly open: (
    asked: { readonly locale: string | null; readonly flow: string | null },
    locale: string,
  ) => void
  /** Leaves the held conversation and opens another. */
  readonly begin: (beginning: Beginning) => void
  /** Says something; `text` is what its bubble shows until the server's own entry comes. */
  readonly send: (body: MessageBody, text: string) => void
  /** Notes how far the text of a checkpoint's card was read: a share from 0 to 1, which only grows. */
  readonly noteRead: (index: number, share: number) => void
  readonly answerCheckpoint: (index: number, choice: string, text: string) => void
  readonly retry: (key: string) => void
  readonly discard: (key: string) => void
  /** The browser says that the network came or went. */
  readonly networkChanged: (isOnline: boolean) => void
  /** The customer came back to the page: what happened meanwhile is fetched. */
  readonly looked: () => void
  readonly clock: () => ReaderClock
  readonly storage: ChatStorage
}

/**
 * The customer's side of one conversation after another, without React. Messages leave one at a time, in order;
 * each keeps its idempotency key until the server answered, so a lost answer or a reload never says it twice.
 */
export function createChatSession(storage: ChatStorage): ChatSession {
  let state = initialChatState
  let life = new AbortController()
  let isSending = false
  let streamPosition = 0
  let readShares = new Map<number, number>()
  let wake: () => void = () => {}
  const listeners = new Set<() => void>()

  function set(next: ChatState): void {
    if (next === state) return
    if (next.outbox !== state.outbox) storage.keepOutbox(next.outbox)
    if (next.held !== null && next.isEnded !== next.held.isEnded) {
      next = { ...next, held: { ...next.held, isEnded: next.isEnded } }
    }
    if (next.held !== state.held) storage.keepHeld(next.held)
    state = next
    for (const listener of listeners) listener()
  }

  function leave(): AbortSignal {
    life.abort()
    life = new AbortController()
    isSending = false
    streamPosition = 0
    readShares = new Map()
    return life.signal
  }

  async function begin(beginning: Beginning): Promise<void> {
    const signal = leave()
    storage.keepDraft("", false)
    set({ ...initialChatState, isOffline: state.isOffline })
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        const { access, progress } = await openConversation(beginning.locale, beginning.flow)
        if (signal.aborted) return
        const held: Held = { access, ...beginning, isEnded: false }
        set(withProgress({ ...state, held, isOffline: false }, progress))
        return started(held, signal)
      } catch (error) {
        if (signal.aborted) return
        const isUnknownFlow = error instanceof ApiProblem && error.status < 500 && error.status !== 429
        if (isUnknownFlow && beginning.flow !== null) return begin({ ...beginning, flow: null })
        set({ ...state, phase: "unreachable", isOffline: !(error instanceof ApiProblem) })
        await pause(attempt, signal)
      }
    }
  }

  async function resume(held: Held): Promise<void> {
    const signal = leave()
    set({ ...initialChatState, held, isEnded: held.isEnded, outbox: storage.outbox() })
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        const progress = await readConversation(held.access, 0)
        if (signal.aborted) return
        set(withProgress({ ...state, isOffline: false }, progress))
        return started(held, signal)
      } catch (error) {
        if (signal.aborted) return
        if (isGone(error)) return begin({ locale: held.locale, flow: held.flow })
        set({ ...state, phase: "unreachable", isOffline: !(error instanceof ApiProblem) })
        await pause(attempt, signal)
      }
    }
  }

  function started(held: Held, signal: AbortSignal): void {
    streamPosition = lastIndexOf(state.entries)
    void follow(held, signal)
    void flush()
  }

  async function follow(held: Held, signal: AbortSignal): Promise<void> {
    for (let attempt = 0; !signal.aborted && !state.isEnded; attempt++) {
      try {
        await followConversation(held.access, streamPosition, signal, {
          opened: () => {
            attempt = 0
            connected()
          },
          event: (event, id) => {
            if (signal.aborted) return
            const position = id ?? (event.is === "entry" ? event.entry.index : 0)
            streamPosition = Math.max(streamPosition, position)
            set(withStreamed(state, event))
          },
        })
      } catch (error) {
        if (signal.aborted) return
        if (isGone(error)) return set({ ...state, phase: "lost" })
        if (!(error instanceof ApiProblem) && attempt > 0) set({ ...state, isOffline: true })
      }
      await pause(attempt, signal)
    }
  }

  function connected(): void {
    set({ ...state, isOffline: false })
    void flush()
  }

  function send(body: MessageBody, text: string, read?: number): void {
    const message: Outgoing = {
      key: crypto.randomUUID(),
      body,
      seen: lastIndexOf(state.entries),
      ...(read === undefined ? {} : { read }),
      text,
      at: new Date().toISOString(),
      status: "waiting",
      attempts: 0,
    }
    set({ ...state, outbox: [...state.outbox, message] })
    void flush()
  }

  async function flush(): Promise<void> {
    const held = state.held
    const signal = life.signal
    if (isSending || held === null || state.phase !== "ready") return
    isSending = true
    for (let attempt = 0; !signal.aborted; ) {
      const message = state.outbox.find((candidate) => candidate.status !== "failed")
      if (message === undefined) break
      set(withOutgoing(state, message.key, { status: "sending", attempts: message.attempts + 1 }))
      try {
        const progress = await sendMessage(held.access, message)
        if (signal.aborted) return
        set(withProgress({ ...withoutOutgoing(state, message.key), isOffline: false }, progress))
        attempt = 0
      } catch (error) {
        if (signal.aborted) return
        if (isGone(error)) {
          set({
            ...withOutgoing(state, message.key, { status: "failed", refusal: "refused" }),
            phase: "lost",
          })
          break
        }
        if (error instanceof ApiProblem && error.code === "conversation-ended") {
          set({ ...withOutgoing(state, message.key, { status: "failed", refusal: "stale" }), isEnded: true })
          continue
        }
        const refusal = refusalOf(error, attempt)
        if (refusal !== null) {
          set(withOutgoing(state, message.key, { status: "failed", refusal }))
          attempt = 0
          continue
        }
        const isOffline = !(error instanceof ApiProblem)
        set({ ...withOutgoing(state, message.key, { status: "waiting" }), isOffline })
        await pause(attempt, signal)
        attempt += 1
      }
    }
    if (!signal.aborted) isSending = false
  }

  /** Waits longer after each attempt, but no longer than until something wakes it. */
  function pause(attempt: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const before = wake
      const timer = setTimeout(done, Math.min(500 * 2 ** attempt, longestPauseMs))
      function done(): void {
        clearTimeout(timer)
        resolve()
      }
      wake = () => {
        before()
        done()
      }
      signal.addEventListener("abort", done, { once: true })
    })
  }

  function awaken(): void {
    const waking = wake
    wake = () => {}
    waking()
  }

  function lookAgain(): void {
    awaken()
    void catchUp()
  }

  async function catchUp(): Promise<void> {
    const held = state.held
    const signal = life.signal
    if (held === null || state.phase !== "ready") return
    const since = lastIndexOf(state.entries)
    const progress = await readConversation(held.access, since).catch(() => null)
    if (progress === null || signal.aborted) return
    const { waitingFor, holder } = progress
    const isNews = lastIndexOf(state.entries) === since && !isSending
    set({
      ...withEntries(state, progress.entries),
      ...(isNews ? { waitingFor, holder } : {}),
      isOffline: false,
    })
    void flush()
  }

  return {
    storage,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open: (asked, locale) => {
      const held = storage.held()
      const isAskedFor =
        held !== null &&
        (asked.flow === null || (asked.flow === held.flow && !held.isEnded)) &&
        (asked.locale === null || asked.locale === held.locale)
      void (isAskedFor ? resume(held) : begin({ locale, flow: asked.flow }))
    },
    begin: (beginning) => void begin(beginning),
    send: (body, text) => send(body, text),
    noteRead: (index, share) => {
      readShares.set(index, Math.max(readShares.get(index) ?? 0, Math.min(1, Math.round(share * 100) / 100)))
    },
    answerCheckpoint: (index, choice, text) => send({ choice }, text, readShares.get(index) ?? 0),
    retry: (key) => {
      set(withOutgoing(state, key, { status: "waiting" }))
      void flush()
    },
    discard: (key) => set(withoutOutgoing(state, key)),
    networkChanged: (isOnline) => {
      if (!isOnline) set({ ...state, isOffline: true })
      else lookAgain()
    },
    looked: lookAgain,
    clock: () => ({ now: new Date() }),
  }
}

/** The server does not know the conversation, or not with this token. */
function isGone(error: unknown): boolean {
  return error instanceof ApiProblem && [401, 403, 404, 410].includes(error.status)
}

/** Null: it may go through by itself. */
function refusalOf(error: unknown, attempt: number): Refusal | null {
  if (!(error instanceof ApiProblem)) return null
  if (error.status === 413) return "tooLarge"
  if (error.code === "choice-not-offered") return "stale"
  if (error.status !== 429 && error.status < 502) return "refused"
  return attempt + 1 < busyAttempts ? null : "busy"
}
