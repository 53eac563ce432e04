import type { StateType } from "../../engine/states/registry.ts"
import { addState } from "../canvas/edit/addState.ts"
import { nodeWidth, sizeOf } from "../canvas/geometry.ts"
import { scene } from "../model/scene.ts"
import { useView, view } from "../shell/viewStore.ts"

/**
 * Adds a state: with one selected after it, on its first exit that leads nowhere; with a stage selected inside it; else
 * in the middle of what is seen.
 */
export function addAtSelection(type: StateType): void {
  const { drawing, positions, port } = scene()
  const [id] = useView.getState().selection
  const selected = id === undefined ? undefined : drawing.states.get(id)
  const center = port?.center() ?? { x: 0, y: 0 }
  if (selected === undefined) addState(type, { position: center, group: null, from: null, isInsert: false })
  else if (selected.type === "group")
    addState(type, { position: below(selected.id), group: selected.id, from: null, isInsert: false })
  else {
    const open = selected.rows.find(({ isMissing }) => isMissing)
    const at = positions?.get(selected.id) ?? center
    addState(type, {
      position: freeBeside(at, selected.parent),
      group: selected.parent,
      from: open === undefined ? null : { state: selected.id, exit: open.name },
      isInsert: false,
    })
  }
  view.openRight("inspector")
}

function below(group: string) {
  const { drawing, positions } = scene()
  const inside = [...drawing.states.values()].filter(({ parent }) => parent === group)
  const bottom = Math.max(56, ...inside.map(({ id }) => (positions?.get(id)?.y ?? 0) + 160))
  return { x: 32, y: bottom }
}

/** To the right of a state, below what already stands there. */
function freeBeside(at: { readonly x: number; readonly y: number }, parent: string | null) {
  const { drawing, positions } = scene()
  const x = at.x + 312
  let { y } = at
  const siblings = [...drawing.states.values()].filter((state) => state.parent === parent)
  const isTaken = () =>
    siblings.some((state) => {
      const place = positions?.get(state.id)
      if (place === undefined) return false
      const { width, height } = sizeOf(state)
      return (
        place.x < x + nodeWidth + 32 &&
        x < place.x + width + 32 &&
        place.y < y + 200 &&
        y < place.y + height + 32
      )
    })
  while (isTaken()) y += 40
  return { x, y }
}
