import type { Logger } from "pino"
import type { Metrics } from "../metrics.ts"
import type { ReleaseRegistry } from "../release/release-registry.ts"
import type { Keyring } from "../security/keyring.ts"
import { unsealJson } from "../security/vault.ts"
import { callPlace, type DecidedCall, type SealedCall } from "./change.ts"
import type { Clock } from "./clock.ts"
import type { Deliver } from "./delivery.ts"
import type { Services } from "./services/services.ts"
import type { CallRow, Store } from "./store.ts"

/** Performs the calls that turns decided, after their commit, and delivers each result as an input. */
export type Outbox = {
  /** Performs these now. */
  take(calls: readonly DecidedCall[]): void
  /** Performs what is stored and not under way: after a restart, or when a result could not be delivered. */
  resume(): Promise<void>
  /** Resolves when nothing is under way. */
  idle(): Promise<void>
  /** Starts to resume by itself now and then; returns a function that stops it. */
  start(): () => void
}

/** At most so many calls at once; further ones wait their turn. */
const AT_ONCE = 128
const RESUME_MS = 15_000

/** Returns the outbox over a store. */
export function createOutbox(deps: {
  readonly store: Store
  readonly keyring: Keyring
  readonly registry: ReleaseRegistry
  readonly services: Services
  readonly deliver: Deliver
  readonly clock: Clock
  readonly metrics: Metrics
  readonly log: Logger
}): Outbox {
  const { store, deliver, registry, log } = deps
  const underWay = new Map<string, Promise<void>>()
  const waiting: DecidedCall[] = []
  let stopped = false

  const perform = async ({ row, call }: DecidedCall): Promise<void> => {
    await registry.prepare([call.release])
    const operations = registry.releases.all[call.release]?.operations ?? {}
    const { operation, created: now } = row
    const key = call.key === undefined ? {} : { key: call.key }
    const result = await deps.services.perform(operations, { operation, input: call.input, now, ...key })
    deps.metrics.count("colloquy_service_results_total", result.is)
    if ("reason" in result) log.warn({ operation, call: row.call, result: result.is }, result.reason)
    if (stopped) return
    await deliver.to(row.conversation, async () => ({
      input: { kind: "service", call: row.call, result, now: deps.clock.now() },
      answeredCall: row.call,
    }))
  }

  const begin = (decided: DecidedCall): void => {
    const name = nameOf(decided.row)
    const work = perform(decided)
      .catch((error) => log.error({ err: nameOfError(error), call: decided.row.call }, "a result waits"))
      .finally(() => {
        underWay.delete(name)
        const next = waiting.shift()
        if (next !== undefined && !stopped) begin(next)
      })
    underWay.set(name, work)
  }

  const take = (calls: readonly DecidedCall[]): void => {
    for (const decided of calls) {
      const name = nameOf(decided.row)
      if (stopped || underWay.has(name) || waiting.some((other) => nameOf(other.row) === name)) continue
      if (underWay.size < AT_ONCE) begin(decided)
      else waiting.push(decided)
    }
  }

  const resume = async (): Promise<void> => {
    for (const row of await store.calls()) {
      if (underWay.has(nameOf(row))) continue
      try {
        const keys = await deps.keyring.open(row.conversation)
        const call = unsealJson<SealedCall>(keys, row.conversation, callPlace(row.call), row.sealed)
        take([{ row, call }])
      } catch (error) {
        log.error({ err: nameOfError(error), call: row.call }, "a stored call cannot be performed")
      }
    }
  }

  return {
    take,
    resume,
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay.values())
    },
    start: () => {
      const timer = setInterval(() => void resume().catch(() => {}), RESUME_MS)
      timer.unref()
      return () => {
        stopped = true
        clearInterval(timer)
      }
    },
  }
}

function nameOf(row: CallRow): string {
  return `${row.conversation}/${row.call}`
}

/** What kind of error it was; its message may hold what the customer said. */
function nameOfError(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
