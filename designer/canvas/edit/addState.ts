import i18next from "i18next"
import { type EditCommand, layoutFile, readLayout } from "../../../engine/index.ts"
import type { StateType } from "../../../engine/states/registry.ts"
import { documents } from "../../document/documents.ts"
import { newState } from "../../model/newState.ts"
import { scene } from "../../model/scene.ts"
import { surroundings } from "../../model/useSurroundings.ts"
import { madeOrTold } from "../../shell/notice.ts"
import { view } from "../../shell/viewStore.ts"
import { nodeWidth } from "../geometry.ts"
import type { Point } from "../layout/arrange.ts"
import { makeRoom } from "../layout/makeRoom.ts"
import { placesOf } from "../places.ts"
import type { AddRequest } from "./addMenu.ts"

const newHeight = 120
const none: ReadonlySet<string> = new Set()

/** Adds a state of a type where it was asked for, and selects it. */
export function addState(type: StateType, request: Omit<AddRequest, "at">): void {
  const { file, flow } = scene()
  const { settings, flows } = surroundings()
  const title = Object.fromEntries(
    settings.locales.map((locale) => [locale, i18next.getFixedT(locale, "canvas")(`newTitle.${type}`)]),
  )
  const [queue] = Object.keys(settings.queues)
  const outcome = flows[flow]?.outcomes?.[0]
  const state = newState(type, title, {
    ...(queue === undefined ? {} : { queue }),
    ...(outcome === undefined ? {} : { outcome }),
  })
  const { group, from, isInsert } = request
  const room = isInsert ? roomFor(request) : { at: request.position, moved: new Map<string, Point>() }
  const command: EditCommand =
    from !== null && isInsert
      ? { name: "state.insertOnExit", args: { file, ...from, insert: { state }, position: room.at } }
      : {
          name: "state.add",
          args: { file, state, group, position: room.at, ...(from === null ? {} : { from }) },
        }
  const made = madeOrTold(documents.run([command, ...placing(file, room.moved)]))
  const [id] = made ?? []
  if (id !== undefined) view.show(id)
}

/** Room on the way that an exit takes: where it leads stands behind, if it does stand further to the right. */
function roomFor({ group, position, from }: Omit<AddRequest, "at">) {
  const { drawing, positions } = scene()
  const arranged = positions ?? new Map<string, Point>()
  const { sizes } = placesOf(drawing, arranged, none)
  const siblings = [...drawing.states.values()].filter(({ parent }) => parent === group)
  const others = siblings.flatMap(({ id }) => {
    const [at, size] = [arranged.get(id), sizes.get(id)]
    return at === undefined || size === undefined ? [] : [[id, { ...at, ...size }] as const]
  })
  const way = drawing.edges.find((edge) => edge.from === from?.state && edge.exit === from.exit)
  const [start, end] = [arranged.get(way?.from ?? "")?.x ?? 0, arranged.get(way?.to ?? "")?.x ?? 0]
  const box = { ...position, width: nodeWidth, height: newHeight }
  return makeRoom(box, new Map(others), end > start ? end : position.x)
}

/** A flow that nobody arranged keeps the places in which it is seen. */
function placing(file: string, moved: ReadonlyMap<string, Point>): readonly EditCommand[] {
  const layout = readLayout(documents.store.getState().files.value(layoutFile(file)))
  const isArranged = Object.keys(layout.states).length > 0
  const placed = isArranged ? moved : new Map([...(scene().positions ?? []), ...moved])
  if (placed.size === 0) return []
  return [{ name: "layout.place", args: { file, positions: Object.fromEntries(placed) } }]
}
