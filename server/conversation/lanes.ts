/** Runs work of one key strictly one after another, in the order in which it was asked for. */
export type Lanes = {
  run<T>(key: string, work: () => Promise<T>): Promise<T>
  /** Resolves when no lane has work. */
  idle(): Promise<void>
}

/** So many start in one round, so that the first of a crowd is answered before the last has begun. */
const AT_ONCE = 64

/**
 * Returns empty lanes; work of different keys runs at the same time. What is asked for while requests come in starts
 * when they are read, all at once: each step is then taken for all of them before the next, so that its code and its
 * tables are fetched into the processor's caches once and not for every message anew.
 */
export function createLanes(): Lanes {
  const tails = new Map<string, Promise<unknown>>()
  let waiting: (() => void)[] = []

  const startRound = (): void => {
    const round = waiting
    waiting = round.splice(AT_ONCE)
    if (waiting.length > 0) setImmediate(startRound)
    for (const start of round) start()
  }
  const nextRound = (): Promise<void> =>
    new Promise((start) => {
      if (waiting.length === 0) setImmediate(startRound)
      waiting.push(start)
    })

  return {
    run: (key, work) => {
      const before = tails.get(key)
      const result = before === undefined ? nextRound().then(work) : before.then(work, work)
      const tail = result.then(noValue, noValue)
      tails.set(key, tail)
      void tail.then(() => {
        if (tails.get(key) === tail) tails.delete(key)
      })
      return result
    },
    idle: async () => {
      while (tails.size > 0) await Promise.all(tails.values())
    },
  }
}

function noValue(): void {}
