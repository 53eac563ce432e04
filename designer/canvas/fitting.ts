import type { FitViewOptions } from "@xyflow/react"
import { useView } from "../shell/viewStore.ts"
import { mapSize } from "./Overview.tsx"

/** What stands at the edges of the canvas: its tools above and below, and the map where it is open. */
const edge = 64
const around = 32
/** The map is left out where there is little room, and then nothing is kept free for it. */
const leastHeight = 560

/** Returns how a whole flow is brought into view without anything standing over it. */
export function fitting(height: number): FitViewOptions {
  return {
    maxZoom: 1,
    padding: {
      top: `${edge}px`,
      bottom: `${bottomEdge(height)}px`,
      left: `${around}px`,
      right: `${around}px`,
    },
  }
}

/** Returns how much is kept free below. */
export function bottomEdge(height: number): number {
  return useView.getState().isMapOpen && height >= leastHeight ? mapSize.height + around : edge
}
