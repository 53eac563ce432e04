import type { CompiledFlow, Release } from "../compile/model.ts"
import type { Diagnostic, Entry } from "../types.ts"
import { type Reason, readNotCovered, staleReason } from "./not-covered.ts"

/** One state or exit of a flow: whether any entry passed it, and why not where the author says so. */
export type Coverage = {
  readonly flow: string
  /** `flow/state`, or `flow/state#exit`. */
  readonly name: string
  readonly file: string
  readonly line: number
  readonly reached: boolean
  /** The reason that the flow's `scenarios/not-covered.yaml` gives. */
  readonly excused?: string
}

export type CoverageReport = {
  readonly parts: readonly Coverage[]
  /** What is wrong with the reasons themselves. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Returns every state and exit of a release's flows with whether it was passed; `files` are those of the flow set, read
 * for the reasons. A reason for a state holds for its exits too.
 */
export function coverageOf(
  release: Release,
  passed: ReadonlySet<string>,
  files: Readonly<Record<string, string>>,
): CoverageReport {
  const { reasons, diagnostics } = readNotCovered(release, files)
  const parts = Object.values(release.flows).flatMap((flow) => partsOf(flow, passed, reasons))
  const stale = parts.flatMap(({ name, reached }) => {
    const reason = reasons.get(name)
    return reached && reason !== undefined ? [staleReason(name, reason)] : []
  })
  return { parts, diagnostics: [...diagnostics, ...stale] }
}

/** Returns the names of the states that were entered and of the exits that were taken in a transcript. */
export function passedIn(entries: readonly Entry[]): ReadonlySet<string> {
  const passed = new Set<string>()
  for (const entry of entries) {
    if (entry.kind !== "state.entered") continue
    if (entry.state !== undefined) passed.add(entry.state)
    const exit = exitTaken(entry)
    if (exit !== null) passed.add(exit)
  }
  return passed
}

/** Returns the exit by which a state was entered, as `flow/state#exit`; null when it was by none. */
export function exitTaken(entry: Entry): string | null {
  if (entry.kind !== "state.entered") return null
  const { from, exit } = entry.open
  if (from === undefined || exit === undefined) return null
  const flow = from.split("/")[0] ?? ""
  return exit.includes("#") ? `${flow}/${exit}` : `${from}#${exit}`
}

function partsOf(
  flow: CompiledFlow,
  passed: ReadonlySet<string>,
  reasons: ReadonlyMap<string, Reason>,
): readonly Coverage[] {
  const states = Object.values(flow.states)
  return states.flatMap((state) => {
    const name = `${flow.id}/${state.id}`
    const inside = states.some(
      (other) => other.ancestors.includes(state.id) && passed.has(`${flow.id}/${other.id}`),
    )
    const part = (of: string, reached: boolean): Coverage => {
      const reason = reasons.get(of) ?? reasons.get(name)
      return {
        flow: flow.id,
        name: of,
        file: state.file,
        line: state.line,
        reached,
        ...(reason === undefined ? {} : { excused: reason.text }),
      }
    }
    return [
      part(name, passed.has(name) || inside),
      ...Object.keys(state.exits).map((exit) => part(`${name}#${exit}`, passed.has(`${name}#${exit}`))),
    ]
  })
}
