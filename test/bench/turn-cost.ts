import { transition } from "xstate"
import { type Entry, turn } from "../../engine/index.ts"
import { start } from "../../engine/run/position.ts"
import { pairedMicroseconds, type Ratio } from "./measure.ts"
import type { Recorded } from "./recorded-surrender.ts"

/** The exits that the run took, as its machine's events. */
function exitsOf(entries: readonly Entry[]): readonly string[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== "state.entered" || entry.open.exit === undefined) return []
    const [flow = "", state = ""] = (entry.open.from ?? "").split("/")
    if (flow !== "surrender") return []
    return [entry.open.exit.includes("#") ? entry.open.exit : `${state}#${entry.open.exit}`]
  })
}

/** What a turn with its commands given costs per state passed, against one raw transition
 * of the same machine, over the very transitions of the recorded run. */
export function turnCost({ release, releases, turns }: Recorded): Ratio {
  const flow = release.flows.surrender
  if (flow === undefined) throw new Error("The flow set has no surrender.")
  let states = 0
  for (const { before, input } of turns) {
    states += turn(releases, before, input).entries.filter((entry) => entry.kind === "state.entered").length
  }
  const events = turns.flatMap(({ before, input }) => exitsOf(turn(releases, before, input).entries))
  const [whole, sequence] = pairedMicroseconds(
    () => {
      for (const { before, input } of turns) turn(releases, before, input)
    },
    () => {
      let snapshot = start(flow.machine)
      for (const type of events) snapshot = transition(flow.machine, snapshot, { type })[0]
    },
  )
  const raw = sequence / events.length
  const perState = whole / states
  return {
    name: "turn per state passed / one XState transition",
    ratio: perState / raw,
    bound: { atMost: 8 },
    note: `${perState.toFixed(1)} µs over ${states} states in ${turns.length} turns; ${raw.toFixed(1)} µs`,
  }
}
