import { useCallback, useMemo } from "react"
import { useView, view } from "../shell/viewStore.ts"
import type { Drawing } from "./drawing/drawing.ts"

/** A flow of more states than this opens with its stages folded: four frames say more than a hundred cards. */
const mostOpen = 16

/** Which groups of a flow are folded, and the way to open or fold one; remembered by flow in this browser. */
export function useFolded(drawing: Drawing) {
  const kept = useView((state) => state.folded[drawing.flow])
  const folded = useMemo(() => new Set(kept ?? firstFolded(drawing)), [kept, drawing])
  const toggle = useCallback(
    (group: string) => {
      const next = new Set(folded)
      if (!next.delete(group)) next.add(group)
      view.setFolded(drawing.flow, [...next])
    },
    [folded, drawing.flow],
  )
  return { folded, toggle }
}

/** Which groups are folded now, for what works outside the canvas. */
export function foldedOf(drawing: Drawing): ReadonlySet<string> {
  return new Set(useView.getState().folded[drawing.flow] ?? firstFolded(drawing))
}

export function groupsOf({ states }: Drawing): readonly string[] {
  return [...states.values()].filter(({ type }) => type === "group").map(({ id }) => id)
}

function firstFolded(drawing: Drawing): readonly string[] {
  return drawing.states.size > mostOpen ? groupsOf(drawing) : []
}
