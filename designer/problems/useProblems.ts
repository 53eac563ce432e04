import { useMemo } from "react"
import type { Diagnostic } from "../../engine/index.ts"
import type { Mark } from "../canvas/nodes/Marks.tsx"
import { useSurroundings } from "../model/useSurroundings.ts"
import { useDiagnostics } from "./checker.ts"

const order = { error: 0, warning: 1, info: 2 } as const

/** The problems of a flow, the gravest first, and those of the rest of the flow set. */
export function useProblems(flow: string) {
  const { diagnostics, isChecking } = useDiagnostics()
  const { flowFiles } = useSurroundings()
  return useMemo(() => {
    const isOfFlow = ({ at, file }: Diagnostic) => file === flowFiles[flow] || flowOf(at) === flow
    const sorted = [...diagnostics].sort((a, b) => order[a.severity] - order[b.severity])
    return {
      ofFlow: sorted.filter(isOfFlow),
      others: sorted.filter((each) => !isOfFlow(each)),
      isChecking,
    }
  }, [diagnostics, isChecking, flowFiles, flow])
}

/** How many problems each state has, for its badge. */
export function marksOf(problems: readonly Diagnostic[]): ReadonlyMap<string, Mark> {
  const marks = new Map<string, { errors: number; warnings: number }>()
  for (const { at, severity } of problems) {
    const state = stateOf(at)
    if (state === null || severity === "info") continue
    const mark = marks.get(state) ?? { errors: 0, warnings: 0 }
    if (severity === "error") mark.errors += 1
    else mark.warnings += 1
    marks.set(state, mark)
  }
  return marks
}

function flowOf(at: string | undefined): string | null {
  return at?.split(/[/#]/)[0] ?? null
}

/** The state of `flow/state#exit`. */
export function stateOf(at: string | undefined): string | null {
  const match = /^[^/#]+\/([^#]+)/.exec(at ?? "")
  return match?.[1]?.split("/").at(-1) ?? null
}

/** The exit of `flow/state#exit`. */
export function exitOf(at: string | undefined): string | null {
  return /#(.+)$/.exec(at ?? "")?.[1] ?? null
}
