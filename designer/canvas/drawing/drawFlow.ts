import type { StateDocument } from "../../../engine/document/schema.ts"
import { isStateType } from "../../../engine/states/registry.ts"
import { parsedState } from "../../model/parsedState.ts"
import { bodyOf } from "./bodies.ts"
import type { DrawContext } from "./context.ts"
import { isStates } from "./context.ts"
import type { Drawing, DrawnEdge, DrawnExit, DrawnState } from "./drawing.ts"
import { entriesOf, exitsOf } from "./exits.ts"

/** Draws flows, keeping what did not change: a state whose drawing says the same is the very same object as before. */
export function createDrawer(): (context: DrawContext) => Drawing {
  let before = new Map<string, { readonly drawn: DrawnState; readonly key: string }>()
  return (context) => {
    const after: typeof before = new Map()
    const { flow } = context
    const draw = (states: typeof flow.states, parent: string | null, start: string): void => {
      for (const [id, state] of Object.entries(states)) {
        const drawn = drawState(id, state, parent, id === start, context)
        const key = JSON.stringify(drawn)
        const known = before.get(id)
        after.set(id, known?.key === key ? known : { drawn, key })
        if (state.type === "group" && isStates(state.states))
          draw(state.states, id, typeof state.start === "string" ? state.start : "")
      }
    }
    draw(flow.states, null, flow.start)
    before = after
    const states = new Map([...after].map(([id, { drawn }]) => [id, drawn]))
    return {
      flow: flow.id,
      states,
      edges: edgesOf(states),
      entries: entriesOf(flow.on, flow.to, context),
    }
  }
}

function drawState(
  id: string,
  state: StateDocument,
  parent: string | null,
  isStart: boolean,
  context: DrawContext,
): DrawnState {
  const { kind, lines, chips } = bodyOf(state, context)
  const exits = exitsOf(state, context)
  const type = isStateType(state.type) ? state.type : "unknown"
  return {
    id,
    type,
    title: context.text(state.title) || id,
    kind: type === "final" ? outcomeOf(state) : kind,
    parent,
    isStart,
    lines: lines.filter(({ text }) => text !== ""),
    chips,
    rows: exits.filter((exit) => !exit.toDefault),
    tags: exits.filter((exit) => exit.toDefault),
    entries: type === "group" ? entriesOf(state.on, state.to, context) : [],
    note: typeof state.note === "string" ? state.note : "",
  }
}

function outcomeOf(state: StateDocument): string {
  const parsed = parsedState(state)
  return parsed?.type === "final" ? parsed.outcome : ""
}

function edgesOf(states: ReadonlyMap<string, DrawnState>): readonly DrawnEdge[] {
  return [...states.values()].flatMap(({ id, rows, type }) =>
    rows.flatMap((exit: DrawnExit) => {
      if (exit.target === null || !states.has(exit.target)) return []
      // What may happen anywhere in a group is listed on its frame, not drawn from each state.
      if (type === "group" && exit.by === "event") return []
      return [{ id: `${id}#${exit.name}`, from: id, exit: exit.name, label: exit.label, to: exit.target }]
    }),
  )
}
