/** Runs work of one key strictly one after another, in the order in which it was asked for. */
export type Lanes = {
  run<T>(key: string, work: () => Promise<T>): Promise<T>
  /** Resolves when no lane has work. */
  idle(): Promise<void>
}

/** Returns empty lanes; work of different keys runs at the same time. */
export function createLanes(): Lanes {
  const tails = new Map<string, Promise<unknown>>()
  return {
    run: (key, work) => {
      const before = tails.get(key)
      const result = before === undefined ? work() : before.then(work, work)
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
