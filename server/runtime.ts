import type { KeyObject } from "node:crypto"
import type { Logger } from "pino"
import { createAnswers } from "./conversation/answers.ts"
import type { Clock } from "./conversation/clock.ts"
import { createConversations } from "./conversation/conversations.ts"
import { createDeliver, type DeliverDeps } from "./conversation/delivery.ts"
import type { Engine } from "./conversation/engine.ts"
import { createEvents } from "./conversation/events.ts"
import { createFeed } from "./conversation/feed.ts"
import { createMemory } from "./conversation/loaded.ts"
import { createMessages } from "./conversation/messages.ts"
import { createOutbox } from "./conversation/outbox.ts"
import { createWaitingRoom } from "./conversation/replies.ts"
import type { Services } from "./conversation/services/services.ts"
import type { Shell } from "./conversation/shell.ts"
import type { Store } from "./conversation/store.ts"
import { createTimers } from "./conversation/timers.ts"
import { createDesk } from "./handoff/desk.ts"
import { createMetrics, type Metrics } from "./metrics.ts"
import type { ReleaseRegistry } from "./release/release-registry.ts"
import { createBlindIndex } from "./security/blind-index.ts"
import { createKeyring } from "./security/keyring.ts"
import { createLru } from "./security/lru.ts"
import type { Secrets } from "./security/secrets.ts"
import type { LanguageModel } from "./understanding/language-model.ts"
import { createSecondReading } from "./understanding/second-reading.ts"

/** How long an answer waits for a service; the rest comes by the stream. */
const PATIENCE_MS = 5_000
/** How long the answer to an idempotency key is kept. */
const ANSWERS_KEPT_MS = 7 * 86_400_000
const HOUSEKEEPING_MS = 3_600_000

export type RuntimeSettings = {
  readonly engine: Engine
  readonly store: Store
  readonly master: KeyObject
  readonly secrets: Secrets
  readonly clock: Clock
  readonly registry: ReleaseRegistry
  readonly services: Services
  readonly log: Logger
  readonly metrics?: Metrics
  readonly patienceMs?: number
  readonly languageModel?: LanguageModel
}

export type Runtime = ReturnType<typeof createRuntime>

/** Puts the parts that hold conversations together: one per process and store. */
export function createRuntime(settings: RuntimeSettings) {
  const { engine, store, clock, registry, log, secrets, services, languageModel } = settings
  const metrics = settings.metrics ?? createMetrics()
  const keyring = createKeyring(settings.master, (id) => store.keys(id))
  const memory = createMemory({ store, keyring, engine, registry })
  const sent = createLru<number>(10_000)
  const parts: DeliverDeps = {
    ...{ engine, store, memory, registry, clock, metrics, log },
    ...(languageModel === undefined
      ? {}
      : { readAgain: createSecondReading({ model: languageModel, metrics, log }) }),
    feed: createFeed(),
    waitingRoom: createWaitingRoom(),
    digest: createBlindIndex(settings.master),
    sentTo: (id) => sent.get(id) ?? 0,
    onCommitted: ({ calls, change }) => {
      outbox.take(calls)
      for (const timer of change.timers) timers.wake(timer.due)
    },
  }
  const deliver = createDeliver(parts)
  const outbox = createOutbox({ store, keyring, registry, services, deliver, clock, metrics, log })
  const timers = createTimers({ store, deliver, clock, metrics, log })
  const shell: Shell = {
    ...parts,
    ...{ deliver, keyring, secrets, patienceMs: settings.patienceMs ?? PATIENCE_MS },
    noteSent: (id, entry) => sent.set(id, Math.max(entry, sent.get(id) ?? 0)),
  }
  const answers = createAnswers(shell)

  /** Resolves when neither a turn nor a call is under way. */
  const idle = async (): Promise<void> => {
    await deliver.idle()
    await outbox.idle()
    await deliver.idle()
  }

  /** What a crash left between two turns: inputs that wait in an inbox although no service works. */
  const takeUpInboxes = async (): Promise<void> => {
    for (const id of await store.withInbox()) {
      await deliver
        .to(id, async () => null)
        .catch((error) => {
          log.error({ err: error instanceof Error ? error.name : "", conversation: id }, "an inbox waits")
        })
    }
  }

  const forgetAnswers = (): void => {
    const before = clock.at(clock.nowMs() - ANSWERS_KEPT_MS)
    store.forgetAnswers(before).catch((error) => log.warn({ err: String(error) }, "old answers are kept"))
  }

  return {
    ...{
      engine,
      store,
      registry,
      clock,
      metrics,
      log,
      feed: parts.feed,
      noteSent: shell.noteSent,
      sentTo: shell.sentTo,
      idle,
    },
    conversations: createConversations(shell, answers),
    messages: createMessages(shell, answers),
    events: createEvents(shell),
    desk: createDesk(shell),
    /** Moves a fixed clock forward, firing each timer at its own time. */
    advance: (ms: number) => timers.advance(ms, idle),
    /** Takes up what a stop or a crash left, then lets timers run; returns what stops it all. */
    start: async (): Promise<() => Promise<void>> => {
      await takeUpInboxes()
      const stopOutbox = outbox.start()
      await outbox.resume()
      const stopTimers = timers.start()
      const housekeeping = setInterval(forgetAnswers, HOUSEKEEPING_MS)
      housekeeping.unref()
      return async () => {
        clearInterval(housekeeping)
        stopTimers()
        stopOutbox()
        await deliver.idle()
      }
    },
  }
}
