import { create } from "zustand"
import type { Drawing } from "../canvas/drawing/drawing.ts"
import type { Point, Positions } from "../canvas/layout/arrange.ts"

/** What the canvas can be asked to do; null while there is none. */
export type CanvasPort = {
  fit(): void
  zoom(by: "in" | "out" | "whole"): void
  /** The middle of what is seen, in the flow's own coordinates. */
  center(): Point
  /** Where a state stands, in the flow's own coordinates; null while it is not drawn. */
  cornerOf(state: string): Point | null
  /** Arranges the states named, or all. */
  arrange(ids: readonly string[] | null): void
}

/** The flow that is shown, as it is drawn: what actions work on. */
export type Scene = {
  readonly flow: string
  readonly file: string
  readonly drawing: Drawing
  /** Places of all states, arranged or not, as if every group were open. */
  readonly positions: Positions | null
  readonly port: CanvasPort | null
}

const nothing: Scene = {
  flow: "",
  file: "",
  drawing: { flow: "", states: new Map(), edges: [], entries: [] },
  positions: null,
  port: null,
}

export const useScene = create<Scene>()(() => nothing)

export function scene(): Scene {
  return useScene.getState()
}
