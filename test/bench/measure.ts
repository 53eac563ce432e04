/** Returns the median time of one call in microseconds, over rounds long enough for the clock. */
export function medianMicroseconds(run: () => void, rounds = 25, roundMs = 40): number {
  const times: number[] = []
  let calls = 1
  for (let round = -3; round < rounds; round += 1) {
    const start = performance.now()
    for (let call = 0; call < calls; call += 1) run()
    const elapsed = performance.now() - start
    if (round >= 0) times.push((elapsed * 1000) / calls)
    calls = Math.max(1, Math.ceil((calls * roundMs) / Math.max(elapsed, 0.01)))
  }
  return median(times)
}

/** Returns the median times of two calls in microseconds, measured in turn so that a busy machine slows both alike. */
export function pairedMicroseconds(
  one: () => void,
  other: () => void,
  rounds = 15,
): readonly [number, number] {
  const pairs = Array.from(
    { length: rounds },
    () => [medianMicroseconds(one, 1, 30), medianMicroseconds(other, 1, 30)] as const,
  )
  const ratios = [...pairs].sort((a, b) => a[0] / a[1] - b[0] / b[1])
  return ratios[Math.floor(ratios.length / 2)] ?? [0, 1]
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

/** One line of the bench: a ratio within this run, what it may be, and the figures behind it. */
export type Ratio = {
  readonly name: string
  readonly ratio: number
  readonly bound: { readonly atMost: number } | { readonly atLeast: number }
  readonly note: string
}

export function holds({ ratio, bound }: Ratio): boolean {
  return "atMost" in bound ? ratio <= bound.atMost : ratio >= bound.atLeast
}
