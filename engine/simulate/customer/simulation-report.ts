import type { SimulatedRun } from "./simulate-customer.ts"

/** What the simulated customers of one flow came to. Shares are from 0 to 1, turns a median and the most. */
export type SimulationReport = {
  readonly flow: string
  readonly runs: number
  readonly reached: number
  readonly asMeant: number
  readonly askedTwice: number
  readonly misses: number
  readonly clarified: number
  readonly handoffs: number
  readonly withoutPerson: number
  /** Of customers whose goal takes a person. */
  readonly needPerson: number
  readonly turns: { readonly median: number; readonly most: number }
}

/** Returns one report for each flow, in the order in which they first come. */
export function simulationReports(runs: readonly SimulatedRun[]): readonly SimulationReport[] {
  return [...new Set(runs.map(({ flow }) => flow))].map((flow) => {
    const own = runs.filter((run) => run.flow === flow)
    const turns = own.map((run) => run.turns).sort((a, b) => a - b)
    const sum = (count: (run: SimulatedRun) => number) => own.reduce((total, run) => total + count(run), 0)
    return {
      flow,
      runs: own.length,
      reached: sum((run) => Number(run.reached)),
      asMeant: sum((run) => Number(run.findings.length === 0)),
      askedTwice: sum((run) => run.askedTwice.length),
      misses: sum((run) => run.misses),
      clarified: sum((run) => run.clarified),
      handoffs: sum((run) => run.handoffs),
      withoutPerson: sum((run) => Number(run.reached && run.handoffs === 0)) / own.length,
      needPerson: sum((run) => Number(run.needsPerson)) / own.length,
      turns: { median: turns[Math.floor(turns.length / 2)] ?? 0, most: turns.at(-1) ?? 0 },
    }
  })
}
