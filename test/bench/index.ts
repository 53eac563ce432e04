import { designer } from "./designer.ts"
import { editing } from "./editing.ts"
import { growth } from "./growth.ts"
import { holds, type Ratio } from "./measure.ts"
import { recordSurrender } from "./recorded-surrender.ts"
import { throughput } from "./throughput.ts"
import { turnCost } from "./turn-cost.ts"
import { understandingCost } from "./understanding-cost.ts"

/** Prints every ratio with its bound; the exit code is 1 when one is out of it. */
const only = process.argv[2]
const benches: Readonly<Record<string, () => Promise<readonly Ratio[]>>> = {
  turn: async () => [turnCost(await recordSurrender())],
  understanding: understandingCost,
  throughput,
  editing,
  designer,
  growth: async () => [await growth()],
}
let failed = false
for (const [name, bench] of Object.entries(benches)) {
  if (only !== undefined && only !== name) continue
  for (const ratio of await bench()) {
    const bound =
      "atMost" in ratio.bound ? `at most ${ratio.bound.atMost}` : `at least ${ratio.bound.atLeast}`
    if (!holds(ratio)) failed = true
    process.stdout.write(
      `${holds(ratio) ? "ok  " : "MISS"}  ${ratio.ratio.toFixed(2).padStart(7)}  ${bound.padEnd(13)}  ${ratio.name} (${ratio.note})\n`,
    )
  }
}
process.exit(failed ? 1 : 0)
