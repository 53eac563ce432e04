import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import type { Drawing } from "../canvas/drawing/drawing.ts"
import { isIn } from "../canvas/highlights.ts"
import type { Painted } from "../canvas/nodes/Painted.tsx"
import { useView } from "../shell/viewStore.ts"
import { paintCoverage } from "./coverage.ts"
import { useScenarios } from "./scenarioStore.ts"

/** What the scenarios that were run reached, while that is the overlay one looks at. */
export function usePaintedCoverage(drawing: Drawing | null): Painted {
  const { t } = useTranslation("scenarios")
  const isShown = useView(({ overlay }) => overlay === "coverage")
  const coverage = useScenarios((state) => state.coverage)
  return useMemo(() => {
    if (!isShown || drawing === null) return null
    const { flow, states } = drawing
    const inside = (group: string) =>
      [...states.values()]
        .filter((state) => state.type !== "group" && isIn(states, state, group))
        .map(({ id }) => id)
    return paintCoverage(coverage, flow, inside, t)
  }, [isShown, drawing, coverage, t])
}
