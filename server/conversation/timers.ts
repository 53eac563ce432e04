import type { Logger } from "pino"
import type { Metrics } from "../metrics.ts"
import type { Clock } from "./clock.ts"
import type { Deliver } from "./delivery.ts"
import type { Store, TimerRow } from "./store.ts"

/** Fires timers when they are due, in order, each once: the turn that takes one also deletes it. */
export type Timers = {
  /** A timer was set for this moment. */
  wake(dueMs: number): void
  /** Fires all that is due now. */
  fireDue(): Promise<void>
  /**
   * Moves a fixed clock to `ms`, stopping at every timer on the way, so that each is fired at its own time. `settle`
   * resolves when what a timer set going is done.
   */
  advance(ms: number, settle: () => Promise<void>): Promise<void>
  /** Lets a real clock fire them; returns a function that stops it. */
  start(): () => void
}

const BATCH = 500
const LONGEST_SLEEP_MS = 60_000
/** A timer whose turn failed is tried again after this. */
const REST_MS = 60_000

/** Returns the timers over a store. */
export function createTimers(deps: {
  readonly store: Store
  readonly deliver: Deliver
  readonly clock: Clock
  readonly metrics: Metrics
  readonly log: Logger
}): Timers {
  const { store, deliver, clock } = deps
  const resting = new Map<string, number>()
  let sleeping: NodeJS.Timeout | undefined
  let wakeAt = Number.POSITIVE_INFINITY
  let running = false
  let firing = false
  /** The earliest of the timers that were set while others fired. */
  let missed = Number.POSITIVE_INFINITY

  const fire = async ({ conversation, timer }: TimerRow): Promise<void> => {
    try {
      await deliver.to(conversation, async () => {
        if ((await store.timer(conversation, timer)) === null) return null
        return { input: { kind: "timer", timer, now: clock.now() }, firedTimer: timer }
      })
      deps.metrics.count("colloquy_timers_fired_total")
    } catch (error) {
      resting.set(`${conversation}/${timer}`, Date.now() + REST_MS)
      const name = error instanceof Error ? error.name : typeof error
      deps.log.error({ err: name, conversation, timer }, "a timer could not be fired")
    }
  }

  /** Of one conversation in order, because its lane keeps the order in which it was asked. */
  const fireDue = async (): Promise<void> => {
    for (;;) {
      const due = await store.dueTimers(clock.nowMs(), BATCH)
      for (const [name, until] of resting) if (until <= Date.now()) resting.delete(name)
      const ready = due.filter((row) => !resting.has(`${row.conversation}/${row.timer}`))
      if (ready.length === 0) return
      await Promise.all(ready.map(fire))
    }
  }

  /** A fixed clock does not come nearer by waiting: then only what is due already is fired. */
  const sleepUntil = (dueMs: number): void => {
    clearTimeout(sleeping)
    if (!running) return
    wakeAt = dueMs
    const ms = Math.max(dueMs - clock.nowMs(), resting.size > 0 ? 1_000 : 0)
    if (clock.isFixed && dueMs > clock.nowMs()) return
    sleeping = setTimeout(tick, Math.min(ms, LONGEST_SLEEP_MS))
    sleeping.unref()
  }

  const tick = async (): Promise<void> => {
    firing = true
    missed = Number.POSITIVE_INFINITY
    let next = clock.nowMs() + 1_000
    try {
      await fireDue()
      next = (await store.nextDue()) ?? Number.POSITIVE_INFINITY
    } catch (error) {
      deps.log.error({ err: error instanceof Error ? error.name : "" }, "the timers could not be read")
    }
    firing = false
    sleepUntil(Math.min(next, missed))
  }

  return {
    wake: (dueMs) => {
      if (firing) missed = Math.min(missed, dueMs)
      else if (running && dueMs < wakeAt) sleepUntil(dueMs)
    },
    fireDue,
    advance: async (ms, settle) => {
      if (ms < clock.nowMs()) clock.moveTo(ms)
      await settle()
      for (;;) {
        const due = await store.dueTimers(ms, 1 + resting.size)
        const first = due.find((row) => !resting.has(`${row.conversation}/${row.timer}`))
        if (first === undefined) break
        clock.moveTo(Math.max(first.due, clock.nowMs()))
        await fire(first)
        await settle()
      }
      clock.moveTo(ms)
    },
    start: () => {
      running = true
      sleepUntil(clock.nowMs())
      return () => {
        running = false
        clearTimeout(sleeping)
      }
    },
  }
}
