import type { Release } from "../compile/model.ts"
import type { Entry } from "../types.ts"

/** One state or exit of a flow: whether any entry passed it, and why not if the author says so. */
export type Coverage = {
  readonly flow: string
  /** `flow/state`, or `flow/state#exit`. */
  readonly name: string
  readonly file: string
  readonly line: number
  readonly reached: boolean
  /** The reason that the state's note gives after `not covered:`. */
  readonly excused?: string
}

/** Returns every state and exit of a release's flows with whether these transcripts passed it. */
export function coverageOf(release: Release, entries: readonly Entry[]): readonly Coverage[] {
  const states = new Set<string>()
  const exits = new Set<string>()
  for (const entry of entries) {
    if (entry.kind !== "state.entered") continue
    if (entry.state !== undefined) states.add(entry.state)
    const { from, exit } = entry.open
    if (from === undefined || exit === undefined) continue
    const flow = from.split("/")[0] ?? ""
    exits.add(exit.includes("#") ? `${flow}/${exit}` : `${from}#${exit}`)
  }
  return Object.values(release.flows).flatMap((flow) => {
    const group = (id: string) => flow.states[id]?.document.type === "group"
    return Object.values(flow.states).flatMap((state): Coverage[] => {
      const name = `${flow.id}/${state.id}`
      const note = /not covered: (.*)/.exec(state.document.note ?? "")?.[1]
      const at = {
        flow: flow.id,
        file: state.file,
        line: state.line,
        ...(note === undefined ? {} : { excused: note }),
      }
      const inside = Object.values(flow.states).some(
        (other) => other.ancestors.includes(state.id) && states.has(`${flow.id}/${other.id}`),
      )
      return [
        { ...at, name, reached: states.has(name) || (group(state.id) && inside) },
        ...Object.values(state.exits).map((exit) => ({
          ...at,
          name: `${name}#${exit.name}`,
          reached: exits.has(`${name}#${exit.name}`),
        })),
      ]
    })
  })
}
