import type { InsurerDatabase } from "../core/database.ts"
import { deliverEvents, type EventTarget, nextDelivery } from "./events.ts"

/** Keeps events on their way until each is accepted. */
export type Deliveries = {
  /** Sends what is due now; one run at a time. Returns how many events were accepted. */
  deliver(): Promise<number>
  /** Sees to it that the next event leaves when it is due. */
  plan(): void
  stop(): void
}

/** Returns the deliveries to `target`; with `null` events stay where they are. */
export function createDeliveries(
  db: InsurerDatabase,
  target: EventTarget | null,
  now: () => number,
): Deliveries {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<number> | undefined
  let stopped = false

  const deliver = (): Promise<number> => {
    if (target === null || stopped) return Promise.resolve(0)
    running ??= deliverEvents(db, target, now()).finally(() => {
      running = undefined
      plan()
    })
    return running
  }

  const plan = () => {
    if (target === null || stopped || running !== undefined) return
    const next = nextDelivery(db)
    if (next === null) return
    clearTimeout(timer)
    timer = setTimeout(() => void deliver(), Math.max(0, next - now()))
    timer.unref()
  }

  return {
    deliver,
    plan,
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
